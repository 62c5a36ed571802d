import type {Drift, FindingChange, TopicDrift} from '@hedgerow/assess'
import type {DriftNames} from './names.ts'
import {type Block, type Chapter, heading, list, paragraph, type Phrase, phrases, strong, table} from '../nodes.ts'
import {listed, score, sentence, severityWords, statusWords} from '../wording.ts'

/** Severities, gravest first. */
export const gravity = ['error', 'warning', 'note', 'off']

/** Whether a finding counts: one that is `off` does not. */
export function counting({finding}: FindingChange): boolean {
  return finding.severity !== 'off'
}

/** How each topic's alignment moved: standards, findings, rows, pairs. */
export function alignmentChapter(drift: Drift, names: DriftNames): Chapter {
  const children = drift.alignment.flatMap((topic) => topicBlocks(topic, names))
  return {type: 'chapter', id: 'alignment', title: 'How the region stands', children}
}

function topicBlocks(topic: TopicDrift, names: DriftNames): readonly Block[] {
  const [found, gone, updated] = [topic.found, topic.gone, topic.updated].map((all) => all.filter(counting)) as [
    FindingChange[],
    FindingChange[],
    FindingChange[],
  ]
  const blocks: readonly Block[] = [
    ...(topic.standards.length === 0
      ? []
      : [
          paragraph(strong('Standards')),
          list(topic.standards.map((each) => `${names.authority(each.authority)} ${names.standard(each)}.`)),
        ]),
    ...findingList('New differences', found, names),
    ...findingList('Differences with other values', updated, names),
    ...findingList('Differences that are gone', gone, names),
    ...(topic.rows.length === 0 ? [] : [rowTable(topic)]),
    ...(topic.pairs.length === 0 ? [] : [pairTable(topic, names)]),
  ]
  return blocks.length === 0 ? [] : [heading(3, topic.title), ...blocks]
}

/** Findings under a title, gravest first; nothing for none. */
export function findingList(title: string, all: readonly FindingChange[], names: DriftNames): readonly Block[] {
  if (all.length === 0) return []
  const sorted = [...all].sort((x, y) => gravity.indexOf(x.finding.severity) - gravity.indexOf(y.finding.severity))
  const line = (each: FindingChange): readonly Phrase[] =>
    phrases(
      `${sentence(names.finding(each.finding))} ${severityWords[each.finding.severity]}${names.row(each)}${each.suppressed ? '; suppressed' : ''}`,
    )
  return [paragraph(strong(`${title} (${all.length})`)), list(sorted.map(line))]
}

function rowTable({rows, title}: TopicDrift): Block {
  const word = (status: (typeof rows)[number]['before']): string =>
    status === null ? 'no such row' : statusWords[status]
  return table(
    `${title}: rows that stand otherwise now`,
    ['Row', 'Before', 'Now'],
    rows.map(({row, section, before, after}) => [row || section, word(before), word(after)]),
  )
}

function pairTable({pairs, title}: TopicDrift, {authority}: DriftNames): Block {
  const said = (each: (typeof pairs)[number]['before'], part: 'rule' | 'wording'): string => score(each?.[part] ?? null)
  return table(
    `${title}: how far each two authorities agree, before and now`,
    ['Authorities', 'Rule before', 'Rule now', 'Wording before', 'Wording now'],
    pairs.map(({a, b, before, after}) => [
      listed([authority(a), authority(b)]),
      said(before, 'rule'),
      said(after, 'rule'),
      said(before, 'wording'),
      said(after, 'wording'),
    ]),
  )
}
