import type {StandardVerdict, TopicAssessment, Verdict} from '@hedgerow/assess'
import {standardTitle} from '@hedgerow/assess'
import {byAuthority} from '../by-authority.ts'
import type {Context} from '../context.ts'
import {joined, rowReference} from '../context.ts'
import type {Block, Card, Chapter} from '../nodes.ts'
import {heading, link, paragraph, phrases, strong} from '../nodes.ts'
import {anchor} from '../rows.ts'
import {dated, listed, sentence} from '../wording.ts'

const verdictWords: Readonly<Record<Verdict, string>> = {
  met: '= met',
  below: '↓ below',
  'not-stated': '– not stated',
  unsure: '? unsure',
}

function having(standard: StandardVerdict, verdict: Verdict): readonly string[] {
  return Object.keys(standard.met)
    .filter((id) => standard.met[id] === verdict)
    .sort()
}

/** The sentence for a standard: who falls below, who does not state it, whether all do. */
function outcome(standard: StandardVerdict, {name}: Context): string {
  const all = Object.keys(standard.met).length
  const below = having(standard, 'below')
  const absent = having(standard, 'not-stated')
  if (all === 0) return 'Held against no authority.'
  if (below.length === all)
    return 'Every authority falls below it, so comparing them with each other would not show it.'
  if (absent.length === all) return 'No authority states it.'
  if (having(standard, 'met').length === all) return 'Every authority meets it.'
  const parts = [
    below.length === 0 ? '' : `${listed(below.map(name))} ${below.length === 1 ? 'falls' : 'fall'} below it.`,
    absent.length === 0 ? '' : `${listed(absent.map(name))} ${absent.length === 1 ? 'does' : 'do'} not state it.`,
    having(standard, 'unsure').length === 0 ? '' : `Unsure: ${listed(having(standard, 'unsure').map(name))}.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function period({from, to, knownTo}: StandardVerdict): string {
  return `In force from ${dated(from)}${to === null ? '' : ` to ${dated(to)}`}, known up to ${dated(knownTo)}.`
}

/** Where a standard is from, its tier, whether anybody has verified it, and from when to when it holds. */
export function sourceOf(standard: StandardVerdict): string {
  const tier = standard.tier === 'A' ? 'National (tier A)' : 'Regional (tier B)'
  return `${tier}; ${standard.verified ? 'verified' : 'not verified'}. ${sentence(standard.citation)} ${period(standard)}`
}

function card(standard: StandardVerdict, topic: TopicAssessment, context: Context): Card {
  const rows = joined(standard.rows.map((id) => rowReference(topic, id)))
  return {
    type: 'card',
    id: anchor('standard', topic.id, standard.id),
    depth: 4,
    title: standardTitle(standard),
    children: [
      paragraph(sentence(standard.statement)),
      paragraph(strong(outcome(standard, context))),
      paragraph(sourceOf(standard)),
      ...(rows.length === 0 ? [] : [paragraph('Rows: ', ...rows)]),
    ],
  }
}

/** How each authority stands to each standard of a topic, as a table. */
export function verdicts(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const lines = topic.standards.map((standard) => ({
    title: phrases(
      link(anchor('standard', topic.id, standard.id), standardTitle(standard)),
      standard.verified ? '' : ' (not verified)',
    ),
    cells: topic.authorities.map((id) => verdictWords[standard.met[id] ?? 'not-stated']),
  }))
  const caption = `${topic.title}: held against the standards`
  return byAuthority({caption, heads: ['Standard'], lines}, topic.authorities.map(name))
}

/** What a standard is, or that none applied to any topic. */
export function standardsOpening(topics: number): string {
  return topics === 0
    ? 'No standard applied to what was compared.'
    : 'A standard is a fact to hold readings against; it is not one of the authorities and is part of no score.'
}

/** Each topic held against its standards, those that everybody falls below and those that nobody states included. */
export function standardsChapter(context: Context): Chapter {
  const topics = context.assessment.topics.filter(({standards}) => standards.length > 0)
  const blocks = topics.flatMap((topic) => [
    heading(3, topic.title),
    ...verdicts(topic, context),
    ...topic.standards.map((standard) => card(standard, topic, context)),
  ])
  return {
    type: 'chapter',
    id: 'standards',
    title: 'National and regional standards',
    children: [paragraph(standardsOpening(topics.length)), ...blocks],
  }
}
