import {setting} from '@hedgerow/collate'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Value} from './classify/classifier.ts'
import {isFirm, leftover, only} from './leftover.ts'
import {wordCounts, wordingLikeness} from './marks.ts'

/** Whether values of words say one thing in other words, as far as words can tell: of every two, each word is answered on the other side by itself or by
 *  one of near sense, none that bounds a rule or turns it round is on one side only, and the two are too unlike to be one sentence with its words put in
 *  another order. It makes nobody agree: near in sense is not known to be the same. Source: architecture, law 5. */
export const areReworded = (values: readonly Value[], lexicon: Lexicon): boolean => {
  const all = [...new Map(values.map((value) => [value.key, value])).values()]
  return all.every((x, at) => all.slice(at + 1).every((y) => isAnswered(x, y, lexicon)))
}

const isAnswered = (x: Value, y: Value, lexicon: Lexicon): boolean => {
  const [own, other] = [x.own ?? x.terms, y.own ?? y.terms]
  if (own === undefined || other === undefined) return false
  const left = leftover(own, other, lexicon, {forbids: x.forbids === true && y.forbids === true})
  if (left[0].length + left[1].length > 0 || bounds(own, other) !== '') return false
  return x.text === undefined || y.text === undefined || isApart(x.text, y.text, lexicon)
}

/** The words that bound a rule or turn it round, on one side only; those that forbid are answered by each other. */
const bounds = (own: readonly string[], other: readonly string[]): string =>
  [...only(own, other), ...only(other, own)]
    .filter((term) => isFirm(term) && !/^(?:not|no|never|nobody|cannot|any|each|all)$/u.test(term))
    .join(' ')

const isApart = (text: string, other: string, lexicon: Lexicon): boolean =>
  wordingLikeness(wordCounts(text), wordCounts(other)) < setting(lexicon)('apart-likeness')
