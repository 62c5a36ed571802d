/** Words a line of names may hold in small letters. */
const between: ReadonlySet<string> = new Set(
  'and or of the for with formerly by in on to a an at part now known as from'.split(' '),
)
const longest = 40

/** Whether a line of a cover only names who publishes: names in capitals without any verb. */
export const isCoverLine = (text: string): boolean => {
  const said = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (said.length < 2 || said.length > longest || /[?!:]$/u.test(text)) return false
  const names = said.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length
  return (
    names * 2 >= said.length && names >= 2 && said.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || between.has(word))
  )
}

const note = /^(?:please note(?: that)?|notes?|nb|n\.b\.)\s*[:.–—-]\s*(?=\S)/iu

/** Whether a paragraph is a note beside the text: it says so, and binds nobody. */
export const isNote = (text: string): boolean =>
  note.test(text) && !/\b(?:must|shall|should|will|may|cannot|required to|responsible for)\b/iu.test(text)
