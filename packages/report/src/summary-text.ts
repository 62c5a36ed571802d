import {namesOf} from './names.ts'
import type {Step, Summary, TopicSummary} from './summary.ts'
import {counted, dated, listed, opening, opportunityWords, percent, score, statusWords} from './wording.ts'
import {statuses} from './summary.ts'

/** What was compared and the headline, as sentences: `Three authorities, …`. With nothing compared it says so. */
export function headline(facts: Summary): readonly string[] {
  const {authorities, topics, documents} = facts
  const compared = [
    opening(authorities.length, 'authority', 'authorities'),
    counted(topics.length, 'topic'),
    counted(documents, 'document'),
  ].join(', ')
  return [`${compared}.`, agreement(facts), ...caveats(facts)]
}

function agreement({rows, shared, agreed}: Summary): string {
  if (rows === 0) return 'Nothing was compared.'
  if (shared === 0) return 'No provision is shared by two authorities with enough confidence to compare.'
  if (agreed === shared) return `They agree on all of the ${counted(shared, 'shared provision')}.`
  return `They already agree on ${agreed} of ${counted(shared, 'shared provision')}.`
}

function caveats({unsure, notCompared, standards}: Summary): readonly string[] {
  const lines: string[] = []
  if (unsure > 0)
    lines.push(
      `${opening(unsure, 'provision')} ${unsure === 1 ? 'is' : 'are'} unsure and counted in no score: please check.`,
    )
  if (notCompared.length > 0) lines.push(`${opening(notCompared.length, 'document')} could not be compared.`)
  const {used, unverified} = standards
  if (unverified > 0)
    lines.push(
      `Of ${counted(used, 'standard')} used, ${unverified === used ? 'none is verified' : `${unverified} ${unverified === 1 ? 'is' : 'are'} not verified`}.`,
    )
  return lines
}

function topicLines(topic: TopicSummary, name: (id: string) => string): readonly string[] {
  const counts = statuses
    .filter((status) => topic.statuses[status] > 0)
    .map((status) => `${topic.statuses[status]} ${statusWords[status]}`)
  return [
    topic.title,
    `  ${listed(topic.authorities.map(name))}${topic.without.length > 0 ? `; nothing from ${listed(topic.without.map(name))}` : ''}`,
    `  ${scoreLine(topic)}`,
    ...counts.map((line) => `  ${line}`),
    ...topic.notes.map((note) => `  Note: ${note}`),
  ]
}

/** Both scores of a topic in one line, with the share left out as unsure. */
export function scoreLine({wording, rule, unsure}: Pick<TopicSummary, 'wording' | 'rule' | 'unsure'>): string {
  const left = unsure !== null && unsure > 0 ? ` (${percent(unsure)} left out as unsure)` : ''
  return `Wording ${score(wording)}, rule ${score(rule)}${left}`
}

function stepLine(step: Step, index: number): string {
  return `${index + 1}. ${step.title} [${opportunityWords[step.class].toLowerCase()}]: ${step.why}`
}

/** The summary as lines of plain text, unwrapped; the last line has no line feed. */
export function summaryText(facts: Summary): readonly string[] {
  const name = namesOf(facts.authorities)
  const {error, warning, note} = facts.severities
  return [
    `${facts.region ?? 'Procedures compared'}, as at ${dated(facts.asAt)}`,
    headline(facts).join(' '),
    `Findings: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(note, 'note')}.`,
    ...facts.notCompared.map(({path, reason, remedy}) => `Not compared: ${path}: ${reason} ${remedy}`.trim()),
    ...facts.topics.flatMap((topic) => ['', ...topicLines(topic, name)]),
    ...(facts.steps.length > 0 ? ['', 'First steps', ...facts.steps.map(stepLine)] : []),
  ]
}
