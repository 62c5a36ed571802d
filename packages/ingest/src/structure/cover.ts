import type {Lexicon} from '@hedgerow/lexicon'
import {instructs, orders} from './orders.ts'

/** Words a line of names may hold in small letters. */
const between: ReadonlySet<string> = new Set(
  'and or of the for with formerly by in on to a an at part now known as from'.split(' '),
)
const longest = 40

/** Whether a line of a cover only names who publishes: names in capitals without any verb. */
export const isCoverLine = (text: string, lexicon: Lexicon): boolean => {
  const said = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (said.length < 2 || said.length > longest || /[?!:]$/u.test(text)) return false
  const names = said.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length
  const named =
    names * 2 >= said.length && names >= 2 && said.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || between.has(word))
  return named && !orders(text, lexicon)
}

/** Whether a line says who approved the document, or is the rule they sign on. */
export const isApproval = (text: string): boolean =>
  /^(?:approved|authorised|authorized|signed|ratified|endorsed)(?: by)?\s*:?\s*_*$|^_{5,}$|^signature (?:is )?on file\b.{0,20}$/iu.test(
    text,
  )

const note = /^(?:please note(?: that)?|notes?|nb|n\.b\.)\s*[:.–—-]\s*(?=\S)/iu

/** Whether a paragraph is a note beside the text: it says so, and binds nobody. */
export const isNote = (text: string, lexicon: Lexicon): boolean =>
  note.test(text) &&
  !instructs(text.replace(note, ''), lexicon) &&
  !/\b(?:must|shall|should|will|may|cannot|required to|responsible for)\b/iu.test(text)
