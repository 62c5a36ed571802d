import {dated} from '@hedgerow/report'
import {globalKeys, keyName} from './keys.ts'
import {
  blank,
  cut,
  fitted,
  folded,
  foldedText,
  inRole,
  type Line,
  line,
  lineText,
  lineWidth,
  span,
  type Span,
} from './lines.ts'
import type {ViewName} from './opened.ts'
import {choicesLeft, holdsWords, listHeight, type Prompt} from './prompts.ts'
import {contextOf, type Explorer, onTop} from './state.ts'
import type {Binding} from './view.ts'
import {listLines, ruled, toHeight} from './views/parts.ts'
import {viewOf} from './views/index.ts'

/** The least a screen can be drawn on. */
const least = {columns: 40, rows: 12}

/** What is on the screen: at most `rows` − 1 lines of at most `columns`. A full screen would make a terminal scroll. */
export const frame = (explorer: Explorer): readonly Line[] => {
  const {columns, rows, signs} = explorer
  const height = Math.max(1, rows - 1)
  if (columns < least.columns || rows < least.rows)
    return toHeight(
      foldedText(`Too small: make it at least ${least.columns} by ${least.rows}.`, Math.max(1, columns)),
      height,
    )
  const context = contextOf(explorer)
  const {prompt} = explorer
  const panel = prompt === null || prompt.kind === 'filter' ? null : panelLines(prompt, explorer, context.rows)
  const lines = [
    tabs(explorer),
    title(explorer),
    ...toHeight(panel ?? viewOf(onTop(explorer)).body(onTop(explorer).state, context), context.rows),
    status(explorer),
    footer(explorer),
  ]
  return lines.slice(0, height).map((each) => cut(each, columns, signs.ellipsis))
}

/** Short names of the views, by the keys that go to them. */
const tabNames: readonly (readonly [string, ViewName, string])[] = [
  ['1', 'region', 'Region'],
  ['2', 'opportunities', 'Steps'],
  ['3', 'rows', 'Rows'],
  ['4', 'sides', 'Side by side'],
  ['5', 'outline', 'Outline'],
  ['6', 'agencies', 'Agencies'],
  ['7', 'faults', 'Faults'],
]

const tabs = (explorer: Explorer): Line => {
  const {columns, world} = explorer
  const top = onTop(explorer).name
  const at = top === 'row' ? (explorer.stack.at(-2)?.name ?? 'rows') : top
  const spans = tabNames.flatMap(([key, name, words]): readonly Span[] => [
    span(` ${key} ${words} `, name === at ? 'selected' : 'faint'),
  ])
  const day = `as at ${dated(world.asAt)} `
  const room = columns - lineWidth(spans) - day.length
  return room >= 2 ? [...spans, span(' '.repeat(room)), span(day, 'faint')] : spans
}

const title = (explorer: Explorer): Line => {
  const open = onTop(explorer)
  const view = viewOf(open)
  const context = contextOf(explorer)
  const words = view.filter?.words(open.state) ?? ''
  const [left, all] = words === '' ? [0, 0] : (view.filter?.count(open.state, context) ?? [0, 0])
  const filter = words === '' ? [] : [span(`  /${words} `, 'accent'), span(`${left} of ${all}`, 'faint')]
  return [span(` ${view.title(open.state, context)}`, 'title'), ...filter]
}

const status = ({prompt, said, busy, stale, marked, columns, signs}: Explorer): Line => {
  if (prompt?.kind === 'filter')
    return [
      span(' Filter: ', 'key'),
      span(prompt.typed),
      span(' ', 'selected'),
      span('  Enter keeps it, Esc takes it away', 'faint'),
    ]
  if (said) return [span(` ${said.isFault ? '! ' : ''}${said.words}`, said.isFault ? 'bad' : 'accent')]
  if (busy) return [span(` ${busy}`, 'accent')]
  if (stale) return [span(` ${stale}`, 'differs')]
  if (marked) return [span(cutText(` Marked: ${marked.words}`, columns, signs.ellipsis), 'faint')]
  return blank
}

const cutText = (words: string, columns: number, ellipsis: string): string => fitted(words, columns, ellipsis).trimEnd()

const promptKeys: Readonly<Record<Prompt['kind'], readonly (readonly [string, string])[]>> = {
  choose: [
    ['Enter', 'choose'],
    ['Up Down', 'move'],
    ['type', 'search'],
    ['Esc', 'leave'],
  ],
  form: [
    ['Enter', 'next, at the last write'],
    ['Tab', 'next'],
    ['Left Right', 'choose'],
    ['Ctrl-S', 'write'],
    ['Esc', 'leave'],
  ],
  filter: [
    ['Enter', 'keep'],
    ['Esc', 'take away'],
  ],
  help: [
    ['type', 'search'],
    ['Up Down', 'move'],
    ['Esc', 'leave'],
  ],
  welcome: [['any key', 'begin']],
}

