import {type Classifier, isScope, silent} from './classifier.ts'
import {thresholdValue} from './threshold.ts'

/** The ages and grades a scope covers. What else its words cover is the remainder's to compare. */
export const scope: Classifier = {
  class: 'scope',
  value: (statement, evidence) => {
    if (!isScope(evidence) || evidence.statements.every(({thresholds}) => thresholds.length === 0)) return null
    return statement.thresholds.length === 0
      ? silent('no age given')
      : thresholdValue(statement.thresholds, evidence.lexicon)
  },
}
