import type {DifferenceName} from '../assessment.ts'
import type {Residue} from '../residue.ts'
import type {Classifier, Evidence} from './classifier.ts'

/** What the words that remain are a difference of, by where they stand: a definition's meaning, a scope section's cohort, or else `other`. */
const home = ({row, statements}: Evidence): DifferenceName => {
  if (row.kind === 'definition') return 'definition'
  const inScope = statements.filter(({readings}) => readings.some(({heading}) => heading.kind === 'scope')).length
  return inScope * 2 > statements.length ? 'scope' : 'other'
}

/** The words no other class compares, as a class: `definition`, `scope` or `other`. Contacts are local particulars and
 *  form fields have a class of their own: neither has a remainder. */
export const remainder = (name: DifferenceName): Classifier => ({
  class: name,
  value: (statement, evidence) => {
    if (evidence.row.kind === 'contact' || evidence.row.kind === 'field' || home(evidence) !== name) return null
    const terms = evidence.residues.get(statement) as Residue
    return {key: terms.join(' '), label: statement.text}
  },
})
