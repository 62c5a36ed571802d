import {dated, percent} from '@hedgerow/report'
import {globalKeys, keyName} from './keys.ts'
import {blank, cut, fitted, folded, foldedText, harmless, type Line, line, lineWidth, span, type Span} from './lines.ts'
import type {ViewName} from './opened.ts'
import {panelLines, promptWords} from './panels.ts'
import type {Form, Prompt} from './prompts.ts'
import {asciiSigns, inAscii} from './signs.ts'
import {contextOf, type Explorer, onTop} from './state.ts'
import {toHeight} from './views/parts.ts'
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
    ...bottom(explorer),
  ]
  return lines
    .slice(0, height)
    .map((each) => cut(signs === asciiSigns ? inAsciiLine(each) : each, columns, signs.ellipsis))
}

/** Stand-ins may be wider than what they stand for, so a line is cut after it was turned. */
const inAsciiLine = (spans: Line): Line => spans.map(({text, role}) => span(inAscii(harmless(text)), role))

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
  const flags = flagsOf(explorer)
  const {columns, signs} = explorer
  const side = cut(filter, Math.max(1, Math.floor((columns - lineWidth(flags)) * 0.75)), signs.ellipsis)
  const room = columns - lineWidth(side) - lineWidth(flags)
  return [...cut([span(` ${titleWords(explorer)}`, 'title')], room, signs.ellipsis), ...side, ...flags]
}

/** What is in sight, and where that stands in the list it was opened from. */
const titleWords = (explorer: Explorer): string => {
  const [open, list] = [onTop(explorer), explorer.stack.at(-2)]
  const context = contextOf(explorer)
  const words = viewOf(open).title(open.state, context)
  const where = list && 'id' in open.state ? viewOf(list).where?.(list.state, open.state, context) : ''
  return where ? `${words}; ${where}` : words
}

/** What must not be forgotten while it holds, whatever else is said. */
const flagsOf = ({world, stale}: Explorer): readonly Span[] => [
  ...(world.threshold === world.ownThreshold ? [] : [span(`  threshold ${percent(world.threshold)}`, 'differs')]),
  ...(stale ? [span(`  ${stale}`, 'differs')] : []),
]

/** What was said and what the keys do; a long message takes the keys' line too, until the next key. */
const bottom = (explorer: Explorer): readonly Line[] => {
  const {said, columns} = explorer
  const words = status(explorer)
  if (said === null || explorer.prompt !== null || lineWidth(words) <= columns) return [words, footer(explorer)]
  const [first, second = blank] = folded(words, columns, line(' '), line(' '))
  return [first ?? blank, second]
}

const status = ({prompt, said, busy, marked, columns, signs}: Explorer): Line => {
  if (prompt?.kind === 'filter')
    return [
      span(' Filter: ', 'key'),
      span(prompt.typed),
      span(' ', 'selected'),
      span('  Enter keeps it, Esc takes it away', 'faint'),
    ]
  const going = busy ? [span(` ${busy}`, 'accent'), ...(said ? [span(` ${signs.dot}`, 'faint')] : [])] : []
  if (said) return [...going, span(` ${said.isFault ? '! ' : ''}${said.words}`, said.isFault ? 'bad' : 'accent')]
  if (busy) return going
  if (marked) return [span(cutText(` Marked: ${marked.words}`, columns, signs.ellipsis), 'faint')]
  return blank
}

const cutText = (words: string, columns: number, ellipsis: string): string => fitted(words, columns, ellipsis).trimEnd()

type KeyWords = readonly (readonly [string, string])[]

/** What the keys do in the field of a form that is stood on. */
const formKeys = ({fields, at}: Form): KeyWords => [
  ['Enter', at === fields.length - 1 ? 'write' : 'next'],
  ...(at < fields.length - 1 ? ([['Ctrl-S', 'write']] as const) : []),
  ...(fields.length > 1 ? ([['Tab', 'next']] as const) : []),
  ['Left Right', fields[at]?.choices ? 'choose' : 'move'],
  ...(fields[at]?.choices ? [] : ([['Ctrl-U', 'empty']] as const)),
  ['Esc', 'leave'],
]

const promptKeys: Readonly<Record<Exclude<Prompt['kind'], 'form'>, KeyWords>> = {
  choose: [
    ['Enter', 'choose'],
    ['Up Down', 'move'],
    ['type', 'search'],
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

/** The help is what a newcomer needs to see. */
const helpFirst = globalKeys.slice(0, 1)

/** What the keys do here, as many as there is room for; the help has all. */
const footer = (explorer: Explorer): Line => {
  const {prompt, columns, world} = explorer
  const pairs =
    prompt === null
      ? [...helpFirst, ...viewOf(onTop(explorer)).keys, ...globalKeys.filter((each) => !helpFirst.includes(each))]
          .filter(({inFooter}) => inFooter)
          .map(({keys, word}) => [footerKey(keys), word] as const)
      : prompt.kind === 'form'
        ? formKeys(prompt)
        : promptKeys[prompt.kind]
  const undoable =
    prompt === null && world.judgements.undoable > 0 ? [['u', `undo (${world.judgements.undoable})`] as const] : []
  const isLast = ([key]: readonly [string, string]): boolean => key === 'Esc' || (key === 'q' && prompt === null)
  const last = pairs.filter(isLast).flatMap(keySpans)
  const shown: Span[] = []
  for (const pair of [...undoable, ...pairs.filter((each) => !isLast(each))]) {
    if (lineWidth([...shown, ...keySpans(pair), ...last]) > columns) break
    shown.push(...keySpans(pair))
  }
  return [...shown, ...last]
}

const keySpans = ([key, word]: readonly [string, string]): readonly Span[] => [
  span(` ${key}`, 'key'),
  span(` ${word} `, 'faint'),
]

const footerKey = (keys: readonly string[]): string =>
  keys
    .filter((key) => !key.startsWith('ctrl-'))
    .slice(0, 2)
    .map(keyName)
    .join('/') || keyName(keys[0] as string)

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
    ...(prompt ? [promptWords(prompt, explorer)] : [`${titleWords(explorer)}.`, view.spoken(open.state, context)]),
  ]
  return told.join(' ')
}
