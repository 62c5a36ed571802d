import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import {numeral} from './amounts.ts'
import type {Limit} from './deadlines.ts'
import {iso} from './duration.ts'
import {sentenceStart} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(({durations}) => ({modals: wordSet(durations.lists, 'modals')}))

/** "within one working day … and must tell the referrer within three": a number after "within" with no unit takes the unit of the limit before it in
 *  the sentence. */
export const ellipticLimits = (tokens: readonly Token[], found: readonly Limit[], lexicon: Lexicon): readonly Limit[] =>
  tokens.flatMap(({word}, at) => {
    if (word !== 'within') return []
    const number = numeral(tokens, at + 1, lexicon)
    const next = tokens[(number?.last ?? at) + 1]
    if (!number || number.article || number.unit || (next && next.kind !== 'mark' && !/^(?:and|or)$/u.test(next.word)))
      return []
    const earlier = found.findLast(({first, bound}) => first < at && bound === 'within')
    if (!earlier || earlier.first < sentenceStart(tokens, at) || typeof earlier.value !== 'number') return []
    const duty = tokens
      .slice(earlier.last, at)
      .some((token) => grammar(lexicon).modals.has(token.word) || token.word === 'and')
    const {unit} = earlier
    return duty
      ? [
          {
            value: number.value,
            unit,
            bound: 'within',
            iso: iso({value: number.value, unit}),
            first: at,
            last: number.last,
          },
        ]
      : []
  })
