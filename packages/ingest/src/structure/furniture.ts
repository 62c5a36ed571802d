import type {Block, Words} from '../blocks.ts'
import {lines, joined} from '../words.ts'

/** Lines that belong to the page or the site, never to the procedure. */
const furniture: readonly RegExp[] = [
  /^page\s+\d+(?:\s*(?:of|\/)\s*\d+)?$/iu,
  /^\d+\s*(?:of|\/)\s*\d+\s*pages?$/iu,
  /^(?:classification:?\s*)?(?:official(?:[ -]*sensitive)?|not protectively marked|protect|restricted|unclassified)\s*$/iu,
  /^(?:classification|protective marking)\s*:\s*\S[\w -]{0,30}$/iu,
  /^(?:↑\s*)?(?:back|return|jump) to (?:the )?(?:top|contents|start)(?: of (?:the )?page)?\.?$/iu,
  /^(?:text )?size\s*:?(?:\s*[a-z+-]\b){0,4}(?:\s*view this website with.*)?$/iu,
  /^view this website with\b.{0,80}$/iu,
  /^\(?jump to\)?$/iu,
  /^(?:show|hide|view|see) (?:all )?amendments?$/iu,
  /^skip to (?:main )?(?:content|navigation)$/iu,
  /^(?:print|share|download|email) (?:this )?(?:page|chapter|as pdf)$/iu,
  /^(?:print|clear|reset|submit|save) (?:this )?form$/iu,
  /^company logo$/iu,
  /^please select a partnership to see additional information\.?$/iu,
  /^you are seeing localised content for .{1,60}$/iu,
  /^[^\p{L}\p{N}☐□❏❑◻☑☒_…]+$/u,
]

/** Whether a line is page furniture. */
const isFurnitureLine = (text: string): boolean =>
  text.length < 160 && furniture.some((pattern) => pattern.test(text.trim()))

/** The blocks without furniture lines; `dropped` is called with each line left out. */
export const withoutFurniture = (blocks: readonly Block[], dropped: (line: Words) => void): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'heading':
        if (isFurnitureLine(block.words.text)) return leftOut(block.words, dropped)
        return [block]
      case 'paragraph': {
        const all = lines(block.words)
        const kept = all.filter((line) => !isFurnitureLine(line.text))
        if (kept.length === all.length) return [block]
        all.filter((line) => isFurnitureLine(line.text)).forEach(dropped)
        return kept.length === 0 ? [] : [{...block, words: joined(kept, '\n')}]
      }
      case 'list':
        return [
          {...block, items: block.items.map((item) => ({...item, blocks: withoutFurniture(item.blocks, dropped)}))},
        ]
      case 'box': {
        // A heading at the start of a box is its title, whatever it says.
        const titles = block.title === null && block.blocks[0]?.type === 'heading' ? 1 : 0
        const rest = withoutFurniture(block.blocks.slice(titles), dropped)
        return [{...block, blocks: [...block.blocks.slice(0, titles), ...rest]}]
      }
      case 'table':
      case 'control':
      case 'definition':
      case 'note':
        return [block]
    }
  })

const leftOut = (words: Words, dropped: (line: Words) => void): readonly Block[] => {
  dropped(words)
  return []
}
