import type {AssessedRow, Finding} from '@hedgerow/assess'
import {placeOf} from '@hedgerow/ast'
import {apparatus, classWords, dated, direction, foundWords, percent, statusWords} from '@hedgerow/report'
import {agreedOn} from '../../judgements.ts'
import {
  aloudColumns,
  cut,
  folded,
  foldedText,
  type Line,
  line,
  lineText,
  measured,
  sentences,
  span,
} from '../../lines.ts'
import {asciiSigns} from '../../signs.ts'
import type {Context, Stepped, Table, View} from '../../view.ts'
import {catalogueOf, rowEntry, statusAt, topicOf} from '../../world.ts'
import {stepLines} from '../opportunities/view.ts'
import {nothing, type ReadingGroup, readingSpans, ruled, statusLook, toHeight} from '../parts.ts'
import {rowKeys} from './keys.ts'
import {
  alongTopic,
  groupsIn,
  pageKeys,
  rowAlong,
  rowIn,
  rowRenewed,
  type RowState,
  rowStep,
  standardsOn,
  stepsOn,
} from './state.ts'
import {readingIndent, severityRoles} from './theme.ts'

const titleLines = (row: AssessedRow, state: RowState, {world, columns, signs}: Context): readonly Line[] => {
  const entry = rowEntry(world, state.topic, state.id)
  const status = entry ? statusAt(entry, world.threshold) : row.status
  const {sign, role} = statusLook(status, signs)
  const topic = topicOf(world, state.topic)?.summary.title ?? state.topic
  const moved = row.moved.length > 0 ? `; ${signs.moved} moved in ${row.moved.map(world.name).join(', ')}` : ''
  return [
    ...folded(
      [
        span(`${row.sectionTitle} `, 'title'),
        span(`(${row.id}) `, 'faint'),
        span(`${sign} ${statusWords[status]}`, role),
        span(`; match ${percent(row.confidence)} sure${moved}`, 'faint'),
      ],
      columns,
      line('  '),
      [],
    ),
    ...foldedText(topic, columns, 'faint'),
    ...row.unsure.flatMap((why) =>
      folded([span('Please check: ', 'unsure'), span(world.short(why))], columns, line('  '), []),
    ),
  ]
}

/** Classes whose summary is a sentence that names them. */
const saysItself: ReadonlySet<string> = new Set(['absent', 'extra', 'wording', 'below-standard'])

/** Whether the words do not begin with the class themselves. */
const sayClass = ({class: name}: Finding, words: string): boolean =>
  !saysItself.has(name) && !words.toLowerCase().startsWith(name.split('-')[0] ?? '')

const findingLines = (finding: Finding, {world, columns}: Context): readonly Line[] => {
  const agreed = agreedOn(world.judgements, finding.fingerprint)
  const readers = finding.variants.length > 1 ? apparatus(finding.variants, world.name) : ''
  const words = foundWords(finding, world.name, world.short)
  const more = [
    ...(readers !== '' && readers !== words ? [readers] : []),
    ...(direction(finding, world.name) ? [direction(finding, world.name) as string] : []),
    ...(finding.gap ? [`Worst case: ${finding.gap}`] : []),
    ...(finding.standard ? [`Standard: ${finding.standard.replaceAll('-', ' ')}`] : []),
    ...(agreed ? [`Agreed until ${dated(agreed['review-by'])}: ${agreed.reason}`] : []),
  ]
  return [
    ...folded(
      [
        ...(sayClass(finding, words) ? [span(`${classWords[finding.class]}: `, severityRoles[finding.severity])] : []),
        span(words, sayClass(finding, words) ? 'plain' : severityRoles[finding.severity]),
      ],
      columns,
      line('  '),
      [],
    ),
    ...more.flatMap((each) => foldedText(each, columns, 'faint', '  ')),
  ]
}

