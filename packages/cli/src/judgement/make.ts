import type {AssessedReading, Decision, Finding, Opportunity, TopicAssessment} from '@hedgerow/assess'
import type {AgreedEntry} from './agreed.ts'
import type {DecisionEntry} from './decisions.ts'
import {type Named, type PinEntry, plainWords} from './pins.ts'

/** Who judged, on which day (ISO), and what they add. */
export interface Signed {
  readonly by: string
  readonly on: string
  readonly note?: string
}

/** The pin that two or more provisions of a topic are the same, or are not. `provisions` are the ids of readings. Null where one of them is not there, or
 *  nothing in its words tells it from another of its authority: such a pin would name nothing. */
export const pinOf = (
  topic: TopicAssessment,
  provisions: readonly string[],
  kind: 'same' | 'not-same',
  signed: Signed,
): PinEntry | null => {
  const names = provisions.map((id) => namedIn(topic, id))
  if (names.length < 2 || names.some((name) => name === null)) return null
  return {[kind]: names as readonly Named[], ...signed}
}

const namedIn = (topic: TopicAssessment, id: string): Named | null => {
  for (const authority of topic.authorities) {
    const all = topic.rows.flatMap(({readings}) => readings[authority] ?? [])
    const own = all.find((reading) => reading.id === id)
    if (own) return named(authority, topic.id, own, all)
  }
  return null
}

const named = (
  authority: string,
  topic: string,
  own: AssessedReading,
  all: readonly AssessedReading[],
): Named | null => {
  const quote = openingOf(own, all)
  const isAlone = all.every((each) => each === own || each.fingerprint !== own.fingerprint)
  if (quote === null && !isAlone) return null
  return {authority, topic, quote: quote ?? oneLine(own.text), fingerprint: own.fingerprint}
}

/** How many words a quotation has at least: enough for a person to know the provision by. */
const fewest = 6

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The shortest opening of a reading that stands in no other; null where even all of it does. */
const openingOf = ({text}: AssessedReading, all: readonly AssessedReading[]): string | null => {
  const words = oneLine(text).split(' ')
  const texts = all.map((each) => plainWords(each.text))
  for (let count = Math.min(fewest, words.length); count <= words.length; count++) {
    const opening = words.slice(0, count).join(' ')
    if (texts.filter((each) => each.includes(plainWords(opening))).length === 1) return opening
  }
  return null
}

/** What is agreed about a difference beside which it is. */
export interface AgreedWords {
  readonly reason: string
  /** ISO dates. */
  readonly agreed: string
  readonly reviewBy: string
  readonly owner?: string
  readonly by?: string
  readonly note?: string
  /** What it is about; the finding's own summary unless given. */
  readonly summary?: string
  /** Whether a shortfall of a tier A standard is accepted. */
  readonly isStatuteAccepted?: boolean
}

/** The entry that a difference is agreed to stay until its review. */
export const agreedOf = (
  {fingerprint, summary}: Finding,
  {reviewBy, isStatuteAccepted = false, ...words}: AgreedWords,
): AgreedEntry => ({
  finding: fingerprint,
  summary,
  ...words,
  'review-by': reviewBy,
  ...(isStatuteAccepted && {'below-statute': 'accepted'}),
})

/** The entry of a decision on an opportunity. */
export const decisionOf = (
  {fingerprint, title, restsOn}: Pick<Opportunity, 'fingerprint' | 'title' | 'restsOn'>,
  decision: Pick<Decision, 'decision'> & Partial<Decision>,
): DecisionEntry => ({
  opportunity: fingerprint,
  summary: title,
  status: 'open',
  ...decision,
  ...(restsOn !== undefined && {'rests-on': restsOn}),
})
