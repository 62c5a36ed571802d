import type {Trigger} from '@hedgerow/ast'
import {amount, amountKey, spoken} from '../times.ts'
import type {Classifier} from './classifier.ts'
import {silent} from './classifier.ts'

/** `more than three` is four or more. */
const atLeast = ({op, count}: Trigger): string => (op === '>' ? `>=${count + 1}` : `${op}${count}`)

const label = ({op, count, window}: Trigger): string => {
  const number = op === '>' ? `more than ${count}` : op === '>=' ? `${count} or more` : `${op} ${count}`
  return window ? `${number} in ${spoken({...window, bound: 'within'})}` : number
}

/** The sooner it sets off, the higher: fewer episodes first, then a longer window to count them in. */
const rank = ({op, count, window}: Trigger): number => {
  const days = window && amount(window).scale === 'hours' ? amount(window).value / 24 : 0
  return -(op === '>' ? count + 1 : count) + Math.min(days, 9999) / 10_000
}

/** Counts that set something off, with their windows. Stated by one side only is a difference. */
export const trigger: Classifier = {
  class: 'trigger',
  value: ({triggers}) => {
    if (triggers.length === 0) return silent('no trigger', Number.POSITIVE_INFINITY)
    const keys = triggers.map((each) => `${atLeast(each)} in ${each.window ? amountKey(each.window) : 'any time'}`)
    const [first] = triggers as readonly [Trigger]
    return {
      key: [...new Set(keys)].sort().join(' + '),
      label: [...new Set(triggers.map(label))].join(', '),
      rank: rank(first),
    }
  },
}
