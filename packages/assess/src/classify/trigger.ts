import type {Trigger} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {exactly, type Protection} from '../protection.ts'
import {amountKey, reach, spoken} from '../times.ts'
import type {Statement} from '../statement.ts'
import type {Classifier, Value} from './classifier.ts'
import {silent} from './classifier.ts'

/** `more than three` is four or more. */
const atLeast = ({op, count}: Trigger): string => (op === '>' ? `>=${count + 1}` : `${op}${count}`)

const label = ({op, count, window}: Trigger): string => {
  const number = op === '>' ? `more than ${count}` : op === '>=' ? `${count} or more` : `${op} ${count}`
  return window ? `${number} in ${spoken({...window, bound: 'within'})}` : number
}

/** Fewer episodes set off sooner, and so does a longer window to count them in: more of one and less of the other have no order. */
const rank = ({op, count, window}: Trigger, lexicon: Lexicon): Protection => [
  exactly(-(op === '>' ? count + 1 : count)),
  (window && reach(window, lexicon)) ?? exactly(Number.POSITIVE_INFINITY),
]

/** What needs no count is done from the first on. */
const always: Protection = [exactly(Number.POSITIVE_INFINITY), exactly(Number.POSITIVE_INFINITY)]

/** Counts that set something off, with their windows. Stated by one side only is a difference. */
export const trigger: Classifier = {
  class: 'trigger',
  value: (statement, {row, lexicon}) => {
    const {triggers} = statement
    if (row.kind === 'definition' && triggers.length === 0) return countedValue(statement, lexicon)
    if (triggers.length === 0) return silent('no trigger', always)
    const keys = triggers.map((each) => `${atLeast(each)} in ${each.window ? amountKey(each.window) : 'any time'}`)
    const [first] = triggers as readonly [Trigger]
    return {
      key: [...new Set(keys)].sort().join(' + '),
      label: [...new Set(triggers.map(label))].join(', '),
      ...(triggers.length === 1 ? {rank: rank(first, lexicon)} : {}),
    }
  },
}

/** The counts a definition rests on (`three or more indicators in the past six months`), where it is no rule that something sets off: the numbers before
 *  what is counted, and those of the window. Null where nothing is counted. */
const countedValue = (statement: Statement, {durations, triggers}: Lexicon): Value | null => {
  const numbers = new Map(durations.numbers.map(({word, value}) => [word, value]))
  const nouns = new Set(triggers.counted.flatMap(({of, terms}) => [of, ...terms]))
  const units = new Set(durations.units.map(({term}) => term))
  const all = words(statement.text)
  const isNamed = (set: ReadonlySet<string>, word: string): boolean => set.has(word) || set.has(word.replace(/s$/u, ''))
  const found = all.flatMap(({word, kind}, at) => {
    const value = numbers.get(word) ?? (kind === 'number' ? Number.parseFloat(word) : null)
    const near = all.slice(at + 1, at + 5).map((token) => token.word)
    const of = near.find((each) => isNamed(nouns, each) || isNamed(units, each))
    return value === null || of === undefined ? [] : [{value, of, isCounted: isNamed(nouns, of)}]
  })
  if (!found.some(({isCounted}) => isCounted)) return null
  return {
    key: found.map(({value, of}) => `${value} ${of}`).join(' + '),
    label: found.map(({value, of}) => `${value} ${of}`).join(', '),
  }
}
