import type {AssessedRow, Finding, Opportunity, TopicAssessment} from './assessment.ts'
import type {Agreement, AgreedState, Decision, JudgementFault} from './recorded.ts'

/** A difference that people agreed to keep for a time, by the fingerprint of its finding. */
export interface AgreedDifference {
  readonly finding: string
  readonly summary: string | null
  readonly reason: string
  readonly owner: string | null
  /** ISO dates. */
  readonly agreed: string | null
  readonly reviewBy: string
  /** Whether it says in so many words that a statutory shortfall is accepted. */
  readonly isStatuteAccepted: boolean
}

/** A decision, with the fingerprint of the opportunity it is about. */
export interface Decided extends Decision {
  readonly opportunity: string
  /** What the step was called when it was decided on. */
  readonly summary: string | null
  /** What it rested on then, as `Opportunity.restsOn` says it. */
  readonly restsOn: string | null
}

/** What people recorded about findings and opportunities. */
export interface Recorded {
  readonly agreed: readonly AgreedDifference[]
  readonly decisions: readonly Decided[]
}

/** What entries may name in a topic: the fingerprints of its findings and opportunities, and what these rest on. */
export const fingerprintsIn = ({rows, opportunities}: TopicAssessment): readonly string[] => [
  ...new Set([
    ...rows.flatMap(({findings}) => findings.map(({fingerprint}) => fingerprint)),
    ...opportunities.map(({fingerprint}) => fingerprint),
    ...restingOn(opportunities).keys(),
  ]),
]

/** Opportunities by what they rest on; those that rest on the same words cannot be told apart by that and are left out. */
const restingOn = (opportunities: readonly Opportunity[]): ReadonlyMap<string, Opportunity> => {
  const found = new Map<string, Opportunity[]>()
  for (const each of opportunities)
    if (each.restsOn !== undefined) found.set(each.restsOn, [...(found.get(each.restsOn) ?? []), each])
  return new Map([...found].flatMap(([restsOn, all]) => (all.length === 1 ? [[restsOn, all[0] as Opportunity]] : [])))
}

/** What is recorded about what has one of these fingerprints. */
export const recordedOn = ({agreed, decisions}: Recorded, fingerprints: readonly string[]): Recorded => {
  const known = new Set(fingerprints)
  return {
    agreed: agreed.filter(({finding}) => known.has(finding)),
    decisions: decisions.filter((each) => isFound(each, known)),
  }
}

/** Whether a decision finds what it is about: by its fingerprint, else by the provisions it rested on, which other versions of the program may tell
 *  otherwise. */
const isFound = ({opportunity, restsOn}: Decided, known: ReadonlySet<string>): boolean =>
  known.has(opportunity) || (restsOn !== null && known.has(restsOn))

/** A topic with what is recorded about its findings and opportunities laid over it; statuses, scores and ranks stay what they are. Agreed differences
 *  are judged on the day `asAt`: on the day of its review one is still live. */
export const withRecorded = (topic: TopicAssessment, recorded: Recorded, asAt: string): TopicAssessment => {
  const agreed = new Map(recorded.agreed.map((each) => [each.finding, each]))
  const decisions = decisionsOn(topic.opportunities, recorded.decisions)
  const statutory = tierA(topic)
  return {
    ...topic,
    rows: topic.rows.map((row) => withAgreed(row, agreed, statutory, asAt)),
    opportunities: topic.opportunities.map((each) => withDecision(each, decisions.get(each))),
  }
}

const decisionsOn = (
  opportunities: readonly Opportunity[],
  decisions: readonly Decided[],
): ReadonlyMap<Opportunity, Decided> => {
  const named = new Map(opportunities.map((each) => [each.fingerprint, each]))
  const resting = restingOn(opportunities)
  const moved = decisions.filter(({opportunity}) => !named.has(opportunity))
  const found = [
    ...moved.map((each) => [resting.get(each.restsOn ?? ''), each] as const),
    // What names an opportunity outright is said last and holds.
    ...decisions.map((each) => [named.get(each.opportunity), each] as const),
  ]
  return new Map(found.flatMap(([opportunity, each]) => (opportunity ? [[opportunity, each] as const] : [])))
}

