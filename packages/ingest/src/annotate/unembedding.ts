import {type OpenFrame, type PlacedVerb, type Reading} from './frames.ts'
import {before, wordAt} from './scope.ts'
import {trailingNoun} from './trailing-noun.ts'

/** "The steps staff must take are …": a marker whose verb is at once followed by another verb stood in a relative clause without its "that". Behind
 *  "it is recommended that" the other verb is what is recommended. */
export const reduced = (reading: Reading): void => {
  const {verbs} = reading
  verbs.forEach((verb, at) => {
    const next = verbs[at + 1]
    const stands = next && (next.marker || ['is', 'are', 'was', 'were'].includes(wordAt(reading, next.first)))
    if (
      !next ||
      !stands ||
      verb.embedded ||
      !verb.marker ||
      verb.marker.marker.endsWith(' that') ||
      !next.embedded ||
      next.frame.kind !== 'main' ||
      next.first - verb.last !== 2
    )
      return
    verb.embedded = true
    next.embedded = false
  })
}

/** A sentence has a main clause: when every marker came out embedded and nothing else can be its verb, the last one is. */
export const unembed = (reading: Reading): void => {
  const [main] = reading.stack
  if (reading.verbs.some(({embedded}) => !embedded) || main === undefined) return
  const initial = reading.frames.find(({first}) => first === reading.from)
  if (!initial) return unjoin(reading)
  const verb = reading.verbs.findLast(({marker, frame}) => marker !== null && frame === initial)
  if (!verb || !['condition', 'time', 'reason'].includes(initial.kind)) return
  const commas = Array.from({length: verb.first - initial.content}, (_, at) => wordAt(reading, initial.content + at))
  if (initial.last < reading.to && !commas.includes(',')) return
  const start = trailingNoun(reading.tokens, reading.grammar, initial.content, verb.first)
  if (start >= verb.first) return
  initial.last = wordAt(reading, start - 1) === ',' ? start - 1 : start
  verb.embedded = false
  verb.subject = Array.from({length: verb.first - start}, (_, at) => start + at)
}

/** "The coordinator checks that it is offered and must chase any that is late": with no main verb known, a duty after "and" is the main clause's. */
const unjoin = (reading: Reading): void => {
  const verb = reading.verbs.findLast(
    ({marker, joined}) => joined === true && /^(?:must|shall|should|will)\b/u.test(marker?.marker ?? ''),
  )
  const [frame] = reading.frames
  if (!verb || !frame || frame.kind === 'aside' || frame.first - reading.from < 2) return
  verb.embedded = false
  verb.subject = Array.from({length: frame.first - reading.from - 1}, (_, at) => reading.from + at)
}

/** Duties in a clause of their own, where the sentence's main verb binds nobody: "… is the point at which the director must be told", "…, which the
 *  coordinator must check", "… need not be reported, although staff must write down why", "means that every agency is expected to come". */
export const subordinateDuties = (reading: Reading): readonly PlacedVerb[] => {
  const binds = ({marker}: PlacedVerb): boolean => marker !== null && marker.modality !== 'none'
  if (reading.verbs.some((verb) => !verb.embedded && binds(verb))) return []
  const cleft = pointedOut(reading)
  if (cleft) return [cleft]
  const found = reading.verbs.filter(
    (verb) =>
      verb.embedded &&
      (/^(?:must|shall|should|(?:is|are) (?:expected|required) to)\b/u.test(verb.marker?.marker ?? '') ||
        isSpared(reading, verb)) &&
      isOpenToDuty(reading, verb.frame),
  )
  for (const verb of found) if (verb.subject.length === 0) verb.subject = antecedent(reading, verb)
  return found
}

/** "…, who must write": the words before the comma, back to a preposition other than `of` or to a verb. */
const antecedent = (reading: Reading, {frame: {opener, afterComma, first}}: PlacedVerb): readonly number[] => {
  if (opener !== 'who' || !afterComma) return []
  const {tokens, grammar, from} = reading
  let start = first - 1
  while (start > from && tokens[start - 1]?.kind === 'word' && !bounds(grammar, wordAt(reading, start - 1))) start--
  return Array.from({length: first - 1 - start}, (_, at) => start + at)
}

const bounds = (grammar: Reading['grammar'], word: string): boolean =>
  (grammar.is('preposition', word) && word !== 'of') || grammar.is('finite', word)

// "It need not be used by the public, who may telephone instead."
const isSpared = ({verbs}: Reading, {marker, frame}: PlacedVerb): boolean =>
  marker?.marker === 'may' &&
  frame.opener === 'who' &&
  verbs.some((verb) => !verb.embedded && verb.marker?.modality === 'none')

/** "It is the manager who must decide": the duty is the sentence's, and its subject is who stands between. */
const pointedOut = (reading: Reading): PlacedVerb | null => {
  const {from, verbs} = reading
  if (wordAt(reading, from) !== 'it' || !/^(?:is|will)$/u.test(wordAt(reading, from + 1))) return null
  const verb = verbs.find(
    ({embedded, marker, frame}) =>
      embedded && marker !== null && marker.modality !== 'none' && /^(?:who|that)$/u.test(frame.opener),
  )
  if (!verb || verb.first !== verb.frame.content || verb.frame.first - from > mostBetween) return null
  verb.subject = Array.from({length: Math.max(0, verb.frame.first - from - 2)}, (_, at) => from + 2 + at)
  return verb
}

/** So many words stand between "it is" and "who" at most. */
const mostBetween = 8

const isOpenToDuty = (reading: Reading, {kind, opener, first, afterComma}: OpenFrame): boolean => {
  const previous = wordAt(reading, before(reading, first))
  if (kind === 'reason') return /^(?:(?:even )?though|although|whereas)$/u.test(opener)
  if (kind === 'time') return /^(?:while|whilst)$/u.test(opener) && afterComma
  const points = /^(?:point|stage|moment|threshold|level|time)$/u.test(previous)
  if (/^(?:at which|when|where|that)$/u.test(opener) && points) return true
  if (kind !== 'relative') return false
  return opener === 'that' ? /^means?$/u.test(previous) : /^(?:which|whom|who)$/u.test(opener) && afterComma
}
