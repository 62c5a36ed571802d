import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import {type FlowCell, type FlowRow, type FlowTable, plainParagraph} from '../flow/flow.ts'
import {wordCount} from '../flow/tally.ts'
import {controlInlines} from './controls.ts'
import {chosen, paragraphCount, spoken, tallyChange, type WordSheet} from './sheet.ts'
import {isOn, valueOf, wholeOf} from './styles.ts'

const mostColumns = 1_000

/** A table of a Word document, deleted and hidden rows left out. */
export const tableFlow = (table: XmlElement, sheet: WordSheet): FlowTable => {
  const rows = rowsIn(table, sheet)
    .map((row) => rowOf(row, sheet))
    .filter((row) => row !== null)
  const [first, ...rest] = rows
  if (!first || first.header || !isHeaded(table, sheet)) return {type: 'table', rows}
  return {type: 'table', rows: [{...first, header: true}, ...rest]}
}

const isHeaded = (table: XmlElement, {styles}: WordSheet): boolean => {
  const properties = childOf(table, 'w:tblPr')
  const look = childOf(properties, 'w:tblLook')?.attributes ?? {}
  const first = look['w:firstRow'] ?? (Number.parseInt(look['w:val'] ?? '0', 16) & 0x20 ? '1' : '0')
  return /^(?:1|true|on)$/u.test(first) && styles.headed(valueOf(properties, 'w:tblStyle'))
}

/** Rows and cells may stand in content controls, custom XML and marks of change. */
const within = (parent: XmlElement, name: string, sheet: WordSheet): readonly XmlElement[] =>
  elementsIn(parent).flatMap((child): readonly XmlElement[] => {
    if (child.name === name) return [child]
    if (child.name === 'mc:AlternateContent') return within(chosen(child) ?? child, name, sheet)
    if (/^w:(?:sdtContent|customXml|ins|moveTo)$/u.test(child.name)) return within(child, name, sheet)
    if (child.name !== 'w:sdt') return []
    return name === 'w:tc' && controlInlines(child, sheet) ? [child] : within(child, name, sheet)
  })

const rowsIn = (table: XmlElement, sheet: WordSheet): readonly XmlElement[] => within(table, 'w:tr', sheet)

const rowOf = (row: XmlElement, sheet: WordSheet): FlowRow | null => {
  const properties = childOf(row, 'w:trPr')
  const gone = childOf(properties, 'w:del')
  const added = childOf(properties, 'w:ins')
  if (gone ?? added) tallyChange(sheet, (gone ?? added) as XmlElement)
  const hidden = isOn(childOf(properties, 'w:hidden')) === true
  if (hidden && !gone) sheet.tally.hiddenWords += wordCount(spoken(row))
  if (gone || hidden) return leftOut(row, sheet)
  const before = spanOf(valueOf(properties, 'w:gridBefore'), 0)
  const space: FlowCell = {flow: [], across: before, goesOn: false, shaded: false}
  const cells = merged(within(row, 'w:tc', sheet), sheet)
  return {cells: before > 0 ? [space, ...cells] : cells, header: isOn(childOf(properties, 'w:tblHeader')) ?? false}
}

const leftOut = (row: XmlElement, sheet: WordSheet): null => {
  sheet.paragraph += sheet.anchored ? 0 : paragraphCount(row)
  return null
}

const spanOf = (value: string | undefined, least: number): number =>
  Math.min(Math.max(wholeOf(value) ?? least, least), mostColumns)

/** Cells merged sideways in the old way (`w:hMerge`) as one. */
const merged = (cells: readonly XmlElement[], sheet: WordSheet): readonly FlowCell[] => {
  const found: FlowCell[] = []
  for (const element of cells) {
    const cell = cellOf(element, sheet)
    const last = found.at(-1)
    const side = childOf(childOf(element, 'w:tcPr'), 'w:hMerge')
    if (last && side && side.attributes['w:val'] !== 'restart')
      found[found.length - 1] = {...last, across: last.across + cell.across, flow: [...last.flow, ...cell.flow]}
    else found.push(cell)
  }
  return found
}

const cellOf = (element: XmlElement, sheet: WordSheet): FlowCell => {
  if (element.name === 'w:sdt') return controlCell(element, sheet)
  const properties = childOf(element, 'w:tcPr')
  const down = childOf(properties, 'w:vMerge')
  return {
    flow: sheet.flowOf(element, sheet),
    across: spanOf(valueOf(properties, 'w:gridSpan'), 1),
    goesOn: down !== undefined && down.attributes['w:val'] !== 'restart',
    shaded: isShaded(properties),
  }
}

/** A content control around a whole cell. */
const controlCell = (element: XmlElement, sheet: WordSheet): FlowCell => {
  const [cell] = elementsIn(childOf(element, 'w:sdtContent'), 'w:tc')
  const read = cell ? cellOf(cell, {...sheet, flowOf: () => []}) : null
  if (!sheet.anchored) sheet.paragraph += paragraphCount(element)
  const flow = [plainParagraph(controlInlines(element, sheet) ?? [], sheet.paragraph)]
  return {across: 1, goesOn: false, shaded: false, ...read, flow}
}

const isShaded = (properties: XmlElement | undefined): boolean => {
  const fill = (childOf(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto').toLowerCase()
  return fill !== 'auto' && fill !== 'ffffff' && fill !== ''
}
