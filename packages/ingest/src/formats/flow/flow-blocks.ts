import type {Block, Words} from '../../blocks.ts'
import {joined, lines, part, plainWords} from '../../words.ts'
import type {Places} from '../places.ts'
import type {Flow, FlowNumber, FlowParagraph, Inline} from './flow.ts'
import {tableBlocks} from './flow-tables.ts'
import {named, numberedWords, paragraphBlocks, type Unlabelled, wordsOf} from './flow-words.ts'

interface OpenItem {
  readonly marker: string | null
  readonly checked: boolean | null
  readonly blocks: Block[]
}

interface OpenList {
  readonly list: string
  readonly level: number
  readonly indent: number
  readonly items: OpenItem[]
  value: number
}

/** What stands open while blocks are gathered. */
interface Pile {
  readonly blocks: Block[]
  /** Lists that the next paragraph may go on with, outermost first. */
  readonly open: OpenList[]
  /** Notes and text boxes that wait until a list under their paragraph has ended: between the two they would part steps from their lead-in. */
  beside: Block[]
  /** Terms whose meaning has not come yet. */
  terms: readonly Words[]
  /** Where the words of the last paragraph outside lists stand. */
  margin: number
  readonly places: Places
  /** False in a cell of a table: what a control there is called is for the cells around it to say, and a number may stand alone in it. */
  readonly names: boolean
}

/** The blocks of a word processor's document: numbered paragraphs as lists, `4.1` as paragraphs with their number before the words, notes and
 *  text boxes after the block (or the list under it) that they belong to. */
export const flowBlocks = (flow: readonly Flow[], places: Places, names = true): readonly Block[] => {
  const pile: Pile = {blocks: [], open: [], beside: [], terms: [], margin: 0, places, names}
  for (const each of quotesGathered(flow)) {
    if (Array.isArray(each)) addQuote(each, pile)
    else if (each.type === 'paragraph') addParagraph(each, pile)
    else {
      close(pile)
      for (const block of tableBlocks(each, (inner) => flowBlocks(inner, places, false))) pile.blocks.push(block)
    }
  }
  close(pile)
  return pile.blocks
}

/** Neighbouring paragraphs of one quotation as a flow of their own. */
const quotesGathered = (flow: readonly Flow[]): readonly (Flow | Flow[])[] => {
  const found: (Flow | Flow[])[] = []
  for (const each of flow) {
    const last = found.at(-1)
    if (each.type !== 'paragraph' || each.role !== 'quote' || each.heading !== null || each.number) found.push(each)
    else if (Array.isArray(last)) last.push({...each, role: null})
    else found.push([{...each, role: null}])
  }
  return found
}

const addQuote = (flow: readonly Flow[], pile: Pile): void => {
  const blocks = flowBlocks(flow, pile.places)
  if (blocks.length === 0) return
  close(pile)
  pile.blocks.push({type: 'box', title: null, blocks})
}

const close = (pile: Pile): void => {
  pile.open.length = 0
  pile.blocks.push(...pile.terms.map((words): Block => ({type: 'paragraph', words})))
  pile.terms = []
  pile.blocks.push(...pile.beside)
  pile.beside = []
}

const addParagraph = (paragraph: FlowParagraph, pile: Pile): void => {
  const {heading, number} = paragraph
  if (heading !== null) addHeading(paragraph, pile)
  else if (isBare(paragraph) && (pile.names || !number?.text)) {
    if (number) count(number, paragraph.indent, pile)
  } else if (paragraph.role === 'term' && !number) addTerm(paragraph, pile)
  else if (paragraph.role === 'meaning' && !number && definesAfter(pile)) addMeaning(paragraph, pile)
  else if (number) addNumbered(paragraph, number, pile)
  else if (isContinued(paragraph, pile)) label(pile.open.at(-1)?.items.at(-1)?.blocks ?? [], paragraph, pile)
  else {
    close(pile)
    pile.margin = paragraph.indent
    label(pile.blocks, paragraph, pile)
  }
  pile.beside.push(...besideBlocks(paragraph.inlines, pile.places))
}

const addTerm = ({inlines}: FlowParagraph, pile: Pile): void => {
  const {terms} = pile
  pile.terms = []
  close(pile)
  pile.terms = [...terms, wordsOf(inlines, pile.places)]
}

const definesAfter = ({terms, blocks}: Pile): boolean => terms.length > 0 || blocks.at(-1)?.type === 'definition'

/** A term's meaning; the next paragraph of one is a meaning of the same term. */
const addMeaning = ({inlines}: FlowParagraph, pile: Pile): void => {
  const last = pile.blocks.at(-1)
  const same = last?.type === 'definition' ? last.term : plainWords('')
  const term = pile.terms.length > 0 ? joined(pile.terms, ', ') : same
  pile.terms = []
  pile.blocks.push({type: 'definition', term, meaning: wordsOf(inlines, pile.places)})
}

/** Nothing to read in it: an empty line between steps ends no list. */
const isBare = ({inlines}: FlowParagraph): boolean =>
  inlines.every((each) => each.type === 'break' || (each.type === 'text' && !/\S/u.test(each.text)))

const addHeading = (paragraph: FlowParagraph, pile: Pile): void => {
  if (isBare(paragraph)) return
  close(pile)
  pile.margin = 0
  const words = numberedWords(paragraph, pile.places)
  if (words.text !== '') pile.blocks.push({type: 'heading', level: Math.max(1, paragraph.heading ?? 1), words})
  const inputs = paragraph.inlines.filter(({type}) => type === 'input')
  pile.blocks.push(...paragraphBlocks(inputs, pile.places).map(named))
}

