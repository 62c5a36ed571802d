import type {Block, ListItem, ParagraphBlock} from '../blocks.ts'
import {part} from '../words.ts'
import {paragraphNumber} from './numbering.ts'

/** A printed decimal number as its figures: `2.1.` is `2.1`. Null for any other number. */
const figures = (block: Block | undefined): string | null => {
  if (block?.type !== 'paragraph' || block.words.text.includes('\n')) return null
  const printed = paragraphNumber(block.words.text)?.number ?? ''
  return /^\d+(?:\.\d+)*[.)]?$/u.test(printed) ? printed.replace(/[.)]$/u, '') : null
}

/** Blocks with the numbered paragraphs that a numbered paragraph leads into (`2.1 Staff must:` over `2.1.1`, `2.1.2`) made a list under it. */
export const withLedSteps = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    found.push(block)
    const led = ledFrom(blocks, at)
    if (led.length === 0) continue
    found.push({type: 'list', ordered: true, items: items(led)})
    at += led.length
  }
  return found
}

/** The paragraphs after `at` whose numbers go on from its own, where it ends with a colon. */
const ledFrom = (blocks: readonly Block[], at: number): readonly ParagraphBlock[] => {
  const block = blocks[at]
  const own = figures(block)
  if (own === null || block?.type !== 'paragraph' || !/:[”"’)]*$/u.test(block.words.text)) return []
  const after = blocks.slice(at + 1)
  const end = after.findIndex((each) => !(figures(each) ?? '').startsWith(`${own}.`))
  return (end < 0 ? after : after.slice(0, end)) as readonly ParagraphBlock[]
}

/** Steps of a list; those that lead into deeper numbers have a list of their own. */
const items = (led: readonly ParagraphBlock[]): readonly ListItem[] => {
  const found: ListItem[] = []
  for (let at = 0; at < led.length; at++) {
    const own = led[at] as ParagraphBlock
    const number = paragraphNumber(own.words.text)
    const deeper = ledFrom(led, at)
    found.push({
      marker: number?.number ?? null,
      checked: null,
      blocks: [
        {type: 'paragraph', words: part(own.words, number?.at ?? 0)},
        ...(deeper.length > 0 ? [{type: 'list', ordered: true, items: items(deeper)} as const] : []),
      ],
    })
    at += deeper.length
  }
  return found
}
