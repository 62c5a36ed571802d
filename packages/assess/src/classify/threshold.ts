import type {Threshold} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Statement} from '../statement.ts'
import {amountKey} from '../times.ts'
import {type Classifier, isScope, silent, type Value} from './classifier.ts'

/** Ages are whole years: up to 12 is under 13, more than 12 is 13 and over. Grades are compared by their place in their scheme (law 5: red is as high
 *  in its scheme as high is in another); that the schemes differ is seen where the grades are defined. */
const key = ({of, op, value, unit}: Threshold, lexicon: Lexicon): string => {
  if (isYears(of, unit) && typeof value === 'number' && op === '<=')
    return key({of, op: '<', value: value + 1, unit}, lexicon)
  if (isYears(of, unit) && typeof value === 'number' && op === '>')
    return key({of, op: '>=', value: value + 1, unit}, lexicon)
  if (typeof value === 'number' && unit !== null) return `${of} ${op} ${amountKey({value, unit})}`
  const place = lexicon.triggers.grades.find(({grade}) => grade === value)?.rank
  return `${of} ${op} ${place ?? value}`
}

const isYears = (of: string, unit: string | null): boolean => of === 'age' && unit === 'year'

const comparisons = {'>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'up to', '=': ''} as const

const label = ({of, op, value, unit}: Threshold): string => {
  const words = `${comparisons[op]} ${value}${unit ? ` ${unit}${value === 1 ? '' : 's'}` : ''}`.trim()
  return of === 'hours-missing'
    ? `${words} missing`
    : of === 'gestation'
      ? `${words} pregnant`
      : of === 'age'
        ? `aged ${words}`
        : `${of} ${words}`
}

/** Conditions on hours missing, age or grade. Stated by one side only is a difference; in a statement of scope an age is whom it covers. */
export const threshold: Classifier = {
  class: 'threshold',
  value: (statement, evidence) => {
    const {statements, lexicon} = evidence
    if (isScope(evidence)) return null
    if (isLabelled(statement) && statements.some(({thresholds}) => thresholds.length === 0)) return null
    return thresholdValue(statement.thresholds, lexicon)
  },
}

/** Whether all that a statement says of a grade is a label before it (`Red: refer the same day`): that is how one page is laid out, and whoever names the grade in
 *  a heading or says what it means sets no other threshold. */
const isLabelled = ({clauses, thresholds}: Statement): boolean =>
  thresholds.length > 0 &&
  clauses.every(({evidence, text}) =>
    evidence
      .filter((each) => each.of === 'threshold')
      .every((each) => each.in === 'text' && each.start === 0 && /^\s*(?:\p{L}+\s*)?:/u.test(text.slice(each.end))),
  )

/** Thresholds as one value; silence when there are none. */
export const thresholdValue = (thresholds: readonly Threshold[], lexicon: Lexicon): Value =>
  thresholds.length === 0
    ? silent('no threshold')
    : {
        key: [...new Set(thresholds.map((each) => key(each, lexicon)))].sort().join(' + '),
        label: thresholds.map(label).join(', '),
      }
