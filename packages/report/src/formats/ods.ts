import {element, escapedText, type Markup, markup, xmlPart, zipped} from '@hedgerow/office'
import {
  type Book,
  type Cell,
  cellText,
  cellWords,
  type Column,
  headRow,
  type Sheet,
  shownShare,
} from '../sheets/book.ts'
import {odsAutomaticStyles, odsStyles, widthStyle} from './ods-styles.ts'
import {columnName} from './xlsx-rows.ts'

const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
  'xmlns:of': 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
  'office:version': '1.2',
} as const

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'

/** OpenDocument folds blanks; these elements keep them. */
function paragraphs(words: string): string {
  return cellText(words.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join('')
}

const spaced = (line: string): string =>
  escapedText(line)
    .replace(/^ | {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replaceAll('\t', '<text:tab/>')

/** A column's input check by name, where it has one. */
const checkName = (sheet: Sheet, at: number): string => `check-${sheet.name.replace(/[^A-Za-z]+/g, '-')}-${at}`

interface Place {
  readonly column: Column
  readonly check: string
}

function cellMarkup(cell: Cell, {column, check}: Place): string {
  const tied = column.choices === undefined ? '' : ` table:content-validation-name="${check}"`
  const typed = (style: string, attributes: string, words: string): string =>
    `<table:table-cell table:style-name="${style}"${attributes}${tied}>${words}</table:table-cell>`
  if (cell === null) return `<table:table-cell table:style-name="${column.holds === 'date' ? 'date' : 'text'}"${tied}/>`
  if (typeof cell === 'string') return typed('text', ' office:value-type="string"', paragraphs(cell))
  if (typeof cell === 'number')
    return typed('number', ` office:value-type="float" office:value="${cell}"`, paragraphs(String(cell)))
  switch (cell.type) {
    case 'date':
      return typed(
        'date',
        ` office:value-type="date" office:date-value="${cell.day}"`,
        paragraphs(cell.day.split('-').reverse().join('/')),
      )
    case 'share':
      return typed(
        'share',
        ` office:value-type="percentage" office:value="${shownShare(cell.share)}"`,
        paragraphs(cellWords(cell)),
      )
    case 'sheet':
      return typed('link', ' office:value-type="string"', `<text:p>${markup(sheetLink(cell.name))}</text:p>`)
  }
}

const sheetLink = (name: string): Markup =>
  element('text:a', {'xlink:href': `#${quoted(name)}.A1`, 'xlink:type': 'simple'}, name)

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

const line = (style: string, words: string): string =>
  `<table:table-row table:style-name="row"><table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(words)}</table:table-cell></table:table-row>`

function tableMarkup(sheet: Sheet): string {
  const places = sheet.columns.map((column, at): Place => ({column, check: checkName(sheet, at)}))
  const rows = sheet.rows.map(
    (row) =>
      `<table:table-row table:style-name="row">${row.map((cell, at) => cellMarkup(cell, places[at] as Place)).join('')}</table:table-row>`,
  )
  const head = sheet.columns.map(
    ({title}) =>
      `<table:table-cell table:style-name="head" office:value-type="string">${paragraphs(title)}</table:table-cell>`,
  )
  return [
    `<table:table table:name="${attribute(sheet.name)}" table:style-name="sheet">`,
    ...sheet.columns.map(
      ({width}) =>
        `<table:table-column table:style-name="${widthStyle(width)}" table:default-cell-style-name="Default"/>`,
    ),
    line('title', sheet.title),
    ...sheet.about.map((words) => line('about', words)),
    `<table:table-header-rows><table:table-row table:style-name="row">${head.join('')}</table:table-row></table:table-header-rows>`,
    ...rows,
    '</table:table>',
  ].join('')
}

const attribute = (words: string): string => escapedText(words).replaceAll('"', '&quot;')

function validations({sheets}: Book): string {
  const checks = sheets.flatMap((sheet) =>
    sheet.columns.flatMap(({title, choices}, at) =>
      choices === undefined
        ? []
        : [
            element(
              'table:content-validation',
              {
                'table:name': checkName(sheet, at),
                'table:condition': `of:cell-content-is-in-list(${choices.map((each) => `"${each}"`).join(';')})`,
                'table:allow-empty-cell': 'true',
                'table:display-list': 'unsorted',
                'table:base-cell-address': `${quoted(sheet.name)}.${columnName(at)}${headRow(sheet) + 1}`,
              },
              element(
                'table:help-message',
                {'table:title': title, 'table:display': 'true'},
                element('text:p', {}, `One of: ${choices.join(', ')}; or leave it empty.`),
              ),
              element(
                'table:error-message',
                {'table:title': title, 'table:display': 'true', 'table:message-type': 'stop'},
                element('text:p', {}, `Choose one of: ${choices.join(', ')}.`),
              ),
            ),
          ],
    ),
  )
  return checks.length === 0 ? '' : markup(element('table:content-validations', {}, checks))
}

function ranges({sheets}: Book): string {
  const found = sheets
    .filter(({rows}) => rows.length > 0)
    .map((sheet) => {
      const last = `${columnName(sheet.columns.length - 1)}${headRow(sheet) + sheet.rows.length}`
      return element('table:database-range', {
        'table:name': sheet.name.replace(/[^A-Za-z]+/g, '_'),
        'table:target-range-address': `${quoted(sheet.name)}.A${headRow(sheet)}:${quoted(sheet.name)}.${last}`,
        'table:display-filter-buttons': 'true',
      })
    })
  return found.length === 0 ? '' : markup(element('table:database-ranges', {}, found))
}

function contentXml(book: Book): string {
  const widths = [...new Set(book.sheets.flatMap(({columns}) => columns.map(({width}) => width)))].sort((a, b) => a - b)
  const frame = xmlPart(
    element(
      'office:document-content',
      namespaces,
      odsAutomaticStyles(widths),
      element('office:body', {}, element('office:spreadsheet', {}, 'SHEETS')),
    ),
  )
  const sheets = `${validations(book)}${book.sheets.map(tableMarkup).join('')}${ranges(book)}`
  return frame.replace('SHEETS', () => sheets)
}

function metaXml({title, subject, day}: Book): string {
  return xmlPart(
    element(
      'office:document-meta',
      namespaces,
      element(
        'office:meta',
        {},
        element('meta:generator', {}, 'Hedgerow'),
        element('dc:title', {}, title),
        element('dc:subject', {}, subject),
        element('meta:initial-creator', {}, 'Hedgerow'),
        element('meta:creation-date', {}, `${day}T00:00:00`),
        element('dc:date', {}, `${day}T00:00:00`),
        element('dc:language', {}, 'en-GB'),
      ),
    ),
  )
}

const setting = (name: string, type: string, value: string | number): Markup =>
  element('config:config-item', {'config:name': name, 'config:type': type}, String(value))

/** Where a sheet is frozen: below its head, and right of its first columns. */
function viewOf(sheet: Sheet): Markup {
  const [across, down] = [sheet.frozen, headRow(sheet)]
  return element(
    'config:config-item-map-entry',
    {'config:name': sheet.name},
    setting('CursorPositionX', 'int', 0),
    setting('CursorPositionY', 'int', 0),
    setting('HorizontalSplitMode', 'short', across > 0 ? 2 : 0),
    setting('VerticalSplitMode', 'short', 2),
    setting('HorizontalSplitPosition', 'int', across),
    setting('VerticalSplitPosition', 'int', down),
    setting('ActiveSplitRange', 'short', across > 0 ? 3 : 2),
    setting('PositionLeft', 'int', 0),
    setting('PositionRight', 'int', across),
    setting('PositionTop', 'int', 0),
    setting('PositionBottom', 'int', down),
    setting('ShowGrid', 'boolean', 'false'),
  )
}

function settingsXml({sheets}: Book): string {
  const views = element(
    'config:config-item-map-indexed',
    {'config:name': 'Views'},
    element(
      'config:config-item-map-entry',
      {},
      setting('ViewId', 'string', 'view1'),
      element('config:config-item-map-named', {'config:name': 'Tables'}, sheets.map(viewOf)),
      setting('ActiveTable', 'string', sheets[0]?.name ?? ''),
    ),
  )
  return xmlPart(
    element(
      'office:document-settings',
      namespaces,
      element('office:settings', {}, element('config:config-item-set', {'config:name': 'ooo:view-settings'}, views)),
    ),
  )
}

const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'] as const

function manifestXml(): string {
  const entry = (path: string, type: string): Markup =>
    element('manifest:file-entry', {'manifest:full-path': path, 'manifest:media-type': type})
  return xmlPart(
    element(
      'manifest:manifest',
      {'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.2'},
      entry('/', mimetype),
      parts.map((path) => entry(path, 'text/xml')),
    ),
  )
}

/** A workbook as .ods (OpenDocument 1.2): tables with filters and a frozen head, choices as input checks. Same book, same bytes: its dates are the book's day. */
export function ods(book: Book): Uint8Array {
  const written = {
    'content.xml': contentXml(book),
    'styles.xml': odsStyles(namespaces),
    'meta.xml': metaXml(book),
    'settings.xml': settingsXml(book),
  }
  return zipped(
    [
      ['mimetype', mimetype],
      ['META-INF/manifest.xml', manifestXml()],
      ...parts.map((path) => [path, written[path]] as const),
    ],
    ['mimetype'],
  )
}
