import type {Clause} from '@hedgerow/ast'
import type {Reading} from '@hedgerow/collate'
import type {AssessedReading} from './assessment.ts'
import {type Mark, marks} from './marks.ts'

/** Readings of one authority with the spans of each that differ from the reference text, which are worked out once for each text; of several readings each
 *  is marked where its words are nowhere in it. */
export const markedAgainst = (reference: string): ((readings: readonly Reading[]) => readonly AssessedReading[]) => {
  const known = new Map<string, readonly Mark[]>([[reference, []]])
  return (readings) => {
    const whole = readings.map(({clause}) => clause.text).join(' ')
    const spans = known.get(whole) ?? marks(whole, reference)
    known.set(whole, spans)
    return withSpans(readings, spans)
  }
}

const withSpans = (readings: readonly Reading[], spans: readonly Mark[]): readonly AssessedReading[] => {
  let offset = 0
  return readings.map((reading) => {
    const {length} = reading.clause.text
    const own = spans
      .filter(([start, end]) => start < offset + length && end > offset)
      .map(([start, end]): Mark => [Math.max(0, start - offset), Math.min(length, end - offset)])
    offset += length + 1
    return assessedReading(reading, own)
  })
}

const assessedReading = ({clause, heading}: Reading, spans: readonly Mark[]): AssessedReading => ({
  id: clause.id,
  fingerprint: clause.fingerprint,
  text: clause.text,
  leadIn: clause.leadIn,
  section: heading.title,
  number: clause.number,
  source: clause.source,
  modality: clause.modality,
  actors: clause.actors,
  recipients: clause.recipients,
  deadlines: clause.deadlines,
  deadline: clause.deadlines[0] ?? null,
  trigger: clause.trigger,
  threshold: clause.threshold,
  condition: clause.condition,
  citations: clause.citations,
  local: clause.local,
  ...particulars(clause),
  marks: spans,
})

const particulars = (clause: Clause): Partial<AssessedReading> => {
  switch (clause.type) {
    case 'field':
      return {item: clause.item, control: clause.control, required: clause.required, options: clause.options}
    case 'definition':
      return {term: clause.term}
    case 'provision':
    case 'contact':
      return {}
  }
}
