import type {Field} from '@hedgerow/ast'
import type {Residue} from '../residue.ts'
import type {Statement} from '../statement.ts'
import type {Classifier, Evidence} from './classifier.ts'

const fields = ({clauses}: Statement): readonly Field[] => clauses.filter((clause) => clause.type === 'field')

const shape = ({required, options}: Field): string =>
  [required ? 'required' : 'optional', ...options.map((option) => option.toLowerCase())].join(' | ')

const asked = (statement: Statement): string => fields(statement).map(shape).join(' + ')

/** Whether every authority's label stands for the same known item: then the label's words are wording only. */
const oneItem = ({statements}: Evidence): boolean => {
  const items = new Set(statements.flatMap((each) => fields(each).map(({item}) => item)))
  return items.size === 1 && !items.has(null)
}

/** How a form asks for an item: required or not, and the options offered. */
export const formField: Classifier = {
  class: 'form-field',
  value: (statement, {row}) =>
    row.kind === 'field' ? {key: asked(statement), label: `${statement.text} (${asked(statement)})`} : null,
}

/** What a form asks for, where the items are not known to be one: the words of its label. A label said in other words asks for the same or not, nobody
 *  can tell from it; one that asks for more does differ. */
export const label: Classifier = {
  class: 'form-field',
  value: (statement, evidence) => {
    if (evidence.row.kind !== 'field' || oneItem(evidence)) return null
    const terms = evidence.residues.get(statement) as Residue
    return {key: terms.join(' '), label: `${statement.text} (${asked(statement)})`, terms, isLabel: true}
  },
}
