import type {AssessedReading, Authority, Opportunity, TopicAssessment} from '../assessment.ts'
import {type WordEdit, wordEdits} from './edits.ts'
import {filled} from './fields.ts'
import type {Choice, Proposal, Wording} from './proposal.ts'
import type {ProposedValue} from './values.ts'

/** What one authority is asked in one opportunity. `change`: its words would be others, because a standard in force or what superseded its terms says so; `choose`:
 *  people decide first, even where one choice lowers nobody; `check`: it is not certain what
 *  corresponds, or new words must be written; `add`: others have it; `none`: nothing is asked of it. */
export type AskedKind = 'change' | 'choose' | 'check' | 'add' | 'none'

/** What an authority is asked to do about an opportunity, with its own words and what they would be. */
export interface Asked {
  readonly kind: AskedKind
  readonly opportunity: Opportunity
  /** What it has there, in its order. */
  readonly readings: readonly AssessedReading[]
  /** Of a change: the words it would have, its own particulars filled in; what is not known stands as a field. */
  readonly text: string | null
  /** Of a change or a choice: single values that a standard names, or newer editions, that its own sentence could state, everything else in it left alone. */
  readonly values: readonly ProposedValue[]
  /** Of a change in a single reading: what gives way to what. Empty where the words cannot simply take the place of its own. */
  readonly edits: readonly WordEdit[]
  /** Why nothing is asked, or why its words cannot simply be replaced; null where there is nothing to say. */
  readonly because: string | null
}

/** What an authority is asked in a topic, one for each opportunity of a row, by rank. What people decided to keep local or agreed to for now asks nothing. */
export const askedOf = (topic: TopicAssessment, authority: Authority): readonly Asked[] => {
  const rows = new Map(topic.rows.map((row) => [row.id, row]))
  return topic.opportunities.flatMap((opportunity) => {
    const row = rows.get(opportunity.rows[0] ?? '')
    if (!row || !opportunity.proposal) return []
    const readings = row.readings[authority.id] ?? []
    const nothing = {opportunity, readings, text: null, edits: [], values: []}
    const settled = settledBy(opportunity, row.findings.find((finding) => finding.agreed?.state === 'live')?.agreed)
    if (settled) return [{...nothing, kind: 'none', because: settled}]
    const answer = askedIn(
      opportunity.proposal,
      authority,
      readings,
      isOutdated(row, authority.id, opportunity.proposal),
    )
    const values = opportunity.proposal.values?.filter((value) => value.authority === authority.id) ?? []
    const isOpen = answer.kind === 'change' || answer.kind === 'choose'
    return [{...nothing, ...answer, values: isOpen ? values : []}]
  })
}

const settledBy = (
  {decision}: Opportunity,
  agreed: {readonly reviewBy: string; readonly reason: string} | undefined,
): string | null => {
  if (decision?.decision === 'keep-local') return 'Kept local by decision.'
  if (decision?.decision === 'park') return 'Parked by decision.'
  return agreed ? `Agreed to differ until ${agreed.reviewBy}: ${agreed.reason}.` : null
}

/** Whether an authority uses more superseded terms and editions than the words proposed. */
const isOutdated = ({findings}: TopicAssessment['rows'][number], authority: string, {wording}: Proposal): boolean => {
  const variants = findings.find((finding) => finding.class === 'currency')?.variants ?? []
  const countOf = (id: string): number => {
    const value = variants.find(({authorities}) => authorities.includes(id))?.value ?? ''
    return value === '' ? 0 : value.split(' + ').length
  }
  return wording !== null && countOf(authority) > countOf(wording.authority)
}

type Answer = Partial<Asked> & Pick<Asked, 'kind' | 'because'>

const askedIn = (
  proposal: Proposal,
  authority: Authority,
  readings: readonly AssessedReading[],
  isOld: boolean,
): Answer => {
  const {basis, wording, choices, safest, verbatim, reason} = proposal
  if (basis === 'none') return {kind: 'check', because: reason}
  if (readings.length === 0) return {kind: 'add', because: 'Nothing there, as far as was read.'}
  if (basis === 'choice') {
    const own = choices.find(({authorities}) => authorities.includes(authority.id))
    const aim: Choice | undefined = safest === null ? undefined : choices[safest]
    return aim && aim === own ? {kind: 'none', because: 'Says so already.'} : {kind: 'choose', because: null}
  }
  if (!wording || verbatim.includes(authority.id)) return {kind: 'none', because: 'Says so already.'}
  const isBelow = basis === 'standard' && proposal.below.includes(authority.id)
  if (!isBelow && !isOld) return {kind: 'none', because: 'Says the same in other words.'}
  return changed(wording, proposal, authority, readings)
}

const changed = (
  proposed: Wording,
  {fields, apart, instead}: Proposal,
  authority: Authority,
  readings: readonly AssessedReading[],
): Answer => {
  const other = instead.find((each) => each.authority === authority.id)?.wording
  const wording = other ?? proposed
  const text = filled(wording.text, (name) => {
    const own = fields.find((field) => field.name === name)?.values[authority.id]
    return own ?? authority.local?.[name.replaceAll(' ', '-')]?.[0]
  })
  const [reading] = readings
  if (apart.includes(authority.id) && !other)
    return {kind: 'change', text, because: 'Other words differ too, and might be lost: compare them.'}
  if (/«[^«»]+»/u.test(text)) return {kind: 'change', text, because: 'A local name of its own is needed in it.'}
  if (!reading || readings.length > 1)
    return {kind: 'change', text, because: 'The document says this in several places.'}
  const isAlone = (reading.leadIn ?? '') === (wording.leadIn ?? '')
  if (!isAlone || reading.text.includes(' | '))
    return {
      kind: 'change',
      text,
      because: 'It is a step under a lead-in or a row of a table in one, a sentence in the other.',
    }
  return {kind: 'change', text, edits: wordEdits(reading.text, text), because: null}
}