const withAgreed = (
  row: AssessedRow,
  agreed: ReadonlyMap<string, AgreedDifference>,
  statutory: ReadonlySet<string>,
  asAt: string,
): AssessedRow =>
  row.findings.some(({fingerprint}) => agreed.has(fingerprint))
    ? {
        ...row,
        findings: row.findings.map((finding) => {
          const entry = agreed.get(finding.fingerprint)
          return entry ? {...finding, agreed: agreement(entry, finding, statutory, asAt)} : finding
        }),
      }
    : row

const agreement = (
  entry: AgreedDifference,
  finding: Finding,
  statutory: ReadonlySet<string>,
  asAt: string,
): Agreement => ({
  reason: entry.reason,
  owner: entry.owner,
  agreed: entry.agreed,
  reviewBy: entry.reviewBy,
  state: stateOf(entry, isStatutory(finding, statutory), asAt),
})

const stateOf = (entry: AgreedDifference, isShortfall: boolean, asAt: string): AgreedState => {
  if (isShortfall && !entry.isStatuteAccepted) return 'refused'
  return asAt <= entry.reviewBy ? 'live' : 'expired'
}

const tierA = ({standards}: TopicAssessment): ReadonlySet<string> =>
  new Set(standards.filter(({tier}) => tier === 'A').map(({id}) => id))

const isStatutory = (finding: Finding, statutory: ReadonlySet<string>): boolean =>
  finding.class === 'below-standard' && finding.standard !== null && statutory.has(finding.standard)

const withDecision = (opportunity: Opportunity, entry: Decided | undefined): Opportunity => {
  if (!entry) return opportunity
  const {opportunity: _, summary: _summary, restsOn: _restsOn, ...decision} = entry
  return {...opportunity, decision}
}

/** The agreed differences that a topic with what is recorded laid over it refuses. */
export const refusals = ({rows}: TopicAssessment, {agreed}: Recorded): readonly JudgementFault[] => {
  const refused = new Set(
    rows.flatMap(({findings}) =>
      findings.filter((each) => each.agreed?.state === 'refused').map(({fingerprint}) => fingerprint),
    ),
  )
  return agreed
    .filter(({finding}) => refused.has(finding))
    .map((entry) => ({
      file: 'agreed.yaml',
      entry: named('finding', entry.finding, entry.summary),
      reason: 'falls below a statutory standard (tier A), which is not agreed away without saying so',
      remedy: 'mend the procedure, or write below-statute: accepted in the entry',
    }))
}

/** The entries that name nothing that has one of these fingerprints. */
export const goneFrom = ({agreed, decisions}: Recorded, fingerprints: readonly string[]): readonly JudgementFault[] => {
  const known = new Set(fingerprints)
  return [
    ...agreed.filter(({finding}) => !known.has(finding)).map(goneFinding),
    ...decisions.filter((each) => !isFound(each, known)).map(goneOpportunity),
  ]
}

const goneFinding = ({finding, summary}: AgreedDifference): JudgementFault => ({
  file: 'agreed.yaml',
  entry: named('finding', finding, summary),
  reason: 'is no longer there: what the authorities say has changed, or the row has',
  remedy: 'look at the row again; agree it anew or take the entry out',
})

const goneOpportunity = ({opportunity, summary, status, note}: Decided): JudgementFault => ({
  file: 'decisions.yaml',
  entry: named('decision on the step', opportunity, summary ?? note),
  reason:
    status === 'done'
      ? 'no longer finds its row, and is done'
      : 'no longer finds its row: what the authorities say has changed, or another version of Hedgerow tells it otherwise',
  remedy:
    status === 'done'
      ? 'nothing more need be done; take the entry out'
      : 'the entry is kept and counts nowhere; find the step in today’s report, decide on it anew, then take the entry out',
})

const named = (what: string, fingerprint: string, words: string | null): string =>
  `the ${what} ${fingerprint}${words === null ? '' : ` (${words})`}`
