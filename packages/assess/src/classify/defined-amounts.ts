import type {Comparison, TimeUnit} from '@hedgerow/ast'
import {type Lexicon, perLexicon, phraseMatcher, type Token, words} from '@hedgerow/lexicon'
import {amountKey} from '../times.ts'
import type {Classifier} from './classifier.ts'

interface DefinedAmount {
  readonly key: string
  readonly label: string
}

/** Amounts of time that a definition turns on, with how they are compared: `28 days or more` is no `more than 28 days`. Silence is no value: a definition may say
 *  in words what another counts. */
export const definedAmounts: Classifier = {
  class: 'definition',
  value: ({text}, {row, lexicon}) => {
    if (row.kind !== 'definition') return null
    const found = amountsIn(words(text), lexicon)
    return found.length === 0
      ? null
      : {key: found.map(({key}) => key).join(' + '), label: found.map(({label}) => label).join(', ')}
  },
}

const amountsIn = (all: readonly Token[], lexicon: Lexicon): readonly DefinedAmount[] =>
  all.flatMap((_, at) => amountAt(all, at, lexicon) ?? [])

const amountAt = (all: readonly Token[], at: number, lexicon: Lexicon): DefinedAmount | null => {
  const {numbers, units, before, after} = vocabulary(lexicon)
  const [number, unit] = [all[at], units.get(all[at + 1]?.word ?? '')]
  const value = numbers.get(number?.word ?? '') ?? (number?.kind === 'number' ? Number.parseFloat(number.word) : null)
  if (value === null || Number.isNaN(value) || unit === undefined) return null
  const leading = before(all.slice(Math.max(0, at - 5), at)).find(({last}) => last === Math.min(5, at) - 1)
  const trailing = after(all.slice(at + 2, at + 6)).find(({first}) => first === 0)
  const op = (leading ?? trailing)?.entry ?? '='
  const printed = all.slice(at, at + 2).map(({text}) => text)
  return {
    key: `${op} ${amountKey({value: value * unit.times, unit: unit.unit})}`,
    label: `${spoken[op]} ${printed.join(' ')}`.trim(),
  }
}

const spoken: Readonly<Record<Comparison, string>> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'up to',
  '=': '',
}

interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, {readonly unit: TimeUnit; readonly times: number}>
  readonly before: ReturnType<typeof phraseMatcher<Comparison>>
  readonly after: ReturnType<typeof phraseMatcher<Comparison>>
}

const vocabulary = perLexicon(({durations, triggers}): Vocabulary => {
  const phrases = (where: 'before' | 'after') =>
    triggers.comparisons.filter((each) => each.where === where).map(({phrase, op}) => [phrase, op] as const)
  return {
    numbers: new Map(durations.numbers.map(({word, value}) => [word, value])),
    // An age is compared as such, or in words.
    units: new Map(durations.units.filter(({unit}) => unit !== 'year').map((each) => [each.term, each])),
    before: phraseMatcher(phrases('before'), {exact: true}),
    after: phraseMatcher(phrases('after'), {exact: true}),
  }
})
