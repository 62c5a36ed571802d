import type {Block, Cell, ControlBlock, ListItem, Words} from '../../blocks.ts'
import {joined, part, plainWords} from '../../words.ts'
import {headingLevels, labelLength} from './headings.ts'
import {markerOf} from './marker.ts'
import {isTitled, itemOf, type Node, type Step, stepsOf} from './outline.ts'
import {formBlocks, isFormGrid} from './form-grids.ts'
import {firstLine, type Frame, type Grid, type Input, paraText, type Para, type Piece} from './pieces.ts'
import {joinedWords, type Script} from './words.ts'

/** What the pieces of a document are turned into blocks with. */
export interface Setting {
  readonly script: Script
  readonly levels: ReadonlyMap<Para, number>
}

/** A document's pieces as blocks: headings with levels (a title no smaller than `least`), steps nested as they are printed, tables, frames. */
export const blocksOfPieces = (
  pieces: readonly Piece[],
  body: number,
  script: Script,
  least: number,
): readonly Block[] => withoutJumps(blocksOf(pieces, {script, levels: headingLevels(pieces, body, least)}))

/** Headings of which none is more than a level below the one above it: how deep a look stands is only guessed. */
const withoutJumps = (blocks: readonly Block[]): readonly Block[] => {
  const open: {readonly given: number; readonly level: number}[] = []
  return blocks.map((block) => {
    if (block.type !== 'heading') return block
    while (open.length > 0 && (open.at(-1) as {given: number}).given >= block.level) open.pop()
    const above = open.at(-1)
    const level = above ? above.level + 1 : Math.min(block.level, 2)
    open.push({given: block.level, level})
    return level === block.level ? block : {...block, level}
  })
}

const blocksOf = (pieces: readonly Piece[], setting: Setting): readonly Block[] => {
  const nodes = pieces.map((piece): Node => {
    if (piece.type === 'para') return piece
    return {type: 'other', blocks: placedBlocks(piece, setting)}
  })
  return nodeBlocks(
    stepsOf(nodes, (own) => setting.levels.has(own)),
    setting,
    null,
  )
}

const placedBlocks = (piece: Exclude<Piece, Para>, setting: Setting): readonly Block[] => {
  switch (piece.type) {
    case 'grid':
      return isFormGrid(piece)
        ? formBlocks(piece, {script: setting.script, inputBlock: (input) => inputBlock(input, setting)})
        : gridBlocks(piece, setting)
    case 'frame':
      return frameBlocks(piece, setting)
    case 'input':
      return [inputBlock(piece, setting)]
  }
}

/** `within` is the list these stand in, or null: outside lists, steps side by side that are all titles are headings a level below the one above. */
const nodeBlocks = (nodes: readonly Node[], setting: Setting, within: 'list' | null, above = 1): readonly Block[] => {
  const found: Block[] = []
  let level = above
  // Numbered titles stand below the numbered heading above them, whatever unnumbered ones come between.
  let numbered: number | null = null
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as Node
    if (node.type === 'step') {
      const steps = stepsFrom(nodes, at)
      if (within === null && isOutline(steps))
        found.push(...steps.flatMap((step) => sectionBlocks(step, setting, Math.min(6, (numbered ?? level) + 1))))
      else found.push(listOf(steps, setting))
      at += steps.length
      continue
    }
    const defined = definitionsFrom(nodes, at, setting)
    if (defined) {
      found.push(...defined.blocks)
      at += defined.length
      continue
    }
    if (node.type === 'para') {
      level = setting.levels.get(node) ?? level
      if (setting.levels.has(node) && markerOf(paraText(node))) numbered = level
      else if (numbered !== null && level <= numbered && setting.levels.has(node)) numbered = null
    }
    found.push(...(node.type === 'para' ? paraBlocks(node, setting) : node.blocks))
    at++
  }
  return found
}

const longestTerm = 8

/** Terms at the margin, each over its meaning set further in: a list of definitions, of two at least. */
const definitionsFrom = (
  nodes: readonly Node[],
  start: number,
  setting: Setting,
): {blocks: readonly Block[]; length: number} | null => {
  const blocks: Block[] = []
  let at = start
  for (; isDefined(nodes[at], nodes[at + 1], setting); at += 2) {
    const [term, meaning] = [nodes[at] as Para, nodes[at + 1] as Para]
    blocks.push({
      type: 'definition',
      term: joinedWords(term.lines, setting.script),
      meaning: joinedWords(meaning.lines, setting.script),
    })
  }
  return blocks.length > 1 ? {blocks, length: at - start} : null
}

