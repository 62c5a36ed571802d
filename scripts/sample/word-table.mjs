/** Width of the text of an A4 page with margins of an inch, in twentieths of a point. */
const pageWidth = 9026

/** A ruled table of cells' runs; the head row is repeated on each page. */
export const tableXml = (head, rows, {look}) => {
  const widths = columnWidths([head, ...rows])
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const border = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${look.rule}"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')
  const look_ =
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
  const body = [rowXml(head, widths, look.tint), ...rows.map((row) => rowXml(row, widths, null))]
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>' +
    `${look_}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>` +
    '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
  )
}

const rowXml = (cells, widths, shade) => {
  const properties = `<w:trPr><w:cantSplit/>${shade ? '<w:tblHeader/>' : ''}</w:trPr>`
  const inside = cells.map((cell, n) => {
    const shading = shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''
    const bold = shade ? cell.replaceAll('<w:r><w:t', '<w:r><w:rPr><w:b/></w:rPr><w:t') : cell
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[n]}" w:type="dxa"/>${shading}</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${bold}</w:p></w:tc>`
  })
  return `<w:tr>${properties}${inside.join('')}</w:tr>`
}

/** Columns as wide as what they say, within reason, and never narrower than their longest word. */
const columnWidths = (rows) => {
  const weights = rows[0].map((_, n) => weight(rows.map((row) => row[n].replace(/<[^>]*>/gu, ' ').trim())))
  const sum = weights.reduce((total, each) => total + each, 0)
  const widths = weights.map((each) => Math.floor((pageWidth * each) / sum))
  return widths.map((width, n) =>
    n === 0 ? width + pageWidth - widths.reduce((total, each) => total + each, 0) : width,
  )
}

const weight = (texts) => {
  const longest = Math.max(...texts.map((text) => text.length))
  const word = Math.max(...texts.flatMap((text) => text.split(' ')).map((each) => each.length))
  return Math.max(Math.min(Math.max(longest, 15), 46), 1.2 * word + 3)
}
