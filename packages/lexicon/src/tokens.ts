/** A word, number or mark of a text with its place; `end` is exclusive. `word` is lower case, NFKC, apostrophes straight. */
export interface Token {
  readonly word: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'mark'
}

const pattern =
  /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}])(?:e-mail|co-op|co-ord)[\p{L}]*|(?:https?:\/\/|www\.)[^\s<>()]+|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.](?=[\p{L}])[\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}]/giu

/** The tokens of a text in order. Hyphenated words are split at the hyphen, which stays as a mark. Remembered for the latest texts: a clause is
 *  asked for by every annotator, measure and classifier. */
export const tokens = (text: string): readonly Token[] => remembered(latestTokens, text, tokenised)

/** The tokens that are words or numbers. */
export const words = (text: string): readonly Token[] =>
  remembered(latestWords, text, () => tokens(text).filter(({kind}) => kind !== 'mark'))

/** The tokens of a word of the lexicon, not remembered: there are thousands, and none is asked for again. */
export const wordTokens = (word: string): readonly Token[] =>
  /^[a-z]+$/u.test(word) && !word.includes('iz')
    ? [{word, text: word, start: 0, end: word.length, kind: 'word'}]
    : tokenised(word).filter(({kind}) => kind !== 'mark')

/** The words and numbers of a text as they are compared, in order: for phrases, of which there are ten thousand and whose tokens nobody asks for. Most
 *  are small letters with single spaces between, and are cut there; `iz` may be spelt anew. */
export const comparedWords = (text: string): readonly string[] => remembered(latestCompared, text, compared)

const compared = (text: string): readonly string[] =>
  /^[a-z]+(?: [a-z]+)*$/u.test(text) && !text.includes('iz') ? text.split(' ') : words(text).map(({word}) => word)

const most = 20_000
const latestTokens = new Map<string, readonly Token[]>()
const latestWords = new Map<string, readonly Token[]>()
// One phrase stands in many matchers.
const latestCompared = new Map<string, readonly string[]>()

const remembered = <Found>(memory: Map<string, Found>, text: string, find: (text: string) => Found): Found => {
  const known = memory.get(text)
  if (known !== undefined) return known
  const found = find(text)
  if (memory.size >= most) memory.clear()
  memory.set(text, found)
  return found
}

/** A word as it is compared: `co-ordinator` and `e-mail` without the hyphen, `organize` spelt as `organise`. */
const joined = (word: string): string =>
  (/^(?:e-mail|co-o)/u.test(word) && !word.includes('@') ? word.replace('-', '') : word).replace(
    /iz(?=e[ds]?$|ing$|ation)/u,
    'is',
  )

type Spelt = Pick<Token, 'word' | 'kind'>

const spelt = (printed: string): Spelt => {
  const word = joined(printed.normalize('NFKC').toLowerCase().replaceAll('’', "'"))
  return {word, kind: /^\d/u.test(word) ? 'number' : /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark'}
}

// Texts are many, the words in them few.
const latestSpelt = new Map<string, Spelt>()

/** Where the run of letters at a place ends; the place itself where what follows may belong to the same token, which is for the pattern to tell. */
const plainEnd = (text: string, start: number): number => {
  let end = start
  while (isLetter(text.charCodeAt(end))) end++
  const code = text.charCodeAt(end)
  return code > 127 || joining.has(code) ? start : end
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)))

/** What may stand in one token with the letters before it: digits and the signs of names, e-mail and web addresses. */
const joining = codes("0123456789_.+-@':")

/** Signs that are a token by themselves wherever they stand. */
const lone = codes(',;()"?!')

/** Where the token at a place ends when it takes no pattern to tell, as of most; the place itself when it does. */
const simpleEnd = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return isLetter(code) ? plainEnd(text, at) : lone.has(code) ? at + 1 : at
}

const tokenised = (text: string): readonly Token[] => {
  const found: Token[] = []
  const add = (start: number, end: number): number => {
    const printed = text.slice(start, end)
    const {word, kind} = remembered(latestSpelt, printed, spelt)
    found.push({word, text: printed, start, end, kind})
    return end
  }
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) === space) {
      at++
      continue
    }
    const end = simpleEnd(text, at)
    pattern.lastIndex = at
    const match = end > at ? null : pattern.exec(text)
    if (end === at && !match) break
    at = match ? add(match.index, pattern.lastIndex) : add(at, end)
  }
  return found
}

const space = 32
