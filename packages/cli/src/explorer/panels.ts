import {globalKeys, keyName} from './keys.ts'
import {
  beginning,
  blank,
  fitted,
  folded,
  foldedText,
  inRole,
  type Line,
  line,
  lineText,
  type Role,
  span,
  widthOf,
} from './lines.ts'
import {aroundCaret, choicesLeft, holdsWords, listHeight, type Prompt} from './prompts.ts'
import {contextOf, type Explorer, onTop} from './state.ts'
import type {Binding} from './view.ts'
import {viewOf} from './views/index.ts'
import {listLines, ruled} from './views/parts.ts'

/** What stands in the view's place while something is asked. */
export const panelLines = (
  prompt: Exclude<Prompt, {kind: 'filter'}>,
  explorer: Explorer,
  height: number,
): readonly Line[] => {
  switch (prompt.kind) {
    case 'choose':
      return chooseLines(prompt, explorer, height)
    case 'form':
      return formLines(prompt, explorer, height)
    case 'help':
      return helpLines(prompt, explorer, height)
    case 'welcome':
      return welcomeLines(explorer)
  }
}

/** Columns of a choice and what is said beside it: further away the eye loses the line. */
const widestChoice = 100

const chooseLines = (
  prompt: Extract<Prompt, {kind: 'choose'}>,
  {columns, signs}: Explorer,
  height: number,
): readonly Line[] => {
  const left = choicesLeft(prompt)
  const shown = Math.min(listHeight, height - 5)
  const place = {...prompt.place, top: Math.max(prompt.place.top, prompt.place.at - shown + 1)}
  const lines = listLines(
    left,
    place,
    {height: shown, columns: Math.min(columns, widestChoice), signs},
    ({label, note}, room) => {
      const side = note ? Math.min(24, note.length, Math.floor(room / 3)) : 0
      return [
        span(fitted(label, room - side - 2, signs.ellipsis)),
        span(`  ${fitted(note ?? '', side, signs.ellipsis)}`, 'faint'),
      ]
    },
  )
  const below = left.length - place.top - shown
  return [
    ruled(prompt.title, columns, signs),
    [
      span(' Search: ', 'key'),
      span(prompt.typed),
      span(' ', 'selected'),
      span(`  ${left.length} of ${prompt.choices.length}`, 'faint'),
      ...(below > 0 ? [span(`; ${signs.down} ${below} more below`, 'faint')] : []),
    ],
    blank,
    ...(lines.length > 0 ? lines : [line('  Nothing holds these words.', 'faint')]),
  ]
}

/** The fields of a form, the one stood on with its hint and what is wrong with it. */
const fieldLines = (
  prompt: Extract<Prompt, {kind: 'form'}>,
  {columns, signs}: Explorer,
): readonly (readonly Line[])[] => {
  const label = Math.min(28, Math.max(...prompt.fields.map((field) => field.label.length)) + 2)
  const beneath = (words: string, role: Role): readonly Line[] =>
    foldedText(words, columns, role, ' '.repeat(Math.min(label + 3, Math.floor(columns / 4))))
  return prompt.fields.map((field, at) => {
    const isHere = at === prompt.at
    const shown = field.choices
      ? field.choices.map((each) =>
          span(
            ` ${each === field.value ? `(${each})` : each} `,
            each === field.value ? (isHere ? 'selected' : 'key') : 'faint',
          ),
        )
      : isHere
        ? caretSpans(aroundCaret(prompt, field), columns - label - 4)
        : [span(lastOf(field.value, columns - label - 5))]
    const fault = prompt.faults[field.name]
    return [
      [span(`${isHere ? signs.chosen : ' '} ${fitted(field.label, label)} `, isHere ? 'key' : 'plain'), ...shown],
      ...(isHere ? beneath(field.hint, 'faint') : []),
      ...(fault ? beneath(`! ${fault}`, 'bad') : []),
    ]
  })
}

/** Said in a form that was left before it was written. */
const keptWords = 'As you left it: not written yet.'

/** A form; where it has no room, what it is about gives way first, then the fields before the one stood on. */
const formLines = (prompt: Extract<Prompt, {kind: 'form'}>, explorer: Explorer, height: number): readonly Line[] => {
  const {columns, signs} = explorer
  const fields = fieldLines(prompt, explorer)
  const own = fields.flat()
  const end = fields.slice(0, prompt.at + 1).flat().length
  const about = [
    ...prompt.about.flatMap((words) => foldedText(words, columns - 2, 'plain', '  ')),
    ...(prompt.isKept ? foldedText(keptWords, columns - 2, 'accent', '  ') : []),
  ]
  const head = [ruled(prompt.title, columns, signs), ...about, blank].slice(0, Math.max(1, height - own.length))
  return [...head, ...own.slice(Math.max(0, end - (height - head.length)))]
}

/** What was typed with the sign at the caret in reverse video; where all of it has no room, what is near the caret. */
const caretSpans = ([before, after]: readonly [string, string], columns: number): Line => {
  const [sign = ' ', ...rest] = after
  const room = Math.max(Math.floor(columns / 3), columns - widthOf(before) - 2)
  const behind = beginning(rest.join(''), room)
  return [span(lastOf(before, columns - widthOf(behind) - 2)), span(sign, 'selected'), span(behind)]
}

/** The end of what was typed, where all of it has no room. */
const lastOf = (typed: string, columns: number): string => {
  const signs = [...typed]
  while (widthOf(signs.join('')) > columns) signs.shift()
  return signs.join('')
}

const bindingLine = ({keys, says}: Binding, columns: number): readonly Line[] =>
  folded(line(says), columns, line(' '.repeat(20)), line(fitted(`  ${keys.map(keyName).join(' ')}`, 20), 'key'))

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
      folded(line(words), columns - 2, line(' '.repeat(8)), line(fitted(`  ${key}`, 8), 'key')),
    ),
    blank,
    inRole(line('  Press any key to begin'), 'selected', Math.min(columns, 26)),
  ]
}

/** How many are left by the words of the filter. */
const leftWords = (explorer: Explorer): string => {
  const {filter} = viewOf(onTop(explorer))
  const [left, all] = filter?.count(onTop(explorer).state, contextOf(explorer)) ?? []
  return left === undefined || all === undefined ? '' : `, ${left} of ${all}`
}

/** What is asked, in words. */
export const promptWords = (prompt: Prompt, explorer: Explorer): string => {
  switch (prompt.kind) {
    case 'choose': {
      const left = choicesLeft(prompt)
      const one = left[prompt.place.at]
      return `${prompt.title}. ${one ? `${prompt.place.at + 1} of ${left.length}: ${one.label}${one.note ? `, ${one.note}` : ''}` : 'Nothing holds these words.'}`
    }
    case 'form': {
      const field = prompt.fields[prompt.at]
      const fault = field && prompt.faults[field.name]
      return `${prompt.title}. ${prompt.isKept && prompt.at === 0 ? `${keptWords} ` : ''}${field?.label}: ${field?.value || 'empty'}. ${fault ?? field?.hint ?? ''}`
    }
    case 'filter':
      return `Filter: ${prompt.typed}${leftWords(explorer)}`
    case 'help':
    case 'welcome':
      return panelLines(prompt, explorer, 100)
        .map((each) => lineText(each).trim())
        .filter((words) => words !== '')
        .join('. ')
  }
}
