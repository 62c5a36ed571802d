import {type Lexicon, perLexicon} from '@hedgerow/lexicon'

const longest = 12

/** Classes of words that make a sentence of a line wherever they stand in it. */
const saying: ReadonlySet<string> = new Set(['finite', 'bound-marker'])

/** Classes of words that no title begins with: who begins so instructs, or goes on in what follows. */
const opening: ReadonlySet<string> = new Set([
  'imperative-verb',
  'preposition',
  'pronoun',
  'condition-opener',
  'time-opener',
  'reason-opener',
  'relative-opener',
  'negation',
])

/** Classes of words after which something is still to come. */
const leaving: ReadonlySet<string> = new Set([
  'determiner',
  'preposition',
  'coordinator',
  'relative-opener',
  'negation',
])

/** The words of some classes, those of several words left out. */
const wordsOf = ({wordClasses}: Lexicon, classes: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(wordClasses.filter((each) => classes.has(each.class)).flatMap((each) => each.words))

const known = perLexicon((lexicon: Lexicon) => {
  const verbs = wordsOf(lexicon, new Set(['imperative-verb']))
  const things = wordsOf(lexicon, new Set(['noun-too']))
  const acting = [...verbs].filter((verb) => !things.has(verb)).map((verb) => `${verb}s`)
  return {
    says: new Set([...wordsOf(lexicon, saying), ...acting, 'cannot', 'never']),
    opens: wordsOf(lexicon, opening),
    leaves: wordsOf(lexicon, leaving),
  }
})

/** Whether the words of a step only name what the steps below it are about (`Crime scenes and the coroner`): a few words from a capital on, that say and
 *  order nothing and wait for nothing. In doubt it is a step. */
export const isCaption = (text: string, lexicon: Lexicon): boolean => {
  if (!/^[\p{Lu}\d][^.:;?!]*$/u.test(text)) return false
  const said = text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []
  if (said.length === 0 || said.length > longest) return false
  const {says, opens, leaves} = known(lexicon)
  return !opens.has(said[0] as string) && !leaves.has(said.at(-1) as string) && !said.some((word) => says.has(word))
}
