import {stemmer} from 'stemmer'

const memory = new Map<string, string>()

/** The Porter stem of a lower-case word, possessive dropped. Source: Porter 1980, "An algorithm for suffix stripping". */
export const stem = (word: string): string => {
  const known = memory.get(word)
  if (known !== undefined) return known
  const bare = withoutPossessive(word)
  const found = /^[a-z]+$/u.test(bare) ? stemmer(bare) : bare
  if (memory.size < 200_000) memory.set(word, found)
  return found
}

const withoutPossessive = (word: string): string => (word.includes("'") ? word.replace(/'s?$/u, '') : word)

const undoubled = (word: string): string => word.replace(/([bdfgmnprt])\1$/u, '$1')

const forms = new Map<string, string>()

/** A lower-case word without the endings of number and tense: records, recorded, recording → record. Unlike a stem it keeps words of
 *  another meaning apart: informed is no informal, an interviewer no interview. */
export const plainForm = (word: string): string => {
  const known = forms.get(word)
  if (known !== undefined) return known
  const found = inflected(withoutPossessive(word))
  if (forms.size < 200_000) forms.set(word, found)
  return found
}

const inflected = (word: string): string => {
  if (!/^[a-z]{4,}$/u.test(word)) return word
  const single = word
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?<=ch|sh|x|ss)es$/u, '')
    .replace(/(?<![suie])s$/u, '')
    .replace(/(?<=[a-z]e)s$/u, '')
  const bare = single.replace(/(?<=[a-z]{3})(?<!e)ed$/u, '').replace(/(?<=[a-z]{3})ing$/u, '')
  const base = bare === single ? single : undoubled(bare) === bare ? voiced(bare) : undoubled(bare)
  return base.length > 4 ? base.replace(/e$/u, '') : base
}

/** A bare form of one syllable that ends in a single consonant had an e: noted is note, not `not`; with a short vowel it would have doubled (stopped). */
const voiced = (bare: string): string => (/^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(bare) ? `${bare}e` : bare)
