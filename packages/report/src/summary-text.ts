import {statuses, type Status} from '@hedgerow/assess'
import {wrapped} from './formats/wrap.ts'
import {decisionWords} from './judgement-words.ts'
import {namesOf} from './names.ts'
import type {Step, Summary, TopicSummary} from './summary.ts'
import {
  counted,
  dated,
  gravities,
  listed,
  opening,
  opportunityWords,
  percent,
  score,
  sentence,
  statusWords,
} from './wording.ts'

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

function agreement({rows, shared, agreed, topics}: Summary): string {
  if (rows === 0 || topics.every(({authorities}) => authorities.length < 2)) return 'Nothing was compared.'
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

/** How many differences people agreed to keep and how that stands; null where there are none. */
export function agreedLine({agreements: {live, expired, refused}}: Summary): string | null {
  const all = live + expired + refused
  if (all === 0) return null
  const rest = [expired > 0 ? `${expired} expired` : '', refused > 0 ? `${refused} refused` : ''].filter(Boolean)
  const counting = rest.length === 0 ? 'not counted' : `${rest.join(' and ')}; what does not hold counts`
  return `${opening(all, 'agreed difference')}, ${counting}.`
}

function topicLines(topic: TopicSummary, name: (id: string) => string): readonly string[] {
  return [
    topic.title,
    ...indented(holdersLine(topic, name)),
    ...(topic.authorities.length > 1 ? [`  ${scoreLine(topic)}`] : []),
    ...indented(topicCounts(topic)),
    ...topic.notes.flatMap((note) => indented(`Note: ${note}`)),
  ]
}

/** Who has a topic and who has not, by name. */
export function holdersLine({authorities, without}: TopicSummary, name: (id: string) => string): string {
  return `${listed(authorities.map(name))}${without.length > 0 ? `; nothing from ${listed(without.map(name))}` : ''}`
}

/** Statuses whose words do not suit a number: a comma inside, a verb in the singular. */
const countWords: Readonly<Partial<Record<Status, string>>> = {unsure: 'unsure', differs: 'different'}

/** How many rows of a topic have each status: `3 different, 2 same`. With one holder nothing was compared, and only the rows are counted. */
export function topicCounts({authorities, rows, statuses: counts}: TopicSummary): string {
  if (authorities.length < 2) return `${counted(rows, 'provision')}, compared with nothing`
  const found = statuses.filter((status) => counts[status] > 0)
  return found.map((status) => `${counts[status]} ${countWords[status] ?? statusWords[status]}`).join(', ')
}

/** Why a document was left out and what to do, as one sentence. */
export function leftOutLine({reason, remedy}: {readonly reason: string; readonly remedy: string}): string {
  const why = reason.trim().replace(/\.$/, '')
  const todo = remedy.trim()
  return todo === '' ? sentence(why) : `${why}${/^\p{Lu}/u.test(todo) ? '.' : ';'} ${sentence(todo)}`
}

/** Both scores of a topic in one line, with the share left out as unsure. */
export function scoreLine({wording, rule, unsure}: Pick<TopicSummary, 'wording' | 'rule' | 'unsure'>): string {
  const left = unsure !== null && unsure > 0 ? ` (${percent(unsure)} left out as unsure)` : ''
  return `Wording ${score(wording)}, rule ${score(rule)}${left}`
}

function stepLines(step: Step, index: number, asAt: string): readonly string[] {
  const number = `${`${index + 1}.`.padStart(3)} `
  const title = `${step.title} [${opportunityWords[step.class].toLowerCase()}]`
  const indent = ' '.repeat(number.length)
  const decided = step.decision === null ? [] : wrapped(decisionWords(step.decision, asAt), width, indent)
  return [...wrapped(title, width, indent, number), ...wrapped(step.why, width, indent), ...decided]
}

/** Widest line of a summary in plain text: the house's width for code and messages. */
const width = 100

function indented(words: string): readonly string[] {
  return wrapped(words, width, '  ')
}

/** The summary as lines of plain text, at most 100 columns wide where words can be parted; the last line has no line feed. */
export function summaryText(facts: Summary): readonly string[] {
  const name = namesOf(facts.authorities)
  const agreed = agreedLine(facts)
  return [
    `${facts.region ?? 'Procedures compared'}, as at ${dated(facts.asAt)}`,
    ...wrapped(headline(facts).join(' '), width),
    `Findings: ${gravities(facts.severities)}.`,
    ...(agreed === null ? [] : [agreed]),
    ...facts.notCompared.flatMap((each) =>
      wrapped(`Not compared: ${each.path}: ${leftOutLine(each)}`, width, '  ', ''),
    ),
    ...facts.topics.flatMap((topic) => ['', ...topicLines(topic, name)]),
    ...(facts.steps.length > 0
      ? ['', 'First steps', ...facts.steps.flatMap((step, at) => stepLines(step, at, facts.asAt))]
      : []),
  ]
}
