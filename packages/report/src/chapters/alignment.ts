import type {TopicAssessment} from '@hedgerow/assess'
import {byAuthority} from '../by-authority.ts'
import type {Context} from '../context.ts'
import {pairFigures} from '../likeness-figures.ts'
import type {Block, Chapter} from '../nodes.ts'
import {heading, list, paragraph, table} from '../nodes.ts'
import {isShared} from '../rows.ts'
import {comparedWithNothing, counted, listed, percent, score} from '../wording.ts'
import {scoreMeaning} from './method.ts'

function headingsTable(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const headed = topic.sections.filter(({headings}) =>
    topic.authorities.some((id) => headings[id]?.some((each) => each !== '')),
  )
  const lines = headed.map((section) => ({
    title: section.title,
    cells: topic.authorities.map((id) => section.headings[id]?.join('; ') || '–'),
  }))
  const caption = `${topic.title}: which headings were read together, as printed`
  return byAuthority({caption, heads: ['Section'], lines}, topic.authorities.map(name))
}

function pairsTable({title, scores}: TopicAssessment, {name}: Context): readonly Block[] {
  if (scores.pairs.length === 0) return [paragraph(comparedWithNothing)]
  const rows = scores.pairs.map(({a, b, wording, rule, unsure}) => [
    `${name(a)} and ${name(b)}`,
    percent(wording),
    percent(rule),
    percent(unsure),
  ])
  const whole = [
    'All pairs',
    score(scores.wording),
    score(scores.rule),
    scores.unsure === null ? '–' : percent(scores.unsure),
  ]
  return [
    table(`${title}: the two scores of each pair`, ['Pair', 'Wording', 'Rule', 'Left out as unsure'], [...rows, whole]),
  ]
}

function confidence({rows}: TopicAssessment): readonly Block[] {
  const sure = rows.filter(isShared).map((row) => row.confidence)
  if (sure.length === 0) return []
  return [
    paragraph(
      `${counted(sure.length, 'shared row')} could be trusted; the least certain of them was aligned with ${percent(Math.min(...sure))} confidence.`,
    ),
  ]
}

function moved({rows}: TopicAssessment, {name}: Context): readonly Block[] {
  const sections = [...new Set(rows.filter((row) => row.moved.length > 0).map((row) => row.sectionTitle))]
  const lines = sections.map((title) => {
    const within = rows.filter((row) => row.sectionTitle === title && row.moved.length > 0)
    const who = [...new Set(within.flatMap((row) => row.moved))].sort().map(name)
    return `${title}: ${counted(within.length, 'provision')} in ${listed(who)}.`
  })
  return lines.length === 0 ? [] : [paragraph('Moved to another place, not missing; nothing to do:'), list(lines)]
}

function clusters(topic: TopicAssessment, {name}: Context): readonly Block[] {
  if (topic.clusters.length === 0) return []
  const lines = topic.clusters.map(
    ({authorities, wording}) => `${listed(authorities.map(name))}: ${percent(wording)} alike in wording.`,
  )
  return [
    paragraph('Authorities that already share a text; a change agreed by one can be taken over by the others:'),
    list(lines),
  ]
}

/** Which sections were read together, the scores of each pair, what was moved, and who already shares a text. */
export function alignmentChapter(context: Context): Chapter {
  const {topics} = context.assessment
  const blocks = topics.flatMap((topic) => [
    heading(3, topic.title),
    ...headingsTable(topic, context),
    ...confidence(topic),
    ...pairFigures(topic, context),
    ...pairsTable(topic, context),
    ...moved(topic, context),
    ...clusters(topic, context),
  ])
  const lead =
    topics.length === 0
      ? [paragraph('Nothing was aligned.')]
      : [
          paragraph(
            'Sections were aligned first, then the provisions inside them, then the words. There are two scores:',
          ),
          list(scoreMeaning),
        ]
  return {type: 'chapter', id: 'alignment', title: 'How the texts were aligned', children: [...lead, ...blocks]}
}
