import type {Lexicon, Token} from '@hedgerow/lexicon'
import {absences, type FoundThreshold} from './absences.ts'
import {ages} from './ages.ts'
import {amounts} from './amounts.ts'
import type {Annotator} from './annotator.ts'
import {counts} from './counts.ts'
import {grades} from './grades.ts'

/** Reads the first condition on an amount that is no count: hours missing (`> 48 hour`), age (`< 16 year`), grade (`>=
 *  medium`, no unit).  A definition describes and sets no condition. A clause that states none takes its lead-in's. */
export const threshold: Annotator = (clause, {lexicon, tokens, leadInTokens}) => {
  if (clause.type !== 'provision') return {}
  for (const [given, place] of [
    [tokens, 'text'],
    [leadInTokens, 'lead-in'],
  ] as const) {
    const found = thresholds(given, lexicon)[0]
    const start = given[found?.first ?? -1]?.start
    const end = given[found?.last ?? -1]?.end
    if (!found || start === undefined || end === undefined) continue
    const {of, op, value, unit} = found
    return {
      threshold: {of, op, value, unit},
      evidence: [
        {of: 'threshold', in: place, start, end, value: `${of} ${op} ${value}${unit === null ? '' : ` ${unit}`}`},
      ],
    }
  }
  return {}
}

/** Every condition on an amount in tokens, in the order printed. */
const thresholds = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] => {
  const given = amounts(tokens, lexicon)
  const counted = counts(tokens, given, lexicon)
  const free = given.filter((amount) => !counted.some((count) => count.amount === amount))
  return [
    ...absences(tokens, free, lexicon).filter(({denied}) => denied !== true),
    ...ages(tokens, lexicon).filter(
      ({first, last}) => !counted.some((count) => first <= count.last && last >= count.first),
    ),
    ...grades(tokens, lexicon),
  ].sort((a, b) => a.first - b.first)
}
