import type {ModalityMarker} from '@hedgerow/lexicon'
import {isInverted} from './clause-openers.ts'
import {goesOn} from './listed-condition.ts'
import type {FrameKind} from './grammar.ts'
import {before, type Scope, wordAt} from './scope.ts'

/** A clause while its sentence is read; `finite` is the token of its verb, -1 before one is met. */
export interface OpenFrame {
  kind: FrameKind
  opener: string
  first: number
  content: number
  last: number
  finite: number
  afterComma: boolean
}

/** A finite verb with the clause it fell to. */
export interface PlacedVerb {
  readonly first: number
  readonly last: number
  readonly marker: ModalityMarker | null
  readonly frame: OpenFrame
  embedded: boolean
  /** Joined by "and" or "or" to the verb before it. */
  joined?: boolean
  subject: readonly number[]
}

/** The state of reading one sentence from left to right: the clauses open at this point and what was found so far. */
export interface Reading extends Scope {
  readonly owner: OpenFrame[]
  readonly stack: OpenFrame[]
  readonly frames: OpenFrame[]
  readonly verbs: PlacedVerb[]
  clauseStart: number
}

/** The innermost open clause. */
export const top = ({stack}: Reading): OpenFrame => stack.at(-1) as OpenFrame

/** Opens a clause of a kind at its opener; `content` is the token after the opener. */
export const open = (reading: Reading, kind: FrameKind, first: number, content: number): void => {
  const {tokens, grammar} = reading
  const opener = tokens
    .slice(first, content)
    .map(({word}) => word)
    .join(' ')
  const frame: OpenFrame = {
    kind,
    opener,
    first,
    content,
    last: reading.to,
    finite: -1,
    afterComma: wordAt(reading, first - 1) === ',',
  }
  let next = content
  while (reading.adverb[next]) next++
  // "who receives", "which has": the word after the relative is its verb, whatever it is, unless a subject begins there.
  const word = wordAt(reading, next)
  const subject = grammar.is('determiner', word) || grammar.is('pronoun', word)
  if (word === 'to' && kind === 'relative') frame.finite = next
  if (/^who(?:ever)?$/u.test(opener) && !subject && !isVerbStart(reading, next)) frame.finite = next
  if (/^(?:which|that|whatever)$/u.test(opener) && !subject && !isVerbStart(reading, next) && isVerbForm(reading, next))
    frame.finite = next
  // "where possible" is over after its one word, comma or no comma.
  const hedge =
    kind === 'condition' &&
    grammar.is('hedge', wordAt(reading, content)) &&
    !['to', 'for', 'by', 'and', 'or', 'that'].includes(wordAt(reading, content + 1))
  if (hedge) frame.last = content + 1
  reading.stack.push(frame)
  reading.frames.push(frame)
}

// "that points to", "which raises the": a form in -s before what only a verb takes.
const isVerbForm = (reading: Reading, at: number): boolean => {
  const {grammar} = reading
  const word = wordAt(reading, at)
  const next = wordAt(reading, at + 1)
  if (grammar.isVerb(word) || /(?:ed|es)$/u.test(word)) return true
  const afterNoun = !grammar.isVerb(grammar.base(wordAt(reading, before(reading, at - 1))))
  const object = grammar.is('determiner', next) || next === 'out' || (afterNoun && grammar.is('preposition', next))
  // "schools that hear of", "signs which point to": a bare form after a plural.
  const plural = /[^s]s$/u.test(wordAt(reading, before(reading, at - 1))) && afterNoun
  return (plural || /[^s]s$/u.test(word)) && (object || next === 'to')
}

const isVerbStart = (reading: Reading, at: number): boolean =>
  reading.grammar.is('finite', wordAt(reading, at)) ||
  reading.grammar.markers(reading.tokens.slice(at, Math.min(at + 6, reading.to))).some(({first}) => first === 0)

/** Takes a token that is neither a verb nor an opener: marks open and close clauses. */
export const step = (reading: Reading, at: number): void => {
  const word = wordAt(reading, at)
  if (word === '(' || word === '[') open(reading, 'aside', at, at + 1)
  else if (word === ')' || word === ']') closeAside(reading, at)
  else if (word === ',' || word === '–' || word === '—') comma(reading, at)
  else if (at === reading.from && isInverted(reading)) open(reading, 'condition', at, at + 1)
  else if (
    word === 'as' &&
    ['it', 'they', 'he', 'she', 'this', 'there', 'these', 'we', 'you'].includes(wordAt(reading, at + 1))
  )
    open(reading, 'reason', at, at + 1)
}

