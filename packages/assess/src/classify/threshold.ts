import type {Threshold} from '@hedgerow/ast'
import {amountKey} from '../times.ts'
import type {Classifier} from './classifier.ts'
import {silent} from './classifier.ts'

const key = ({of, op, value, unit}: Threshold): string =>
  typeof value === 'number' && unit !== null ? `${of} ${op} ${amountKey({value, unit})}` : `${of} ${op} ${value}`

const comparisons = {'>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'up to', '=': ''} as const

const label = ({of, op, value, unit}: Threshold): string => {
  const words = `${comparisons[op]} ${value}${unit ? ` ${unit}${value === 1 ? '' : 's'}` : ''}`.trim()
  return of === 'hours-missing' ? `${words} missing` : of === 'age' ? `aged ${words}` : `${of} ${words}`
}

/** Conditions on hours missing, age or grade. Stated by one side only is a difference. */
export const threshold: Classifier = {
  class: 'threshold',
  value: ({thresholds}) =>
    thresholds.length === 0
      ? silent('no threshold')
      : {key: [...new Set(thresholds.map(key))].sort().join(' + '), label: thresholds.map(label).join(', ')},
}
