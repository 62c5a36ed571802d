import {
  type Drift,
  type FindingChange,
  heaviest,
  type ProcedureDrift,
  type Said,
  type StandardChange,
  type TextChange,
  type TopicDrift,
} from '@hedgerow/assess'
import type {Lexicon, Severity} from '@hedgerow/lexicon'
import {type Alert, type AlertPlace, type Alerts, type AlertSeverity, gravestFirst, quoted} from '../alerts.ts'
import {type DriftNames, driftNames} from './names.ts'
import {listed, sentence} from '../wording.ts'

/** A drift as alerts: changes of text, standards newly unmet, and findings with what became of them. What is `off` is left out. */
export function driftAlerts(drift: Drift, lexicon: Lexicon): Alerts {
  const names = driftNames(drift, lexicon)
  const alerts = [
    ...drift.text.flatMap((own) => own.changes.flatMap((change) => changeAlert(change, own, names))),
    ...drift.alignment.flatMap((topic) => topic.standards.flatMap((each) => standardAlert(each, topic, drift, names))),
    ...drift.alignment.flatMap((topic) => findingAlerts(topic, names)),
  ]
  return {
    version: drift.after.made.version,
    alerts: gravestFirst(alerts),
    topics: Object.entries(drift.titles).sort(([a], [b]) => (a < b ? -1 : 1)),
    notCompared: drift.notCompared,
    title: names.title,
  }
}

/** Whether an alert tells of something that was not so before and that nobody suppressed: what makes a check fail. */
export function isFresh({state, suppressed}: Alert): boolean {
  return state === 'new' && suppressed === null
}

function told(severity: Severity): severity is AlertSeverity {
  return severity !== 'off'
}

function changeAlert(change: TextChange, own: ProcedureDrift, names: DriftNames): readonly Alert[] {
  const {severity, kind, before, after, fingerprint, suppressed} = change
  if (!told(severity)) return []
  const name = names.authority(own.authority)
  const [now, was] = [after.map((said) => placeOf(said, name)), before.map((said) => placeOf(said, `${name}, before`))]
  return [
    {
      rule: ruleOf(change),
      classes: change.classes.map((each) => each.class),
      severity,
      topic: own.topic,
      topicTitle: names.topic(own.topic),
      message: sentence(`${name}, ${names.topic(own.topic)}${names.section(change)}: ${names.change(change, own)}`),
      detail: [...change.unsure.map((reason) => `Please check: ${sentence(reason)}`), ...[...was, ...now].map(quoted)],
      fingerprint,
      place: now[0] ?? lastPlace(own, kind, was[0], name),
      related: [...now.slice(1), ...was],
      state: 'new',
      suppressed,
    },
  ]
}

/** The heaviest class of a change; the first of those alike. */
function ruleOf({classes, kind}: TextChange): string {
  const top = heaviest(classes.map(({severity}) => severity))
  return classes.find(({severity}) => severity === top)?.class ?? kind
}

/** What was removed is pointed at in the document it stood in, at no line; nowhere where that is gone as well. */
function lastPlace(
  own: ProcedureDrift,
  kind: TextChange['kind'],
  was: AlertPlace | undefined,
  name: string,
): AlertPlace | null {
  const path = own.paths.after[0] ?? (kind === 'removed' ? own.paths.before[0] : undefined)
  if (path === undefined) return null
  const source = {path, line: null, page: null, paragraph: null, sheet: null, cell: null}
  return {source, name, text: was?.text ?? ''}
}

function placeOf({source, text}: Said, name: string): AlertPlace {
  return {source, text, name}
}

function standardAlert(change: StandardChange, topic: TopicDrift, drift: Drift, names: DriftNames): readonly Alert[] {
  const {outcome, severity, id, authority, statement} = change
  if (outcome !== 'unmet' || !told(severity)) return []
  return [
    {
      rule: 'below-standard',
      classes: ['below-standard'],
      severity,
      topic: topic.topic,
      topicTitle: topic.title,
      message: sentence(`${names.authority(authority)}, ${topic.title}: ${names.standard(change)}`),
      detail: [sentence(statement)],
      fingerprint: `standard:${topic.topic}:${id}:${authority}`,
      place: standardPlace(change, topic, drift, names),
      related: [],
      state: 'new',
      suppressed: change.suppressed,
    },
  ]
}

/** The provision that falls below a standard; where nothing states it any more, the document it should stand in. */
function standardPlace(
  {id, authority}: StandardChange,
  topic: TopicDrift,
  {text}: Drift,
  names: DriftNames,
): AlertPlace | null {
  const findings = [...topic.found, ...topic.updated, ...topic.unchanged].filter(({finding}) => finding.standard === id)
  const [said] = findings.flatMap(({readings}) => readings[authority] ?? [])
  const name = names.authority(authority)
  if (said !== undefined) return placeOf(said, name)
  const own = text.find((each) => each.topic === topic.topic && each.authority === authority)
  return own === undefined ? null : lastPlace(own, 'removed', undefined, name)
}

function findingAlerts(topic: TopicDrift, names: DriftNames): readonly Alert[] {
  const fates = [
    ['new', topic.found],
    ['updated', topic.updated],
    ['unchanged', topic.unchanged],
    ['absent', topic.gone],
  ] as const
  return fates.flatMap(([state, all]) => all.flatMap((each) => findingAlert(each, topic, state, names)))
}

function findingAlert(
  change: FindingChange,
  topic: TopicDrift,
  state: Alert['state'],
  names: DriftNames,
): readonly Alert[] {
  const {finding, readings, suppressed} = change
  if (!told(finding.severity)) return []
  const places = placesIn(finding.variants, readings, names)
  const silent = topic.scores.after?.pairs.flatMap(({a, b}) => [a, b]).filter((id) => !readings[id]) ?? []
  const nobody = [...new Set(silent)].sort().map(names.authority)
  return [
    {
      rule: finding.class,
      classes: [finding.class],
      severity: finding.severity,
      topic: topic.topic,
      topicTitle: topic.title,
      message: sentence(`${topic.title}${names.row(change)}: ${names.finding(finding)}`),
      detail: [...places.map(quoted), ...(nobody.length > 0 ? [`Nothing there: ${listed(nobody)}`] : [])],
      fingerprint: finding.fingerprint,
      place: places[0] ?? null,
      related: places.slice(1),
      state,
      suppressed,
    },
  ]
}

/** The readings of a row, of those who hold the rarest value first. */
function placesIn(
  variants: FindingChange['finding']['variants'],
  readings: FindingChange['readings'],
  names: DriftNames,
): readonly AlertPlace[] {
  const count = (id: string): number =>
    variants.find(({authorities}) => authorities.includes(id))?.authorities.length ?? 999
  return Object.keys(readings)
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .flatMap((id) => (readings[id] ?? []).map((said) => placeOf(said, names.authority(id))))
}
