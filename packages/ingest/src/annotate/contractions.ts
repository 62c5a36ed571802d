import {type Token, tokens} from '@hedgerow/lexicon'

/** The tokens of a text with `we'll` and `it'll` in two, the second read as `will`: in a page that speaks to its reader the force of a duty stands in two letters. */
export const spokenTokens = (text: string): readonly Token[] => {
  const printed = tokens(text)
  return /['’]ll/u.test(text) ? printed.flatMap(parts) : printed
}

const isContracted = ({word}: Token): boolean => /^(?:i|you|we|they|he|she|it|who|there|that)['’]ll$/u.test(word)

const parts = (token: Token): readonly Token[] => {
  if (!isContracted(token)) return [token]
  const at = token.start + token.text.length - 3
  const subject = token.text.slice(0, -3)
  return [
    {...token, text: subject, word: token.word.slice(0, -3), end: at},
    {...token, text: token.text.slice(-3), word: 'will', start: at},
  ]
}
