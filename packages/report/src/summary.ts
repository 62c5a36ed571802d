import {
  type AgreedState,
  type AssessedRow,
  type Assessment,
  type Authority,
  type DifferenceName,
  type Finding,
  type JudgementFault,
  type NotCompared,
  type Opportunity,
  type OpportunityClass,
  type Status,
  statuses,
  type TopicAssessment,
} from '@hedgerow/assess'
import {type Lexicon, lexicon as shipped, type Severity} from '@hedgerow/lexicon'
import {likenesses, type Likeness} from './likeness.ts'
import {shortened} from './names.ts'
import {isAgreed, isShared} from './rows.ts'
import {weightNamed} from './weight-named.ts'

/** An opportunity with the topic it belongs to; `title`, `why` and a proposal's `reason` with the authorities' short names. */
export interface Step extends Opportunity {
  readonly topic: string
  readonly topicTitle: string
  /** Words that would change, all authorities together. */
  readonly words: number
}

export interface TopicSummary {
  readonly id: string
  readonly title: string
  readonly authorities: readonly string[]
  readonly without: readonly string[]
  readonly documents: number
  readonly rows: number
  /** Rows that at least two authorities hold and that can be trusted. */
  readonly shared: number
  /** Of those, the rows that state one rule. */
  readonly agreed: number
  readonly statuses: Readonly<Record<Status, number>>
  /** In [0, 1], or null with one holder. */
  readonly wording: number | null
  readonly rule: number | null
  /** Share in [0, 1] of rows left out of `rule`, or null. */
  readonly unsure: number | null
  readonly notes: readonly string[]
}

/** The plain facts of an assessment: what a summary draws, in a terminal or on paper. */
export interface Summary {
  readonly region: string | null
  readonly asAt: string
  readonly tool: Assessment['tool']
  readonly authorities: readonly Authority[]
  readonly documents: number
  /** Documents with at least one warning. */
  readonly documentsWithFaults: number
  readonly notCompared: readonly NotCompared[]
  readonly rows: number
  readonly shared: number
  readonly agreed: number
  readonly unsure: number
  /** Findings by severity; `off` is not counted, nor is what people agreed to keep for now. */
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', number>>
  /** Findings that people agreed about, by how that stands. */
  readonly agreements: Agreements
  /** Entries of judgement that do not hold. */
  readonly judgementFaults: readonly JudgementFault[]
  readonly topics: readonly TopicSummary[]
  /** The first steps, best first; what is best left local is not among them. */
  readonly steps: readonly Step[]
  /** All opportunities, of which `steps` are the first. */
  readonly opportunities: number
  /** Standards used, and how many of them nobody has verified. */
  readonly standards: {readonly used: number; readonly unverified: number}
}

/** How many findings people agreed about, by how that stands. */
export type Agreements = Readonly<Record<AgreedState, number>>

/** Every opportunity of every topic, best first: by rank, then impact, then effort, then topic and id. */
export function stepsOf(assessment: Assessment): readonly Step[] {
  const short = shortened(assessment.authorities)
  return assessment.topics.flatMap((topic) => topicSteps(topic, short)).sort(byRank)
}

function topicSteps(topic: TopicAssessment, short: (words: string) => string): readonly Step[] {
  return topic.opportunities.map((opportunity) => ({
    ...opportunity,
    title: short(opportunity.title),
    why: short(opportunity.why),
    ...(opportunity.proposal && {
      proposal: {...opportunity.proposal, reason: short(opportunity.proposal.reason)},
    }),
    topic: topic.id,
    topicTitle: topic.title,
    words: opportunity.change.reduce((sum, {words}) => sum + words, 0),
  }))
}

function byRank(a: Step, b: Step): number {
  return (
    a.rank - b.rank || b.impact - a.impact || a.effort - b.effort || ordinal(a.topic, b.topic) || ordinal(a.id, b.id)
  )
}

