import type {ModalityMarker, Token} from '@hedgerow/lexicon'
import {frameKind, isOpener, isSaidOfTime} from './clause-openers.ts'
import {endsBelief, isContactClause} from './contact-clause.ts'
import {type VerbEvent, verbEvents} from './finite-verbs.ts'
import {close, type OpenFrame, open, type PlacedVerb, type Reading, step, top} from './frames.ts'
import type {FrameKind, Grammar} from './grammar.ts'
import {goesOn} from './listed-condition.ts'
import {adverbs, before, wordAt} from './scope.ts'
import {endsSentence} from './sentence-ends.ts'
import {trailingNoun} from './trailing-noun.ts'
import {reduced, subordinateDuties, unembed} from './unembedding.ts'
import {isParticiple} from './verb-group.ts'

/** A clause inside a sentence, from its opener on; token indexes, `last` exclusive. */
export interface Frame {
  readonly kind: FrameKind
  readonly opener: string
  readonly first: number
  readonly content: number
  readonly last: number
}

/** A finite verb: a marker of force, or a plain one (`is`, `sets`). `embedded` = it is not the verb of a main clause. */
export interface Verb {
  readonly first: number
  readonly last: number
  readonly marker: ModalityMarker | null
  readonly embedded: boolean
  /** Token indexes of the words before the verb in its own clause. */
  readonly subject: readonly number[]
}

/** One sentence or cell of a text: token indexes `first` to `last` (exclusive). */
export interface Sentence {
  readonly first: number
  readonly last: number
  readonly end: string
  readonly frames: readonly Frame[]
  readonly verbs: readonly Verb[]
}

/** The sentences of a run of tokens, each with its clauses and finite verbs. */
export const sentencesOf = (tokens: readonly Token[], grammar: Grammar): readonly Sentence[] => {
  const adverb = adverbs(tokens, grammar)
  const found: Sentence[] = []
  for (let from = 0, at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !endsSentence(tokens, at)) continue
    if (at > from) found.push(read(tokens, grammar, adverb, from, at))
    from = at + 1
  }
  return found
}

const read = (
  tokens: readonly Token[],
  grammar: Grammar,
  adverb: readonly boolean[],
  from: number,
  to: number,
): Sentence => {
  const main: OpenFrame = {
    kind: 'main',
    opener: '',
    first: from,
    content: from,
    last: to,
    finite: -1,
    afterComma: false,
  }
  const reading: Reading = {
    tokens,
    grammar,
    from,
    to,
    adverb,
    owner: [],
    stack: [main],
    frames: [],
    verbs: [],
    clauseStart: from,
  }
  const verbs = verbEvents(reading)
  const openers = new Map(grammar.openers(tokens.slice(from, to)).map((match) => [match.first + from, match]))
  for (let at = from; at < to; ) {
    while (top(reading).last <= at) reading.stack.pop()
    const verb = verbs.get(at)
    const opener = openers.get(at)
    const last = verb?.last ?? (opener && isOpener(reading, at) ? opener.last + from : at)
    if (verb) takeVerb(reading, verb)
    else if (opener && isOpener(reading, at)) open(reading, frameKind(reading, at, opener.entry), at, last + 1)
    else if (verbs.get(at + 1)?.marker && isSaidOfTime(reading, at)) open(reading, 'relative', at, at)
    else step(reading, at)
    for (let own = at; own <= last; own++) reading.owner[own] = top(reading)
    at = last + 1
  }
  for (const frame of reading.stack.slice(1)) frame.last = Math.min(frame.last, to)
  unembed(reading)
  reduced(reading)
  for (const verb of subordinateDuties(reading)) verb.embedded = false
  return {
    first: from,
    last: to,
    end: tokens[to]?.text ?? '',
    frames: reading.frames.map(({kind, opener, first, content, last}) => ({kind, opener, first, content, last})),
    verbs: reading.verbs.map(({first, last, marker, embedded, subject}) => ({first, last, marker, embedded, subject})),
  }
}

const takeVerb = (reading: Reading, verb: VerbEvent): void => {
  const previous = wordAt(reading, before(reading, verb.first))
  const direct = ['and', 'or', 'but', 'nor', 'then'].includes(previous)
  if (direct) joinVerb(reading, verb)
  else placeVerb(reading, verb)
}

