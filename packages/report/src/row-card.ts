import type {AssessedRow, Finding, TopicAssessment} from '@hedgerow/assess'
import {standardTitle} from '@hedgerow/assess'
import type {Context} from './context.ts'
import {rowTitle} from './context.ts'
import {apparatus, foundWords, restates} from './finding-words.ts'
import {agreementWords} from './judgement-words.ts'
import {cited} from './cited.ts'
import type {Block, Card, Paragraph, Phrase} from './nodes.ts'
import {link, paragraph, phrases, strong} from './nodes.ts'
import {readingsBlock} from './quotes.ts'
import {anchor, holders, rowAnchor} from './rows.ts'
import {capital, listed, percent, sentence, severityWords, statusWords} from './wording.ts'

/** Which authorities are weaker or stricter, and than what, as a sentence; empty where nobody is: that values differ the finding says
 *  itself, and of a standard that somebody is below it. */
export function direction(finding: Finding, name: (id: string) => string): string {
  const ids = Object.keys(finding.direction).sort()
  const ways = Object.values(finding.direction)
  if (finding.class === 'below-standard' || ways.every((way) => way === 'different')) return ''
  const parts = (['weaker', 'stricter', 'different'] as const).flatMap((way) => {
    const names = ids.filter((id) => finding.direction[id] === way).map(name)
    return names.length === 0 ? [] : [`${way}: ${names.join(', ')}`]
  })
  return `Compared with ${reference(finding, name)}, ${parts.join('; ')}.`
}

/** The value directions are measured from: the one that has none itself. */
function reference({variants, direction}: Finding, name: (id: string) => string): string {
  const held = variants.find(({authorities}) => authorities.every((id) => direction[id] === undefined))
  if (held === undefined) return 'the others'
  const isMost = variants.every((other) => other === held || other.authorities.length < held.authorities.length)
  return isMost && held.authorities.length > 1 ? 'what most say' : listed(held.authorities.map(name))
}

/** The standard a finding rests on, and whether anybody has verified it where the summary does not say so. */
function standardPhrases(topic: TopicAssessment, {standard: id, summary}: Finding): readonly Phrase[] {
  const standard = topic.standards.find((each) => each.id === id)
  if (id === null) return []
  if (standard === undefined) return phrases(` Standard: ${id}.`)
  const target = anchor('standard', topic.id, standard.id)
  const from = summary.includes('(not verified)') ? standard.citation : cited(standard)
  return phrases(' Standard: ', link(target, standardTitle(standard)), ` (${from}).`)
}

/** What was found, once: who reads what where that is all there is to say. A summary that begins with the class's title goes on from it. */
function finding(each: Finding, title: string, {name, short}: Context): {readonly head: string; readonly said: string} {
  const severity = severityWords[each.severity]
  const mark = severity === '' ? '' : ` (${severity})`
  const found = foundWords(each, name, short)
  if (restates(each)) return {head: `${title}${mark}:`, said: found}
  const words = sentence(found)
  if (!words.toLowerCase().startsWith(title.toLowerCase())) return {head: `${title}${mark}.`, said: words}
  const rest = words.slice(title.length).replace(/^:/, '').trim()
  return {head: `${title}${mark}${words.charAt(title.length) === ':' ? ':' : ''}`, said: rest}
}

function findingParagraph(each: Finding, topic: TopicAssessment, context: Context): Paragraph {
  const {head, said} = finding(each, context.classTitle(each.class), context)
  const gap = each.gap === null ? '' : `Worst case: ${sentence(each.gap)}`
  const agreed = each.agreed === undefined ? '' : agreementWords(each.agreed)
  const more = [gap, direction(each, context.name), agreed].filter((part) => part !== '').map((part) => ` ${part}`)
  const standard = standardPhrases(topic, each)
  const stop = more.length + standard.length > 0 ? sentence(said) : said
  return {
    type: 'paragraph',
    id: anchor('finding', topic.id, each.id),
    children: [...phrases(strong(head), stop === '' ? '' : ` ${stop}`, ...more), ...standard],
  }
}

/** Who reads what, where the finding's sentence does not say it nor the readings below. */
function apparatusParagraph(each: Finding, context: Context): readonly Paragraph[] {
  const quoted = each.summary.endsWith('the words differ')
  const said = restates(each) || quoted || ['absent', 'extra', 'below-standard', 'wording'].includes(each.class)
  return said || each.variants.length < 2 ? [] : [paragraph(apparatus(each.variants, context.name))]
}

function moved(row: AssessedRow, {name}: Context): readonly Paragraph[] {
  return row.moved.length === 0
    ? []
    : [paragraph(`It stands in another place in ${listed(row.moved.map(name))}; nothing to do.`)]
}

function caption(row: AssessedRow): string {
  const sure = `${percent(row.confidence)} confidence`
  return holders(row).length < 2 ? `Own words; ${sure} that nobody else has it` : `Own words, aligned with ${sure}`
}

/** One row in full: its findings, who reads what, and each authority's own words with the differing part marked. */
export function rowCard(row: AssessedRow, topic: TopicAssessment, context: Context, depth: Card['depth'] = 5): Card {
  const order = context.classOrder(row.findings.map((finding) => finding.class))
  const heaviestFirst = [...row.findings].sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class))
  const findings = heaviestFirst.flatMap((each): readonly Block[] => [
    findingParagraph(each, topic, context),
    ...apparatusParagraph(each, context),
  ])
  const doubts = row.unsure.map((reason) =>
    paragraph(strong('Please check.'), ` ${capital(sentence(context.short(reason)))}`),
  )
  return {
    type: 'card',
    id: rowAnchor(topic.id, row.id),
    about: {
      topic: topic.title,
      status: capital(statusWords[row.status]),
      classes: order.map(context.classTitle),
      authorities: holders(row).map(context.name),
    },
    depth,
    title: rowTitle(row),
    children: [...doubts, ...findings, ...moved(row, context), readingsBlock(row, context, caption(row))],
  }
}
