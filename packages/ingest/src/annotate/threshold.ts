import type {Lexicon, Token} from '@hedgerow/lexicon'
import {absences, type FoundThreshold} from './absences.ts'
import {ages} from './ages.ts'
import {amounts} from './amounts.ts'
import type {Annotator} from './annotator.ts'
import {cellThreshold} from './cell-thresholds.ts'
import {counts} from './counts.ts'
import {grades} from './grades.ts'
import {youngAges} from './young-ages.ts'

/** Reads the first condition on an amount that is no count: hours missing (`> 48 hour`), age (`< 16 year`), weeks of a pregnancy, grade (`>=
 *  medium`, no unit).  A definition describes and sets no condition. A clause that states none takes its lead-in's. */
export const threshold: Annotator = (clause, {lexicon, tokens, leadInTokens}) => {
  if (clause.type !== 'provision') return {}
  const headed = cellThreshold(tokens, clause.cells ?? [], lexicon)
  for (const [given, place] of [
    [tokens, 'text'],
    [leadInTokens, 'lead-in'],
  ] as const) {
    const cited = clause.evidence.filter((each) => each.of === 'citations' && each.in === place)
    const free = thresholds(given, lexicon).filter((each) => !cited.some((title) => isInside(given, each, title)))
    const found = (place === 'text' ? headed : null) ?? foremost(given, free)
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

/** Whether a threshold is part of a title: "CG133, Self-harm in over 8s (2011)" sets no age. */
const isInside = (
  tokens: readonly Token[],
  {first, last}: FoundThreshold,
  {start, end}: {readonly start: number; readonly end: number},
): boolean => start <= (tokens[first]?.start ?? 0) && (tokens[last]?.end ?? 0) <= end

/** The first, but that after "unless" before one that only names what is spared: "is not sent to category 5 calls unless the patient is over 80". */
const foremost = (tokens: readonly Token[], found: readonly FoundThreshold[]): FoundThreshold | undefined => {
  const [first, second] = found
  if (!first || !second || first.of !== 'grade') return first
  const before = tokens.slice(0, first.first).some(({word}) => /^(?:not|never|no)$/u.test(word))
  const unless = tokens.slice(first.last, second.first).some(({word}) => word === 'unless')
  return before && unless ? second : first
}

/** Every condition on an amount in tokens, in the order printed. */
const thresholds = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] => {
  const given = amounts(tokens, lexicon)
  const counted = counts(tokens, given, lexicon)
  const free = given.filter((amount) => !counted.some((count) => count.amount === amount))
  const isFree = ({first, last}: FoundThreshold): boolean =>
    !counted.some((count) => first <= count.last && last >= count.first)
  return [
    ...absences(tokens, free, lexicon).filter(({denied}) => denied !== true),
    ...youngAges(tokens, free, lexicon).filter(isFree),
    ...ages(tokens, lexicon).filter(isFree),
    ...grades(tokens, lexicon),
  ].sort((a, b) => a.first - b.first)
}