/** Ends the innermost open clause before token `last`. */
export const close = (reading: Reading, last: number): void => {
  const frame = reading.stack.pop() as OpenFrame
  frame.last = last
}

const closeAside = (reading: Reading, at: number): void => {
  if (!reading.stack.some(({kind}) => kind === 'aside')) return
  while (top(reading).kind !== 'aside') close(reading, at)
  close(reading, at)
}

const comma = (reading: Reading, at: number): void => {
  const joined = ['and', 'or', 'but', 'nor'].includes(wordAt(reading, at + 1))
  while (top(reading).kind !== 'main' && top(reading).kind !== 'aside') {
    const frame = top(reading)
    const parenthesis = frame.kind === 'relative' && frame.afterComma
    if (frame.finite < 0 && !isVerbless(reading, frame, at) && !isFrontedWhole(reading, frame, at)) return
    if (goesOn(reading, frame, at)) return
    // "who learns, from a visit, that …": its verb has had no object yet.
    if (frame.kind === 'relative' && !parenthesis && frame.finite === at - 1 && !joined) return
    if (joined && !parenthesis && frame.finite >= 0) return
    close(reading, at)
    if (isObject(reading, frame)) top(reading).finite = frame.first - 1
    if (parenthesis) return
  }
}

/** "Where two agencies quarrel, the chair must …": the last comma before a duty ends a condition that opens the sentence, though we do not know its verb. */
const isFrontedWhole = (reading: Reading, {kind, first, content}: OpenFrame, at: number): boolean => {
  const {tokens, grammar, from, to, stack} = reading
  if (kind !== 'condition' || first !== from || stack.length !== 2 || at - content < 3) return false
  const next = wordAt(reading, at + 1)
  if (!grammar.is('determiner', next) && grammar.roles(tokens.slice(at + 1, to))[0]?.first !== 0) return false
  const rest = tokens.slice(at + 1, to)
  const comma = rest.findIndex(({text}) => text === ',')
  const marker = grammar.markers(rest)[0]
  if (marker !== undefined) return comma < 0 || marker.first < comma
  return comma < 0 && rest.some(({word}) => grammar.is('finite', word))
}

/** "Where staff believe that a child is at risk, …": what is believed closes with the clause whose verb it follows, known as a finite form or not. */
const isObject = (reading: Reading, {opener, first, finite}: OpenFrame): boolean => {
  const {grammar} = reading
  const parent = top(reading)
  const verb = before(reading, first)
  return (
    opener === 'that' &&
    finite >= 0 &&
    parent.kind !== 'main' &&
    parent.finite < 0 &&
    verb > parent.content &&
    grammar.isVerb(grammar.base(wordAt(reading, verb))) &&
    !grammar.is('determiner', wordAt(reading, verb - 1))
  )
}

const isVerbless = (reading: Reading, frame: OpenFrame, at: number): boolean => {
  if (at === frame.content) return false
  if (frame.kind === 'time' || frame.opener === 'in the event of' || frame.opener === 'except in') return true
  // "Except on the advice of the lawyers, …"
  if (frame.opener === 'except')
    return frame.afterComma || reading.grammar.is('preposition', wordAt(reading, frame.content))
  if (/^(?:subject to|in the absence of)$/u.test(frame.opener)) return true
  // "Whatever the grade, …"
  if (frame.kind === 'relative' && frame.first === reading.from) return /ever$/u.test(frame.opener)
  // "whether open or closed, …", "what happened, …".
  if (frame.opener === 'whether') return true
  if (frame.opener === 'what' && at === frame.content + 1)
    return /^(?:happened|occurred|\p{L}+ed)$/u.test(wordAt(reading, frame.content))
  if (frame.kind !== 'condition') return false
  const word = wordAt(reading, frame.content)
  const subject = reading.grammar.is('determiner', word) || reading.grammar.is('pronoun', word)
  return reading.grammar.is('verbless-condition', word) || /(?:ing|ed)$/u.test(word) || (!subject && frame.afterComma)
}
