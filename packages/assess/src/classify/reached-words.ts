import {type Lexicon, perLexicon, type Token, tokens, words} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {perStatement} from './classifier.ts'

/** The terms of a statement that say whom or what it reaches: each noun for people, places or things a step is about, with what stands before it (`all
 *  disabled children`) and what they have or where they are (`adults in the home`, `staff, including volunteers`). */
const reachedTerms = perStatement(
  ({clauses}, lexicon): ReadonlySet<string> =>
    new Set(clauses.flatMap(({text}) => spansIn(tokens(text), lexicon).flatMap(foldedTerms(lexicon)))),
)

/** Whether terms, one at least, are all among those that say whom or what a statement reaches. */
export const areReached = (terms: readonly string[], statement: Statement, lexicon: Lexicon): boolean => {
  const reached = reachedTerms(statement, lexicon)
  return terms.every((term) => reached.has(term))
}

const spansIn = (all: readonly Token[], lexicon: Lexicon): readonly (readonly Token[])[] => {
  const {nouns} = vocabulary(lexicon)
  return all.flatMap(({word}, at) =>
    nouns.has(word)
      ? [all.slice(startOf(all, at, lexicon), endOf(all, at, lexicon)).filter(({kind}) => kind !== 'mark')]
      : [],
  )
}

/** So many words before a noun may say which are meant. */
const mostBefore = 4

const startOf = (all: readonly Token[], noun: number, lexicon: Lexicon): number => {
  const {stops} = vocabulary(lexicon)
  let at = noun
  while (at > 0 && noun - at < mostBefore) {
    const before = all[at - 1] as Token
    if (stops.has(before.word) || (before.kind === 'mark' && before.text !== '-')) break
    at--
  }
  return at
}

/** So many words behind a noun may say where or what they are. */
const mostBehind = 9

const endOf = (all: readonly Token[], noun: number, lexicon: Lexicon): number => {
  const {leads, ends} = vocabulary(lexicon)
  let at = noun + 1
  if (all[at]?.text === ',' && leads.has(all[at + 1]?.word ?? '')) at++
  if (!leads.has(all[at]?.word ?? '')) return noun + 1
  const first = at
  while (at < all.length && at - first < mostBehind) {
    const {word, kind, text} = all[at] as Token
    if ((kind === 'mark' && text !== '-') || ends.has(word)) break
    at++
  }
  return at
}

const vocabulary = perLexicon((lexicon) => {
  const set = (...names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => wordClass(lexicon, name).flatMap((phrase) => (phrase.length === 1 ? phrase : []))))
  return {
    nouns: set('reached-noun'),
    leads: new Set([...set('having-word'), ...set('reaching-word')]),
    ends: set('finite', 'bound-marker', 'condition-opener'),
    stops: set('preposition', 'finite', 'bound-marker', 'relative-opener', 'condition-opener'),
  }
})

/** The terms of a statement that stand in a phrase which says under what circumstances something is done: `in an emergency`, `with the consent of a parent`,
 *  `following a serious incident`. */
export const circumstanceTerms = perStatement(({clauses}, lexicon): ReadonlySet<string> => {
  const {openers, ends} = circumstances(lexicon)
  return new Set(
    clauses.flatMap(({text}) => {
      const all = tokens(text)
      return openers.flatMap((opener) =>
        placesOf(all, opener).flatMap((from) =>
          foldedTerms(lexicon)(phraseFrom(all, from, from + opener.length, ends)),
        ),
      )
    }),
  )
})

const placesOf = (all: readonly Token[], opener: readonly string[]): readonly number[] =>
  all.flatMap((_, at) => (opener.every((word, step) => all[at + step]?.word === word) ? [at] : []))

const phraseFrom = (
  all: readonly Token[],
  from: number,
  behind: number,
  ends: ReadonlySet<string>,
): readonly Token[] => {
  let at = behind
  while (at < all.length && at - behind < mostBehind) {
    const {word, kind, text} = all[at] as Token
    if ((kind === 'mark' && text !== '-') || ends.has(word)) break
    at++
  }
  return all.slice(from, at).filter(({kind}) => kind !== 'mark')
}

const circumstances = perLexicon((lexicon) => ({
  openers: wordClass(lexicon, 'circumstance-opener').map((phrase) => words(phrase.join(' ')).map(({word}) => word)),
  ends: new Set([...wordClass(lexicon, 'bound-marker'), ...wordClass(lexicon, 'finite')].flat()),
}))
