import type {Block, Words} from '../blocks.ts'
import {isBold, joined} from '../words.ts'

const isAddress = (text: string): boolean => /^<?(?:https?:\/\/|www\.)\S+$/iu.test(text)

/** Blocks with an address that stands alone joined to the paragraph before it: it says where to find what that speaks of, and nothing by itself. */
export const withAddresses = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.type === 'paragraph' && last?.type === 'paragraph' && isAddress(block.words.text) && speaks(last.words))
      found[found.length - 1] = {...last, words: joined([last.words, block.words], ' ')}
    else found.push(block)
  }
  return found
}

const speaks = (words: Words): boolean =>
  /\p{L}/u.test(words.text) && !words.text.includes('\n') && !isBold(words) && !isAddress(words.text)
