import {
  standardTitle,
  type AssessedRow,
  joinedText,
  type MergeField,
  type Opportunity,
  type Proposal,
  type ProposalRules,
  proposing,
  type TopicAssessment,
  type Wording,
} from '@hedgerow/assess'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {namesOf} from '../names.ts'
import {counted, dated} from '../wording.ts'
import type {Doubt, Draft, DraftProvision, DraftReading, DraftSection, LeftOut, Trace} from './draft.ts'
import {referring} from './references.ts'

/** What a draft is assembled from. */
export interface DraftRules extends ProposalRules {
  readonly region: string | null
  readonly asAt: string
  readonly version: string
}

/** A row on its way into the draft, or out of it. */
interface Considered {
  readonly row: AssessedRow
  readonly proposal: Proposal
  readonly opportunity: Opportunity | undefined
  /** Why it is left out; null for what goes in. */
  readonly why: string | null
}

/** A regional text on a topic: every row that most have, a standard asks for or people took up, in the consensus order, in the words proposed, with the
 *  choices that people must make. What is left out is listed with its reason: nothing is dropped in silence. Pure. */
export function drafted(topic: TopicAssessment, rules: DraftRules): Draft {
  const considered = consideredIn(topic, rules)
  const nameOf = namesOf(rules.authorities)
  const taken = considered.filter(({why}) => why === null)
  const sections = topic.sections
    .map(({id, title}) => ({title, own: taken.filter(({row}) => row.section === id)}))
    .filter(({own}) => own.length > 0)
    .map(({title, own}, at) => section(title, own, at + 1, nameOf))
  const {sections: referred, checks} = referring(sections, topic)
  const texts = referred.flatMap(({provisions}) => provisions.flatMap(({readings}) => readings.map(({text}) => text)))
  return {
    title: topic.title,
    region: rules.region,
    asAt: rules.asAt,
    version: rules.version,
    authorities: topic.authorities.map(nameOf),
    sections: referred,
    fields: fieldsIn(texts, taken, nameOf),
    checks: [...checks, ...pointers(referred, rules.lexicon), ...outdated(referred, topic), ...unstated(topic)],
    left: considered.flatMap((each) => (each.why === null ? [] : [leftOut(each, each.why, nameOf)])),
  }
}

function consideredIn(topic: TopicAssessment, rules: DraftRules): readonly Considered[] {
  const propose = proposing(rules)
  const opportunities = new Map(topic.opportunities.map((each) => [each.rows[0], each]))
  const required = new Set(topic.standards.flatMap(({rows}) => rows))
  return topic.rows.map((row) => {
    const opportunity = opportunities.get(row.id)
    const proposal = opportunity?.proposal ?? propose(row)
    return {row, proposal, opportunity, why: reasonOut(row, proposal, opportunity, topic, required)}
  })
}

/** Why a row is left out of the draft, or null where it goes in. */
function reasonOut(
  row: AssessedRow,
  proposal: Proposal,
  opportunity: Opportunity | undefined,
  {authorities}: TopicAssessment,
  required: ReadonlySet<string>,
): string | null {
  if (row.kind === 'contact') return 'Contacts are local: each authority keeps its own.'
  if (opportunity?.decision?.decision === 'keep-local') return 'Kept local by decision.'
  const holders = Object.values(row.readings).filter(Boolean).length
  const isAsked = required.has(row.id) || opportunity?.decision?.decision === 'take-up'
  if (!isAsked && holders * 2 <= authorities.length)
    return `${counted(holders, 'authority', 'authorities')} of ${authorities.length} ${holders === 1 ? 'has' : 'have'} it, and no standard asks for it.`
  const isNowhere = proposal.basis === 'none' && proposal.choices.length === 0
  return isNowhere ? `${proposal.reason} Write them and put them in.` : null
}

function section(
  title: string,
  own: readonly Considered[],
  number: number,
  nameOf: (id: string) => string,
): DraftSection {
  const provisions = own.map((each, at) => provision(each, `${number}.${at + 1}`, nameOf))
  return {number: String(number), title: title === '' ? 'Opening' : title, provisions}
}

function provision({row, proposal, opportunity}: Considered, number: string, nameOf: (id: string) => string) {
  const readings = readingsOf(row, proposal, opportunity, nameOf)
  const agreed = row.findings.find((finding) => finding.agreed?.state === 'live')?.agreed
  const isTaken = opportunity?.decision?.decision === 'take-up'
  const doubt = doubtOf(row, readings.length === 1, agreed !== undefined, isTaken)
  const decided = opportunity?.decision?.decision === 'take-up' ? decisionNote(opportunity.decision.note) : null
  const note =
    doubt === 'agreed' && agreed
      ? `Agreed to differ until ${dated(agreed.reviewBy)}: ${agreed.reason}.`
      : doubt === null
        ? [decided, proposal.basis === 'standard' ? proposal.reason : null].filter(Boolean).join(' ') || null
        : [decided, proposal.reason].filter(Boolean).join(' ')
  const kind = row.kind === 'contact' ? 'provision' : row.kind
  return {number, row: row.id, kind, doubt, note, readings} satisfies DraftProvision
}

function doubtOf({status}: AssessedRow, isOne: boolean, isAgreed: boolean, isTaken: boolean): Doubt {
  if (status === 'unsure') return 'unsure'
  if (!isOne) return isAgreed ? 'agreed' : 'choice'
  return status === 'differs' && !isTaken ? 'confirm' : null
}

function decisionNote(note: string | null): string {
  return note === null ? 'Taken up by decision.' : `Taken up by decision: ${note}.`
}

