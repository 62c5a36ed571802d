import {type Lexicon, perLexicon, type Token, words} from '@hedgerow/lexicon'
import {amountKey} from '../times.ts'
import {wordClass} from '../plain-verbs.ts'
import type {Classifier, Value} from './classifier.ts'

/** How long something is kept: `for 35 years`, `until the child's 25th birthday`. No limit on an act, and a difference where two statements keep for unlike times. */
export const retention: Classifier = {
  class: 'other',
  value: ({text}, {row, lexicon}) => {
    if (row.kind !== 'provision') return null
    const {keeping} = vocabulary(lexicon)
    const all = words(text)
    const verb = all.findIndex(({word}) => keeping.has(word))
    return verb < 0 ? null : periodIn(all.slice(verb), lexicon)
  },
}

const periodIn = (all: readonly Token[], lexicon: Lexicon): Value | null => {
  const {numbers, units} = vocabulary(lexicon)
  for (const [at, {word}] of all.entries()) {
    const age = /^(\d{1,3})(?:st|nd|rd|th)$/u.exec(word)
    if (age && all[at + 1]?.word === 'birthday') return {key: `age ${age[1]}`, label: `until the ${word} birthday`}
    const count = numbers.get(word) ?? (/^\d{1,3}$/u.test(word) ? Number(word) : null)
    if (count === null) continue
    const before = all.slice(Math.max(0, at - 4), at).map((token) => token.word)
    const unit = units.get(all[at + 1]?.word ?? '')
    if (
      before.some((each) => /^(?:is|are|reach|reaches|turns?|age|aged)$/u.test(each)) &&
      all[at + 1]?.word !== 'months'
    )
      return {key: `age ${count}`, label: `until the age of ${count}`}
    if (unit && before.some((each) => /^(?:for|least|than|after|of)$/u.test(each)))
      return {key: amountKey({value: count * unit.times, unit: unit.unit}), label: `for ${word} ${all[at + 1]?.word}`}
  }
  return null
}

const vocabulary = perLexicon((lexicon) => ({
  keeping: new Set(wordClass(lexicon, 'keeping-verb').map(([word = '']) => word)),
  units: new Map(lexicon.durations.units.map((each) => [each.term, each])),
  numbers: new Map(
    lexicon.durations.numbers.filter(({word}) => word !== 'a' && word !== 'an').map(({word, value}) => [word, value]),
  ),
}))
