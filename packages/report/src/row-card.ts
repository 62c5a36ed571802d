import type {AssessedRow, Finding, TopicAssessment, Variant} from '@hedgerow/assess'
import type {Context} from './context.ts'
import {rowTitle} from './context.ts'
import type {Block, Card, Paragraph, Phrase} from './nodes.ts'
import {link, paragraph, phrases, strong} from './nodes.ts'
import {readingsBlock} from './quotes.ts'
import {anchor, holders, rowAnchor} from './rows.ts'
import {capital, listed, percent, sentence, severityWords} from './wording.ts'

/** Who reads what: `Ashby, Carrow: 72 hours | Brindle: 5 working days`. */
export function apparatus(variants: readonly Variant[], name: (id: string) => string): string {
  return variants
    .map(({label, value, authorities}) => `${authorities.map(name).join(', ')}: ${label || value}`)
    .join(' | ')
}

/** Which authorities are weaker, stricter or different, as a sentence; empty where the finding gives no direction. */
export function direction(finding: Finding, name: (id: string) => string): string {
  const ids = Object.keys(finding.direction).sort()
  const parts = (['weaker', 'stricter', 'different'] as const).flatMap((way) => {
    const names = ids.filter((id) => finding.direction[id] === way).map(name)
    return names.length === 0 ? [] : [`${way}: ${names.join(', ')}`]
  })
  return parts.length === 0 ? '' : `Against the reference value, ${parts.join('; ')}.`
}

/** The standard a finding rests on, and whether anybody has verified it. */
function standardPhrases(topic: TopicAssessment, id: string | null): readonly Phrase[] {
  const standard = topic.standards.find((each) => each.id === id)
  if (id === null) return []
  if (standard === undefined) return phrases(` Standard: ${id}.`)
  const verified = standard.verified ? '' : ' (not verified)'
  const target = anchor('standard', topic.id, standard.id)
  return phrases(' Standard: ', link(target, standard.statement), `, ${standard.citation}${verified}.`)
}

function findingParagraph(finding: Finding, topic: TopicAssessment, context: Context): Paragraph {
  const severity = severityWords[finding.severity]
  const head = strong(`${context.classTitle(finding.class)}${severity === '' ? '' : ` (${severity})`}.`)
  const gap = finding.gap === null ? '' : ` Worst case: ${sentence(finding.gap)}`
  const way = direction(finding, context.name)
  const words = [` ${sentence(finding.summary)}`, gap, way === '' ? '' : ` ${way}`]
  return {
    type: 'paragraph',
    id: anchor('finding', topic.id, finding.id),
    children: [...phrases(head, ...words), ...standardPhrases(topic, finding.standard)],
  }
}

function apparatusParagraph(finding: Finding, context: Context): readonly Paragraph[] {
  return finding.variants.length < 2 ? [] : [paragraph(apparatus(finding.variants, context.name))]
}

function moved(row: AssessedRow, {name}: Context): readonly Paragraph[] {
  return row.moved.length === 0
    ? []
    : [paragraph(`Moved, not missing: it stands elsewhere in ${listed(row.moved.map(name))}.`)]
}

function caption(row: AssessedRow): string {
  const sure = `${percent(row.confidence)} confidence`
  return holders(row).length < 2 ? `Own words; ${sure} that nobody else has it` : `Own words, aligned with ${sure}`
}

/** One row in full: its findings, who reads what, and each authority's own words with the differing part marked. */
export function rowCard(row: AssessedRow, topic: TopicAssessment, context: Context, depth: Card['depth'] = 5): Card {
  const order = context.classOrder(row.findings.map((finding) => finding.class))
  const heaviestFirst = [...row.findings].sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class))
  const findings = heaviestFirst.flatMap((finding): readonly Block[] => [
    findingParagraph(finding, topic, context),
    ...apparatusParagraph(finding, context),
  ])
  const doubts = row.unsure.map((reason) => paragraph(strong('Please check.'), ` ${capital(sentence(reason))}`))
  return {
    type: 'card',
    id: rowAnchor(topic.id, row.id),
    depth,
    title: rowTitle(row),
    children: [...doubts, ...findings, ...moved(row, context), readingsBlock(row, context, caption(row))],
  }
}
