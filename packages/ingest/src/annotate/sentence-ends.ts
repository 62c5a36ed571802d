import type {Token} from '@hedgerow/lexicon'

const enders = new Set(['.', ';', ':', '?', '!', '|', '•'])
const abbreviations = new Set(['e.g', 'i.e', 'etc', 'dr', 'mr', 'mrs', 'ms', 'no', 'para', 'ch', 'reg', 'sec'])

/** Whether a sentence, a cell or the part before a colon ends at a token: no full stop inside an abbreviation or a number does. */
export const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token
  if (!enders.has(token.text)) return false
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (token.text === ':') return before?.kind !== 'number' || after?.kind !== 'number'
  if (token.text !== '.' || after === undefined) return true
  return (
    !abbreviations.has(before?.word ?? '') &&
    !/^\p{Ll}/u.test(after.text) &&
    !(before?.kind === 'number' && after.kind === 'number')
  )
}