function ordinal(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const nothingToDo: ReadonlySet<OpportunityClass> = new Set(['leave-local'])

/** How many opportunities a report leads with. Throws TypeError for a lexicon without that weight. */
function leading(lexicon: Lexicon): number {
  return weightNamed(lexicon, 'report-first-steps').value
}

/** The first steps of a report: no more than the lexicon's `report-first-steps`, none of them best left local. */
export function leadingSteps(assessment: Assessment, lexicon: Lexicon = shipped): readonly Step[] {
  return first(stepsOf(assessment), lexicon)
}

function first(steps: readonly Step[], lexicon: Lexicon): readonly Step[] {
  return steps.filter(isToDo).slice(0, leading(lexicon))
}

/** What is best left local, or what people decided to leave for now, is no first step; it stays among the opportunities. */
function isToDo({class: name, decision}: Step): boolean {
  return !nothingToDo.has(name) && (decision === null || decision.decision === 'take-up')
}

function statusCounts(rows: readonly AssessedRow[]): Readonly<Record<Status, number>> {
  const count = (status: Status): number => rows.filter((row) => row.status === status).length
  return Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Status, number>
}

/** What the summary of a region needs of a topic: small, however large the topic is. */
export interface TopicDigest {
  readonly summary: Omit<TopicSummary, 'documents'>
  /** How many findings there are of each class and severity, without those people agreed to keep for now. */
  readonly findings: readonly {readonly class: DifferenceName; readonly severity: Severity; readonly count: number}[]
  readonly agreements: Agreements
  /** Its own first steps. */
  readonly steps: readonly Step[]
  readonly opportunities: number
  readonly standards: Summary['standards']
  /** How each of its authorities stands to the others; empty with one holder. */
  readonly likenesses: readonly Likeness[]
}

/** The digest of a topic. `authorities` are the region's, for their short names. */
export function digestOf(
  topic: TopicAssessment,
  authorities: readonly Authority[],
  lexicon: Lexicon = shipped,
): TopicDigest {
  return {
    summary: {
      id: topic.id,
      title: topic.title,
      authorities: topic.authorities,
      without: topic.without,
      rows: topic.rows.length,
      shared: topic.rows.filter(isShared).length,
      agreed: topic.rows.filter(isAgreed).length,
      statuses: statusCounts(topic.rows),
      wording: topic.scores.wording,
      rule: topic.scores.rule,
      unsure: topic.scores.unsure,
      notes: topic.notes,
    },
    findings: findingCounts(topic.rows),
    agreements: agreementCounts(topic.rows.flatMap(({findings}) => findings)),
    steps: first([...topicSteps(topic, shortened(authorities))].sort(byRank), lexicon),
    opportunities: topic.opportunities.length,
    standards: {
      used: topic.standards.length,
      unverified: topic.standards.filter(({verified}) => !verified).length,
    },
    likenesses: likenesses(topic.authorities, topic.scores),
  }
}

function findingCounts(rows: readonly AssessedRow[]): TopicDigest['findings'] {
  const counts = new Map<string, {class: DifferenceName; severity: Severity; count: number}>()
  for (const {findings} of rows)
    for (const finding of findings) {
      if (finding.agreed?.state === 'live') continue
      const key = `${finding.class} ${finding.severity}`
      const known = counts.get(key) ?? {class: finding.class, severity: finding.severity, count: 0}
      known.count++
      counts.set(key, known)
    }
  return [...counts.values()]
}

function agreementCounts(findings: readonly Finding[]): Agreements {
  const count = (state: AgreedState): number => findings.filter(({agreed}) => agreed?.state === state).length
  return {live: count('live'), expired: count('expired'), refused: count('refused')}
}

/** The facts a summary draws, counted once for every format and for the terminal. */
export function summary(assessment: Assessment, lexicon: Lexicon = shipped): Summary {
  const digests = assessment.topics.map((topic) => digestOf(topic, assessment.authorities, lexicon))
  return summaryOf(assessment, digests, lexicon)
}

/** The same from the digests of the topics, in their order: what is large need not be at hand. */
export function summaryOf(
  assessment: Omit<Assessment, 'topics' | 'agencies'>,
  digests: readonly TopicDigest[],
  lexicon: Lexicon = shipped,
): Summary {
  const documents = new Map<string, number>()
  for (const {topic} of assessment.documents) documents.set(topic, (documents.get(topic) ?? 0) + 1)
  const topics = digests.map((digest) => ({...digest.summary, documents: documents.get(digest.summary.id) ?? 0}))
  const total = (of: (topic: TopicSummary) => number): number => topics.reduce((sum, topic) => sum + of(topic), 0)
  const findings = digests.flatMap((digest) => digest.findings)
  const severe = (severity: Severity): number =>
    findings.reduce((sum, each) => sum + (each.severity === severity ? each.count : 0), 0)
  const sum = (of: (digest: TopicDigest) => number): number => digests.reduce((all, digest) => all + of(digest), 0)
  return {
    region: assessment.region,
    asAt: assessment.asAt,
    tool: assessment.tool,
    authorities: assessment.authorities,
    documents: assessment.documents.length,
    documentsWithFaults: assessment.documents.filter(({messages}) =>
      messages.some(({severity}) => severity === 'warning'),
    ).length,
    notCompared: assessment.notCompared,
    rows: total(({rows}) => rows),
    shared: total(({shared}) => shared),
    agreed: total(({agreed}) => agreed),
    unsure: total(({statuses}) => statuses.unsure),
    severities: {error: severe('error'), warning: severe('warning'), note: severe('note')},
    agreements: {
      live: sum(({agreements}) => agreements.live),
      expired: sum(({agreements}) => agreements.expired),
      refused: sum(({agreements}) => agreements.refused),
    },
    judgementFaults: assessment.judgementFaults ?? [],
    topics,
    steps: first(digests.flatMap(({steps}) => steps).sort(byRank), lexicon),
    opportunities: sum(({opportunities}) => opportunities),
    standards: {used: sum(({standards}) => standards.used), unverified: sum(({standards}) => standards.unverified)},
  }
}
