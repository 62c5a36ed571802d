import {
  type Clause,
  type Content,
  definition,
  form,
  notice,
  type NoticeKind,
  type Procedure,
  procedure,
  section,
} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Block, BoxBlock, Words} from '../blocks.ts'
import type {Reading} from '../formats/reading.ts'
import {type Message, message} from '../message.ts'
import {joined, plainWords} from '../words.ts'
import {contactLine} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {definingRun} from './definitions.ts'
import {editionLine, editionOf, frontMatterEdition} from './edition.ts'
import {controlField, fieldsOfLine, isInstruction, withForms} from './forms.ts'
import {withoutFurniture} from './furniture.ts'
import {headingOf, untangled, wholeTitle} from './headings.ts'
import {itemsOf} from './items.ts'
import {headingKey, kindsOf} from './kinds.ts'
import {isContents, leadsOn, listContent} from './lists.ts'
import {boxTitled, editionsIn, noticeKind, noticeText} from './notices.ts'
import {blockWords, outlined, type Part, partWords} from './outline.ts'
import {kindOf, settings} from './part-kinds.ts'
import {paragraphContent} from './paragraphs.ts'
import {withPostalAddresses} from './postal.ts'
import {clausesOf, definitionsOf, leadInOf} from './provisions.ts'
import {withRunIns} from './run-ins.ts'
import {tableContent, useOf} from './tables.ts'
import type {Walk} from './walk.ts'

/** Who publishes what, and where it lies. */
export type Named = Readonly<Record<'path' | 'authority' | 'topic', string>>

/** The tree of what a reader read: blocks → sections, notices, clauses. No facts and no ids yet. */
export const structured = (
  reading: Reading,
  named: Named,
  lexicon: Lexicon,
): {readonly procedure: Procedure; readonly messages: readonly Message[]} => {
  const messages: Message[] = []
  const context = rootContext(reading, named, lexicon, (found) => messages.push(found))
  const dropped: Words[] = []
  const blocks = withoutFurniture(reading.blocks, (line) => dropped.push(line))
  if (dropped.length > 0)
    messages.push(
      message('furniture', `Unexpected ${dropped.length} lines of page furniture, left out`, {severity: 'info'}),
    )
  const titled = blocks.findIndex((block) => block.type === 'heading')
  const heading = blocks[titled]
  const owns = heading?.type === 'heading' && heading.level === 1
  const rest = owns ? blocks.filter((_, at) => at !== titled) : blocks
  const walk: Walk = {
    edition: [frontMatterEdition(reading.frontMatter)],
    headings: headingKeys(blocks),
    body: false,
    signing: false,
  }
  const children = contents(rest, context, walk, owns ? 1 : null)
  const title = owns ? headingOf(heading.words, 1) : null
  const given = {
    title: title ? wholeTitle(title) : wholeTitle(headingOf(plainWords(reading.title ?? ''), 1)),
    edition: editionOf(walk.edition),
    unread: reading.unread ?? unreadIn(reading.frontMatter),
  }
  return {procedure: procedure(named.authority, named.topic, children, given), messages}
}

/** What an imported document says could not be read in its original. */
const unreadIn = ({unread}: Reading['frontMatter']): readonly string[] =>
  Array.isArray(unread) ? unread.filter((each) => typeof each === 'string') : []

const rootContext = (
  reading: Reading,
  {path, topic}: Named,
  lexicon: Lexicon,
  note: (found: Message) => void,
): Context => ({
  path,
  topic,
  place: reading.place,
  lexicon,
  kinds: kindsOf(lexicon, topic),
  items: itemsOf(lexicon),
  note,
  setting: settings[kindsOf(lexicon, topic).byTitle(reading.title ?? '')?.kind ?? ''] === 'form' ? 'form' : 'body',
  settingOf: (title) => settings[kindsOf(lexicon, topic).byHeading(title)?.kind ?? ''] ?? null,
  headings: [],
  depth: 1,
})

const headingKeys = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => (block.type === 'heading' ? [headingKey(block.words.text)] : [])))

