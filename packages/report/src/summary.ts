import {
  type AssessedRow,
  type Assessment,
  type Authority,
  type NotCompared,
  type Opportunity,
  type OpportunityClass,
  type Status,
  statuses,
  type TopicAssessment,
} from '@hedgerow/assess'
import {type Lexicon, lexicon as shipped} from '@hedgerow/lexicon'
import {shortened} from './names.ts'
import {isAgreed, isShared} from './rows.ts'

/** An opportunity with the topic it belongs to; `title` and `why` with the authorities' short names. */
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
  /** Findings by severity; `off` is not counted. */
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', number>>
  readonly topics: readonly TopicSummary[]
  /** The first steps, best first; what is best left local is not among them. */
  readonly steps: readonly Step[]
  /** All opportunities, of which `steps` are the first. */
  readonly opportunities: number
  /** Standards used, and how many of them nobody has verified. */
  readonly standards: {readonly used: number; readonly unverified: number}
}

/** Every opportunity of every topic, best first: by rank, then impact, then effort, then topic and id. */
export function stepsOf(assessment: Assessment): readonly Step[] {
  const short = shortened(assessment.authorities)
  const steps = assessment.topics.flatMap((topic) =>
    topic.opportunities.map((opportunity) => ({
      ...opportunity,
      title: short(opportunity.title),
      why: short(opportunity.why),
      topic: topic.id,
      topicTitle: topic.title,
      words: opportunity.change.reduce((sum, {words}) => sum + words, 0),
    })),
  )
  return steps.sort(byRank)
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
function leading({weights}: Lexicon): number {
  const weight = weights.find(({name}) => name === 'report-first-steps')
  if (weight === undefined) throw new TypeError('Expected the weight report-first-steps in the lexicon, found none')
  return weight.value
}

/** The first steps of a report: no more than the lexicon's `report-first-steps`, none of them best left local. */
export function leadingSteps(assessment: Assessment, lexicon: Lexicon = shipped): readonly Step[] {
  return stepsOf(assessment)
    .filter((step) => !nothingToDo.has(step.class))
    .slice(0, leading(lexicon))
}

function statusCounts(rows: readonly AssessedRow[]): Readonly<Record<Status, number>> {
  const count = (status: Status): number => rows.filter((row) => row.status === status).length
  return Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Status, number>
}

function topicSummary(topic: TopicAssessment, assessment: Assessment): TopicSummary {
  return {
    id: topic.id,
    title: topic.title,
    authorities: topic.authorities,
    without: topic.without,
    documents: assessment.documents.filter((document) => document.topic === topic.id).length,
    rows: topic.rows.length,
    shared: topic.rows.filter(isShared).length,
    agreed: topic.rows.filter(isAgreed).length,
    statuses: statusCounts(topic.rows),
    wording: topic.scores.wording,
    rule: topic.scores.rule,
    unsure: topic.scores.unsure,
    notes: topic.notes,
  }
}

function severityCounts(assessment: Assessment): Summary['severities'] {
  const found = assessment.topics.flatMap(({rows}) =>
    rows.flatMap(({findings}) => findings.map(({severity}) => severity)),
  )
  const count = (severity: string): number => found.filter((each) => each === severity).length
  return {error: count('error'), warning: count('warning'), note: count('note')}
}

/** The facts a summary draws, counted once for every format and for the terminal. */
export function summary(assessment: Assessment, lexicon: Lexicon = shipped): Summary {
  const topics = assessment.topics.map((topic) => topicSummary(topic, assessment))
  const total = (of: (topic: TopicSummary) => number): number => topics.reduce((sum, topic) => sum + of(topic), 0)
  const standards = assessment.topics.flatMap((topic) => topic.standards)
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
    severities: severityCounts(assessment),
    topics,
    steps: leadingSteps(assessment, lexicon),
    opportunities: assessment.topics.reduce((sum, topic) => sum + topic.opportunities.length, 0),
    standards: {used: standards.length, unverified: standards.filter(({verified}) => !verified).length},
  }
}
