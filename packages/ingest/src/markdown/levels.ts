import type {Block} from '../blocks.ts'

/** The deepest heading of Markdown. */
export const deepest = 6

/** Blocks with headings no deeper than Markdown has them: as they are where none is deeper, else each level moved up as far as the levels in
 *  use leave room, so that what stands under what stays. Only the first level keeps its place: it is the title's. More than six levels in use
 *  leave some too deep. */
export const withFittedLevels = (blocks: readonly Block[]): readonly Block[] => {
  const used = [...new Set(levelsIn(blocks))].sort((a, b) => a - b)
  if ((used.at(-1) ?? 0) <= deepest) return blocks
  const from = used[0] === 1 ? 1 : 2
  return releveled(blocks, (level) => used.indexOf(level) + from)
}

const levelsIn = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.level]
    if (block.type === 'box') return levelsIn(block.blocks)
    return block.type === 'list' ? block.items.flatMap((item) => levelsIn(item.blocks)) : []
  })

const releveled = (blocks: readonly Block[], levelOf: (level: number) => number): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.type === 'heading') return {...block, level: levelOf(block.level)}
    if (block.type === 'box') return {...block, blocks: releveled(block.blocks, levelOf)}
    if (block.type !== 'list') return block
    return {...block, items: block.items.map((item) => ({...item, blocks: releveled(item.blocks, levelOf)}))}
  })
