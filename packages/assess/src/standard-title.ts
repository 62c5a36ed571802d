import type {StandardVerdict} from './assessment.ts'

type Named = Pick<StandardVerdict, 'id' | 'statement' | 'citation'>

/** A standard's short title, from its id in words: `Return interview within 72 hours`. Abbreviations are in capitals where its own words show
 *  that they are some. `Missing` before the rest names the topic, and would read as a lack. */
export function standardTitle({id, statement, citation}: Named): string {
  const said = `${statement} ${citation}`
  const [first = id, ...rest] = id
    .replace(/^missing-/u, '')
    .split('-')
    .map((word) => (isAbbreviation(word, said) ? word.toUpperCase() : word))
  return `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join(' ')}`
}

/** Whether a word stands in capitals in a text, or is made of the initials of a name in it: `nrm` of `National Referral Mechanism`. */
function isAbbreviation(word: string, said: string): boolean {
  if (!/^[a-z]{3,}$/.test(word)) return false
  if (!said.includes(word.toUpperCase()) && !initials(said).includes(word.slice(1))) return false
  if (new RegExp(`(?<![\\p{L}\\p{N}])${word.toUpperCase()}(?![\\p{L}\\p{N}])`, 'u').test(said)) return true
  const [initial = '', ...others] = word
  const name = [initial.toUpperCase(), ...others].map((letter, at) =>
    at === 0 ? `${letter}\\p{Ll}+` : `[${letter}${letter.toUpperCase()}]\\p{Ll}+`,
  )
  return new RegExp(`(?<![\\p{L}])${name.join(' ')}(?![\\p{L}])`, 'u').test(said)
}

/** The first letters of what stands between spaces, in lower case: a name is looked for only where they fit, since to build its expression takes long. */
function initials(said: string): string {
  return said
    .split(' ')
    .map((each) => each.charAt(0))
    .join('')
    .toLowerCase()
}
