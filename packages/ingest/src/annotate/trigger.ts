import type {Lexicon, Token} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'
import {amounts} from './amounts.ts'
import {countLabel, counts} from './counts.ts'
import {wordSet} from './word-lists.ts'

/** Reads the first count that sets something off, with its window in days: "three or more times in a 90 day period" is
 *  `{of: 'episode', op: '>=', count: 3, window: {value: 90, unit: 'day'}}`. A clause that states none takes its lead-
 *  in's. */
export const trigger: Annotator = (clause, {lexicon, tokens, leadInTokens}) => {
  if (clause.type === 'field' || clause.type === 'contact') return {}
  for (const [given, place] of [
    [tokens, 'text'],
    [leadInTokens, 'lead-in'],
  ] as const) {
    const conditional = place === 'text' && opensCondition(leadInTokens, lexicon)
    const found = counts(given, amounts(given, lexicon), lexicon, conditional)[0]
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

/** Does a lead-in end in a condition that its step goes on with ("must call a meeting where there have been:")? */
const opensCondition = (leadIn: readonly Token[], lexicon: Lexicon): boolean => {
  const conditions = wordSet(lexicon.durations.lists, 'conditions')
  return leadIn.slice(-5).some(({word}) => conditions.has(word))
}
