import type {Clause} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import {foldedTerms} from '../residue.ts'
import {type Statement, spans} from '../statement.ts'
import type {Classifier, Evidence} from './classifier.ts'
import {silent} from './classifier.ts'

/** The words of a clause's condition that no other class compares: its trigger, threshold, time limits and local names taken out. */
const conditionWords = (clause: Clause, {lexicon}: Evidence): readonly string[] => {
  const condition = spans(clause, 'condition')
  const taken = [
    ...spans(clause, 'trigger'),
    ...spans(clause, 'threshold'),
    ...spans(clause, 'deadlines'),
    ...spans(clause, 'local'),
    ...spans(clause, 'citations'),
  ]
  const openers = new Set(lexicon.conditionOpeners)
  const own = words(clause.text).filter(
    ({start, end, word}) =>
      !openers.has(word) &&
      condition.some((span) => span.start < end && start < span.end) &&
      !taken.some((span) => span.start < end && start < span.end),
  )
  return foldedTerms(lexicon)(own)
}

/** A condition that is nothing but a trigger or threshold is compared by those classes. */
const isCounted = ({triggers, thresholds}: Statement): boolean => triggers.length + thresholds.length > 0

/** Circumstances on which the provision depends. Stated by one side only is a difference. */
export const condition: Classifier = {
  class: 'condition',
  value: (statement, evidence) => {
    if (evidence.row.kind !== 'provision') return null
    const terms = [...new Set(statement.clauses.flatMap((clause) => conditionWords(clause, evidence)))].sort()
    if (isCounted(statement)) return null
    return terms.length === 0
      ? evidence.statements.some((each) => isCounted(each))
        ? null
        : silent('no condition')
      : {key: terms.join(' '), label: `“${statement.conditions.join('; ')}”`, terms}
  },
}
