import {words} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import {foldedTerms, type Residue} from '../residue.ts'
import {type Classifier, type Evidence, isScope} from './classifier.ts'

/** What the words that remain are a difference of: a definition's meaning, a scope section's cohort, the action where only the head verbs
 *  differ, or else `other`. */
export const remainderClass = (evidence: Omit<Evidence, 'remainder'>): DifferenceName => {
  if (evidence.row.kind === 'definition') return 'definition'
  if (isScope(evidence)) return 'scope'
  return isOnlyVerbs(evidence) ? 'action' : 'other'
}

/** Whether every term that some statement lacks is a head verb of one of them, and all of them bind. */
const isOnlyVerbs = ({statements, residues, lexicon}: Omit<Evidence, 'remainder'>): boolean => {
  const terms = foldedTerms(lexicon)
  const all = statements.map((statement) => new Set(residues.get(statement) as Residue))
  const holders = new Map<string, number>()
  for (const residue of all) for (const term of residue) holders.set(term, (holders.get(term) ?? 0) + 1)
  const apart = [...holders].flatMap(([term, count]) => (count < all.length ? [term] : []))
  const verbs = statements.flatMap((each) => each.verbs.flatMap((verb) => terms(words(verb.replaceAll('-', ' ')))))
  return (
    apart.length > 0 &&
    statements.every(({modality}) => modality !== null) &&
    apart.every((term) => verbs.includes(term))
  )
}

/** The words no other class compares, as a class: `definition`, `scope`, `action` or `other`. Contacts are local particulars and form fields have a
 *  class of their own: neither has a remainder. */
export const remainder = (name: DifferenceName): Classifier => ({
  class: name,
  value: (statement, evidence) => {
    if (evidence.row.kind === 'contact' || evidence.row.kind === 'field' || evidence.remainder !== name) return null
    const terms = evidence.residues.get(statement) as Residue
    return {key: terms.join(' '), label: statement.text, terms, text: statement.text}
  },
})