const besideBlocks = (inlines: readonly Inline[], places: Places): readonly Block[] =>
  inlines.flatMap((inline): readonly Block[] => {
    if (inline.type === 'box') {
      const blocks = flowBlocks(inline.flow, places)
      return blocks.length === 0 ? [] : [{type: 'box', title: null, blocks}]
    }
    if (inline.type !== 'note') return []
    const words = wordsOf(inline.inlines, places)
    return words.text === '' ? [] : [{type: 'note', mark: inline.mark, words}]
  })

const longestLabel = 12

/** Adds a paragraph's blocks; a control that stands alone takes the question in the paragraph above it as its label. */
const label = (blocks: Block[], paragraph: FlowParagraph, {places, names}: Pile): void => {
  for (const block of paragraphBlocks(paragraph.inlines, places)) {
    const above = blocks.at(-1)
    if (block.type === 'control' && 'name' in block && above?.type === 'paragraph' && asks(above.words)) {
      const {name: _, ...control} = block as Unlabelled
      blocks[blocks.length - 1] = {...control, label: above.words}
    } else blocks.push(names ? named(block) : block)
  }
}

const asks = (words: Words): boolean =>
  lines(words).length === 1 &&
  (/[:?]\s*\*?$/u.test(words.text) || (!/[.;,]$/u.test(words.text) && words.text.split(' ').length <= longestLabel))

const near = 60
const dotted = /^\d+(?:\.\d+)+[.)]?$/u

const isSame = (number: FlowNumber, list: OpenList, indent: number): boolean => {
  if (number.level !== list.level) return false
  const bullets = number.text === null && list.items[0]?.marker === null
  if (number.list !== list.list) return bullets && Math.abs(indent - list.indent) <= near
  return bullets || (number.text !== null && list.items[0]?.marker !== null && number.value > list.value)
}

const isUnder = (number: FlowNumber, list: OpenList, indent: number): boolean => {
  if (number.list === list.list) return number.level > list.level
  if (number.text !== null && dotted.test(number.text)) return false
  return Math.abs(indent - list.indent) > near ? indent > list.indent : number.level > list.level
}

/** Closes lists until the innermost open one goes on with this number or stands over it. */
const fitting = (number: FlowNumber, indent: number, {open}: Pile): OpenList | undefined => {
  const own = open.findLastIndex(({list, level}) => list === number.list && level <= number.level)
  if (own >= 0) open.length = own + 1
  while (open.length > 0) {
    const last = open.at(-1) as OpenList
    if (isSame(number, last, indent) || isUnder(number, last, indent)) return last
    open.pop()
  }
  return undefined
}

/** An empty step is printed with its number, and none follows it up. */
const count = (number: FlowNumber, indent: number, pile: Pile): void => {
  const list = pile.open.at(-1)
  if (list && isSame(number, list, indent)) list.value = number.value
}

const addNumbered = (paragraph: FlowParagraph, number: FlowNumber, pile: Pile): void => {
  const {indent} = paragraph
  if (pile.terms.length > 0) close(pile)
  const list = fitting(number, indent, pile)
  if (!list && number.text !== null && dotted.test(number.text)) {
    close(pile)
    pile.margin = indent
    pile.blocks.push(...numberedBlocks(paragraph, pile))
    return
  }
  const item = itemOf(paragraph, number, pile)
  if (list && isSame(number, list, indent)) {
    list.items.push(item)
    list.value = number.value
    return
  }
  const items: OpenItem[] = [item]
  const holder = list?.items.at(-1)?.blocks ?? pile.blocks
  if (!list && pile.blocks.at(-1)?.type !== 'paragraph') close(pile)
  holder.push({type: 'list', ordered: number.text !== null, items})
  pile.open.push({list: number.list, level: number.level, indent, items, value: number.value})
}

const numberedBlocks = (paragraph: FlowParagraph, {places}: Pile): readonly Block[] => {
  const printed = {
    type: 'text',
    text: `${paragraph.number?.text} `,
    bold: false,
    paragraph: paragraph.paragraph,
  } as const
  return paragraphBlocks([printed, ...paragraph.inlines], places).map(named)
}

const box = /^([☐□❏❑◻])|^([☑☒✅])/u

/** A step; one that begins with a box to tick, or is printed with one, is an entry of a form. */
const itemOf = ({inlines}: FlowParagraph, number: FlowNumber, {places}: Pile): OpenItem => {
  const blocks = paragraphBlocks(inlines, places).map(named)
  const [first, ...rest] = blocks
  const mark = first?.type === 'paragraph' ? box.exec(first.words.text) : null
  if (first?.type !== 'paragraph' || !mark || /[☐□❏❑◻☑☒✅]/u.test(first.words.text.slice(1)))
    return {marker: number.text, checked: number.tick ? false : null, blocks: [...blocks]}
  const words: Block = {type: 'paragraph', words: part(first.words, 1)}
  return {marker: number.text, checked: mark[2] !== undefined, blocks: [words, ...rest]}
}

/** A step whose number is typed. */
const typedStep = /^\s*(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\)|[ivx]{1,5}[.)])\s/u

/** Whether a paragraph without a number stands under the words of an open step: the document says so, it stands further in than the text around
 *  the list, or it is one of the typed steps that the open one leads in with a colon. */
const isContinued = ({indent, goesOn, inlines}: FlowParagraph, {open, margin}: Pile): boolean => {
  if (open.length === 0 || goesOn) return open.length > 0
  const [first] = inlines
  if (first?.type === 'text' && typedStep.test(first.text) && leadsIn(open.at(-1)?.items.at(-1)?.blocks.at(-1)))
    return true
  if (indent <= margin + near) return false
  const holds = open.findLastIndex((list) => list.indent <= indent + near)
  if (holds < 0) return false
  open.length = holds + 1
  return true
}

const leadsIn = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && (/:\s*$/u.test(block.words.text) || typedStep.test(block.words.text))
