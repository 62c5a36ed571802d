import type {Token} from '@hedgerow/lexicon'
import {sentenceStart} from './tokens-between.ts'

/** "The third arrangement with one carer within a year must be reviewed": the place of a noun we do not know that is counted at the head of a sentence, before
 *  the duty its count sets off and with the window it is counted in; null where the sentence goes on otherwise ("the second visit must be within 10 days"). */
export const unknownNoun = (
  tokens: readonly Token[],
  at: number,
  ordinal: number,
  {modals, units}: {readonly modals: ReadonlySet<string>; readonly units: ReadonlySet<string>},
): number | null => {
  const start = sentenceStart(tokens, at)
  const next = tokens[at + 1]
  if (ordinal < 2 || next?.kind !== 'word' || units.has(next.word) || at - start > 2) return null
  const modal = tokens.findIndex(({word, text}, place) => place > at && (modals.has(word) || /^[.;:|]$/u.test(text)))
  if (modal < 0 || !modals.has(tokens[modal]?.word ?? '')) return null
  const isWindowed = tokens
    .slice(at + 2, modal)
    .some(
      ({word}, place, between) =>
        /^(?:in|within|over)$/u.test(word) && between.slice(place).some((each) => units.has(each.word)),
    )
  return isWindowed ? at + 1 : null
}
