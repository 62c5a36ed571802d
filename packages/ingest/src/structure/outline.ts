import type {Block, ListItem, Words} from '../blocks.ts'
import {type Context, lineOf} from './context.ts'
import {type Heading, headingOf, runInHeading} from './headings.ts'
import {message} from '../message.ts'
import {joined, plainWords} from '../words.ts'

/** A heading with what stands under it before the next heading, and the parts below. */
export interface Part {
  readonly heading: Heading
  readonly blocks: readonly Block[]
  readonly parts: readonly Part[]
}

export interface Outline {
  /** What stands before the first heading. */
  readonly blocks: readonly Block[]
  readonly parts: readonly Part[]
}

interface Open {
  readonly heading: Heading
  readonly level: number
  readonly blocks: Block[]
  readonly parts: Part[]
}

/** Blocks as a tree of headings. `base` is the level above the outermost heading expected; a jump is told and taken as it stands. */
export const outlined = (blocks: readonly Block[], base: number | null, context: Context): Outline => {
  const before: Block[] = []
  const parts: Part[] = []
  const open: Open[] = []
  let printed = base
  for (const [at, block] of blocks.entries()) {
    const heading = headingAt(block, blocks[at + 1])
    if (!heading) {
      ;(open.at(-1)?.blocks ?? before).push(block)
      continue
    }
    if (heading.level !== null) {
      if (printed !== null && heading.level > printed + 1) noteJump(heading, printed, context)
      printed = heading.level
    }
    // A run-in heading stands under the printed heading above it, beside other run-in headings.
    const level = heading.level ?? (open.findLast((each) => each.heading.level !== null)?.level ?? 0) + 0.5
    while (open.length > 0 && ends(open.at(-1) as Open, heading, level)) close(open, parts)
    open.push({heading, level, blocks: [], parts: []})
  }
  while (open.length > 0) close(open, parts)
  return {blocks: before, parts}
}

/** Any printed heading ends a run-in one. */
const ends = (above: Open, heading: Heading, level: number): boolean =>
  above.level >= level || (above.heading.level === null && heading.level !== null)

const headingAt = (block: Block, next: Block | undefined): Heading | null => {
  if (block.type === 'heading') return headingOf(block.words, block.level)
  if (block.type === 'paragraph' && runInHeading(block.words, next)) return headingOf(block.words, null)
  return null
}

const close = (open: Open[], parts: Part[]): void => {
  const {heading, blocks, parts: inner} = open.pop() as Open
  ;(open.at(-1)?.parts ?? parts).push({heading, blocks, parts: inner})
}

const noteJump = (heading: Heading, above: number, context: Context): void =>
  context.note(
    message('heading-depth', `Unexpected heading depth ${heading.level} under depth ${above}, expected ${above + 1}`, {
      line: lineOf(heading.words, context),
    }),
  )

/** Every word of a part, block by block, its own heading left out. */
export const partWords = (part: Part): readonly Words[] => [
  ...part.blocks.flatMap(blockWords),
  ...part.parts.flatMap((each) => [each.heading.words, ...partWords(each)]),
]

/** Every run of words of a block in reading order. */
export const blockWords = (block: Block): readonly Words[] => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.words]
    case 'list':
      return block.items.flatMap(itemWords)
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map((row) =>
        joined(
          row.map(({words}) => words).filter(({text}) => text !== ''),
          ' | ',
        ),
      )
    case 'control':
      return [block.label]
    case 'definition':
      return [block.term, block.meaning]
    case 'box':
      return [...(block.title ? [block.title] : []), ...block.blocks.flatMap(blockWords)]
  }
}

const itemWords = ({marker, blocks}: ListItem): readonly Words[] => {
  const [first, ...rest] = blocks.flatMap(blockWords)
  if (marker === null) return first ? [first, ...rest] : []
  return [first ? joined([plainWords(marker), first], ' ') : plainWords(marker), ...rest]
}
