import type {Block, ControlBlock, Words} from '../../blocks.ts'
import {lines, part, plainWords, writing, type Writing} from '../../words.ts'
import type {Places} from '../places.ts'
import type {FlowInput, FlowParagraph, FlowText, Inline} from './flow.ts'

const isText = (inline: Inline | undefined): inline is FlowText => inline?.type === 'text'

/** Neighbours of one weight as one: editors cut words into runs, and a span of bold must not end inside a title. */
const merged = (inlines: readonly Inline[]): readonly Inline[] => {
  const found: Inline[] = []
  let parts: string[] = []
  for (const inline of inlines) {
    const last = found.at(-1)
    if (isText(inline) && isText(last) && last.paragraph === inline.paragraph && sameWeight(last, inline)) {
      parts.push(inline.text)
      continue
    }
    if (isText(last)) found[found.length - 1] = {...last, text: parts.join('')}
    found.push(inline)
    parts = isText(inline) ? [inline.text] : []
  }
  const last = found.at(-1)
  if (isText(last)) found[found.length - 1] = {...last, text: parts.join('')}
  return found
}

const sameWeight = (last: FlowText, next: FlowText): boolean => last.bold === next.bold || !/\S/u.test(next.text)

const write = (inline: Inline, out: Writing, places: Places): void => {
  if (inline.type === 'break') out.lineBreak()
  if (inline.type !== 'text' || inline.text === '') return
  const add = (): void =>
    out.add(inline.text, places.take(inline.text.length, {line: null, paragraph: inline.paragraph}))
  if (inline.bold) out.bold(add)
  else add()
}

/** The text of some inlines; places to fill in, notes and boxes are not part of it. */
export const wordsOf = (inlines: readonly Inline[], places: Places): Words => {
  const out = writing()
  for (const inline of merged(inlines)) write(inline, out, places)
  return out.words()
}

/** Words with what a word processor prints before them. */
export const numberedWords = ({inlines, number, paragraph}: FlowParagraph, places: Places): Words => {
  const printed = number?.text
  const text = {type: 'text', text: `${printed} `, bold: false, paragraph} as const
  return wordsOf(printed ? [text, ...inlines] : inlines, places)
}

const requiredMark = /^(?:\*+|[([](?:required|mandatory|must be (?:completed|answered))[)\]])(?=\s|$)/iu

/** A paragraph's text as paragraphs, with its places to fill in as controls labelled by the text before each. */
export const paragraphBlocks = (inlines: readonly Inline[], places: Places): readonly Block[] => {
  if (!inlines.some(({type}) => type === 'input')) return textBlock(wordsOf(inlines, places))
  const found: Block[] = []
  let from = 0
  for (const [at, inline] of inlines.entries()) {
    if (inline.type !== 'input') continue
    found.push(...labelled(afterMark(wordsOf(inlines.slice(from, at), places), found), inline))
    from = at + 1
  }
  const rest = afterMark(wordsOf(inlines.slice(from), places), found)
  return [...found, ...textBlock(rest)]
}

const textBlock = (words: Words): readonly Block[] => (words.text === '' ? [] : [{type: 'paragraph', words}])

/** A control that no words label yet, with what its maker called it. */
export interface Unlabelled extends ControlBlock {
  readonly name: string
}

/** A control with the last line before it as its label. */
const labelled = (before: Words, {control, options, name}: FlowInput): readonly Block[] => {
  const all = lines(before)
  const label = all.at(-1)
  if (!label) return [{type: 'control', control, label: plainWords(''), required: false, options, name} as Unlabelled]
  const above = all.length > 1 ? textBlock(part(before, 0, before.text.lastIndexOf('\n'))) : []
  return [...above, {type: 'control', control, label, required: false, options}]
}

/** A control labelled with its own name where nothing else labels it; any other block as it is. */
export const named = (block: Block): Block => {
  if (block.type !== 'control' || !('name' in block)) return block
  const {name, ...control} = block as Unlabelled
  return {...control, label: plainWords(name)}
}

/** A control without its own name. */
export const unnamed = (block: ControlBlock): ControlBlock => {
  if (!('name' in block)) return block
  const {name: _, ...control} = block as Unlabelled
  return control
}

/** Words without the mark of what is required that they begin with: the control before them is. */
const afterMark = (words: Words, found: Block[]): Words => {
  const last = found.at(-1)
  const mark = requiredMark.exec(words.text)?.[0]
  if (mark === undefined || last?.type !== 'control') return words
  found[found.length - 1] = {...last, required: true}
  return part(words, mark.length)
}
