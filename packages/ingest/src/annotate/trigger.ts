import type {Annotator} from './annotator.ts'
import {amounts} from './amounts.ts'
import {countLabel, counts} from './counts.ts'

/** Reads the first count that sets something off, with its window in days: "three or more times in a 90 day period" is
 *  `{of: 'episode', op: '>=', count: 3, window: {value: 90, unit: 'day'}}`. A clause that states none takes its lead-
 *  in's. */
export const trigger: Annotator = (clause, {lexicon, tokens, leadInTokens}) => {
  if (clause.type === 'field' || clause.type === 'contact') return {}
  for (const [given, place] of [
    [tokens, 'text'],
    [leadInTokens, 'lead-in'],
  ] as const) {
    const found = counts(given, amounts(given, lexicon), lexicon)[0]
    const start = given[found?.first ?? -1]?.start
    const end = given[found?.last ?? -1]?.end
    if (!found || start === undefined || end === undefined) continue
    const {of, op, count, window} = found
    return {
      trigger: {of, op, count, window},
      evidence: [{of: 'trigger', in: place, start, end, value: countLabel(found)}],
    }
  }
  return {}
}
