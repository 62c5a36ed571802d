import {strToU8, type Zippable, zipSync} from 'fflate'

/** A part of an Office file: its path in it (`word/document.xml`) and what it holds; text is written as UTF-8. */
export type WrittenPart = readonly [path: string, content: string | Uint8Array]

/** The earliest day a zip can name. Zips keep local time, so this is the same bytes in every time zone. */
const firstDay = (): Date => new Date(1980, 0, 1, 12)

/** The bytes of a zip of these parts in the order given, every entry with one fixed date: the same parts give the same bytes. Parts named in
 *  `stored` are not compressed: OpenDocument wants its `mimetype` first and so. Throws a TypeError for a path given twice. */
export const zipped = (parts: Iterable<WrittenPart>, stored: readonly string[] = []): Uint8Array => {
  const entries: Zippable = {}
  const mtime = firstDay()
  for (const [path, content] of parts) {
    if (Object.hasOwn(entries, path)) throw new TypeError(`Expected every part once, got ${path} twice`)
    const bytes = typeof content === 'string' ? strToU8(content) : content
    entries[path] = [bytes, {level: stored.includes(path) ? 0 : 6, mtime}]
  }
  return zipSync(entries)
}
