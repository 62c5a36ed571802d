import type {Lexicon, ModalityMarker, PhraseMatch, Token} from '@hedgerow/lexicon'
import {phraseMatcher} from '@hedgerow/lexicon'

export type FrameKind = 'main' | 'condition' | 'time' | 'reason' | 'relative' | 'aside'

type Matcher<Entry> = (tokens: readonly Token[]) => readonly PhraseMatch<Entry>[]

/** The lexicon's word classes and phrases, made ready for reading clauses. */
export interface Grammar {
  /** Is the lower-case word in the class? A class the lexicon lacks has no words. */
  readonly is: (name: string, word: string | undefined) => boolean
  readonly markers: Matcher<ModalityMarker>
  readonly openers: Matcher<FrameKind>
  readonly roles: Matcher<string>
  readonly adverbs: Matcher<true>
  /** The base form of a verb's inflected form: `notified` → `notify`. A word that is none comes back unchanged. */
  readonly base: (word: string) => string
  readonly isVerb: (word: string) => boolean
}

const memory = new WeakMap<Lexicon, Grammar>()

/** The grammar of a lexicon, made once for each lexicon. */
export const grammarOf = (lexicon: Lexicon): Grammar => {
  const known = memory.get(lexicon)
  if (known) return known
  const made = grammar(lexicon)
  memory.set(lexicon, made)
  return made
}

const openerKinds = ['condition', 'time', 'reason', 'relative'] as const
const verbClasses = [
  'imperative-verb',
  'notify-verb',
  'convey-verb',
  'stative-verb',
  'harm-verb',
  'inability-verb',
  'grantable-verb',
]

/** So many words' bases are remembered. */
const mostBases = 20_000

const grammar = (lexicon: Lexicon): Grammar => {
  const classes = new Map(lexicon.wordClasses.map((entry) => [entry.class, entry.words]))
  const sets = new Map([...classes].map(([name, words]) => [name, new Set(words)]))
  const verbs = new Set(verbClasses.flatMap((name) => classes.get(name) ?? []))
  const bases = new Map((classes.get('irregular-base') ?? []).map((pair) => pair.split(' ') as [string, string]))
  const base = (word: string): string => {
    const found = bases.get(word) ?? regularBase(word, verbs)
    if (bases.size < mostBases) bases.set(word, found)
    return found
  }
  return {
    is: (name, word) => word !== undefined && (sets.get(name)?.has(word) ?? false),
    markers: phraseMatcher(
      lexicon.modality.map((entry) => [entry.marker, entry] as const),
      {exact: true},
    ),
    openers: phraseMatcher(
      openerKinds.flatMap((kind) => (classes.get(`${kind}-opener`) ?? []).map((words) => [words, kind] as const)),
      {exact: true},
    ),
    // Exact, with plurals of our own: stems would make an interviewer an interview and an officer an office.
    roles: possessivesAside(
      phraseMatcher(
        lexicon.roles.flatMap(({role, terms}) =>
          terms.flatMap(numbers).map((term) => [withoutPossessives(term.toLowerCase()), role] as const),
        ),
        {exact: true},
      ),
    ),
    adverbs: phraseMatcher(
      (classes.get('free-adverb') ?? []).map((words) => [words, true] as const),
      {exact: true},
    ),
    base,
    isVerb: (word) => verbs.has(word),
  }
}

const withoutPossessives = (words: string): string => words.replace(/'s\b/gu, '')

const possessivesAside =
  <Entry>(matcher: Matcher<Entry>): Matcher<Entry> =>
  (tokens) =>
    matcher(tokens.map((token) => (token.word.endsWith("'s") ? {...token, word: token.word.slice(0, -2)} : token)))

/** A term in the singular and plural, the plural on its last word or, before `of`, `in`, `at` and `with`, on the word before. */
const numbers = (term: string): readonly string[] => {
  const place = / (?:of|in|at|with|on|making|who|responsible|placing) /u.exec(term)?.index ?? term.length
  return [term, `${plural(term.slice(0, place))}${term.slice(place)}`]
}

const plural = (noun: string): string =>
  noun.endsWith('fe')
    ? `${noun.slice(0, -2)}ves`
    : /[^aeiou]y$/u.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : /(?:s|x|ch|sh)$/u.test(noun)
        ? `${noun}es`
        : `${noun}s`

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ied$/u, ['y']],
  [/ies$/u, ['y']],
  [/ing$/u, ['', 'e']],
  [/ed$/u, ['', 'e']],
  [/es$/u, ['', 'e']],
  [/(?<=[^sui])s$/u, ['']],
]

const regularBase = (word: string, verbs: ReadonlySet<string>): string => {
  if (verbs.has(word)) return word
  const guesses = endings
    .filter(([ending]) => ending.test(word))
    .flatMap(([ending, ends]) => ends.map((end) => word.replace(ending, end)))
  const undoubled = guesses.map((guess) => guess.replace(/([^aeiouls])\1$/u, '$1'))
  const known = [...guesses, ...undoubled].find((guess) => verbs.has(guess))
  return known ?? bySpelling(word, undoubled)
}

// An e is put back where English spelling would not otherwise end the word so: -at(e), -iv(e), -us(e), -ur(e), -ag(e), -ic(e) …
const bySpelling = (word: string, guesses: readonly string[]): string => {
  const [bare] = guesses
  if (bare === undefined || bare.length < 3) return word
  if (
    /(?:ing|ed)$/u.test(word) &&
    /(?:[^aeio]at|[iae]v|[^o]us|[au]r|ag|[ei]c|nc|rg|dg|[^aeo]iz|is|ib|[aiu]d|[^l]l|ut)$/u.test(bare) &&
    !bare.endsWith('ll')
  )
    return `${bare}e`
  return bare
}
