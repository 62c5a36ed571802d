import type {Lexicon} from '@hedgerow/lexicon'
import type {Block, ParagraphBlock} from '../blocks.ts'
import {isBold, joined, lines} from '../words.ts'
import {isCaption} from './captions.ts'

/** A British postcode, or a state and its ZIP code, at the end of a line. */
const postcode = /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)\.?$/u
const telephone = /^(?:(?:tel(?:ephone)?|phone|fax)\b[ .:]*)?[\d\s()+-]{9,20}$/iu

/** An address has so many lines above its postcode at most, each of so many words. */
const highest = 5
const widest = 9

/** Blocks with the lines of a postal address, set as paragraphs of their own, joined into one: none of them says anything by itself. */
export const withPostalAddresses = (blocks: readonly Block[], lexicon: Lexicon): readonly Block[] => {
  const found: Block[] = []
  for (const block of blocks.flatMap(linesApart)) {
    const last = found.at(-1)
    if (block.type === 'paragraph' && last?.type === 'paragraph' && isLine(block) && goesOn(last, block))
      found[found.length - 1] = together([last, block])
    else if (block.type === 'paragraph' && isLine(block) && postcode.test(block.words.text)) {
      const above = linesAbove(found, lexicon)
      found.push(together([...found.splice(found.length - above, above), block] as ParagraphBlock[]))
    } else found.push(block)
  }
  return found
}

/** A paragraph that ends in an address, broken into its lines. */
const linesApart = (block: Block): readonly Block[] =>
  block.type === 'paragraph' &&
  block.words.text
    .split('\n')
    .slice(1)
    .some((line) => postcode.test(line))
    ? lines(block.words).map((words) => ({type: 'paragraph', words}))
    : [block]

const isLine = ({words}: ParagraphBlock): boolean =>
  !words.text.includes('\n') && !isBold(words) && words.text.split(/\s+/u).length <= widest

/** Whether a line is the telephone number under an address. */
const goesOn = (above: ParagraphBlock, {words}: ParagraphBlock): boolean =>
  postcode.test(above.words.text) && telephone.test(words.text)

/** How many of the last blocks are the lines of an address above its postcode. */
const linesAbove = (blocks: readonly Block[], lexicon: Lexicon): number => {
  let count = 0
  for (let at = blocks.length - 1; at >= 0 && count < highest; at--) {
    const block = blocks[at] as Block
    if (block.type !== 'paragraph' || !isLine(block) || !isPlace(block.words.text, lexicon)) break
    count++
  }
  return count
}

/** Whether a line only names a place or who is there: a street with its number, or a title. */
const isPlace = (text: string, lexicon: Lexicon): boolean => !postcode.test(text) && isCaption(text, lexicon)

const together = (lines: readonly ParagraphBlock[]): ParagraphBlock => ({
  type: 'paragraph',
  words: joined(
    lines.map(({words}) => words),
    ', ',
  ),
})
