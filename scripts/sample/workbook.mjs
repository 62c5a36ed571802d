import {fileOf, packed, strFromU8, unzipSync} from './archive.mjs'
import {answer, blocks} from './blocks.mjs'

const {writeXlsx} = await import(fileOf('hucre'))

const colour = (rgb) => ({rgb})
const fill = (rgb) => ({type: 'pattern', pattern: 'solid', fgColor: colour(rgb)})
const side = {style: 'thin', color: colour('9AA5B1')}
const border = {top: side, right: side, bottom: side, left: side}
const wrapped = {wrapText: true, vertical: 'center'}

const styles = {
  title: {font: {name: 'Arial', bold: true, size: 18, color: colour('1B3A57')}, alignment: {vertical: 'center'}},
  part: {
    font: {name: 'Arial', bold: true, size: 12, color: colour('FFFFFF')},
    fill: fill('1B3A57'),
    alignment: {vertical: 'center'},
  },
  text: {font: {name: 'Arial', size: 10}, alignment: wrapped},
  label: {font: {name: 'Arial', size: 10}, alignment: wrapped, border},
  room: {font: {name: 'Arial', size: 10}, alignment: wrapped, border, fill: fill('FFFFFF')},
  tick: {font: {name: 'Segoe UI Symbol', size: 12}, alignment: {horizontal: 'center', vertical: 'center'}, border},
}

/** A text's form as an Excel workbook, as offices make them: titles in rows merged across, labels with a cell beside them to fill in, choices as lists
 *  whose entries stand on a hidden sheet. The same bytes each time. */
export const workbook = async (text, {sheet, footer, author, saved, prompts, notes}) => {
  const form = formOf(blocks(text), {prompts, notes})
  const at = new Date(saved)
  const title = blocks(text)[0].text
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: form.rows,
        cells: form.cells,
        merges: form.merges,
        dataValidations: form.checks,
        columns: [{width: 46}, {width: 58}],
        rowDefs: form.heights,
        pageSetup: {paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0},
        headerFooter: {oddFooter: `&L${footer}&RPage &P of &N`},
        view: {showGridLines: false},
      },
      {name: 'Lists', rows: columnsOf(form.lists), hidden: true},
    ],
    properties: {title, creator: author, created: at, modified: at},
  })
  const parts = unzipSync(bytes)
  return packed({...parts, 'xl/styles.xml': inSchemaOrder(strFromU8(parts['xl/styles.xml']))})
}

/** Fonts with their parts in the order of the standard, which hucre 1.0.0 does not keep; Excel forgives it, validators do not. */
const inSchemaOrder = (xml) => xml.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/gu, '$2$1')

const columnsOf = (lists) =>
  Array.from({length: Math.max(...lists.map((list) => list.length))}, (_, row) =>
    lists.map((list) => list[row] ?? null),
  )

/** The rows of a form, with what is drawn and asked in them. */
const formOf = (all, {prompts, notes}) => {
  const form = {rows: [], cells: new Map(), merges: [], checks: [], lists: [], heights: new Map()}
  for (const block of all) {
    if (block.type === 'heading') addWide(form, block.text, block.level === 1 ? 'title' : 'part')
    if (block.type === 'paragraph') addWide(form, block.text, 'text')
    if (block.type === 'list') for (const {text} of block.items) addRow(form, text, '☐', 'tick', null)
    if (block.type === 'table')
      for (const [label, room] of block.rows) {
        addRow(form, label, null, 'room', notes[label] ?? null)
        addCheck(form, label, answer(room), prompts)
      }
  }
  return form
}

const addWide = (form, text, style) => {
  const row = form.rows.length
  // An empty row parts the parts.
  if (style === 'part') form.rows.push([null, null])
  const at = form.rows.length
  form.rows.push([text, null])
  form.cells.set(`${at},0`, {value: text, style: styles[style]})
  form.merges.push({startRow: at, startCol: 0, endRow: at, endCol: 1})
  form.heights.set(at, {height: style === 'title' ? 32 : 20})
  if (at > row) form.heights.set(row, {height: 8})
}

const addRow = (form, label, value, style, note) => {
  const at = form.rows.length
  form.rows.push([label, value])
  form.cells.set(`${at},0`, {
    value: label,
    style: styles.label,
    ...(note === null ? {} : {comment: {author: 'Partnership', text: note}}),
  })
  form.cells.set(`${at},1`, {value, style: styles[style]})
  form.heights.set(at, {height: 20})
}

const addCheck = (form, label, {kind, options}, prompts) => {
  const range = `B${form.rows.length}`
  const [inputTitle, inputMessage] = prompts[label] ?? []
  const said = inputMessage ? {inputTitle, inputMessage, showInputMessage: true} : {}
  if (kind === 'tick')
    form.checks.push({type: 'list', formula1: listOf(form.lists, options), range, allowBlank: true, ...said})
  else if (/^date\b/iu.test(label) && !/time/iu.test(label))
    form.checks.push({type: 'date', operator: 'greaterThan', formula1: '1', range, allowBlank: true, ...said})
}

/** Where a list of options stands on the hidden sheet; equal lists stand there once. */
const listOf = (lists, options) => {
  const known = lists.findIndex((list) => list.join('|') === options.join('|'))
  if (known < 0) lists.push(options)
  const column = String.fromCharCode(65 + (known < 0 ? lists.length - 1 : known))
  return `Lists!$${column}$1:$${column}$${options.length}`
}