/** "and should …": the verb shares the subject of the nearest clause that has a verb already. */
const joinVerb = (reading: Reading, verb: VerbEvent): void => {
  while (
    top(reading).kind !== 'main' &&
    top(reading).kind !== 'aside' &&
    (top(reading).finite < 0 || leavesClause(reading, verb))
  )
    close(reading, verb.first - 1)
  const frame = top(reading)
  const shared = reading.verbs.findLast((earlier) => earlier.frame === frame)
  frame.finite = verb.first
  const subject = shared?.subject ?? span(reading, reading.clauseStart, verb.first)
  reading.verbs.push({...verb, frame, embedded: frame.kind !== 'main', subject, joined: true})
}

// "will decide what happens and will tell the referrer": a second duty goes on from the first, not from the fact between them.
const leavesClause = ({stack, verbs}: Reading, {marker}: VerbEvent): boolean => {
  const [main] = stack
  const own = verbs.filter(({frame}) => frame === stack.at(-1))
  return (
    marker !== null &&
    stack.at(-1)?.kind === 'relative' &&
    own.every((verb) => verb.marker === null) &&
    verbs.some((verb) => verb.frame === main && verb.marker?.marker === marker.marker)
  )
}

const placeVerb = (reading: Reading, verb: VerbEvent): void => {
  for (;;) {
    const frame = top(reading)
    if (frame.kind === 'main') return placeMain(reading, verb, frame)
    if (continues(reading, frame, verb)) break
    const joined = frame.kind === 'time' ? coordinatorIn(reading, frame.content, verb.first) : -1
    if (frame.kind === 'aside' || (frame.finite < 0 && joined < 0 && !outlasts(reading, frame, verb))) break
    release(reading, frame, verb.first, joined)
  }
  const frame = top(reading)
  frame.finite = verb.first
  const subject = span(reading, frame.content, verb.first)
  reading.verbs.push({...verb, frame, embedded: true, subject})
}

// "must ring if the child is hurt or the home is shut": after a complete main clause, a fact joined to a condition is a part of it.
const continues = (reading: Reading, frame: OpenFrame, {first, marker}: VerbEvent): boolean => {
  const earlier = reading.verbs.findLast((verb) => verb.frame === frame)
  if (earlier && wordAt(reading, before(reading, first)) === ',' && goesOn(reading, frame, before(reading, first)))
    return true
  const main = reading.stack[0]
  if (frame.kind !== 'condition' || !earlier || earlier.marker || marker || !main || main.finite < 0) return false
  if (main.finite > frame.first) return false
  const between = Array.from({length: first - earlier.last - 1}, (_, at) => wordAt(reading, earlier.last + 1 + at))
  return between.some((word) => ['and', 'or'].includes(word)) && !between.includes(',')
}

// A duty is never the verb of "after …" or "until …" ("a referrer who has heard nothing after 3 days should"); and a clause whose own verb we
// do not know has had it when a participle stands right before the duty ("what the child said shall").
const outlasts = (reading: Reading, frame: OpenFrame, {first, marker}: VerbEvent): boolean => {
  if (marker === null) return false
  // "A child who moves while on the plan must be …": a clause of a time and a place has no verb.
  if (/^(?:while|whilst)$/u.test(frame.opener) && reading.grammar.is('preposition', wordAt(reading, frame.content)))
    return true
  if (frame.kind === 'time') return /^(?:after|before|until|since|prior to|by the time)$/u.test(frame.opener)
  const isPlace = frame.opener === 'where' && frame.first > reading.from
  return (
    (frame.kind === 'relative' && endsClause(reading, frame.content, first)) ||
    (isPlace && isDoneBySomebody(reading, before(reading, first)))
  )
}

// Does what stands right before a verb show that another clause has just ended, so that the verb's subject stands further off?
const endsClause = (reading: Reading, from: number, verb: number): boolean => {
  const at = before(reading, verb)
  const word = wordAt(reading, at)
  return (
    at > from &&
    (isParticiple(reading.grammar, word) ||
      word === 'said' ||
      reading.grammar.is('adjective-participle', word) ||
      isDoneBySomebody(reading, at))
  )
}

