import type {TopicAssessment} from '@hedgerow/assess'
import type {Context} from './context.ts'
import {likenesses} from './likeness.ts'
import type {Block, Figure} from './nodes.ts'
import {table} from './nodes.ts'
import {anchor} from './rows.ts'
import {percent} from './wording.ts'

/** How each authority stands to the others on a topic, as bars and as a table; empty with fewer than two. */
export function standingFigure(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const all = likenesses(topic.authorities, topic.scores)
  if (all.length === 0) return []
  const byRule = [...all].sort((a, b) => b.rule - a.rule || (a.authority < b.authority ? -1 : 1))
  const [first, last] = [byRule[0], byRule.at(-1)]
  const figure: Figure = {
    type: 'figure',
    id: anchor('likeness', topic.id),
    caption: `${topic.title}: likeness of each authority to the others`,
    alternative: `Bars of two scores for ${all.length} authorities. ${name(first?.authority ?? '')} agrees most with the others in its rules (${percent(first?.rule ?? 0)}), ${name(last?.authority ?? '')} least (${percent(last?.rule ?? 0)}). The table below gives every figure.`,
    drawing: {
      kind: 'bars',
      names: byRule.map(({authority}) => name(authority)),
      series: [
        {title: 'Rule', shares: byRule.map(({rule}) => rule)},
        {title: 'Wording', shares: byRule.map(({wording}) => wording)},
      ],
    },
  }
  const rows = byRule.map((each) => [
    name(each.authority),
    percent(each.rule),
    percent(each.wording),
    percent(each.unsure),
    name(each.nearest),
    name(each.furthest),
  ])
  const head = ['Authority', 'Rule', 'Wording', 'Left out as unsure', 'Nearest in its rules', 'Furthest']
  return [
    figure,
    table(`${topic.title}: likeness of each authority to the others, on average over its pairs`, head, rows),
  ]
}