/** Some blocks as content: their outline first, then each part. */
const contents = (blocks: readonly Block[], context: Context, walk: Walk, base: number | null): readonly Content[] => {
  const {blocks: before, parts} = outlined(withRunIns(untangled(blocks), context), base, context)
  return [...bodyContent(before, context, walk), ...parts.flatMap((part) => partContent(part, context, walk))]
}

const partContent = (part: Part, context: Context, walk: Walk): readonly Content[] => {
  const entry = noticeKind(part, context, walk.body)
  if (entry) return [noticeOf(part, entry.notice as NoticeKind, context, walk)]
  const asked = isLabelAlone(part, context) ? fieldsOfLine(part.heading.words, context) : []
  if (asked.length > 0) return [form(context.headings.at(-1) ?? null, asked)]
  walk.body = true
  walk.signing = false
  const {heading} = part
  const {kind, setting} = kindOf(part, context)
  const inside: Context = {
    ...context,
    setting,
    headings: [...context.headings, heading.title],
    depth: context.depth + 1,
  }
  const [first, ...after] = part.blocks
  const led = first?.type === 'list' && leadsOn(heading.title) ? first : null
  const children = [
    ...(led ? listContent(led, null, `${heading.title}:`, inside, inner(walk)) : []),
    ...bodyContent(led ? after : part.blocks, inside, walk),
    ...part.parts.flatMap((each) => partContent(each, inside, walk)),
  ]
  const at = standing(heading.words, context).position
  return [
    section(heading.title, children, {
      number: heading.number,
      kind,
      depth: context.depth,
      ...(at ? {position: at} : {}),
    }),
  ]
}

/** What is set as a heading in a form, ends with a colon and has nothing under it asks for something. */
const isLabelAlone = ({heading, blocks, parts}: Part, {setting}: Context): boolean =>
  setting === 'form' && blocks.length === 0 && parts.length === 0 && /:\s*$/u.test(heading.words.text)

const noticeOf = (part: Part, kind: NoticeKind, context: Context, walk: Walk): Content => {
  walk.edition.push(...editionsIn(part, kind, context))
  const inside: Context = {...context, headings: [...context.headings, part.heading.title], depth: context.depth}
  const children =
    kind === 'scope'
      ? [...bodyContent(part.blocks, inside, walk), ...part.parts.flatMap((each) => partContent(each, inside, walk))]
      : []
  const at = standing(part.heading.words, context).position
  return notice(kind, part.heading.title, noticeText(partWords(part)), {children, ...(at ? {position: at} : {})})
}

/** The blocks between two headings as content. */
const bodyContent = (
  given: readonly Block[],
  context: Context,
  walk: Walk,
  leadIn: string | null = null,
): readonly Content[] => {
  const blocks = context.setting === 'body' ? withPostalAddresses(given, context.lexicon) : given
  const found: Content[] = []
  const defining = definingRun(
    blocks.map((block) => (block.type === 'paragraph' ? block.words : null)),
    context,
  )
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    const next = blocks[at + 1]
    if (block.type === 'paragraph' && defining[at] === true) {
      found.push(...definitionsOf(block.words, context, {number: null, leadIn: null}))
      continue
    }
    const told =
      block.type === 'paragraph' ? instructed(block.words, blocks.slice(at + 1), context, walk, leadIn) : null
    if (told) {
      found.push(...told.content)
      at += told.taken
      continue
    }
    if (
      block.type === 'paragraph' &&
      next?.type === 'list' &&
      (leadsList(block.words.text) || !standsAlone(block.words, context)) &&
      !isContents(next, walk.headings, headingKey)
    ) {
      const {before, leadIn: own} = leadInOf(block.words)
      if (own) {
        if (before) found.push(...paragraphContent(before, context, walk, leadIn))
        found.push(...listContent(next, own, leadIn, context, inner(walk)))
        at++
        continue
      }
    }
    found.push(...blockContent(block, context, walk, leadIn))
  }
  return withForms(found, context.headings.at(-1) ?? null)
}

