import type {Block, ControlBlock, Words} from '../../blocks.ts'
import {labelledChoice} from '../../structure/answers.ts'
import {joined, part} from '../../words.ts'
import {type Line, segments} from './lines.ts'
import {type Grid, type Input, paraText, type Piece} from './pieces.ts'
import {joinedWords, type Script} from './words.ts'

const fewestCells = 8
const longestLabel = 12

const cellText = (cell: readonly Piece[]): string =>
  cell
    .map((piece) => (piece.type === 'para' ? paraText(piece) : ''))
    .join(' ')
    .trim()

const isMostlyCaps = (text: string): boolean =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)

const isLabel = (text: string): boolean =>
  text.split(/\s+/u).length <= longestLabel && !/[.;]$/u.test(text) && (isMostlyCaps(text) || /☐|[:?]\s*$/u.test(text))

const hasInput = (cell: readonly Piece[]): boolean => cell.some(({type}) => type === 'input')

/** Whether a table is a printed form: most of its cells hold an input with its own words, or a short label in capitals or boxes to tick with
 *  room to write. A table with words in one column and inputs in the next is a table still. */
export const isFormGrid = ({rows}: Grid): boolean => {
  const cells = rows
    .flat()
    .filter((cell) => cellText(cell) !== '' || cell.some((piece) => piece.type === 'input' && piece.label.length > 0))
  if (cells.length < fewestCells) return false
  const labels = cells.filter((cell) => hasInput(cell) || isLabel(cellText(cell)))
  return labels.length * 10 >= cells.length * 6
}

/** A printed form as inputs: what a row's first cell names over several rows is a heading, every other cell asks for something. A cell over
 *  several rows asks once. */
export const formBlocks = ({rows}: Grid, {script, inputBlock}: FormSetting): readonly Block[] => {
  const asked = new Set<Piece>()
  return rows.flatMap((row, n) => {
    const heads = isSideHead(rows, n)
    return row.flatMap((cell, m): readonly Block[] => {
      if (cell.some((piece) => asked.has(piece))) return []
      for (const piece of cell) asked.add(piece)
      const words = wordsIn(cell, script)
      if (m === 0 && heads && /\p{L}{2}/u.test(words.text) && !hasInput(cell))
        return [{type: 'heading', level: 3, words: oneLine(words)}]
      return labelRow(cell, script, inputBlock) ?? cellBlocks(cell, words, inputBlock)
    })
  })
}

export interface FormSetting {
  readonly script: Script
  readonly inputBlock: (input: Input) => ControlBlock
}

const fewestLabels = 3
/** Labels of columns may stand nearer to one another than columns of text. */
const labelGapEms = 1.2

/** A cell whose first line holds several short labels far apart (`Name   Born   School`) asks for each; the numbers of the lines to write on, and what
 *  only its maker named, ask for nothing. Null for any other cell. */
const labelRow = (
  cell: readonly Piece[],
  script: Script,
  inputBlock: FormSetting['inputBlock'],
): readonly Block[] | null => {
  const printed = cell.flatMap((piece) => (piece.type === 'para' ? piece.lines : []))
  const labels = printed
    .flatMap((line) => segments(line, labelGapEms))
    .filter(({text}) => !/^\d{1,2}[.)]?$/u.test(text))
  const named = cell.flatMap((piece) => (piece.type === 'input' && piece.label.length > 0 ? [piece] : []))
  const [first] = labels
  if (!first || labels.length < 2 || labels.length + named.length < fewestLabels) return null
  if (!labels.every((each) => isShort(each.text) && Math.abs(each.y - first.y) < 0.2 * first.size)) return null
  const all = [
    ...named.map((input) => ({x: (input.label[0] as Line).x, block: inputBlock(input)})),
    ...labels.map((line) => ({x: line.x, block: asking('text', joinedWords([line], script))})),
  ]
  return all.sort((a, b) => a.x - b.x).map(({block}) => block)
}

const isShort = (text: string): boolean => text.split(/\s+/u).length <= 4 && isMostlyCaps(text) && !/☐/u.test(text)

/** One input with a hint beside its label asks for both; boxes to tick beside inputs ask on their own. */
const cellBlocks = (cell: readonly Piece[], words: Words, inputBlock: FormSetting['inputBlock']): readonly Block[] => {
  const all = cell.flatMap((piece) => (piece.type === 'input' ? [inputBlock(piece)] : []))
  const controls = all.length > 1 ? all.filter(({label}) => label.text !== '') : all
  const [only, ...more] = controls
  if (!/\p{L}{2}/u.test(words.text)) return controls
  if (!only) return asksFor(words)
  if (more.length === 0 && !words.text.includes('☐'))
    return [
      {
        ...only,
        label: joined(
          [only.label, oneLine(words)].filter(({text}) => text !== ''),
          ' ',
        ),
      },
    ]
  return [...controls, ...asksFor(words)]
}

/** Whether a row's first cell heads the rows below it: it stands in them too, or they leave theirs empty. */
const isSideHead = (rows: Grid['rows'], n: number): boolean => {
  const [own, next] = [rows[n]?.[0] ?? [], rows[n + 1]?.[0] ?? []]
  if ((rows[n]?.length ?? 0) < 2 || cellText(own) === '') return false
  return cellText(next) === '' || cellText(next) === cellText(own) || /^[A-Z]\.\s/u.test(cellText(own))
}

const wordsIn = (cell: readonly Piece[], script: Script): Words =>
  joined(
    cell.flatMap((piece) => (piece.type === 'para' ? [joinedWords(piece.lines, script)] : [])),
    ' ',
  )

const oneLine = (words: Words): Words => ({...words, text: words.text.replaceAll('\n', ' ')})

const asksFor = (words: Words): readonly Block[] => {
  const box = words.text.search(/☐/u)
  if (box >= 0) return boxesFor(words, box)
  const choice = labelledChoice(words.text)
  if (choice) return [asking('choice', part(words, 0, choice.end), choice.options)]
  return [asking('text', oneLine(words))]
}

/** Boxes to tick from `box` on: several are a choice, one is a tick of what stands before it, or else after it. What is asked after a tick's label asks
 *  on its own. */
const boxesFor = (words: Words, box: number): readonly Block[] => {
  const label = part(words, 0, box)
  const options = words.text
    .slice(box)
    .split('☐')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if (label.text === '' && options.length < 2) return [asking('tick', part(words, box + 1))]
  if (options.length === 0) return [asking('text', label)]
  if (options.length > 1) return [asking('choice', label, options)]
  const after = part(words, words.text.indexOf(options[0] as string, box))
  return /[:?]\s*$/u.test(after.text) ? [asking('tick', label), ...asksFor(after)] : [asking('choice', label, options)]
}

const asking = (control: ControlBlock['control'], label: Words, options: readonly string[] = []): ControlBlock => ({
  type: 'control',
  control,
  label,
  required: false,
  options,
})
