import {setting} from '@hedgerow/collate'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {Value} from './classify/classifier.ts'
import {isFirm, leftover, only, termOf} from './leftover.ts'
import {wordCounts, wordingLikeness} from './marks.ts'
import {wordClass} from './plain-verbs.ts'
import type {Statement} from './statement.ts'

/** Whether values of words say one thing in other words, as far as words can tell: of every two, each word is answered on the other side by itself or by
 *  one of near sense, none that bounds a rule or turns it round is on one side only, and the two are too unlike to be one sentence with its words put in
 *  another order. A label is too short to tell. It makes nobody agree: near in sense is not known to be the same. Source: architecture, law 5. */
export const areReworded = (
  values: ReadonlyMap<string, Value>,
  statements: readonly Statement[],
  lexicon: Lexicon,
): boolean => {
  const texts = new Map(statements.map(({authority, text}) => [authority, text]))
  const all = [
    ...new Map(
      [...values].map(([authority, value]) => [value.key, {value, text: texts.get(authority) ?? ''}]),
    ).values(),
  ]
  return all.every((x, at) =>
    all.slice(at + 1).every((y) => isAnswered(x.value, y.value, lexicon) && isApart(x.text, y.text, lexicon)),
  )
}

const isAnswered = (x: Value, y: Value, lexicon: Lexicon): boolean => {
  const [own, other] = [x.own ?? x.terms, y.own ?? y.terms]
  if (own === undefined || other === undefined || x.isLabel === true) return false
  const left = leftover(own, other, lexicon, {forbids: x.forbids === true && y.forbids === true})
  return left[0].length + left[1].length === 0 && bounds(own, other) === '' && !areOpposed(own, other, lexicon)
}

/** Whether a term on one side only stands against one on the other: `safe` and `risk` are near, and turn a rule round. */
const areOpposed = (own: readonly string[], other: readonly string[], lexicon: Lexicon): boolean => {
  const [x, y] = [only(own, other), only(other, own)]
  const known = opposed(lexicon)
  return x.some((term) => y.some((against) => known.has(`${term} ${against}`)))
}

/** Pairs of terms of near sense that stand against each other all the same, each way round, a space between. */
export const opposed = perLexicon((lexicon): ReadonlySet<string> => {
  const folded = termOf(lexicon)
  return new Set(
    wordClass(lexicon, 'opposed-sense').flatMap(([word = '', against = '']) => [
      `${folded(word)} ${folded(against)}`,
      `${folded(against)} ${folded(word)}`,
    ]),
  )
})

/** The words that bound a rule or turn it round, on one side only; those that forbid are answered by each other. */
const bounds = (own: readonly string[], other: readonly string[]): string =>
  [...only(own, other), ...only(other, own)]
    .filter((term) => isFirm(term) && !/^(?:not|no|never|nobody|cannot|any|each|all)$/u.test(term))
    .join(' ')

const isApart = (text: string, other: string, lexicon: Lexicon): boolean =>
  wordingLikeness(wordCounts(text), wordCounts(other)) < setting(lexicon)('apart-likeness')