/** The one wording, or each that there is to choose from. What people took up and lowers nobody is no choice any more. */
function readingsOf(
  row: AssessedRow,
  {wording, choices, safest, verbatim}: Proposal,
  opportunity: Opportunity | undefined,
  nameOf: (id: string) => string,
): readonly DraftReading[] {
  if (wording) return [reading(row, wording, '', verbatim, nameOf)]
  const isTaken = opportunity?.decision?.decision === 'take-up'
  const taken = isTaken && safest !== null ? choices[safest] : undefined
  if (taken) return [reading(row, taken.wording, '', taken.authorities, nameOf)]
  return choices.map(({label, authorities, wording: own}) => reading(row, own, label, authorities, nameOf))
}

/** Each authority's own words, particulars and all: of a row that is not certain nothing is put into one. */
function asPrinted(row: AssessedRow, nameOf: (id: string) => string): readonly DraftReading[] {
  const same = new Map<string, string[]>()
  for (const [authority, readings] of Object.entries(row.readings)) {
    if (!readings) continue
    const text = joinedText(readings)
    same.set(text, [...(same.get(text) ?? []), authority])
  }
  return [...same].map(([text, authorities]) => {
    const [first = ''] = authorities
    const own = row.readings[first]?.[0]
    return reading(
      row,
      {authority: first, leadIn: own?.leadIn ?? null, term: own?.term ?? null, text},
      '',
      authorities,
      nameOf,
    )
  })
}

function reading(
  row: AssessedRow,
  {authority, leadIn, term, text}: Wording,
  label: string,
  holders: readonly string[],
  nameOf: (id: string) => string,
): DraftReading {
  const order = [authority, ...holders.filter((each) => each !== authority)]
  return {
    label,
    holders: order.map(nameOf),
    leadIn,
    term,
    text,
    traces: order.flatMap((each) => tracesOf(row, each, nameOf)),
  }
}

function tracesOf(row: AssessedRow, authority: string, nameOf: (id: string) => string): readonly Trace[] {
  return (row.readings[authority] ?? []).map(({source, section: heading, number}) => ({
    authority: nameOf(authority),
    source,
    section: heading,
    number,
  }))
}

function leftOut({row}: Considered, why: string, nameOf: (id: string) => string): LeftOut {
  return {row: row.id, why, readings: asPrinted(row, nameOf)}
}

/** The fields that stand in these texts, each with what the authorities print there in any row. */
function fieldsIn(
  texts: readonly string[],
  taken: readonly Considered[],
  nameOf: (id: string) => string,
): readonly MergeField[] {
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/«([^«»]+)»/gu)].map(([, name]) => name as string)))
  return [...used].sort().map((name) => {
    const values = new Map<string, Set<string>>()
    for (const {proposal} of taken)
      for (const field of proposal.fields.filter((each) => each.name === name))
        for (const [authority, value] of Object.entries(field.values))
          values.set(authority, (values.get(authority) ?? new Set()).add(value))
    const printed = [...values].sort(([x], [y]) => (x < y ? -1 : 1))
    return {name, values: Object.fromEntries(printed.map(([id, all]) => [nameOf(id), [...all].sort().join('; ')]))}
  })
}

/** Provisions whose words begin by pointing back, though other words may now stand before them. */
function pointers(sections: readonly DraftSection[], {wordClasses}: Lexicon): readonly string[] {
  const anaphors = new Set(wordClasses.filter((each) => each.class === 'anaphor').flatMap((each) => each.words))
  const provisions = sections.flatMap((each) => each.provisions)
  return provisions.flatMap(({number, readings}) =>
    readings.some(({leadIn, text}) => anaphors.has(words(leadIn ?? text)[0]?.word ?? ''))
      ? [`${number} begins with a word that points back: see that it still says what is meant.`]
      : [],
  )
}

/** Provisions of one wording that cites an edition which has been superseded: nobody cites the one in force. */
function outdated(sections: readonly DraftSection[], {rows}: TopicAssessment): readonly string[] {
  const editionsIn = ({row: id, readings}: DraftProvision): readonly string[] => {
    const {findings} = rows.find((row) => row.id === id) as AssessedRow
    const known = findings
      .find((finding) => finding.class === 'currency')
      ?.variants.flatMap(({value}) => value.split(' + '))
    return readings.length > 1 ? [] : (known ?? []).filter((each) => isCitedIn(each, readings[0]?.text ?? ''))
  }
  return sections
    .flatMap(({provisions}) => provisions)
    .flatMap((provision) =>
      [...new Set(editionsIn(provision))].map(
        (edition) => `${provision.number} cites ${edition}, which has been superseded: cite the edition in force.`,
      ),
    )
}

/** Whether a text has a superseded edition (`Working Together to Safeguard Children 2018`): its year, and its title's first words. */
function isCitedIn(edition: string, text: string): boolean {
  const [, title, year] = /^(.+) (\d{4})$/u.exec(edition) ?? []
  const opening = title?.split(' ').slice(0, 2).join(' ').toLowerCase()
  return opening !== undefined && year !== undefined && text.includes(year) && text.toLowerCase().includes(opening)
}

/** Standards in force that nobody states, as far as was read. */
function unstated({standards}: TopicAssessment): readonly string[] {
  return standards
    .filter(({met}) => Object.values(met).every((verdict) => verdict === 'not-stated'))
    .map(
      (standard) =>
        `No authority states “${standardTitle(standard)}”, so the draft does not either: ${standard.statement} (${standard.citation}${standard.verified ? '' : '; not verified'})`,
    )
}
