import type {TopicAssessment} from '@hedgerow/assess'
import type {Context} from './context.ts'
import {dendrogram, joinsOf, leavesOf} from './dendrogram.ts'
import {likenesses} from './likeness.ts'
import type {Block, Figure, Joint, Table} from './nodes.ts'
import {table} from './nodes.ts'
import {anchor} from './rows.ts'
import {counted, listed, percent} from './wording.ts'

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
    table(`${topic.title}: both scores in figures, each authority’s on average over its pairs`, head, rows),
  ]
}

/** Both scores of two authorities by their names. */
type Pairs = (a: string, b: string) => {readonly wording: number; readonly rule: number} | null

function pairsOf({scores}: TopicAssessment, name: Context['name']): Pairs {
  const known = new Map(
    scores.pairs.flatMap((pair) => {
      const [a, b] = [name(pair.a), name(pair.b)]
      return [[`${a}\n${b}`, pair] as const, [`${b}\n${a}`, pair] as const]
    }),
  )
  return (a, b) => known.get(`${a}\n${b}`) ?? null
}

function heatMap(topic: TopicAssessment, names: readonly string[], pairs: Pairs): Figure {
  const shares = names.map((a, row) =>
    names.map((b, column) => {
      const pair = a === b ? null : pairs(a, b)
      return pair === null ? null : row > column ? pair.rule : pair.wording
    }),
  )
  return {
    type: 'figure',
    id: anchor('heat-map', topic.id),
    caption: `${topic.title}: likeness of each pair, wording above the diagonal and rule below it`,
    alternative: `A square of ${counted(names.length, 'authority', 'authorities')} by themselves: the darker a cell, the more alike the two are. Authorities whose texts are alike stand side by side. The table of pairs gives every figure.`,
    drawing: {kind: 'heat-map', names, shares},
  }
}

/** How many names a cell lists before it only counts. */
const listedNames = 6

function namesIn(joint: Joint): string {
  const all = leavesOf(joint)
  const more = all.length - listedNames
  return more > 0 ? `${all.slice(0, listedNames).join(', ')} and ${more} more` : listed(all)
}

function joinsTable(topic: TopicAssessment, root: Joint): Table {
  const rows = joinsOf(root).map(({share, parts: [a, b]}) => [namesIn(a), namesIn(b), percent(share)])
  return table(`${topic.title}: whose texts are nearest, joined step by step`, ['These', 'With these', 'Wording'], rows)
}

function tree(topic: TopicAssessment, root: Joint): Figure {
  const [first] = joinsOf(root)
  const nearest = first === undefined ? '' : ` ${listed(leavesOf(first))} are the nearest (${percent(first.share)}).`
  return {
    type: 'figure',
    id: anchor('dendrogram', topic.id),
    caption: `${topic.title}: whose texts are nearest`,
    alternative: `A tree of ${counted(leavesOf(root).length, 'authority', 'authorities')} by the likeness of their wording: the further left two are joined, the more alike they are, on a scale from 100% to 0%.${nearest} The table below gives every step.`,
    drawing: {kind: 'dendrogram', root},
  }
}

/** The likeness of every pair as a heat map, and the texts as a tree with its figures as a table; empty with fewer than three authorities, where the pairs
 *  say it all. */
export function pairFigures(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const names = topic.authorities.map(name)
  const pairs = pairsOf(topic, name)
  const root =
    names.length < 3 ? null : dendrogram(names, (a, b) => pairs(names[a] ?? '', names[b] ?? '')?.wording ?? 0)
  return root === null ? [] : [heatMap(topic, leavesOf(root), pairs), tree(topic, root), joinsTable(topic, root)]
}
