import {placeOf} from '@hedgerow/ast'
import type {AssessedRow, TopicAssessment} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {joined, rowReference, rowTitle} from '../context.ts'
import type {Block, Card, Chapter, Phrase} from '../nodes.ts'
import {code, heading, link, list, paragraph, phrases, strong, table} from '../nodes.ts'
import {adoptionWords, basisTitles, choiceWords, wordingWords} from '../proposal-words.ts'
import {readingsBlock} from '../quotes.ts'
import {
  agencyNames,
  changedWordsOf,
  decidedWords,
  firstOf,
  hasValues,
  isYetToChoose,
  nationalWords,
  stepCard,
} from '../step-card.ts'
import {stepsOf, type Step} from '../summary.ts'
import {opening, opportunityMeaning, opportunityWords, percent, sentence} from '../wording.ts'

/** How many rows of one opportunity are quoted in the card itself; the others are linked to. */
const quotedRows = 3

function valuesTable(step: Step, topic: TopicAssessment): readonly Block[] {
  if (!hasValues(step)) return []
  return [
    table(
      'The values side by side; the majority is not right because it is the majority',
      ['What most say', 'Strictest', 'National standard'],
      [[step.majority ?? 'no majority', step.strictest ?? 'cannot be ranked', nationalWords(step, topic)]],
    ),
  ]
}

/** The words to adopt, or the choices that people must make first. */
function proposed({proposal}: Step, {name}: Context): readonly Block[] {
  if (proposal === undefined) return []
  const {wording, choices, safest, basis} = proposal
  const all =
    wording === null
      ? choices.map(
          (choice, at) =>
            `${choiceWords(choice, name)}${at === safest ? ' This choice lowers nobody’s protection.' : ''}`,
        )
      : [`“${wordingWords(wording)}”`]
  const adopted = adoptionWords(proposal, name)
  return [
    paragraph(strong(`${basisTitles[basis]}.`), ` ${sentence(proposal.reason)}${adopted === '' ? '' : ` ${adopted}`}`),
    ...(all.length === 0 ? [] : [list(all)]),
  ]
}

function changesTable(step: Step, {name}: Context): readonly Block[] {
  if (step.change.length === 0) return []
  const rows = step.change.map(({authority, words, from, to, source}): readonly (string | readonly Phrase[])[] => [
    name(authority),
    String(words),
    from === '' ? '–' : from,
    to === '' ? '–' : to,
    source === null ? '–' : phrases(code(placeOf(source))),
  ])
  const caption = isYetToChoose(step) ? 'Who changes what, if people choose what most say' : 'Who changes what'
  return [table(caption, ['Authority', 'Words', 'From', 'To', 'Where'], rows)]
}

function quotations(step: Step, topic: TopicAssessment, context: Context): readonly Block[] {
  const rows = step.rows
    .map((id) => topic.rows.find((row) => row.id === id))
    .filter((row): row is AssessedRow => row !== undefined)
  const more = step.rows.slice(quotedRows)
  return [
    ...rows.slice(0, quotedRows).map((row) => readingsBlock(row, context, rowTitle(row))),
    ...(more.length === 0 ? [] : [paragraph('Also: ', ...joined(more.map((id) => rowReference(topic, id))))]),
  ]
}

function figures(step: Step, topic: TopicAssessment, context: Context): readonly Block[] {
  const decision = decidedWords(step, context)
  const rows = joined(step.rows.map((id) => rowReference(topic, id)))
  const named = rows.length === 0 ? [] : phrases(step.rows.length === 1 ? ' Row: ' : ' Rows: ', ...rows)
  return [
    paragraph(strong(`${opportunityWords[step.class]}`), `: ${opportunityMeaning[step.class]}. ${sentence(step.why)}`),
    paragraph(
      `${topic.title}. Impact ${percent(step.impact)}, effort ${percent(step.effort)}${changedWordsOf(step)}.` +
        `${agencyNames(step, context)}${decision}`,
      ...named,
    ),
  ]
}

function blocks(step: Step, topic: TopicAssessment, context: Context): readonly Block[] {
  return [
    ...figures(step, topic, context),
    ...valuesTable(step, topic),
    ...proposed(step, context),
    ...changesTable(step, context),
    ...quotations(step, topic, context),
  ]
}

// Made topic by topic: of a large region only one is in memory.
function cards(steps: readonly Step[], context: Context): readonly Card[] {
  const made = new Map<Step, Card>()
  for (const topic of context.assessment.topics)
    for (const [index, step] of steps.entries())
      if (step.topic === topic.id) made.set(step, stepCard(step, index, blocks(step, topic, context)))
  return steps.flatMap((step) => made.get(step) ?? [])
}

/** Whether all there is to do is to look at rows that the chapter of unsure rows quotes. */
function isMereDoubt(step: Step, {rows}: TopicAssessment): boolean {
  const own = rows.filter(({id}) => step.rows.includes(id))
  return step.class === 'check' && own.length > 0 && own.every(({status}) => status === 'unsure')
}

interface Further {
  readonly doubts: number
  readonly tables: readonly Block[]
}

/** What comes after the first steps on one topic. */
function furtherOn(topic: TopicAssessment, steps: readonly Step[], context: Context): Further {
  const told = steps.filter((step) => !isMereDoubt(step, topic))
  const rows = told.map((step) => [
    step.title,
    opportunityWords[step.class],
    step.words === 0 ? '–' : String(step.words),
    `${step.why}${decidedWords(step, context)}`,
    joined(step.rows.map((id) => rowReference(topic, id))),
  ])
  const caption = `${topic.title}: what comes after the first steps, best first`
  const head = ['Step', 'Kind', 'Words to change', 'Why', 'Rows']
  return {doubts: steps.length - told.length, tables: rows.length === 0 ? [] : [table(caption, head, rows)]}
}

// Topic by topic: of a large region only one is in memory.
function further(steps: readonly Step[], context: Context): readonly Block[] {
  if (steps.length === 0) return []
  const own = (id: string): readonly Step[] => steps.filter(({topic}) => topic === id)
  const found = context.assessment.topics.map((topic) => furtherOn(topic, own(topic.id), context))
  const doubts = found.reduce((sum, each) => sum + each.doubts, 0)
  const left = phrases(
    `${opening(doubts, 'more', 'more')} ${doubts === 1 ? 'is an unsure row' : 'are unsure rows'} to be looked at, quoted under `,
    link('unsure', 'Unsure: please check'),
    '.',
  )
  const tables = found.flatMap((each) => each.tables)
  return [heading(3, 'Further steps'), ...tables, ...(doubts === 0 ? [] : [paragraph(...left)])]
}

/** The first steps in full, and the rest in a table for each topic. */
export function opportunitiesChapter(context: Context): Chapter {
  const lead = context.facts.steps
  const rest = stepsOf(context.assessment).filter(
    (step) => !lead.some((each) => each.id === step.id && each.topic === step.topic),
  )
  const words =
    lead.length === 0
      ? paragraph('No step was found.')
      : paragraph(`${firstOf(lead.length, context.facts.opportunities)}, those with most to gain for least work first.`)
  return {
    type: 'chapter',
    id: 'opportunities',
    title: 'The quickest wins',
    children: [words, ...cards(lead, context), ...further(rest, context)],
  }
}
