import {placeOf} from '@hedgerow/ast'
import {statusWords} from '@hedgerow/report'
import type {RowEntry} from '../../../shelf/catalogue.ts'
import {
  aloudColumns,
  beside,
  filled,
  fitted,
  folded,
  inRole,
  type Line,
  line,
  lineText,
  sentences,
  span,
} from '../../lines.ts'
import {asciiSigns} from '../../signs.ts'
import type {Context, Table, View} from '../../view.ts'
import {catalogueOf, rowOf, statusAt, topicOf} from '../../world.ts'
import {countWords, nothing, readingSpans, statusLook, toHeight} from '../parts.ts'
import {sidesKeys} from './keys.ts'
import {alongSides, pageOf, placeBetween, rowsBetween, sidesRenewed, type SidesState, sidesStep} from './state.ts'
import {middle} from './theme.ts'

const sideLines = (
  state: SidesState,
  row: RowEntry,
  authority: string,
  width: number,
  {world, signs}: Context,
): readonly Line[] => {
  const full = rowOf(world, state.topic, row.id)
  if (!full) return [line(fitted(row.words, width, signs.ellipsis), 'faint')]
  const readings = full.readings[authority] ?? []
  if (readings.length === 0) return [line(`${signs.nothing} nothing there`, 'faint')]
  const moved = row.moved.includes(authority)
  return readings.flatMap((reading, at) =>
    folded(
      [
        ...(moved && at === 0
          ? [
              span(
                `${signs.moved} moved, ${reading.section === '' ? 'at the beginning' : `under “${reading.section}”`}: `,
                'accent',
              ),
            ]
          : []),
        ...readingSpans(reading, signs === asciiSigns),
      ],
      width,
    ),
  )
}

const rowLines = (state: SidesState, row: RowEntry, isHere: boolean, context: Context): readonly Line[] => {
  const {columns, signs, world} = context
  const width = Math.floor((columns - middle - 2) / 2)
  const {sign, role} = statusLook(statusAt(row, world.threshold), signs)
  const [left, right] = [state.a, state.b].map((id) => sideLines(state, row, id, width, context)) as [
    readonly Line[],
    readonly Line[],
  ]
  const height = Math.max(left.length, right.length)
  const mid = Array.from({length: height}, (_, at): Line => (at === 0 ? [span(`  ${sign}  `, role)] : line('     ')))
  return beside(
    [
      {lines: left, width},
      {lines: mid, width: middle},
      {lines: right, width},
    ],
    [],
  ).map((each, at): Line => {
    const mark = span(at === 0 && isHere ? `${signs.chosen} ` : '  ')
    return isHere && at === 0 ? inRole([mark, ...each], 'selected', columns) : [mark, ...each]
  })
}

/** The rows in sight: from `top` on, or further on where the one stood on would not be whole. */
const shownFrom = (state: SidesState, context: Context): readonly (readonly [RowEntry, readonly Line[]])[] => {
  const rows = rowsBetween(state, context)
  const place = placeBetween(state, context)
  const height = context.rows - 2
  const drawn = rows
    .slice(place.top, Math.max(place.at + 1, place.top + height))
    .slice(0, Math.max(height, place.at - place.top + 1))
    .map((row) => [row, rowLines(state, row, row === rows[place.at], context)] as const)
  let [first, used] = [0, 0]
  for (let at = place.at - place.top; at >= 0; at--) {
    used += drawn[at]?.[1].length ?? 0
    if (used > height && at < place.at - place.top) {
      first = at + 1
      break
    }
  }
  return drawn.slice(first)
}

/** Said where others have the topic too: two that read the same stand beside a sign that tells of a third. */
const wholeRow = ({topic}: SidesState, world: Context['world']): string => {
  const count = catalogueOf(world, topic)?.authorities.length ?? 0
  return count > 2 ? `signs for all ${count}; ` : ''
}

const body = (state: SidesState, context: Context): readonly Line[] => {
  const {columns, rows, world, signs} = context
  if (catalogueOf(world, state.topic) === null) return nothing('Reading the topic…')
  const width = Math.floor((columns - middle - 2) / 2)
  const all = rowsBetween(state, context)
  const place = placeBetween(state, context)
  return [
    line(
      `${topicOf(world, state.topic)?.summary.title ?? state.topic}: row ${countWords(place, all.length, 'none')}; ${wholeRow(state, world)}${signs.moved} moved`,
      'faint',
    ),
    [
      span('  '),
      ...filled([span(world.name(state.a), 'title')], width),
      span(' '.repeat(middle)),
      span(fitted(world.name(state.b), width), 'title'),
    ],
    ...toHeight(
      all.length === 0 ? nothing('No row holds these words.') : shownFrom(state, context).flatMap(([, lines]) => lines),
      rows - 2,
    ),
  ]
}

const words = (state: SidesState, row: RowEntry, authority: string, {world}: Context): string =>
  (rowOf(world, state.topic, row.id)?.readings[authority] ?? [])
    .map(({text, source}) => `${text} (${placeOf(source)})`)
    .join(' ')

const table = (state: SidesState, context: Context): Table => {
  const {world} = context
  return {
    title: `${world.name(state.a)} beside ${world.name(state.b)}: ${topicOf(world, state.topic)?.summary.title ?? state.topic}`,
    head: ['Row', 'Status', world.name(state.a), world.name(state.b)],
    rows: rowsBetween(state, context).map((row) => [
      row.id,
      statusWords[statusAt(row, world.threshold)],
      words(state, row, state.a, context),
      words(state, row, state.b, context),
    ]),
  }
}

/** Two procedures side by side, what corresponds in one line, what is moved said so. */
export const sidesView: View<SidesState> = {
  title: ({a, b}, {world}) => `${world.name(a)} beside ${world.name(b)}`,
  keys: sidesKeys,
  needs: (state, context) => {
    const rows = rowsBetween(state, context)
    const {at, top} = placeBetween(state, context)
    const from = Math.min(top, at)
    return [
      {of: 'catalogue', topic: state.topic},
      ...rows
        .slice(from, Math.max(at + 1, from + context.rows + pageOf(context)))
        .map(({id}) => ({of: 'row' as const, topic: state.topic, id})),
    ]
  },
  step: sidesStep,
  body,
  table,
  tableNeeds: (state, context) => [
    {of: 'catalogue', topic: state.topic},
    ...rowsBetween(state, context).map(({id}) => ({of: 'row' as const, topic: state.topic, id})),
  ],
  filter: {
    words: ({words: own}) => own,
    with: (state, own) => ({...state, words: own, sought: null, place: {at: 0, top: 0}}),
    count: (state, context) => [rowsBetween(state, context).length, rowsBetween({...state, words: ''}, context).length],
  },
  along: alongSides,
  renewed: sidesRenewed,
  spoken: (state, context) => {
    const rows = rowsBetween(state, context)
    const place = placeBetween(state, context)
    const row = rows[place.at]
    if (!row) return 'No row.'
    const side = (id: string): string =>
      `${context.world.name(id)}: ${sideLines(state, row, id, aloudColumns, context).map(lineText).join(' ')}`
    const status = statusWords[statusAt(row, context.world.threshold)]
    return sentences([`${countWords(place, rows.length, '')}, ${status}`, side(state.a), side(state.b)])
  },
}
