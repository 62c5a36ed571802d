import type {Trigger} from '@hedgerow/ast'
import {amountKey, spoken} from '../times.ts'
import type {Classifier} from './classifier.ts'
import {silent} from './classifier.ts'

/** `more than three` is four or more. */
const atLeast = ({op, count}: Trigger): string => (op === '>' ? `>=${count + 1}` : `${op}${count}`)

const label = ({op, count, window}: Trigger): string => {
  const number = op === '>' ? `more than ${count}` : op === '>=' ? `${count} or more` : `${op} ${count}`
  return window ? `${number} in ${spoken({...window, bound: 'within'})}` : number
}

/** Counts that set something off, with their windows. Stated by one side only is a difference. */
export const trigger: Classifier = {
  class: 'trigger',
  value: ({triggers}) => {
    if (triggers.length === 0) return silent('no trigger')
    const keys = triggers.map((each) => `${atLeast(each)} in ${each.window ? amountKey(each.window) : 'any time'}`)
    const [first] = triggers as readonly [Trigger]
    return {
      key: [...new Set(keys)].sort().join(' + '),
      label: [...new Set(triggers.map(label))].join(', '),
      rank: -(first.op === '>' ? first.count + 1 : first.count),
    }
  },
}
