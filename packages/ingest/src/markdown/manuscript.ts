import type {Words} from '../blocks.ts'
import type {Place} from '../formats/reading.ts'
import {pageMark} from '../formats/markdown/page-marks.ts'
import {type Message, message} from '../message.ts'
import {offsetAt} from '../words.ts'

/** What is known while Markdown is written. */
export interface Manuscript {
  /** The page mark due before some words: where they stand on another page of the original than the words before, else empty. */
  readonly pageMark: (words: Words | undefined) => string
  /** A label for a footnote that no other has. */
  readonly label: (mark: string | null) => string
  /** Tells once of something that Markdown does not hold. */
  readonly lost: (what: string) => void
}

/** A manuscript with nothing on it; `note` is told of what cannot be carried over. */
export const manuscript = (place: (offset: number) => Place, note: (message: Message) => void): Manuscript => {
  let page: number | null = null
  const labels = new Set<string>()
  const told = new Set<string>()
  const lost = (what: string): void => {
    if (told.has(what)) return
    told.add(what)
    note(message('not-carried-over', what, {severity: 'info'}))
  }
  return {
    lost,
    pageMark: (words) => {
      const at = words === undefined ? null : offsetAt(words, 0)
      const found = at === null ? {} : place(at)
      if (found.sheet) lost('Sheets and cells are not carried over: places in the Markdown are its lines')
      if (found.paragraph) lost('Numbers of paragraphs are not carried over: places in the Markdown are its lines')
      if (found.page === undefined || found.page === null || found.page === page) return ''
      page = found.page
      return pageMark(page)
    },
    label: (mark) => {
      const own = mark !== null && /^[\p{L}\p{N}*†‡§.-]{1,20}$/u.test(mark) ? mark : 'note'
      let label = own
      for (let n = 2; labels.has(label.toLowerCase()); n++) label = `${own}-${n}`
      labels.add(label.toLowerCase())
      return label
    },
  }
}
