import type {Bound} from '@hedgerow/ast'
import {type Lexicon, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import {phrases, wordList, wordSet} from './word-lists.ts'
import {endsSentence, sentenceStart, wordAfter} from './tokens-between.ts'

const grammar = perLexicon(
  ({durations}) => ({
    events: phraseMatcher(
      durations.events.flatMap(({event, phrases}) => phrases.map((phrase) => [phrase, event] as const)),
      {exact: true},
    ),
    openers: phraseMatcher(phrases(wordList(durations.lists, 'anchor_openers')), {exact: true}),
    naming: wordSet(durations.lists, 'anchor_naming'),
    fronted: phraseMatcher(phrases(wordList(durations.lists, 'fronted')), {exact: true}),
    stops: wordSet(durations.lists, 'event_stops'),
    drop: wordSet(durations.lists, 'slug_drop'),
    unclean: wordSet(durations.lists, 'unclean'),
    modals: wordSet(durations.lists, 'modals'),
  }),
  ({durations}) => durations,
)

const slugWords = 3

/** What the clock of a limit that ends at token `last` starts from: the lexicon's event named after it ("of the child
 *  being found"), or else the one that opens the sentence ("On receipt of a referral, …"), or else the words after it
 *  as a slug of at most three when they are a plain noun
 *  phrase; null when nothing is said or the phrase is a clause we do not know, since a guess would look like a rule. */
export const eventOf = (
  tokens: readonly Token[],
  {first, last, bound}: {readonly first: number; readonly last: number; readonly bound: Bound},
  lexicon: Lexicon,
): string | null => {
  const after = anchor(tokens, last, bound, lexicon)
  return after?.event ?? (after?.slug || frontedEvent(tokens, first, lexicon)) ?? null
}

interface Anchor {
  readonly event: string | undefined
  readonly slug: string | null
}

const anchor = (tokens: readonly Token[], last: number, bound: Bound, lexicon: Lexicon): Anchor | null => {
  const {events, openers, naming} = grammar(lexicon)
  const from = wordAfter(tokens, afterGloss(tokens, last))
  if (from < 0) return null
  const skipped = /^(?:time|period|s|at|most|latest)$/u.test(tokens[from]?.word ?? '')
    ? wordAfter(tokens, from + 1)
    : from
  if (skipped < 0) return null
  const opener = openers(tokens.slice(skipped, skipped + 5)).find((match) => match.first === 0)
  // Only a limit that counts back from something starts at what follows "before".
  if (/^(?:before|prior|ahead|in)/u.test(opener?.entry ?? '') && bound !== 'at-least' && bound !== 'within') return null
  if (/^before/u.test(opener?.entry ?? '') && /^[a-z]+ing$/u.test(tokens[skipped + 1]?.word ?? '')) return null
  // "as soon as the child returns", "on the day the referral is received" need no opener.
  const clausal = tokens[last]?.word === 'as' || (tokens[last]?.word === 'day' && tokens[last - 1]?.word === 'the')
  if (!opener && !clausal) return null
  const said = segment(tokens, opener ? skipped + opener.last + 1 : skipped, lexicon)
  const event = events(said).find(({first}) => first <= 6)?.entry
  return {event, slug: tokens[last]?.word === 'as' || naming.has(opener?.entry ?? '') ? slug(said, lexicon) : null}
}

/** The index after a limit and the bracket that glosses or closes it: "72 hours (3 days) of the return". */
const afterGloss = (tokens: readonly Token[], last: number): number => {
  if (tokens[last + 1]?.text === ')') return last + 2
  if (tokens[last + 1]?.text !== '(') return last + 1
  const close = tokens.findIndex(({text}, at) => at > last && text === ')')
  return close < 0 || close - last > 7 ? last + 1 : close + 1
}

/** The words from `from` on, up to a mark, a modal verb or a joint. */
const segment = (tokens: readonly Token[], from: number, lexicon: Lexicon): readonly Token[] => {
  const {modals} = grammar(lexicon)
  let at = from
  while (at < tokens.length) {
    const {word, text} = tokens[at] as Token
    if (
      /^[,:()–—]$/u.test(text) ||
      endsSentence(tokens[at]) ||
      modals.has(word) ||
      /^(?:and|unless|whichever)$/u.test(word)
    )
      break
    at++
  }
  return tokens.slice(from, at)
}

const slug = (said: readonly Token[], lexicon: Lexicon): string | null => {
  const {stops, drop, unclean} = grammar(lexicon)
  const end = said.findIndex(({word}) => stops.has(word))
  const kept = (end < 0 ? said : said.slice(0, end))
    .map(({word}) => word.replace(/'s?$/u, '').replace(/[^a-z0-9]+/gu, ''))
    .filter((word) => /[a-z]{2}/u.test(word) && !drop.has(word))
  const clean = said
    .slice(0, end < 0 ? said.length : end)
    .every(({word}) => !unclean.has(word) && !/.(?:ing|ed)$/u.test(word))
  return clean && kept.length > 0 && kept.length <= slugWords ? kept.join('-') : null
}

/** "When a child returns, …", "On receipt of the referral the manager must …": only a phrase that opens the sentence,
 *  before the limit. */
const frontedEvent = (tokens: readonly Token[], first: number, lexicon: Lexicon): string | null => {
  const {events, fronted} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const opener = fronted(tokens.slice(start, start + 5)).find((match) => match.first === 0)
  if (!opener) return null
  const said = segment(tokens, start + opener.last + 1, lexicon)
  if (start + opener.last + 1 + said.length > first) return null
  return events(said)[0]?.entry ?? null
}