/** What the keys do here, as many as there is room for; the help has all. */
const footer = (explorer: Explorer): Line => {
  const {prompt, columns, world} = explorer
  const pairs =
    prompt === null
      ? [...viewOf(onTop(explorer)).keys, ...globalKeys]
          .filter(({inFooter}) => inFooter)
          .map(({keys, word}) => [footerKey(keys), word] as const)
      : promptKeys[prompt.kind]
  const undoable =
    prompt === null && world.judgements.undoable > 0 ? [['u', `undo (${world.judgements.undoable})`] as const] : []
  const shown: Span[] = []
  for (const [key, word] of inOrder(pairs, undoable)) {
    const next = [span(` ${key}`, 'key'), span(` ${word} `, 'faint')]
    if (lineWidth([...shown, ...next]) > columns) break
    shown.push(...next)
  }
  return shown
}

const inOrder = (
  pairs: readonly (readonly [string, string])[],
  undoable: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] => {
  const last = pairs.filter(([key]) => ['?', 'q', 'Esc'].includes(key))
  return [
    ...last.filter(([key]) => key === '?'),
    ...undoable,
    ...pairs.filter((pair) => !last.includes(pair)),
    ...last.filter(([key]) => key !== '?'),
  ]
}

const footerKey = (keys: readonly string[]): string =>
  keys
    .filter((key) => !key.startsWith('ctrl-'))
    .slice(0, 2)
    .map(keyName)
    .join('/') || keyName(keys[0] as string)

/** What stands in the view's place while something is asked. */
const panelLines = (prompt: Exclude<Prompt, {kind: 'filter'}>, explorer: Explorer, height: number): readonly Line[] => {
  switch (prompt.kind) {
    case 'choose':
      return chooseLines(prompt, explorer, height)
    case 'form':
      return formLines(prompt, explorer)
    case 'help':
      return helpLines(prompt, explorer, height)
    case 'welcome':
      return welcomeLines(explorer)
  }
}

const chooseLines = (
  prompt: Extract<Prompt, {kind: 'choose'}>,
  {columns, signs}: Explorer,
  height: number,
): readonly Line[] => {
  const left = choicesLeft(prompt)
  const shown = Math.min(listHeight, height - 5)
  const place = {...prompt.place, top: Math.max(prompt.place.top, prompt.place.at - shown + 1)}
  const lines = listLines(left, place, {height: shown, columns, signs}, ({label, note}, room) => {
    const side = note ? Math.min(24, note.length, Math.floor(room / 3)) : 0
    return [
      span(fitted(label, room - side - 2, signs.ellipsis)),
      span(`  ${fitted(note ?? '', side, signs.ellipsis)}`, 'faint'),
    ]
  })
  return [
    ruled(prompt.title, columns, signs),
    [
      span(' Search: ', 'key'),
      span(prompt.typed),
      span(' ', 'selected'),
      span(`  ${left.length} of ${prompt.choices.length}`, 'faint'),
    ],
    blank,
    ...(lines.length > 0 ? lines : [line('  Nothing holds these words.', 'faint')]),
  ]
}

const formLines = (prompt: Extract<Prompt, {kind: 'form'}>, {columns, signs}: Explorer): readonly Line[] => {
  const label = Math.min(28, Math.max(...prompt.fields.map((field) => field.label.length)) + 2)
  const fields = prompt.fields.flatMap((field, at) => {
    const isHere = at === prompt.at
    const shown = field.choices
      ? field.choices.map((each) =>
          span(
            ` ${each === field.value ? `(${each})` : each} `,
            each === field.value ? (isHere ? 'selected' : 'key') : 'faint',
          ),
        )
      : [span(field.value), ...(isHere ? [span(' ', 'selected')] : [])]
    const fault = prompt.faults[field.name]
    return [
      ...folded(
        [
          span(`${isHere ? signs.chosen : ' '} ${fitted(field.label, label)}`, isHere ? 'key' : 'plain'),
          span(' '),
          ...shown,
        ],
        columns,
        line(' '.repeat(label + 3)),
        [],
      ),
      ...(isHere ? [line(`${' '.repeat(label + 3)}${field.hint}`, 'faint')] : []),
      ...(fault ? [line(`${' '.repeat(label + 3)}! ${fault}`, 'bad')] : []),
    ]
  })
  return [
    ruled(prompt.title, columns, signs),
    ...prompt.about.flatMap((words) => foldedText(words, columns - 2, 'plain', '  ')),
    blank,
    ...fields,
  ]
}

