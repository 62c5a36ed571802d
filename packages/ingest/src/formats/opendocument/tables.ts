import {elementsIn, type XmlElement} from '@hedgerow/office'
import type {FlowCell, FlowRow, FlowTable} from '../flow/flow.ts'
import {wholeOf} from '../word/styles.ts'
import type {OdfSheet} from './sheet.ts'

const mostColumns = 1_000

/** A cell that reaches down over the rows below it. */
interface Hanging {
  readonly across: number
  left: number
}

/** A table of an OpenDocument text. */
export const tableFlow = (table: XmlElement, sheet: OdfSheet): FlowTable => {
  const hanging = new Map<number, Hanging>()
  return {type: 'table', rows: rowsIn(table, false).map(({row, header}) => rowOf(row, header, hanging, sheet))}
}

const rowsIn = (parent: XmlElement, header: boolean): readonly {row: XmlElement; header: boolean}[] =>
  elementsIn(parent).flatMap((child) => {
    if (child.name === 'table:table-row') return [{row: child, header}]
    if (child.name === 'table:table-header-rows') return rowsIn(child, true)
    return /^table:table-row(?:s|-group)$/u.test(child.name) ? rowsIn(child, header) : []
  })

const spanOf = (element: XmlElement, name: string): number =>
  Math.min(Math.max(wholeOf(element.attributes[`table:number-${name}`]) ?? 1, 1), mostColumns)

const rowOf = (row: XmlElement, header: boolean, hanging: Map<number, Hanging>, sheet: OdfSheet): FlowRow => {
  const cells: FlowCell[] = []
  let column = 0
  // Cells that one to their left reaches over.
  let covered = 0
  for (const element of elementsIn(row)) {
    const across = spanOf(element, 'columns-spanned')
    if (element.name === 'table:table-cell') {
      cells.push(cellOf(element, across, sheet))
      const down = spanOf(element, 'rows-spanned')
      if (down > 1) hanging.set(column, {across, left: down - 1})
      covered = across - 1
      column++
    } else if (element.name === 'table:covered-table-cell') {
      for (let n = spanOf(element, 'columns-repeated'); n > 0; n--) {
        const above = covered > 0 ? undefined : hanging.get(column)
        if (covered > 0) covered--
        else if (above) {
          cells.push({flow: [], across: above.across, goesOn: true, shaded: false})
          if (--above.left === 0) hanging.delete(column)
          covered = above.across - 1
        }
        column++
      }
    }
  }
  return {cells, header}
}

const cellOf = (element: XmlElement, across: number, sheet: OdfSheet): FlowCell => ({
  flow: sheet.flowOf(element, sheet),
  across,
  goesOn: false,
  shaded: sheet.styles.style('table-cell', element.attributes['table:style-name']).shaded ?? false,
})
