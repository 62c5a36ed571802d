import type {Block, ListItem, Words} from '../blocks.ts'
import {withAddresses} from './addresses.ts'
import {withConjunctions} from './conjunctions.ts'
import {isApproval} from './cover.ts'
import {isBold, lines, part, squeezed, withoutEnd} from '../words.ts'
import {withLedSteps} from './led-steps.ts'
import {headingNumber, paragraphNumber, tickBox, typedBullet} from './numbering.ts'

/** A heading as recognised: run-in ones stand a level below the printed heading above them. */
export interface Heading {
  readonly title: string
  readonly number: string | null
  readonly level: number | null
  readonly words: Words
}

const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u20E3/gu

/** A heading's title without its number, pictures, stray emphasis marks and page furniture. */
export const headingOf = (words: Words, level: number | null): Heading => {
  // A keycap (keycap digit) is a number drawn as a picture; © and ® count as pictures but are text.
  const keyed = words.text.replace(/(?<=\d)\uFE0F?\u20E3/gu, '.')
  const printed = squeezed(keyed.replace(pictures, (mark) => ('©®™'.includes(mark) ? mark : ' ')))
    .replace(/\s*\(jump to\)$/iu, '')
    .replace(/^[*_#\s]+/u, '')
  const text = withoutEnd(printed, /[*_#\s:]/u)
  const numbered = headingNumber(text)
  const rest = numbered ? text.slice(numbered.at).replace(/^[\s:.–—-]+/u, '') : text
  return {title: rest === '' ? text : rest, number: numbered?.number ?? null, level, words}
}

const longestHeading = 90

/** Whether a paragraph is a heading in bold or capitals, printed as a paragraph. `next` is what follows it. */
export const runInHeading = (words: Words, next: Block | undefined): boolean => {
  const {text} = words
  if (isApproval(text)) return false
  if (text.length > longestHeading || text.includes('\n') || !next) return false
  if (/[.;,]$/u.test(text.replace(/^(?:\S+\.)\s/u, '')) || /\b(?:must|shall|should|will)\b.*:$/iu.test(text))
    return false
  if (/:$/u.test(text) && next.type === 'list') return false
  const inside = text.replace(/[^\p{L}]/gu, '')
  if (inside.length < 3) return false
  if (isBold(words)) return true
  return (
    inside.length >= 5 &&
    inside === inside.toUpperCase() &&
    inside !== inside.toLowerCase() &&
    /[\p{Lu}]{4}/u.test(text)
  )
}

/** Blocks with the first bold line of a paragraph set apart as a run-in heading, and paragraphs that are typed list items made lists. */
export const untangled = (blocks: readonly Block[]): readonly Block[] =>
  withLedSteps(withConjunctions(typedLists(withAddresses(blocks.flatMap(boldLines)))))

const boldLines = (block: Block): readonly Block[] => {
  if (block.type !== 'paragraph' || !block.words.text.includes('\n')) return [block]
  const [first, ...rest] = lines(block.words)
  if (!first || rest.length === 0 || !isBold(first) || /[.:;,]$/u.test(first.text)) return [block]
  const at = block.words.text.indexOf('\n') + 1
  return [
    {type: 'paragraph', words: first},
    {type: 'paragraph', words: part(block.words, at)},
  ]
}

interface Typed {
  readonly marker: string | null
  readonly checked: boolean | null
  readonly words: Words
}

const typed = (words: Words, started: boolean): Typed | null => {
  const tick = tickBox(words.text)
  // Two boxes in a line are a choice, read as a line of a form.
  if (tick && !/[☐□❏☑☒]/u.test(words.text.slice(tick.at)))
    return {marker: null, checked: tick.checked, words: part(words, tick.at)}
  const bullet = typedBullet(words.text)
  if (bullet !== null && (started || !/^[–-]/u.test(words.text)))
    return {marker: null, checked: null, words: part(words, bullet)}
  const number = paragraphNumber(words.text)
  // `4.1` is a paragraph of its own; `(a)` and `iv.` are steps.
  if (number && !/^\d/u.test(number.number))
    return {marker: number.number, checked: null, words: part(words, number.at)}
  return null
}

const typedLists = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = []
  let items: ListItem[] = []
  const close = (): void => {
    if (items.length > 0) found.push({type: 'list', ordered: items[0]?.marker !== null, items})
    items = []
  }
  for (const block of blocks) {
    const all = block.type === 'paragraph' ? lines(block.words) : []
    if (!all.some((line) => typed(line, items.length > 0))) {
      close()
      found.push(block)
      continue
    }
    for (const line of all) {
      const step = typed(line, items.length > 0)
      if (step)
        items.push({marker: step.marker, checked: step.checked, blocks: [{type: 'paragraph', words: step.words}]})
      else {
        close()
        found.push({type: 'paragraph', words: line})
      }
    }
  }
  close()
  return found
}

/** A heading's title with its number before it as printed: `4.11.1 Title`, `Part 1: Title`. */
export const wholeTitle = ({title, number}: Pick<Heading, 'title' | 'number'>): string => {
  if (number === null || title === '' || title.startsWith(number)) return title
  return /^\d/u.test(number) ? `${number} ${title}` : `${number}: ${title}`
}
