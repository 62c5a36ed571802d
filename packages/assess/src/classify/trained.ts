import {type Lexicon, perLexicon, words} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, roleWords} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, perRow, perStatement} from './classifier.ts'

/** Who is to be trained, where every statement of a row says that somebody is: `staff and governors` are more than `staff`, and the designated lead is less than
 *  everyone. Compared by the sorts of people that are named (`trainee` in the lexicon); whom a duty reaches is its scope. */
export const trained: Classifier = {
  class: 'scope',
  value: (statement, {row, statements, lexicon}) => {
    if (row.kind !== 'provision' || !areTrainings(statements, lexicon)) return null
    const own = traineesOf(statement, lexicon)
    return own.length === 0 ? null : {key: own.join(' + '), label: own.join(', '), isWorded: true}
  },
}

const areTrainings = perRow((statements, lexicon): boolean =>
  statements.every((each) => vocabulary(lexicon).training.some((term) => termsOf(each, lexicon).has(term))),
)

const termsOf = perStatement(
  ({clauses}, lexicon): ReadonlySet<string> =>
    new Set(clauses.flatMap(({text, leadIn}) => foldedTerms(lexicon)(words(`${leadIn ?? ''} ${text}`)))),
)

/** The sorts of people a statement names, each by the first of its names. Who gives the training is no trainee. */
const traineesOf = perStatement((statement: Statement, lexicon): readonly string[] => {
  const gives = statement.verbs.some((verb) => vocabulary(lexicon).giving.has(verb))
  const givers = new Set(gives ? roleWords(lexicon, 'actors')(statement) : [])
  const said = new Set([...termsOf(statement, lexicon)].filter((term) => !givers.has(term)))
  return vocabulary(lexicon)
    .sorts.filter(({terms}) => terms.some((term) => said.has(term)))
    .map(({name}) => name)
    .sort()
})

const vocabulary = perLexicon((lexicon: Lexicon) => {
  const terms = (phrase: string): readonly string[] => foldedTerms(lexicon)(words(phrase.replaceAll('-', ' ')))
  return {
    training: [...new Set(['train', 'training', 'trained'].flatMap(terms))],
    giving: new Set(wordClass(lexicon, 'training-verb').flat()),
    sorts: wordClass(lexicon, 'trainee').map((group) => ({
      name: group[0] as string,
      terms: group.flatMap((word) => terms(word).slice(-1)),
    })),
  }
})