const groupLines = (
  group: ReadingGroup,
  row: AssessedRow,
  isHere: boolean,
  {world, columns, signs, marked}: Context,
): readonly Line[] => {
  const isMarked = marked?.row === row.id && group.authorities.includes(marked.named[0]?.authority ?? '')
  const names = group.authorities.map(world.name).join(', ')
  const places = group.authorities
    .flatMap((id) => (row.readings[id] ?? []).map(({source}) => placeOf(source)))
    .slice(0, 6)
    .join('; ')
  const many = group.authorities.length > 1 ? ` (${group.authorities.length} to the letter)` : ''
  const title = folded(
    [
      span(names, isHere ? 'selected' : 'title'),
      span(`${many}${isMarked ? ' [marked]' : ''} `, 'faint'),
      span(places, 'faint'),
    ],
    columns,
    line('    '),
    line(`${isHere ? signs.chosen : ' '} `),
  )
  const indent = line(' '.repeat(readingIndent))
  return [
    ...title,
    ...group.readings.flatMap((reading) => folded(readingSpans(reading, signs === asciiSigns), columns, indent)),
  ]
}

const silentLine = (row: AssessedRow, {world, columns}: Context): readonly Line[] => {
  const silent = Object.keys(row.readings).filter((id) => (row.readings[id] ?? []).length === 0)
  return silent.length === 0
    ? []
    : folded(
        [span('Nothing there: ', 'title'), span(silent.map(world.name).join(', '))],
        columns,
        line('  '),
        line('  '),
      )
}

const verdicts = [
  ['met', 'met by'],
  ['below', 'below it'],
  ['not-stated', 'not stated by'],
  ['unsure', 'unsure'],
] as const

/** The standards a row is held against, and who meets them. */
const standardLines = (state: RowState, {world, columns}: Context): readonly Line[] =>
  standardsOn(state, world).flatMap(({tier, statement, citation, verified, met}) => {
    const told = verdicts.flatMap(([verdict, words]) => {
      const who = Object.keys(met).filter((id) => met[id] === verdict)
      return who.length === 0 ? [] : [`${words}: ${who.map(world.name).join(', ')}`]
    })
    return [
      ...folded(
        [span(`Tier ${tier}${verified ? '' : ', not verified'}: `, 'accent'), span(`${statement} (${citation})`)],
        columns,
        line('  '),
        line('  '),
      ),
      ...foldedText(told.join('; '), columns, 'faint', '    '),
    ]
  })

const changeLines = (state: RowState, {world, columns}: Context): readonly Line[] => {
  const steps = stepsOn(state.topic, state.id, world)
  return steps.flatMap((step) => stepLines(step, {world} as Context, columns - 2).map((each) => [span('  '), ...each]))
}

/** The rows before and after, in the order of the texts. */
const neighbourLines = (state: RowState, {world, columns, signs}: Context): readonly Line[] =>
  ([-1, 1] as const).flatMap((by) => {
    const entry = rowAlong(state, by, world, () => true)
    if (!entry) return []
    const {sign, role} = statusLook(statusAt(entry, world.threshold), signs)
    return [
      cut([span(by === -1 ? '  before  ' : '  after   ', 'faint'), span(`${sign} `, role), span(entry.words)], columns),
    ]
  })

interface Page {
  readonly lines: readonly Line[]
  /** The first line of each reading, and the line after its last. */
  readonly spans: readonly (readonly [number, number])[]
}

/** Everything about a row, and where its readings stand in that. */
const page = (state: RowState, given: Context): Page | null => {
  const context = {...given, columns: measured(given.columns)}
  const row = rowIn(state, context)
  if (!row) return null
  const {columns} = given
  const {signs} = context
  const lines: Line[] = [
    ...titleLines(row, state, context),
    ...row.findings.flatMap((each) => findingLines(each, context)),
  ]
  const spans: (readonly [number, number])[] = []
  lines.push(ruled('Who says what', columns, signs))
  for (const [at, group] of groupsIn(state, context).entries()) {
    const start = lines.length
    lines.push(...groupLines(group, row, at === state.reading, context))
    spans.push([start, lines.length])
  }
  lines.push(...silentLine(row, context))
  const chapters = [
    ['Held against', standardLines(state, context)],
    ['What would change', changeLines(state, context)],
  ] as const
  for (const [title, own] of chapters) if (own.length > 0) lines.push(ruled(title, columns, signs), ...own)
  lines.push(ruled('In context', columns, signs), ...neighbourLines(state, context))
  return {lines, spans}
}

