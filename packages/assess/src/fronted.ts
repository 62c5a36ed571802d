import {type Clause, meaningStart} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, words} from '@hedgerow/lexicon'
import {baseForm, wordClass} from './plain-verbs.ts'

/** The spans of a part of a clause that hold its conditions. One that was read up to a verb of belief goes on to the end of what is believed: `where there
 *  are grounds to believe` the child is a victim. A sentence that was read as nothing but its condition has its comma where that ends. */
export const conditionSpans = (clause: Clause, place: 'text' | 'lead-in'): readonly Span[] => {
  const text = place === 'text' ? clause.text : (clause.leadIn ?? '')
  return clause.evidence
    .filter((each) => each.of === 'condition' && each.in === place && !isPlace(text, each.start))
    .map(({start, end}) => {
      const comma = text.indexOf(',', start)
      if (start === 0 && comma > 0 && !/[^\s.;:]/u.test(text.slice(end))) return {start, end: comma}
      if (!/\b(?:believe|think|suspect|know|feel|consider|concern|belief)(?: that)?$/iu.test(text.slice(start, end)))
        return {start, end}
      const rest = /^[^,;:.()|]*/u.exec(text.slice(end))?.[0] ?? ''
      return {start, end: end + rest.length}
    })
}

/** Whether what opens at an offset says of a place which it is: the authority where the child lives. */
const isPlace = (text: string, start: number): boolean =>
  /^where\b/iu.test(text.slice(start)) &&
  /\b(?:authority|council|area|place|address|home|setting|school|hospital|county|city|town)\s$/iu.test(
    text.slice(0, start),
  )

interface Span {
  readonly start: number
  readonly end: number
}

interface Openers {
  readonly time: ReadonlySet<string>
  /** Those that open a phrase of time, place or occasion, which needs no comma behind it. */
  readonly phrase: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
}

const openers = perLexicon((lexicon): Openers => {
  const base = baseForm(lexicon)
  return {
    time: new Set(['until', 'before', 'after', 'while', 'whilst', 'during', 'throughout', 'from']),
    phrase: new Set([
      'in',
      'at',
      'on',
      'upon',
      'during',
      'throughout',
      'before',
      'after',
      'prior',
      'following',
      'within',
      'outside',
      'to',
    ]),
    asking: new Set(
      [...wordClass(lexicon, 'question-verb'), ...wordClass(lexicon, 'asking-verb')].map(([verb = '']) => base(verb)),
    ),
  }
})

/** Words that join acts or open another clause: what stands before such a sentence may belong to one part of it only. */
const joining = new Set(
  'and or but then nor who whom whose which that what how why whether where when if unless until before after while whilst'.split(
    ' ',
  ),
)

/** The tokens of a clause with a condition or a time clause that stands first put last, where it stands in most sentences: `If the child is ill, the plan
 *  must say so` is `The plan must say so if the child is ill`. Only where the rest is one plain act, so that what was first can belong to nothing else:
 *  no joined acts, no clause of its own, no participle a trailing clause could hang on, no verb that could ask (`ask if`). */
export const straightened = (
  clause: Clause,
  left: readonly Token[],
  isVerb: (token: Token) => boolean,
  lexicon: Lexicon,
): readonly Token[] => {
  const end = frontedEnd(clause, lexicon)
  if (end === null) return left
  const front = left.filter((token) => token.end <= end)
  const rest = left.filter((token) => token.end > end)
  const limits = clause.evidence.filter((each) => each.of === 'deadlines' && each.in === 'text')
  const main = words(clause.text).filter(
    (token) => token.start >= end && !limits.some((span) => span.start < token.end && token.start < span.end),
  )
  const isCondition = conditionSpans(clause, 'text').length > 0
  return front.length > 0 && isOnePlainAct(main, isVerb, isCondition, lexicon) ? [...rest, ...front] : left
}

/** Where the condition or time clause ends that opens a clause; null if none does. */
const frontedEnd = (clause: Clause, lexicon: Lexicon): number | null => {
  const start = meaningStart(clause)
  const [first] = words(clause.text).filter((token) => token.start >= start)
  if (!first) return null
  const comma = clause.text.indexOf(',', first.end)
  const condition = conditionSpans(clause, 'text')
  if (condition.length === 1 && (condition[0]?.start ?? 0) <= first.start) return condition[0]?.end ?? 0
  if (condition.length > 0) return null
  const {time, phrase} = openers(lexicon)
  if (comma < 0) return phrase.has(first.word) ? subjectStart(clause, first.end) : null
  const isOne = clause.text.indexOf(',', comma + 1) < 0
  return isOne && (time.has(first.word) || phrase.has(first.word)) ? comma : null
}

/** Where the subject of a clause begins that names who acts, or who is told, before its force: `In an emergency | the carer must`. Null where the words say
 *  neither, so that the phrase before cannot be told from the subject. */
const subjectStart = ({text, evidence}: Clause, from: number): number | null => {
  const force = evidence.find(({of, in: place}) => of === 'modality' && place === 'text')
  const named = evidence.filter(
    ({of, in: place, start}) => (of === 'actors' || of === 'recipients') && place === 'text' && start > from,
  )
  const [subject] = [...named].sort((x, y) => x.start - y.start)
  if (!force) return null
  if (!subject || subject.end > force.start) return lastDeterminer(text.slice(0, force.start), from)
  const before = /(?:\b(?:the|an?|any|each|every|all|both)\s+)?(?:\b(?:allocated|duty|local|named)\s+)?$/iu.exec(
    text.slice(0, subject.start),
  )
  return before ? before.index : subject.start
}

/** Where the last noun phrase with a determiner begins before the force of a clause, unless it belongs to the phrase before (`at the end of the visit`). */
const lastDeterminer = (before: string, from: number): number | null => {
  const found = [...before.matchAll(/(?<=(\p{L}+) )(?:the|an?|any|each|every|all)(?= )/giu)].filter(
    ({index}) => index > from,
  )
  const last = found.at(-1)
  return last &&
    !/^(?:in|at|on|of|to|for|by|with|from|during|before|after|until|within|following|upon|and|or)$/iu.test(
      last[1] ?? '',
    )
    ? last.index
    : null
}

const isOnePlainAct = (
  main: readonly Token[],
  isVerb: (token: Token) => boolean,
  isCondition: boolean,
  lexicon: Lexicon,
): boolean => {
  const base = baseForm(lexicon)
  const verb = main.find(isVerb)
  if (!verb || (isCondition && openers(lexicon).asking.has(base(verb.word)) && !isToldIf(verb.word))) return false
  return main.every((token) => token === verb || (!joining.has(token.word) && !isParticiple(token, lexicon)))
}

/** Who is told if something is so, is told when it is: `must be told if the child is ill`. `Tell the parent if` may ask whether. */
const isToldIf = (word: string): boolean => word === 'told' || word === 'notified' || word === 'informed'

const isParticiple = ({word}: Token, lexicon: Lexicon): boolean =>
  /(?:ed|ing)$/u.test(word) || participles(lexicon).has(word)

const participles = perLexicon((lexicon) => new Set(wordClass(lexicon, 'participle').map(([form = '']) => form)))
