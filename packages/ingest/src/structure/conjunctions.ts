import type {Block, ListItem} from '../blocks.ts'
import {joined} from '../words.ts'

const alone = /^[(–—-]*\s*(?:and\/or|or|and)\s*[)–—:,.-]*$/iu

/** Whether words are nothing but `or` or `and`. */
export const isConjunction = (text: string): boolean => alone.test(text)

/** Blocks with an `or` that stands alone on its line joined to what stands before it: two steps are a choice by it, and it is no step itself. The steps of a
 *  list that it cut in two are one list again. */
export const withConjunctions = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = []
  let isCut = false
  for (const block of blocks) {
    const last = found.at(-1)
    const before = block.type === 'paragraph' && isConjunction(block.words.text) && last ? ended(last, block) : null
    if (before) found[found.length - 1] = before
    else if (isCut && last?.type === 'list' && block.type === 'list')
      found[found.length - 1] = {...last, items: [...last.items, ...block.items]}
    else found.push(block)
    isCut = before !== null
  }
  return found
}

/** A paragraph, or the last step of a list, with words after it; null for any other block. */
const ended = (block: Block, more: Block): Block | null => {
  if (more.type !== 'paragraph') return null
  if (block.type === 'paragraph') return {...block, words: joined([block.words, more.words], ' ')}
  const step = block.type === 'list' ? block.items.at(-1) : undefined
  const last = step?.blocks.at(-1)
  const told = last ? ended(last, more) : null
  if (block.type !== 'list' || !step || !told) return null
  const item: ListItem = {...step, blocks: [...step.blocks.slice(0, -1), told]}
  return {...block, items: [...block.items.slice(0, -1), item]}
}
