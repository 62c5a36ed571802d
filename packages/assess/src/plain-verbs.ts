import {type Lexicon, perLexicon, plainForm, type Token} from '@hedgerow/lexicon'

/** The words of a class of the lexicon, each split at its spaces; none where the class is unknown. */
export const wordClass = (lexicon: Lexicon, name: string): readonly (readonly string[])[] => {
  const known = wordsByClass(lexicon)
  const found = known.get(name) ?? wordsOfClass(lexicon, name)
  known.set(name, found)
  return found
}

const wordsByClass = perLexicon(
  () => new Map<string, readonly (readonly string[])[]>(),
  ({wordClasses}) => wordClasses,
)

const wordsOfClass = ({wordClasses}: Lexicon, name: string): readonly (readonly string[])[] =>
  wordClasses.filter((each) => each.class === name).flatMap(({words}) => words.map((word) => word.split(' ')))

/** A word without the endings of number and tense, irregular ones too: given is give, kept is keep. Auxiliaries stay as they are. */
export const baseForm = perLexicon((lexicon): ((word: string) => string) => {
  const idle = new Set(lexicon.functionWords)
  const irregular = new Map(
    [...wordClass(lexicon, 'irregular-base'), ...wordClass(lexicon, 'irregular-form')].flatMap(([form, base]) =>
      form && base && !idle.has(form) ? [[form, base] as const] : [],
    ),
  )
  return (word) => plainForm(irregular.get(word) ?? word)
})

interface Acts {
  readonly particles: ReadonlySet<string>
  /** By a verb in its base form and a singular noun, the verb that says both. */
  readonly nouns: ReadonlyMap<string, string>
}

const acts = perLexicon((lexicon): Acts => {
  const base = baseForm(lexicon)
  return {
    particles: new Set(
      wordClass(lexicon, 'phrasal-verb').map(([verb = '', particle = '']) => `${base(verb)} ${particle}`),
    ),
    nouns: new Map(
      wordClass(lexicon, 'act-noun').map(([verb = '', noun = '', act = '']) => [`${base(verb)} ${noun}`, act]),
    ),
  }
})

const articles = new Set(['a', 'an', 'the'])

/** A head verb as it is compared, and the tokens it takes up. */
export interface HeadVerb {
  readonly verb: readonly Token[]
  readonly rest: readonly Token[]
}

/** Takes the head verb out of tokens with what belongs to it: a particle (`draw up`), or the noun that says what is done where the verb does not
 *  (`carry out a review` is `review`). A noun with any word but an article before it stays where it is: a full review is more than a review. */
export const headVerb = (all: readonly Token[], isVerb: (token: Token) => boolean, lexicon: Lexicon): HeadVerb => {
  const {particles, nouns} = acts(lexicon)
  const base = baseForm(lexicon)
  const at = all.findIndex(isVerb)
  const verb = all[at]
  if (!verb || all.filter(isVerb).length !== 1)
    return {verb: all.filter(isVerb), rest: all.filter((each) => !isVerb(each))}
  const joined = joinedVerb(all, at, lexicon)
  if (joined.length > 0)
    return {verb: [verb, ...joined], rest: all.filter((each) => each !== verb && !joined.includes(each))}
  const next = all[at + 1]
  const particle = next && particles.has(`${base(verb.word)} ${next.word}`) ? [next] : []
  const rest = all.filter((each) => each !== verb && !particle.includes(each))
  const noun = rest.findIndex((each, place) => nouns.has(`${base(verb.word)} ${each.word}`) && isBare(rest, place, at))
  // To carry on an interview is not to carry it out: no other particle lets a verb say nothing but its noun.
  const isEmpty = !particle.some(({word}) => word !== 'out')
  if (noun < 0 || !isEmpty) return {verb: [verb, ...particle], rest}
  const found = rest[noun] as Token
  const act = nouns.get(`${base(verb.word)} ${found.word}`) as string
  return {verb: [{...found, word: act, text: act}], rest: rest.filter((_, place) => place !== noun)}
}

/** What is joined to the participle of a passive: `must be assessed and recorded` is `must assess and record`, whose object stands behind both. */
const joinedVerb = (all: readonly Token[], at: number, lexicon: Lexicon): readonly Token[] => {
  const [be, verb, join, second] = all.slice(Math.max(0, at - 1), at + 3)
  const isPassive = at > 0 && /^(?:be|been|being|is|are)$/u.test(be?.word ?? '')
  if (!isPassive || !verb || !join || !second || !/^(?:and|or)$/u.test(join.word)) return []
  const after = all[at + 3]?.word
  const isVerb = /ed$/u.test(second.word) || wordClass(lexicon, 'participle').some(([form]) => form === second.word)
  return isVerb && after !== 'and' && after !== 'or' ? [join, second] : []
}

/** Whether a noun is singular by its place: an article before it, or the verb, or nothing. */
const isBare = (rest: readonly Token[], place: number, verbAt: number): boolean => {
  const before = rest[place - 1]
  return before === undefined || articles.has(before.word) || place === verbAt
}
