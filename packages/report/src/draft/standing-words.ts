import type {DraftReading} from './draft.ts'

/** An authority's words as they stand alone in a draft: what ended a step of its list ends a sentence, and the cells of a table's row are parted like the parts of one.
 *  Not a word is another. */
export function standing({leadIn, text}: Pick<DraftReading, 'leadIn' | 'text'>): string {
  const whole = text.replaceAll(' | ', '; ')
  const isStep = leadIn !== null || text.includes(' | ')
  const ended = isStep ? whole.replace(/\s*[;,](?:\s*(?:and|or))?\s*$/u, '') : whole
  return isStep && !/[.:!?\]]["”’']?$/u.test(ended) ? `${ended}.` : ended
}

/** A definition's words without the term that stands before them: `Missing: a child …` is `a child …` where the term is printed already. */
export function withoutTerm(text: string, term: string): string {
  const own = text.slice(0, term.length).toLowerCase() === term.toLowerCase() ? text.slice(term.length) : text
  const [, rest] = /^\s*[:.–-]\s*(\S.*)$/su.exec(own) ?? []
  return own === text || rest === undefined ? text : rest
}
