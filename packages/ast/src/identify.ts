import {createHash} from 'node:crypto'
import type {Clause, Procedure} from './nodes.ts'
import {mapClauses} from './walk.ts'

/** The words a fingerprint is made of: lower case, local particulars masked, punctuation and layout gone. Numbers stay: they are the rule. */
export const fingerprintWords = (clause: Clause): string => {
  const masked = maskedText(clause)
  const words = `${clause.leadIn ?? ''} ${masked}`.normalize('NFKC').toLowerCase()
  return words.replace(/[^\p{L}\p{N}@]+/gu, ' ').trim()
}

/** A clause's text with each local particular replaced by `@`. */
export const maskedText = (clause: Clause): string => {
  const spans = clause.evidence
    .filter((each) => each.of === 'local' && each.in === 'text')
    .sort((a, b) => b.start - a.start || b.end - a.end)
  let text = clause.text
  let from = Number.POSITIVE_INFINITY
  for (const {start, end} of spans) {
    if (end > from) continue
    text = `${text.slice(0, start)}@${text.slice(end)}`
    from = start
  }
  return text
}

/** 16 hex digits that stay the same when a clause is renumbered or moved, or a phone number in it changes. */
export const fingerprint = (clause: Clause): string =>
  createHash('sha256')
    .update(`${clause.type}\n${fingerprintWords(clause)}`)
    .digest('hex')
    .slice(0, 16)

/** The procedure with every clause given its id (`authority/topic/n`) and fingerprint. */
export const identified = (root: Procedure): Procedure => {
  let n = 0
  return mapClauses(root, (clause) => ({
    ...clause,
    id: `${root.authority}/${root.topic}/${++n}`,
    fingerprint: fingerprint(clause),
  }))
}

/** Where a definition's meaning begins in its text: after the term and what joins them (a colon, a dash, `means`); 0 where the text is the meaning
 *  alone, and for every other clause. */
export const meaningStart = (clause: Clause): number => {
  if (clause.type !== 'definition') return 0
  const term = clause.term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const [before = ''] =
    new RegExp(`^\\s*["“‘']?(?:the |an? )?${term}["”’']?\\s*(?:[:|–—-]|means(?: that)?|is|are)?\\s*`, 'iu').exec(
      clause.text,
    ) ?? []
  return before.length < clause.text.length ? before.length : 0
}
