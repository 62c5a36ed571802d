import type {Words} from './blocks.ts'
import type {Reading} from './formats/reading.ts'

/** What was read, with letters and their accents made one sign each (NFC). What a Mac may write as two looks the same, so it must be quoted, masked and
 *  compared the same. Places stay true to the source. */
export const composed = (reading: Reading): Reading => ({
  ...reading,
  title: composedValue(reading.title),
  frontMatter: composedValue(reading.frontMatter),
  blocks: composedValue(reading.blocks),
})

/** A plain value with its texts composed; the very same one where that changes nothing, as nearly always. */
const composedValue = <Value>(value: Value): Value => {
  if (typeof value === 'string') return value.normalize('NFC') as Value
  if (Array.isArray(value)) {
    const items = value.map(composedValue)
    return items.some((item, at) => item !== value[at]) ? (items as Value) : value
  }
  if (typeof value !== 'object' || value === null) return value
  if (isWords(value)) return composedWords(value) as Value
  const entries = Object.entries(value).map(([key, each]) => [key, composedValue(each)] as const)
  return entries.some(([key, each]) => each !== value[key as keyof Value])
    ? (Object.fromEntries(entries) as Value)
    : value
}

const isWords = (value: object): value is Words => 'text' in value && 'pieces' in value && 'strong' in value

const composedWords = (words: Words): Words => {
  const text = words.text.normalize('NFC')
  if (text === words.text) return words
  const moved = (at: number): number => words.text.slice(0, at).normalize('NFC').length
  return {
    ...words,
    text,
    pieces: words.pieces.map((piece) => ({...piece, at: moved(piece.at)})),
    strong: words.strong.map(([start, end]) => [moved(start), moved(end)] as const),
  }
}