const bindingLine = ({keys, says}: Binding, columns: number): readonly Line[] =>
  folded([span(fitted(`  ${keys.map(keyName).join(' ')}`, 20), 'key'), span(says)], columns, line(' '.repeat(20)), [])

const signMeanings = ({signs}: Explorer): readonly Binding[] =>
  (
    [
      [signs.same, 'says the same'],
      [signs.differs, 'differs from what most say'],
      [signs.below, 'falls below a standard'],
      [signs.nothing, 'nothing there'],
      [signs.only, 'only here'],
      [signs.unsure, 'unsure, please check: counts in no score'],
      [signs.moved, 'moved: stands in another place, nothing is missing'],
    ] as const
  ).map(([sign, says]) => ({keys: [sign], word: '', says}))

const helpLines = (prompt: Extract<Prompt, {kind: 'help'}>, explorer: Explorer, height: number): readonly Line[] => {
  const {columns, signs} = explorer
  const chapters = [
    ['In this view', viewOf(onTop(explorer)).keys],
    ['Everywhere', globalKeys],
    ['Signs', signMeanings(explorer)],
  ] as const
  const lines = chapters.flatMap(([words, bindings]) => {
    const own = (bindings as readonly Binding[]).filter(({keys, word, says}) =>
      holdsWords(`${keys.map(keyName).join(' ')} ${word} ${says}`, prompt.typed),
    )
    return own.length === 0 ? [] : [line(` ${words}`, 'title'), ...own.flatMap((each) => bindingLine(each, columns))]
  })
  const shown = height - 2
  const top = Math.min(prompt.top, Math.max(0, lines.length - shown))
  const found = lines.length === 0 ? [line('  Nothing holds these words.', 'faint')] : lines.slice(top, top + shown)
  return [
    ruled(
      `Help${lines.length > shown ? `, lines ${top + 1} to ${Math.min(lines.length, top + shown)} of ${lines.length}` : ''}`,
      columns,
      signs,
    ),
    [span(' Search: ', 'key'), span(prompt.typed), span(' ', 'selected')],
    ...found,
  ]
}

/** What a first-time user needs in ten seconds. */
const welcomeLines = (explorer: Explorer): readonly Line[] => {
  const {columns, signs, world} = explorer
  const points = [
    ['2', 'First steps: what to align, best first. Enter reads every authority’s own words.'],
    ['1', 'The region: who agrees with whom on what.'],
    ['= x', 'In a row: yes, these are the same; no, this one is not. The answer is kept.'],
    ['d', 'Decide on a step; w writes it all as a report.'],
    ['?', 'What the keys do. q quits; nothing is lost.'],
  ] as const
  return [
    ruled('Welcome to Hedgerow', columns, signs),
    blank,
    ...world.headline.slice(0, 2).flatMap((words) => foldedText(words, columns - 4, 'plain', '  ')),
    blank,
    ...points.flatMap(([key, words]) =>
      folded([span(fitted(`  ${key}`, 8), 'key'), span(words)], columns - 2, line(' '.repeat(8)), []),
    ),
    blank,
    inRole(line('  Press any key to begin'), 'selected', Math.min(columns, 26)),
  ]
}

/** The screen in words, for a screen reader: what changed is read, nothing is drawn. */
export const spoken = (explorer: Explorer): string => {
  const {prompt, said, busy, stale} = explorer
  const open = onTop(explorer)
  const view = viewOf(open)
  const context = contextOf(explorer)
  const told = [
    ...(said ? [said.words] : []),
    ...(busy ? [busy] : []),
    ...(stale ? [stale] : []),
    ...(prompt
      ? [promptWords(prompt, explorer)]
      : [`${view.title(open.state, context)}.`, view.spoken(open.state, context)]),
  ]
  return told.join(' ')
}

const promptWords = (prompt: Prompt, explorer: Explorer): string => {
  switch (prompt.kind) {
    case 'choose': {
      const left = choicesLeft(prompt)
      const one = left[prompt.place.at]
      return `${prompt.title}. ${one ? `${prompt.place.at + 1} of ${left.length}: ${one.label}${one.note ? `, ${one.note}` : ''}` : 'Nothing holds these words.'}`
    }
    case 'form': {
      const field = prompt.fields[prompt.at]
      const fault = field && prompt.faults[field.name]
      return `${prompt.title}. ${field?.label}: ${field?.value || 'empty'}. ${fault ?? field?.hint ?? ''}`
    }
    case 'filter':
      return `Filter: ${prompt.typed}`
    case 'help':
    case 'welcome':
      return panelLines(prompt, explorer, 100)
        .map((each) => lineText(each).trim())
        .filter((words) => words !== '')
        .join('. ')
  }
}
