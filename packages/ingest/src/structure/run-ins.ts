import type {Block, Words} from '../blocks.ts'
import {isBold, part} from '../words.ts'
import {holdsReach} from './contacts.ts'
import type {Context} from './context.ts'
import {meaningOf} from './definitions.ts'
import {editionLine} from './edition.ts'
import {fieldsOfLine} from './forms.ts'
import {headingOf} from './headings.ts'

const longestTitle = 8
const longestBold = 120
/** A bold sentence that binds somebody is no heading. */
const binding = /\b(?:must|shall|should|will|may)\b/iu
/** What run-ins stand before though it is no section: notes, and steps whose words go on from the label. */
const labels = /^(?:please )?notes?\b|^nb\b|^(?:stage|step|level|phase|tier)\s+\S+$/iu

/** A title run into its paragraph in bold (`**Look first.** The carer …`) and the text it stands over. */
export interface RunIn {
  readonly title: Words
  readonly rest: Words
}

/** The run-in a paragraph or step starts with, or null: the text after a colon must begin anew, or the two are one sentence. */
export const runInOf = (words: Words): RunIn | null => {
  const [from, to] = words.strong[0] ?? [1, 0]
  if (from !== 0 || to > longestBold || to >= words.text.length || words.text.includes('\n')) return null
  const stop = /^(.*\p{L}.*?)\s*([.:])$/u.exec(words.text.slice(0, to)) ?? outside(words.text, to)
  const title = stop?.[1]
  const rest = part(words, Math.max(to, stop?.[0].length ?? 0))
  if (
    !stop ||
    title === undefined ||
    rest.text === '' ||
    title.split(/\s+/u).length > longestTitle ||
    /[.!;]/u.test(title)
  )
    return null
  if (binding.test(title) || labels.test(title) || (stop[2] === ':' && !/^[“"‘']?\p{Lu}/u.test(rest.text))) return null
  return {title: part(words, 0, title.length), rest}
}

/** The stop may stand just after the bold. */
const outside = (text: string, to: number): RegExpExecArray | null =>
  /[.:]/u.test(text[to] ?? '') ? /^(.*\p{L}.*?)\s*([.:])$/u.exec(text.slice(0, to + 1)) : null

/** Whether a run-in's paragraph is something else that is printed alike: a contact, a line of a form, an edition, a definition. */
const isOther = (words: Words, context: Context): boolean =>
  holdsReach(words.text.slice(0, 120)) || editionLine(words.text) !== null || fieldsOfLine(words, context).length > 0

/** Paragraphs with their run-in titles set apart as bold lines, outside sections of definitions and runs of defined terms. */
export const withRunIns = (blocks: readonly Block[], context: Context): readonly Block[] => {
  let defines = context.setting === 'definitions'
  return blocks.flatMap((block, at): readonly Block[] => {
    if (block.type === 'heading')
      defines = context.settingOf(headingOf(block.words, block.level).title) === 'definitions'
    if (block.type !== 'paragraph' || defines) return [block]
    const next = blocks[at + 1]
    if (next?.type === 'list' && isBold(block.words) && isTitle(block.words.text))
      return [{...block, words: part(block.words, 0, block.words.text.length - 1)}]
    const found = runInOf(block.words)
    if (!found || isOther(block.words, context) || definesBeside(blocks, at, context)) return [block]
    return [
      {type: 'paragraph', words: found.title},
      {type: 'paragraph', words: found.rest},
    ]
  })
}

/** `**Tell us.**` over a list. */
const isTitle = (text: string): boolean =>
  /^[^.:!?;]{3,60}\.$/u.test(text) && text.split(/\s+/u).length <= longestTitle && !binding.test(text)

const definesBeside = (blocks: readonly Block[], at: number, {lexicon}: Context): boolean => {
  const defines = (block: Block | undefined): boolean =>
    block?.type === 'paragraph' && meaningOf(block.words.text, lexicon) !== null
  return defines(blocks[at]) && (defines(blocks[at - 1]) || defines(blocks[at + 1]))
}
