import {childOf, elementsIn, Unreadable} from '@hedgerow/office'
import {flowBlocks} from './flow/flow-blocks.ts'
import {levelled} from './flow/flow-headings.ts'
import {refuseLong} from './flow/flow-limits.ts'
import {noTally, tallyMessages} from './flow/tally.ts'
import {places} from './places.ts'
import type {Reader} from './reading.ts'
import {flowOf} from './word/body.ts'
import {endedFields} from './word/fields.ts'
import {numberingOf} from './word/numbering.ts'
import {wordPackage} from './word/package.ts'
import {wordProperties} from './word/properties.ts'
import type {WordSheet} from './word/sheet.ts'
import {stylesOf} from './word/styles.ts'

/** A Word document (.docx): its body with numbers as Word prints them, tracked changes accepted; headers, footers and contents left out. Words
 *  know their paragraph, counted from 1 through the body and its tables. */
export const docx: Reader = (bytes, {limits}) => {
  const parts = wordPackage(bytes, limits)
  const body = childOf(parts.document, 'w:body')
  if (!body) throw new Unreadable('its text (w:body) is missing', 'open it in Word and save it again as .docx')
  const styles = stylesOf(parts.styles)
  const sheet: WordSheet = {
    parts,
    styles,
    numbering: numberingOf(parts.numbering, styles),
    tally: {...noTally(), comments: elementsIn(parts.comments, 'w:comment').length},
    fields: endedFields(parts.document),
    open: [],
    notes: {footnote: 0, endnote: 0},
    paragraph: 0,
    anchored: false,
    flowOf,
  }
  const found = places()
  const flow = flowOf(body, sheet)
  refuseLong(flow, limits)
  const blocks = flowBlocks(levelled(flow), found)
  const {title, frontMatter} = wordProperties(parts.core, parts.custom)
  const owns = blocks.some((block) => block.type === 'heading' && block.level === 1)
  return {
    title: owns ? null : title,
    frontMatter,
    blocks,
    messages: tallyMessages(sheet.tally, 'Word'),
    place: found.place,
  }
}
