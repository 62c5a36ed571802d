import type {Field} from '@hedgerow/ast'
import type {Residue} from '../residue.ts'
import type {Statement} from '../statement.ts'
import type {Classifier, Evidence} from './classifier.ts'

const fields = ({clauses}: Statement): readonly Field[] => clauses.filter((clause) => clause.type === 'field')

const shape = ({required, options}: Field): string =>
  [required ? 'required' : 'optional', ...options.map((option) => option.toLowerCase())].join(' | ')

/** Whether every authority's label stands for the same known item: then the label's words are wording only. */
const oneItem = ({statements}: Evidence): boolean => {
  const items = new Set(statements.flatMap((each) => fields(each).map(({item}) => item)))
  return items.size === 1 && !items.has(null)
}

/** How a form asks for an item: required or not, the options offered, and, where the item is not known to be the same, the label's words. */
export const formField: Classifier = {
  class: 'form-field',
  value: (statement, evidence) => {
    if (evidence.row.kind !== 'field') return null
    const asked = fields(statement).map(shape).join(' + ')
    const label = oneItem(evidence) ? '' : (evidence.residues.get(statement) as Residue).join(' ')
    return {key: `${asked} ${label}`, label: `${statement.text} (${asked})`}
  },
}
