import type {Field} from '@hedgerow/ast'
import {perLexicon, phraseMatcher, words} from '@hedgerow/lexicon'
import type {Statement} from '../statement.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, type Residue} from '../residue.ts'
import {leftover} from '../leftover.ts'
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
      const said = labelTerms(one, lexicon)
      const left = leftover(residues.get(one) ?? [], residues.get(other) ?? [], lexicon, {
        x: said,
        y: said,
        isLabel: true,
      })
      return left.every((terms) => terms.length === 0)
    }),
  )

/** The words that the lexicon knows in labels of what a statement asks for, but for those that ask for something of their own. */
const labelTerms = perStatement((statement, lexicon): ReadonlySet<string> => {
  const terms = foldedTerms(lexicon)
  const asking = new Set(wordClass(lexicon, 'asking-word').flatMap((group) => terms(words(group.join(' ')))))
  const items = fields(statement).flatMap(({item}) => lexicon.dataItems.filter((each) => each.item === item))
  return new Set(
    items
      .flatMap(({title, labels}) => [title, ...labels].flatMap((each) => terms(words(each))))
      .filter((term) => !asking.has(term)),
  )
})

/** The posts a label names, by role (`Signature of team manager`), sorted; whoever does the work and those it is about hold none. */
const postsIn = perStatement(({text}, lexicon): readonly string[] => {
  const open = new Set([...wordClass(lexicon, 'open-role').flat(), 'child', 'carer', 'agency'])
  const bare = words(text).map((token) => ({...token, word: token.word.replace(/['’]s?$/u, '')}))
  const found = roleNames(lexicon)(bare).map(({entry}) => entry)
  return [...new Set(found)].filter((role) => !open.has(role)).sort()
})

const roleNames = perLexicon(({roles}) =>
  phraseMatcher(
    roles.flatMap(({role, terms}) => terms.map((term) => [term, role] as const)),
    {exact: true},
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
    return {
      key: terms.join(' '),
      label: `${statement.text} (${asked(statement)})`,
      terms,
      said: labelTerms(statement, evidence.lexicon),
      isLabel: true,
      posts: postsIn(statement, evidence.lexicon),
    }
  },
}
