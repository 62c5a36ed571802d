import {
  agreedSuppression,
  type Assessment,
  type AssessedReading,
  type AssessedRow,
  type Finding,
  type Suppression,
  type TopicAssessment,
} from '@hedgerow/assess'
import type {Source} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {contextOf, type Context} from './context.ts'
import {foundWords} from './finding-words.ts'
import {holders, readingsOf, silent} from './rows.ts'
import {listed, sentence} from './wording.ts'

/** Severities a machine is told of, gravest first. */
export const alertSeverities = ['error', 'warning', 'note'] as const

export type AlertSeverity = (typeof alertSeverities)[number]

/** A provision an alert points at. */
export interface AlertPlace {
  readonly source: Source
  /** The authority's name. */
  readonly name: string
  readonly text: string
}

/** One finding or change as a machine is told of it. */
export interface Alert {
  /** A class of difference, or `added` or `removed`. */
  readonly rule: string
  /** Every class that holds of it, the rule among them. */
  readonly classes: readonly string[]
  readonly severity: AlertSeverity
  readonly topic: string
  readonly topicTitle: string
  /** One sentence a person reads, whole by itself. */
  readonly message: string
  /** The words it is about, a line each. */
  readonly detail: readonly string[]
  readonly fingerprint: string
  /** Null where nothing is left to point at. */
  readonly place: AlertPlace | null
  /** The same provision in the other authorities' documents, or as it was. */
  readonly related: readonly AlertPlace[]
  /** Against the earlier state; null where there is none. */
  readonly state: 'new' | 'updated' | 'unchanged' | 'absent' | null
  readonly suppressed: Suppression | null
}

/** Alerts with what a machine is told besides. */
export interface Alerts {
  readonly version: string
  /** Gravest first; within one severity in the order of the report. */
  readonly alerts: readonly Alert[]
  /** Topics by id, with their titles, those without an alert too. */
  readonly topics: readonly (readonly [id: string, title: string])[]
  /** Documents that were not compared, with why. */
  readonly notCompared: readonly {readonly path: string; readonly reason: string}[]
  /** What the whole is called. */
  readonly title: string
}

/** Alerts with the gravest first, in their order otherwise; what is suppressed comes after what is not. */
export function gravestFirst(alerts: readonly Alert[]): readonly Alert[] {
  const weight = ({severity, suppressed, state}: Alert): number =>
    alertSeverities.indexOf(severity) +
    (suppressed ? 10 : 0) +
    (state === 'unchanged' ? 20 : state === 'absent' ? 30 : 0)
  return alerts
    .map((alert, at) => ({alert, at}))
    .sort((x, y) => weight(x.alert) - weight(y.alert) || x.at - y.at)
    .map(({alert}) => alert)
}

/** The findings of an assessment as alerts; what is `off` is left out. */
export function alertsOf(assessment: Assessment, lexicon: Lexicon): Alerts {
  const context = contextOf(assessment, lexicon)
  const alerts = assessment.topics.flatMap((topic) =>
    topic.rows.flatMap((row) => row.findings.flatMap((finding) => findingAlert(finding, row, topic, context))),
  )
  return {
    version: assessment.tool.version,
    alerts: gravestFirst(alerts),
    topics: assessment.topics.map(({id, title}) => [id, title]),
    notCompared: assessment.notCompared,
    title: assessment.region ?? 'Procedures compared',
  }
}

function findingAlert(finding: Finding, row: AssessedRow, topic: TopicAssessment, context: Context): readonly Alert[] {
  if (finding.severity === 'off') return []
  const {classTitle, name, short} = context
  const places = placesOf(finding, row, name)
  const found = foundWords(finding, name, short)
  const lead = found.toLowerCase().startsWith(classTitle(finding.class).toLowerCase())
    ? ''
    : `${classTitle(finding.class)}. `
  const gap = finding.gap === null ? '' : ` Worst case: ${sentence(finding.gap)}`
  return [
    {
      rule: finding.class,
      classes: [finding.class],
      severity: finding.severity,
      topic: topic.id,
      topicTitle: topic.title,
      message: `${topic.title}, ${row.sectionTitle}: ${lead}${sentence(found)}${gap}`,
      detail: [...places.map(quoted), ...none(silent(row).map(name))],
      fingerprint: finding.fingerprint,
      place: places[0] ?? null,
      related: places.slice(1),
      state: null,
      suppressed: agreedSuppression(finding),
    },
  ]
}

/** `Ashby (ashby/missing.md:12): its own words`. */
export function quoted({name, source, text}: AlertPlace): string {
  return `${name} (${source.line === null ? source.path : `${source.path}:${source.line}`}): ${text}`
}

function none(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Nothing there: ${listed(names)}`]
}

/** Every authority's provisions in the row: the one to look at first is below a standard, weaker, or has a value the fewest have. */
function placesOf(finding: Finding, row: AssessedRow, name: (id: string) => string): readonly AlertPlace[] {
  const order = holders(row)
  const weight = (id: string): number => {
    if (finding.direction[id] === 'weaker') return 0
    const variant = finding.variants.find(({authorities}) => authorities.includes(id))
    return 1 + (variant?.authorities.length ?? order.length)
  }
  return [...order]
    .sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1))
    .flatMap((id) => readingsOf(row, id).map((reading) => placeAt(reading, name(id))))
}

function placeAt({source, text}: AssessedReading, name: string): AlertPlace {
  return {source, text, name}
}
