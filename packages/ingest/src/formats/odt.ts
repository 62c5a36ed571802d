import {childOf, Unreadable} from '@hedgerow/office'
import {flowBlocks} from './flow/flow-blocks.ts'
import {levelled} from './flow/flow-headings.ts'
import {refuseLong} from './flow/flow-limits.ts'
import {noTally, tallyMessages} from './flow/tally.ts'
import {flowOf, tallyChanges} from './opendocument/body.ts'
import {controlsIn} from './opendocument/controls.ts'
import {noLists} from './opendocument/lists.ts'
import {odfPackage} from './opendocument/package.ts'
import {odfProperties} from './opendocument/properties.ts'
import type {OdfSheet} from './opendocument/sheet.ts'
import {odfStyles} from './opendocument/styles.ts'
import {places} from './places.ts'
import type {Reader} from './reading.ts'

/** An OpenDocument text (.odt): its body with numbers as printed, tracked changes accepted; headers, footers and contents left out. Words know
 *  their paragraph, counted from 1 through the body and its tables. */
export const odt: Reader = (bytes, {limits}) => {
  const parts = odfPackage(bytes, limits)
  const text = childOf(childOf(parts.content, 'office:body'), 'office:text')
  if (!text)
    throw new Unreadable('its text (office:text) is missing', 'open it in LibreOffice and save it again as .odt')
  const sheet: OdfSheet = {
    styles: odfStyles(parts.content, parts.styles),
    lists: noLists(),
    tally: noTally(),
    controls: controlsIn(childOf(text, 'office:forms')),
    open: [],
    paragraph: 0,
    anchored: false,
    flowOf,
  }
  const found = places()
  tallyChanges(text, sheet)
  const flow = flowOf(text, sheet)
  refuseLong(flow, limits)
  const blocks = flowBlocks(levelled(flow), found)
  const {title, frontMatter} = odfProperties(parts.meta)
  const owns = blocks.some((block) => block.type === 'heading' && block.level === 1)
  return {
    title: owns ? null : title,
    frontMatter,
    blocks,
    messages: tallyMessages(sheet.tally, 'LibreOffice'),
    place: found.place,
  }
}
