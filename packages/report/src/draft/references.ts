import type {TopicAssessment} from '@hedgerow/assess'
import type {DraftProvision, DraftReading, DraftSection} from './draft.ts'

/** References to a numbered place, as printed: `section 7`, `paragraph 4.2`, `step (b)`. */
const reference =
  /\b(sections?|paragraphs?|para\.?|steps?|clauses?|parts?|chapters?)(\s+)(\d+(?:\.\d+)*|\([a-z]{1,4}\)|[A-Z])(?![\p{L}\p{N}]|\.\d)/giu

interface Referred {
  readonly sections: readonly DraftSection[]
  readonly checks: readonly string[]
}

/** A draft whose references lead to its own numbers. One that leads to nothing in the draft is kept as printed, marked and told: a step that is
 *  sent nowhere is worse than none. */
export function referring(sections: readonly DraftSection[], topic: TopicAssessment): Referred {
  const checks: string[] = []
  const placeOf = places(sections, topic)
  const mended = (provision: DraftProvision, each: DraftReading): DraftReading => {
    const [trace] = each.traces
    if (!trace) return each
    const text = each.text.replace(reference, (whole, word: string, space: string, number: string) => {
      const place = placeOf(trace.source.path, number)
      if (place === 'outside') return whole
      if (place !== null) return `${place.includes('.') ? 'paragraph' : 'section'}${space}${place}`
      checks.push(
        `${provision.number} refers to ${word} ${number} of ${trace.authority}’s document, which is not in the draft.`,
      )
      return `${whole} [Check: of ${trace.authority}’s document]`
    })
    return {...each, text}
  }
  const all = sections.map((section) => ({
    ...section,
    provisions: section.provisions.map((each) => ({...each, readings: each.readings.map((own) => mended(each, own))})),
  }))
  return {sections: all, checks}
}

/** Where a number of a document stands in the draft: its number there, null where what it names is left out, `outside` where the document has no such
 *  number of its own (section 47 of an Act). */
function places(
  sections: readonly DraftSection[],
  {rows, sections: groups}: TopicAssessment,
): (path: string, number: string) => string | null | 'outside' {
  const numberOf = new Map(
    sections.flatMap(({provisions}) => provisions.map(({row, number}) => [row, number] as const)),
  )
  const known = new Map<string, string | null>()
  const learn = (path: string, number: string, place: string | null): void => {
    const key = `${path}\n${bare(number)}`
    if (place !== null || !known.has(key)) known.set(key, place)
  }
  for (const row of rows)
    for (const {source, number} of Object.values(row.readings).flatMap((own) => own ?? []))
      if (number !== null) learn(source.path, number, numberOf.get(row.id) ?? null)
  for (const {id, headings} of groups) {
    const held = rows.filter(({section}) => section === id)
    const first = held.map((row) => numberOf.get(row.id)).find((number) => number !== undefined)
    for (const row of held)
      for (const [authority, own] of Object.entries(row.readings))
        for (const heading of headings[authority] ?? [])
          for (const {source} of own ?? [])
            learn(source.path, heading.split(' ')[0] ?? '', first?.split('.')[0] ?? null)
  }
  return (path, number) =>
    known.get(`${path}\n${bare(number)}`) ?? (known.has(`${path}\n${bare(number)}`) ? null : 'outside')
}

/** `7.` and `Section 7` name one place. */
function bare(number: string): string {
  return number.replace(/^[\s(]+|[\s.):]+$/gu, '').toLowerCase()
}
