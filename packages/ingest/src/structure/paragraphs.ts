import {type Content, notice} from '@hedgerow/ast'
import type {Words} from '../blocks.ts'
import {lines, part} from '../words.ts'
import type {Context} from './context.ts'
import {isApproval, isCoverLine, isNote} from './cover.ts'
import {editionLine} from './edition.ts'
import {clausesOf} from './provisions.ts'
import {sentences} from './sentences.ts'
import type {Walk} from './walk.ts'

/** A paragraph as clauses; its lines about the edition, the publisher or who signed are notices. */
export const paragraphContent = (
  words: Words,
  context: Context,
  walk: Walk,
  leadIn: string | null,
): readonly Content[] => {
  if (isNote(words.text, context.lexicon)) return [notice('note', '', words.text)]
  const all =
    context.headings.length === 0 && !walk.body
      ? lines(words).flatMap((line) => coverParts(line, context))
      : lines(words)
  const editions = all.map(({text}) => editionLine(text))
  const covers = all.map(({text}) => isOutside(text, context, walk))
  if (editions.every((each) => each === null) && !covers.includes(true))
    return clausesOf(words, context, {number: null, leadIn: joinsLeadIn(words, leadIn)})
  return all.flatMap((line, at): readonly Content[] => {
    const found = editions[at]
    if (!found && covers[at] === true) return [notice('note', '', line.text)]
    if (!found) return clausesOf(line, context)
    walk.edition.push(found)
    return [notice('version-control', '', line.text)]
  })
}

/** Whether a line only names who publishes, on a cover, or who approved, in a signature. */
const isOutside = (text: string, context: Context, walk: Walk): boolean => {
  const approves = isApproval(text)
  walk.signing = approves || (walk.signing && isCoverLine(text, context.lexicon))
  return walk.signing || (context.headings.length === 0 && !walk.body && isCoverLine(text, context.lexicon))
}

/** A cover's line sentence by sentence, where a sentence of it is about the edition or names the publisher; else whole. */
const coverParts = (line: Words, {lexicon}: Context): readonly Words[] => {
  if (editionLine(line.text) !== null) return [line]
  const all = sentences(line.text).map(([start, end]) => part(line, start, end))
  return all.some(({text}) => editionLine(text) !== null || isCoverLine(text, lexicon)) ? all : [line]
}

const joinsLeadIn = (words: Words, leadIn: string | null): string | null =>
  leadIn !== null && /^\p{Ll}/u.test(words.text) ? leadIn : null
