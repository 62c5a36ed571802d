import type {Field} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import {foldedTerms, type Residue} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {leftover} from '../telling.ts'
import {type Classifier, type Evidence, perStatement} from './classifier.ts'

const fields = ({clauses}: Statement): readonly Field[] => clauses.filter((clause) => clause.type === 'field')

const shape = ({required, options}: Field): string =>
  [required ? 'required' : 'optional', ...options.map((option) => option.toLowerCase())].join(' | ')

const asked = (statement: Statement): string => fields(statement).map(shape).join(' + ')

/** Whether every authority's label stands for the same known item. */
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

/** Whether labels of one item leave nothing over of each other: `Name of interviewer` and `Name and role of interviewer` are one item and two questions. */
const isOneQuestion = ({statements, residues, lexicon}: Evidence): boolean =>
  statements.every((one, at) =>
    statements.slice(at + 1).every((other) => {
      const said = titleTerms(one, lexicon)
      const left = leftover(residues.get(one) ?? [], residues.get(other) ?? [], lexicon, {x: said, y: said, isLabel: true})
      return left.every((terms) => terms.length === 0)
    }),
  )

/** The words of the titles of what a statement asks for. */
const titleTerms = perStatement(
  (statement, lexicon): ReadonlySet<string> =>
    new Set(
      fields(statement).flatMap(({item}) =>
        foldedTerms(lexicon)(words(lexicon.dataItems.find((each) => each.item === item)?.title ?? '')),
      ),
    ),
)

/** What a form asks for, the words of its label, unless all stand for one known item in one question. A label said in other words asks for the same or not, nobody
 *  can tell from it; one that asks for more does differ. */
export const label: Classifier = {
  class: 'form-field',
  value: (statement, evidence) => {
    if (evidence.row.kind !== 'field') return null
    const terms = evidence.residues.get(statement) as Residue
    if (oneItem(evidence) && isOneQuestion(evidence)) return null
    return {key: terms.join(' '), label: `${statement.text} (${asked(statement)})`, terms, said: titleTerms(statement, evidence.lexicon), isLabel: true}
  },
}
