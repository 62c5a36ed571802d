import {stemmer} from 'stemmer'

const memory = new Map<string, string>()

/** The Porter stem of a lower-case word, possessive dropped. Source: Porter 1980, "An algorithm for suffix stripping". */
export const stem = (word: string): string => {
  const known = memory.get(word)
  if (known !== undefined) return known
  const bare = word.replace(/'s?$/u, '')
  const found = /^[a-z]+$/u.test(bare) ? stemmer(bare) : bare
  if (memory.size < 200_000) memory.set(word, found)
  return found
}
