import {type Clause, type Content, list, section} from '@hedgerow/ast'
import type {Block, ListBlock, ListItem, Words} from '../blocks.ts'
import {withAddresses} from './addresses.ts'
import {isCaption} from './captions.ts'
import {withConjunctions} from './conjunctions.ts'
import {holdsReach} from './contacts.ts'
import type {Context} from './context.ts'
import {definingRun} from './definitions.ts'
import {fieldOf, fieldsOfLine, isLabelList, withForms} from './forms.ts'
import {untangled} from './headings.ts'
import {paragraphNumber} from './numbering.ts'
import {clausesOf, definitionsOf, leadInOf} from './provisions.ts'
import {type RunIn, runInOf} from './run-ins.ts'
import {sentences} from './sentences.ts'

/** Turns any other block into content, under the lead-in it stands beneath. */
export type Inner = (blocks: readonly Block[], context: Context, leadIn: string | null) => readonly Content[]

const joinedLeadIn = (outer: string | null, own: string | null): string | null =>
  outer === null ? own : own === null ? outer : `${outer} ${own}`

/** A list's content: its steps, each with the lead-in it goes on from (`outer` joined with the list's `own`).
 *  A list of tick boxes is a form. */
export const listContent = (
  block: ListBlock,
  own: Words | null,
  outer: string | null,
  context: Context,
  inner: Inner,
  marker: string | null = null,
): readonly Content[] => {
  const printed = own?.text.replaceAll('\n', ' ') ?? null
  const leadIn = printed === null || marker === null ? printed : `${marker} ${printed}`
  // Steps inherit the words without their number: renumbering changes no duty.
  const inherited = joinedLeadIn(outer, printed === null ? null : printed.slice(paragraphNumber(printed)?.at ?? 0))
  const labels = block.items.flatMap((item) => onlyParagraph(item) ?? [])
  if (isLabelList(labels, context) && labels.length === block.items.length && !leadsOn(leadIn))
    return withForms(
      labels.flatMap((label) => {
        const asked = fieldsOfLine(label, context)
        return asked.length > 0 ? asked : [fieldOf(label, context)]
      }),
      leadIn,
    )
  const defining = definingRun(block.items.map(onlyParagraph), context)
  const children = block.items.flatMap((item, at) =>
    itemContent(item, inherited, context, inner, defining[at] === true),
  )
  if (children.length > 0 && children.every(({type}) => type === 'field')) return withForms(children, leadIn)
  return [list(leadIn, children, {ordered: block.ordered})]
}

/** Whether a lead-in, or a heading over a list, goes on in the steps below it: `Use this form when:`, `You must`. */
export const leadsOn = (leadIn: string | null): boolean =>
  /\b(?:if|when|where|unless|until|must|should|must not|should not|that)\W*$/iu.test(leadIn ?? '')

const onlyParagraph = ({blocks, checked}: ListItem): Words | null =>
  blocks.length === 1 && blocks[0]?.type === 'paragraph' && checked === null ? blocks[0].words : null

const itemContent = (
  item: ListItem,
  leadIn: string | null,
  context: Context,
  inner: Inner,
  defines: boolean,
): readonly Content[] => {
  const [first, ...after] = withConjunctions(withAddresses(item.blocks))
  if (first?.type !== 'paragraph') return inner(item.blocks, context, leadIn)
  const rest = untangled(after)
  if (defines) return definitionsOf(first.words, context, {number: item.marker, leadIn: null})
  const titled =
    item.checked === null && context.setting === 'body' && !holdsReach(first.words.text) ? runInOf(first.words) : null
  if (titled) return [titledStep(titled, rest, item, leadIn, context, inner)]
  if (item.checked !== null) return [fieldOf(first.words, context, {control: 'tick'}), ...inner(rest, context, leadIn)]
  const next = rest[0]
  if (next?.type !== 'list')
    return [...clausesOf(first.words, context, {number: item.marker, leadIn}), ...inner(rest, context, null)]
  return [...nested(first.words, next, item.marker, leadIn, context, inner), ...inner(rest.slice(1), context, null)]
}

/** A step with a title run in is a section of its own in the list. */
const titledStep = (
  titled: RunIn,
  rest: readonly Block[],
  item: ListItem,
  leadIn: string | null,
  context: Context,
  inner: Inner,
): Content => {
  const title = titled.title.text
  const inside = {...context, headings: [...context.headings, title], depth: context.depth + 1}
  const blocks: readonly Block[] = [{type: 'paragraph', words: titled.rest}, ...rest]
  const children = itemContent({...item, marker: null, blocks}, leadIn, inside, inner, false)
  return section(title, [...children], {
    number: item.marker,
    kind: context.kinds.byHeading(title)?.kind ?? null,
    depth: context.depth,
  })
}

/** A step over a list of its own: with a colon, or where it is only a title, it only leads in; unfinished it is a step and leads in; finished it is a step alone. */
const nested = (
  words: Words,
  under: ListBlock,
  number: string | null,
  leadIn: string | null,
  context: Context,
  inner: Inner,
): readonly Content[] => {
  const {before, leadIn: own} = leadInOf(words)
  const steps: readonly Clause[] = before ? clausesOf(before, context, {number, leadIn}) : []
  if (!own) return [...steps, ...listContent(under, null, leadIn, context, inner)]
  if (/:[”"’)]*$/u.test(own.text) || (before === null && isCaption(own.text, context.lexicon)))
    return [...steps, ...listContent(under, own, leadIn, context, inner, before ? null : number)]
  const step = clausesOf(own, context, {number, leadIn: before ? null : leadIn})
  return [...steps, ...step, ...listContent(under, null, joinedLeadIn(leadIn, own.text), context, inner)]
}

/** Whether a list is a printed table of contents: nearly all of its items repeat the document's own headings. */
export const isContents = (block: ListBlock, headings: ReadonlySet<string>, key: (text: string) => string): boolean => {
  const texts = block.items.map((item) => (item.blocks[0]?.type === 'paragraph' ? item.blocks[0].words.text : ''))
  const repeated = texts.filter((text) => headings.has(key(text))).length
  return texts.length >= 3 && repeated * 5 >= texts.length * 4 && texts.every((text) => sentences(text).length <= 1)
}