/** What an instruction (`Tick all that apply:`) stands over as a form of its own: a table to fill in, or boxes to tick. `taken` blocks after it are read
 *  with it. */
const instructed = (
  {text}: Words,
  after: readonly Block[],
  context: Context,
  walk: Walk,
  leadIn: string | null,
): {readonly content: readonly Content[]; readonly taken: number} | null => {
  const [next] = after
  if (!next || !isInstruction(text)) return null
  if (next.type === 'table' && next.caption === null) {
    const asked = {...next, caption: text}
    const isForm = useOf(asked, {...context, setting: 'body'}) === 'form'
    return isForm ? {content: blockContent(asked, context, walk, leadIn), taken: 1} : null
  }
  const end = after.findIndex((each) => each.type !== 'control' || each.control !== 'tick')
  const ticks = end < 0 ? after : after.slice(0, end)
  if (ticks.length === 0) return null
  const clauses = ticks.flatMap((each) => blockContent(each, context, walk, leadIn) as Clause[])
  return {content: [form(text, clauses)], taken: ticks.length}
}

/** A line of a form or a contact leads into nothing. */
const standsAlone = (words: Words, context: Context): boolean =>
  fieldsOfLine(words, context).length > 0 || contactLine(words, context) !== null

/** A label over a list leads into it, in a form too. */
const leadsList = (text: string): boolean => /[^_.…\s]:\s*$/u.test(text)

const inner =
  (walk: Walk) =>
  (blocks: readonly Block[], context: Context, leadIn: string | null): readonly Content[] =>
    blocks.length === 0
      ? []
      : blocks.some(({type}) => type === 'heading')
        ? contents(blocks, context, walk, null)
        : bodyContent(untangled(blocks), context, walk, leadIn)

const blockContent = (block: Block, context: Context, walk: Walk, leadIn: string | null): readonly Content[] => {
  switch (block.type) {
    case 'heading':
      return contents([block], context, walk, null)
    case 'paragraph':
      return paragraphContent(block.words, context, walk, leadIn)
    case 'list':
      if (isContents(block, walk.headings, headingKey)) return [notice('contents', '', noticeText(blockWords(block)))]
      return listContent(block, null, leadIn, context, inner(walk))
    case 'table':
      return [tableContent(block, context, (found) => walk.edition.push(found))]
    case 'control':
      return controlField(block, context)
    case 'definition':
      return definitionContent(block.term, block.meaning, context, walk)
    case 'box':
      return boxContent(block, context, walk)
    case 'note':
      return [notice('note', '', block.words.text)]
  }
}

/** A term of a definition list defines something only among definitions; elsewhere it is a label run into its text. */
const definitionContent = (term: Words, meaning: Words, context: Context, walk: Walk): readonly Content[] => {
  const words = joined(
    [term, meaning].filter(({text}) => text !== ''),
    term.text.endsWith(':') ? ' ' : ': ',
  )
  const edition = editionLine(words.text)
  if (edition) {
    walk.edition.push(edition)
    return [notice('version-control', '', words.text)]
  }
  const clauses = clausesOf(words, context)
  if (
    context.setting === 'contacts' ||
    context.setting === 'form' ||
    clauses[0]?.type === 'contact' ||
    term.text === ''
  )
    return clauses
  // The list prints them apart: the meaning alone is quoted.
  const text = (meaning.text === '' ? words : meaning).text.replaceAll('\n', ' ')
  return [definition(term.text.replace(/\s*[:–-]$/u, ''), text, standing(words, context))]
}

const boxContent = (block: BoxBlock, context: Context, walk: Walk): readonly Content[] => {
  const [first, ...rest] = boxTitled(block.blocks, context)
  const title =
    block.title ??
    (first?.type === 'heading' || (first?.type === 'paragraph' && context.kinds.notice(first.words.text))
      ? first.words
      : null)
  if (!title) return contents(first ? [first, ...rest] : [], context, walk, null)
  const blocks = block.title ? block.blocks : rest
  const outline = outlined(withRunIns(untangled(blocks), context), null, context)
  return partContent({heading: headingOf(title, null), ...outline}, context, walk)
}
