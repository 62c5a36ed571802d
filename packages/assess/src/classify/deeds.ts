import {type Lexicon, perLexicon, words} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, residues} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, perRow, perStatement, type Value} from './classifier.ts'

/** What is plainly another act, in whatever words the rest is said: to visit is not to write, and to destroy a copy is not to keep it. Only acts that have a name
 *  of their own are compared (`deed` in the lexicon), none that may be one (`akin-deed`: who is told may be written to), and only where neither side says
 *  the other's act besides. */
export const deeds: Classifier = {
  class: 'action',
  value: (statement, {row, statements, lexicon}) =>
    row.kind === 'provision' ? (conflicting(statements, lexicon).get(statement.said) ?? null) : null,
}

/** The deeds of those statements of a row that another one contradicts. */
const conflicting = perRow((statements, lexicon): ReadonlyMap<object, Value> => {
  const found = new Map<object, Value>()
  const kinds = [...new Map(statements.map((each) => [each.said, each])).values()]
  const named = [...new Set(kinds.flatMap((each) => deedOf(each, lexicon) ?? []))].sort()
  for (const deed of named)
    for (const other of named) {
      if (deed === other || vocabulary(lexicon).akin.has(`${deed} ${other}`)) continue
      const own = kinds.filter((each) => isPurely(each, deed, other, lexicon))
      if (!kinds.some((each) => isPurely(each, other, deed, lexicon))) continue
      for (const each of own) found.set(each.said, {key: deed, label: each.text, isOtherAct: true, isWorded: true})
    }
  return found
})

/** Whether a statement's act is the one deed, and the other is said nowhere in it. */
const isPurely = (statement: Statement, deed: string, other: string, lexicon: Lexicon): boolean =>
  deedOf(statement, lexicon) === deed && !deedsSaid(statement, lexicon).has(other)

/** The deed that a statement of one clause binds somebody to, or forbids; null where its verb names none. */
const deedOf = perStatement((statement, lexicon): string | null => {
  if (statement.modality === null || statement.clauses.length !== 1) return null
  const [verb = '', next = '', ...rest] = residues(lexicon)(statement)
  const {deedByTerm, gathering, gatherings} = vocabulary(lexicon)
  if (gathering.has(verb)) return [next, ...rest.slice(0, 5)].some((term) => gatherings.has(term)) ? 'convene' : null
  return deedByTerm.get(`${verb} ${next}`) ?? deedByTerm.get(verb) ?? null
})

/** Every deed that a word of a statement or its lead-in may name. */
const deedsSaid = perStatement(({clauses}, lexicon): ReadonlySet<string> => {
  const {deedByTerm, gathering} = vocabulary(lexicon)
  const terms = clauses.flatMap(({text, leadIn}) => foldedTerms(lexicon)(words(`${leadIn ?? ''} ${text}`)))
  return new Set(
    terms.flatMap((term, at) =>
      [
        deedByTerm.get(term),
        deedByTerm.get(`${term} ${terms[at + 1]}`),
        gathering.has(term) ? 'convene' : undefined,
      ].flatMap((deed) => deed ?? []),
    ),
  )
})

const vocabulary = perLexicon((lexicon) => {
  const terms = foldedTerms(lexicon)
  const folded = (phrase: string): string => terms(words(phrase.replaceAll('-', ' '))).join(' ')
  const all = (name: string): ReadonlySet<string> => new Set(wordClass(lexicon, name).flat().map(folded))
  return {
    deedByTerm: new Map(
      wordClass(lexicon, 'deed').flatMap((group) => group.map((word) => [folded(word), group[0] as string] as const)),
    ),
    akin: new Set(
      wordClass(lexicon, 'akin-deed').flatMap(([deed, ...others]) =>
        others.flatMap((other) => [`${deed} ${other}`, `${other} ${deed}`]),
      ),
    ),
    gathering: all('gathering-verb'),
    gatherings: all('gathering'),
  }
})