/** The first line in sight: as far as one went, and no further than there are lines; else so that the reading stood on is seen. */
const topOf = ({lines, spans}: Page, {reading, top}: RowState, {rows}: Context): number => {
  const [start, end] = spans[reading] ?? [0, 0]
  const follow = end <= rows ? 0 : Math.min(start, end - rows + 1)
  return Math.min(Math.max(0, lines.length - rows), top ?? follow)
}

/** Pages go on from what is in sight. */
const step = (state: RowState, key: string, context: Context): Stepped<RowState> | null => {
  const found = key in pageKeys ? page(state, context) : null
  return rowStep(found ? {...state, top: topOf(found, state, context)} : state, key, context)
}

const body = (state: RowState, context: Context): readonly Line[] => {
  const found = page(state, context)
  if (!found) return nothing(missing(state, context))
  const {rows} = context
  const top = topOf(found, state, context)
  const shown = toHeight(found.lines.slice(top, top + rows), rows)
  const more = found.lines.length - top - rows
  return more > 0
    ? [...shown.slice(0, -1), line(`${context.signs.down} ${more + 1} more lines: page down`, 'faint')]
    : shown
}

const missing = ({topic, id}: RowState, {world}: Context): string =>
  catalogueOf(world, topic) === null || rowEntry(world, topic, id)
    ? 'Reading the row…'
    : `The row ${id} is no longer there. Esc goes back.`

const table = (state: RowState, context: Context): Table => {
  const row = rowIn(state, context)
  return {
    title: row ? `${row.sectionTitle} (${row.id}): ${statusWords[row.status]}` : state.id,
    head: ['Authority', 'Number', 'Words', 'Source'],
    rows: Object.entries(row?.readings ?? {}).flatMap(([id, readings]) =>
      (readings ?? []).length === 0
        ? [[context.world.name(id), '', 'nothing there', '']]
        : (readings ?? []).map(({number, text, source}) => [
            context.world.name(id),
            number ?? '',
            text,
            placeOf(source),
          ]),
    ),
  }
}

/** One row: what differs, who says what in their own words, what would change, what stands around it. */
export const rowView: View<RowState> = {
  title: ({topic, id}, {world}) => {
    const rows = catalogueOf(world, topic)?.rows ?? []
    const at = rows.findIndex((row) => row.id === id)
    return at < 0 ? `Row ${id}` : `Row ${at + 1} of ${rows.length}: ${id}`
  },
  keys: rowKeys,
  needs: ({topic, id}, {world}) => [
    {of: 'catalogue', topic},
    {of: 'row', topic, id},
    ...stepsOn(topic, id, world).map((step) => ({of: 'opportunity' as const, topic, id: step.id})),
  ],
  step,
  body,
  table,
  along: alongTopic,
  renewed: rowRenewed,
  row: ({id}) => id,
  spoken: (state, context) => {
    const row = rowIn(state, context)
    const group = groupsIn(state, context)[state.reading]
    if (!row || !group) return missing(state, context)
    const [title] = titleLines(row, state, {...context, columns: aloudColumns})
    const words = group.readings.map((reading) => lineText(readingSpans(reading, true)))
    return sentences([
      lineText(title ?? []),
      ...row.findings.map((each) => foundWords(each, context.world.name, context.world.short)),
      `${group.authorities.map(context.world.name).join(', ')}: ${words.join(' ')}`,
    ])
  },
}