// "where the child lives must": a form that may be a noun is a verb behind somebody who does it.
const isDoneBySomebody = (reading: Reading, at: number): boolean =>
  reading.grammar.is('finite-or-noun', wordAt(reading, at)) &&
  reading.grammar.is('vulnerable', wordAt(reading, before(reading, at)))

/** Ends a clause that is complete when another verb turns up: a condition gives back the noun before that verb, which is its subject. */
const release = (reading: Reading, frame: OpenFrame, verb: number, joined: number): void => {
  const kept =
    reading.verbs.findLast((earlier) => earlier.frame === frame)?.last ?? Math.max(frame.finite, frame.content - 1)
  const coordinator = coordinatorIn(reading, kept + 1, verb)
  const start =
    joined >= 0
      ? joined
      : frame.kind === 'relative'
        ? coordinator > kept && wordAt(reading, coordinator - 1) === ','
          ? coordinator
          : verb
        : coordinator >= 0
          ? coordinator
          : trailingNoun(reading.tokens, reading.grammar, kept + 1, verb)
  const parent = reading.stack.at(-2) as OpenFrame
  for (let at = start; at < verb; at++) reading.owner[at] = parent
  close(reading, start)
}

const coordinatorIn = (reading: Reading, from: number, to: number): number => {
  for (let at = to - 1; at >= from; at--) if (['and', 'but', 'then'].includes(wordAt(reading, at))) return at
  return -1
}

const placeMain = (reading: Reading, verb: VerbEvent, frame: OpenFrame): void => {
  const earlier = reading.verbs.findLast((found) => found.frame === frame)
  const joint = earlier ? jointOf(reading, earlier.last + 1, verb.first, earlier) : -1
  const late = earlier !== undefined && joint < 0 && isLate(reading, earlier, verb)
  if (late) earlier.embedded = true
  const embedded = earlier !== undefined && joint < 0 && !late
  if (joint >= 0) reading.clauseStart = joint + 1
  const end = late && endsBelief(reading, earlier, verb.first) ? earlier.first : verb.first
  const subject = span(reading, reading.clauseStart, end)
  frame.finite = embedded ? frame.finite : verb.first
  reading.verbs.push({...verb, frame: embedded ? {...frame} : frame, embedded, subject})
}

// "The person the child has chosen must …", "Concerns the school reports must …": the first verb stood in a clause without its "that", or
// was a noun, and the duty is the sentence's.
const isLate = (reading: Reading, earlier: PlacedVerb, {first, marker}: VerbEvent): boolean => {
  if (marker === null || earlier.marker !== null) return false
  const word = wordAt(reading, earlier.first)
  if (reading.grammar.is('descriptive-verb', word)) return false
  if (before(reading, first) === earlier.last || isContactClause(reading, earlier)) return true
  if (endsBelief(reading, earlier, first)) return true
  return endsClause(reading, earlier.first, first) || reading.grammar.is('finite-or-noun', word)
}

/** Where a second main clause begins: after "and", "but" or a comma of the main clause. After "sets out …" only ", and" will do. */
const jointOf = (
  reading: Reading,
  from: number,
  to: number,
  earlier: {readonly first: number; readonly marker: ModalityMarker | null},
): number => {
  const describes = earlier.marker === null && reading.grammar.is('descriptive-verb', wordAt(reading, earlier.first))
  for (let at = to - 1; at >= from; at--) {
    if (reading.owner[at]?.kind !== 'main') continue
    const word = wordAt(reading, at)
    const joins = ['and', 'but', 'or'].includes(word) || (word === ',' && !describes)
    if (joins && (!describes || wordAt(reading, at - 1) === ',')) return firstJoint(reading, from, at)
  }
  return -1
}

// "A, B and C must": the subject of the second clause may itself hold "and"; it begins after the earliest joint that leaves no verb behind.
const firstJoint = (reading: Reading, from: number, at: number): number => {
  for (let place = at - 1; place >= from; place--)
    if (
      reading.owner[place]?.kind === 'main' &&
      wordAt(reading, place) === ',' &&
      ['and', 'but'].includes(wordAt(reading, place + 1))
    )
      return place + 1
  return at
}

const span = (reading: Reading, from: number, to: number): readonly number[] => {
  const found: number[] = []
  const own = top(reading)
  for (let at = from; at < to; at++) if (reading.owner[at] === own) found.push(at)
  return found
}
