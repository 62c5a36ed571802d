import {type Lexicon, tokens} from '@hedgerow/lexicon'
import {grammarOf} from '../annotate/grammar.ts'
import {imperativeOf} from '../annotate/imperative.ts'
import {sentencesOf} from '../annotate/sentence.ts'

/** Whether a text holds an instruction (`Tell the police`). */
export const instructs = (text: string, lexicon: Lexicon): boolean => {
  const given = tokens(text)
  const grammar = grammarOf(lexicon)
  return sentencesOf(given, grammar).some((sentence) => imperativeOf(given, grammar, sentence) !== null)
}

/** Whether a text orders or allows something: by an instruction or by a verb of duty, whatever it comes to. */
export const orders = (text: string, lexicon: Lexicon): boolean =>
  instructs(text, lexicon) ||
  sentencesOf(tokens(text), grammarOf(lexicon)).some(({verbs}) => verbs.some(({marker}) => marker !== null))
