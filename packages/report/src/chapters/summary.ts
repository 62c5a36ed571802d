import {statuses, type TopicAssessment} from '@hedgerow/assess'
import {byAuthority} from '../by-authority.ts'
import type {Context} from '../context.ts'
import type {Block, Chapter, Phrase, Table} from '../nodes.ts'
import {heading, link, list, paragraph, phrases, table} from '../nodes.ts'
import {anchor, standingInSection} from '../rows.ts'
import {agreedLine, headline} from '../summary-text.ts'
import {dated, gravities, percent, score, sentence, statusWords} from '../wording.ts'
import {scoreMeaning} from './method.ts'

/** Both scores of each topic as a table. */
export function scoreTable({facts}: Context): Table {
  const rows = facts.topics.map((topic) => [
    topic.title,
    score(topic.wording),
    score(topic.rule),
    topic.unsure === null ? '–' : percent(topic.unsure),
    `${topic.agreed} of ${topic.shared}`,
  ])
  return table(
    'The two scores of each topic',
    ['Topic', 'Wording', 'Rule', 'Left out as unsure', 'Shared provisions agreed'],
    rows,
  )
}

function statusTable({facts}: Context): Table {
  const used = statuses.filter((status) => facts.topics.some((topic) => topic.statuses[status] > 0))
  const rows = used.map((status) => [
    statusWords[status],
    ...facts.topics.map((topic) => String(topic.statuses[status])),
  ])
  return table(
    'Rows by the weightiest thing that holds of them',
    ['Status', ...facts.topics.map(({title}) => title)],
    rows,
  )
}

function cell(topic: TopicAssessment, section: string, authority: string): readonly Phrase[] {
  const {standing, count, of} = standingInSection(topic, section, authority)
  const whole = standing === 'same' || count === of
  return [{type: 'standing', standing, note: whole ? '' : `${count} of ${of}`}]
}

/** How each authority stands in each section of a topic, as a table; empty with fewer than two. */
export function matrix(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const sections = topic.sections.filter(({id}) => topic.rows.some(({section}) => section === id))
  if (sections.length === 0 || topic.authorities.length < 2) return []
  const lines = sections.map(({id, title}) => ({
    title,
    cells: topic.authorities.map((authority) => cell(topic, id, authority)),
  }))
  const caption = `${topic.title}: how each authority stands in each section`
  return byAuthority({caption, heads: ['Section'], lines}, topic.authorities.map(name))
}

/** What the words of the matrix mean. */
export const legend =
  'Each cell gives the heaviest thing that holds and in how many of the section’s provisions: = same; ≠ differs from what most say ' +
  '(at a tie, everybody); ↓ below a national or regional standard; – nothing there; + only here; ? unsure, a person should look.'

/** So many of the first steps stand in the summary. */
const stepsInSummary = 5

/** The steps to take up first, each with its reason and a link to all about it. */
function firstSteps({facts}: Context): readonly Block[] {
  const steps = facts.steps.slice(0, stepsInSummary)
  if (steps.length === 0) return []
  const lines = steps.map(({topic, topicTitle, id, title, why}) =>
    phrases(link(anchor('opportunity', topic, id), title), `, ${topicTitle}. ${sentence(why)}`),
  )
  return [heading(3, 'What to take up first'), list(lines)]
}

/** What was compared and the region's headline, what to take up first, the two scores with what they mean, and the sections by authority. */
export function summaryChapter(context: Context): Chapter {
  const {facts} = context
  const findings = `Findings: ${gravities(facts.severities)}, judged as at ${dated(facts.asAt)}.`
  const agreed = agreedLine(facts)
  const some = facts.topics.length > 0
  const compared = facts.topics.some(({authorities}) => authorities.length > 1)
  return {
    type: 'chapter',
    id: 'summary',
    title: 'Summary',
    children: [
      paragraph(headline(facts).join(' ')),
      ...(some
        ? [
            paragraph(findings),
            ...(agreed === null ? [] : [paragraph(`${agreed} `, link('agreed', 'What was agreed'), '.')]),
            ...firstSteps(context),
            heading(3, 'Two scores'),
            scoreTable(context),
            list(scoreMeaning),
            statusTable(context),
          ]
        : []),
      ...(compared ? [heading(3, 'Section by section'), paragraph(legend)] : []),
      ...context.assessment.topics.flatMap((topic) => matrix(topic, context)),
    ],
  }
}