const isDefined = (term: Node | undefined, meaning: Node | undefined, {levels}: Setting): boolean => {
  if (term?.type !== 'para' || meaning?.type !== 'para' || levels.has(meaning) || levels.has(term)) return false
  const text = paraText(term)
  const set = firstLine(meaning).x - firstLine(term).x
  return (
    term.lines.length === 1 &&
    set > 12 &&
    set < 80 &&
    text.split(/\s+/u).length <= longestTerm &&
    !/[.:;,?!]$/u.test(text)
  )
}

/** The steps of one list. */
const stepsFrom = (nodes: readonly Node[], start: number): readonly Step[] => {
  const first = nodes[start] as Step
  const steps: Step[] = []
  for (const node of nodes.slice(start)) {
    if (node.type !== 'step' || !isBeside(first, node)) break
    steps.push(node)
  }
  return steps
}

const isBeside = (step: Step, node: Step): boolean =>
  (step.marker.printed === null) === (node.marker.printed === null) &&
  step.marker.kinds.some(({style}) => node.marker.kinds.some((each) => each.style === style))

const isOutline = (steps: readonly Step[]): boolean =>
  steps[0]?.marker.printed !== null && steps.every((step) => step.own.role !== 'note' && isTitled(step))

const sectionBlocks = (step: Step, setting: Setting, level: number): readonly Block[] => [
  {type: 'heading', level, words: joinedWords(step.own.lines, setting.script)},
  ...nodeBlocks(step.under, setting, null, level),
]

const listOf = (steps: readonly Step[], setting: Setting): Block => ({
  type: 'list',
  ordered: steps[0]?.marker.printed !== null,
  items: steps.map((step): ListItem => {
    const words = joinedWords(step.own.lines, setting.script)
    return itemOf(step.marker, [
      {type: 'paragraph', words: part(words, step.marker.at)},
      ...nodeBlocks(step.under, setting, 'list'),
    ])
  }),
})

const paraBlocks = (own: Para, setting: Setting): readonly Block[] => {
  const words = joinedWords(own.lines, setting.script)
  if (words.text === '') return []
  if (own.role === 'note') return [noteOf(words)]
  const level = setting.levels.get(own)
  if (level === undefined) return [{type: 'paragraph', words}]
  const to = labelLength(own)
  if (to === 0) return [{type: 'heading', level, words}]
  return [
    {type: 'heading', level, words: part(words, 0, to - 1)},
    {type: 'paragraph', words: part(words, to)},
  ]
}

/** A button's words are its option; everything else is labelled by the words beside it, else by what its author called it. */
const inputBlock = ({control, label, called}: Input, {script}: Setting): ControlBlock => {
  const words = label.length > 0 ? joinedWords(label, script) : plainWords(called)
  return control.group === undefined
    ? {...control, label: words}
    : {...control, label: plainWords(''), options: [words.text]}
}

const noteOf = (words: Words): Block => {
  const mark = /^[\s[(]*(\d{1,3}|[*†‡§])[\])]*\s*/u.exec(words.text)
  return {type: 'note', mark: mark?.[1] ?? null, words: part(words, mark?.[0].length ?? 0)}
}

const frameBlocks = ({pieces}: Frame, setting: Setting): readonly Block[] => {
  const [first, ...rest] = pieces
  if (first?.type === 'para' && rest.length > 0 && isBold(first))
    return [{type: 'box', title: joinedWords(first.lines, setting.script), blocks: blocksOf(rest, setting)}]
  return [{type: 'box', title: null, blocks: blocksOf(pieces, setting)}]
}

const isBold = (own: Para): boolean => own.lines.every(({bold}) => bold) && paraText(own).length < 90

const gridBlocks = (grid: Grid, setting: Setting): readonly Block[] => {
  const cells = grid.rows.map((row) => row.map((cell) => cellOf(cell, setting)))
  return [
    {
      type: 'table',
      caption: null,
      head: grid.headed ? (cells[0] ?? null) : null,
      rows: grid.headed ? cells.slice(1) : cells,
    },
  ]
}

const cellOf = (cell: readonly Piece[], setting: Setting): Cell => {
  const words = cell.flatMap((piece): readonly Words[] =>
    piece.type === 'para'
      ? [joinedWords(piece.lines, setting.script)]
      : piece.type === 'input'
        ? []
        : [joined(gridWords(piece, setting), ' ')],
  )
  const controls = cell.flatMap((piece) => (piece.type === 'input' ? [inputBlock(piece, setting)] : []))
  return {words: words.length === 0 ? plainWords('') : joined(words, '\n'), controls}
}

const gridWords = (piece: Grid | Frame, setting: Setting): readonly Words[] =>
  (piece.type === 'frame' ? [piece.pieces] : piece.rows.flat()).map((cell) => cellOf(cell, setting).words)
