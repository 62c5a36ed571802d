import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import {wordClass} from './plain-verbs.ts'

const auxiliaries = new Set(['is', 'are', 'was', 'were', 'been', 'being', 'be'])
const helpers = new Set(['has', 'have', 'had'])
const joining = new Set(['and', 'or', 'but', 'not', 'never', 'no', 'by', 'nobody', 'none'])

/** The words of a condition in the active voice: `the offer is refused by the child` is `the child refused the offer`. Only where it is one passive with its
 *  agent behind it and nothing joined, else as they are: without its agent a passive names nobody. */
export const active = (given: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  const by = given.findIndex(({word}) => word === 'by')
  const verb = given[by - 1]
  const auxiliary = by - 2
  if (by < 3 || !verb || !isParticiple(verb.word, lexicon) || !auxiliaries.has(given[auxiliary]?.word ?? ''))
    return given
  const agent = given.slice(by + 1)
  const start = helpers.has(given[auxiliary - 1]?.word ?? '') ? auxiliary - 1 : auxiliary
  const object = given.slice(0, start)
  const isPlain = agent.length > 0 && agent.length <= 4 && ![...agent, ...object].some(({word}) => joining.has(word))
  return isPlain && object.length > 0 ? [...agent, verb, ...object] : given
}

const isParticiple = (word: string, lexicon: Lexicon): boolean => /ed$/u.test(word) || participles(lexicon).has(word)

const participles = perLexicon((lexicon) => new Set(wordClass(lexicon, 'participle').map(([form = '']) => form)))
