import {
  contentTypes,
  coreProperties,
  corePropertiesKind,
  corePropertiesType,
  element,
  escapedText,
  type Markup,
  relationships,
  type WrittenPart,
  xmlPart,
  zipped,
} from '@hedgerow/office'
import {type Book, headRow, isWide, type Sheet} from '../sheets/book.ts'
import {columnName, lineHeight, plainWords, rowsMarkup, type Strings, strings} from './xlsx-rows.ts'
import {xlsxStyles} from './xlsx-styles.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function view(sheet: Sheet, isFirst: boolean): Markup {
  const head = headRow(sheet)
  const corner = `${columnName(sheet.frozen)}${head + 1}`
  const pane = sheet.frozen > 0 ? 'bottomRight' : 'bottomLeft'
  return element(
    'sheetViews',
    {},
    element(
      'sheetView',
      {workbookViewId: 0, showGridLines: 0, tabSelected: isFirst ? 1 : null},
      element('pane', {
        xSplit: sheet.frozen || null,
        ySplit: head,
        topLeftCell: corner,
        activePane: pane,
        state: 'frozen',
      }),
      // The cursor waits in A1, where a screen reader begins: what is not said is A1.
      (sheet.frozen > 0 ? ['topRight', 'bottomLeft', 'bottomRight'] : ['bottomLeft']).map((each) =>
        element('selection', {pane: each}),
      ),
    ),
  )
}

/** The area of the table with its head: `A4:N20`. */
const area = (sheet: Sheet): string =>
  `A${headRow(sheet)}:${columnName(sheet.columns.length - 1)}${headRow(sheet) + sheet.rows.length}`

function validations(sheet: Sheet): readonly Markup[] {
  const [first, last] = [headRow(sheet) + 1, headRow(sheet) + sheet.rows.length]
  const checks = sheet.columns.flatMap(({title, choices}, at) =>
    choices === undefined || sheet.rows.length === 0
      ? []
      : [
          element(
            'dataValidation',
            {
              type: 'list',
              allowBlank: 1,
              showInputMessage: 1,
              showErrorMessage: 1,
              errorTitle: title,
              error: `Choose one of: ${choices.join(', ')}.`,
              promptTitle: title,
              prompt: `One of: ${choices.join(', ')}; or leave it empty.`,
              sqref: `${columnName(at)}${first}:${columnName(at)}${last}`,
            },
            element('formula1', {}, `"${choices.join(',')}"`),
          ),
        ],
  )
  return checks.length === 0 ? [] : [element('dataValidations', {count: checks.length}, checks)]
}

const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`

function links(sheet: Sheet): readonly Markup[] {
  const found = sheet.rows.flatMap((row, n) =>
    row.flatMap((cell, at) =>
      typeof cell === 'object' && cell?.type === 'sheet'
        ? [
            element('hyperlink', {
              ref: `${columnName(at)}${headRow(sheet) + 1 + n}`,
              location: `${quotedSheet(cell.name)}!A1`,
              display: cell.name,
            }),
          ]
        : [],
    ),
  )
  return found.length === 0 ? [] : [element('hyperlinks', {}, found)]
}

const hasTable = ({rows}: Sheet): boolean => rows.length > 0

function sheetXml(sheet: Sheet, isFirst: boolean, shared: Strings): string {
  const cols = sheet.columns.map(({width}, at) =>
    element('col', {min: at + 1, max: at + 1, width: width + 2, customWidth: 1}),
  )
  const before = [
    element('sheetPr', {}, element('pageSetUpPr', {fitToPage: 1})),
    view(sheet, isFirst),
    element('sheetFormatPr', {defaultRowHeight: lineHeight}),
    element('cols', {}, cols),
  ]
  const after = [
    ...validations(sheet),
    ...links(sheet),
    element('pageMargins', {left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3}),
    element('pageSetup', {paperSize: isWide(sheet) ? 8 : 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0}),
    element('headerFooter', {}, element('oddFooter', {}, '&L&A&RPage &P of &N')),
    ...(hasTable(sheet) ? [element('tableParts', {count: 1}, element('tablePart', {'r:id': 'rId1'}))] : []),
  ]
  // The rows are put in as they are: as elements a long table would take many times its size.
  const [open, close] = xmlPart(element('worksheet', {xmlns: main, 'xmlns:r': related}, before, 'ROWS', after)).split(
    'ROWS',
  ) as [string, string]
  return `${open}${rowsMarkup(sheet, shared)}${close}`
}

const tableName = (name: string): string => name.replace(/[^A-Za-z]+/g, '_')

function tableXml(sheet: Sheet, id: number): string {
  return xmlPart(
    element(
      'table',
      {
        xmlns: main,
        id,
        name: tableName(sheet.name),
        displayName: tableName(sheet.name),
        ref: area(sheet),
        totalsRowShown: 0,
      },
      element('autoFilter', {ref: area(sheet)}),
      element(
        'tableColumns',
        {count: sheet.columns.length},
        sheet.columns.map(({title}, at) => element('tableColumn', {id: at + 1, name: plainWords(title)})),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ),
  )
}

function workbookXml({sheets}: Book): string {
  const printed = sheets.map((sheet, at) =>
    element(
      'definedName',
      {name: '_xlnm.Print_Titles', localSheetId: at},
      `${quotedSheet(sheet.name)}!$${headRow(sheet)}:$${headRow(sheet)}`,
    ),
  )
  return xmlPart(
    element(
      'workbook',
      {xmlns: main, 'xmlns:r': related},
      element('bookViews', {}, element('workbookView', {activeTab: 0})),
      element(
        'sheets',
        {},
        sheets.map(({name}, at) => element('sheet', {name, sheetId: at + 1, 'r:id': `rId${at + 1}`})),
      ),
      element('definedNames', {}, printed),
    ),
  )
}

function sharedXml(shared: Strings): string {
  const all = shared.all()
  const items = all.map((words) => `<si><t xml:space="preserve">${escapedText(words)}</t></si>`).join('')
  return xmlPart(element('sst', {xmlns: main, uniqueCount: all.length}, 'ITEMS')).replace('ITEMS', () => items)
}

function rootParts(book: Book): readonly WrittenPart[] {
  const {sheets} = book
  const byPath = {
    'xl/workbook.xml': `${kinds}.sheet.main+xml`,
    'xl/styles.xml': `${kinds}.styles+xml`,
    'xl/sharedStrings.xml': `${kinds}.sharedStrings+xml`,
    'docProps/core.xml': corePropertiesType,
    ...Object.fromEntries(sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${kinds}.worksheet+xml`])),
    ...Object.fromEntries(
      sheets.flatMap((sheet, at) => (hasTable(sheet) ? [[`xl/tables/table${at + 1}.xml`, `${kinds}.table+xml`]] : [])),
    ),
  }
  const rootRelations = relationships([
    {id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml'},
    {id: 'rId2', kind: corePropertiesKind, target: 'docProps/core.xml'},
  ])
  const bookRelations = relationships([
    ...sheets.map((_, at) => ({id: `rId${at + 1}`, kind: 'worksheet', target: `worksheets/sheet${at + 1}.xml`})),
    {id: `rId${sheets.length + 1}`, kind: 'styles', target: 'styles.xml'},
    {id: `rId${sheets.length + 2}`, kind: 'sharedStrings', target: 'sharedStrings.xml'},
  ])
  return [
    ['[Content_Types].xml', contentTypes({}, byPath)],
    ['_rels/.rels', rootRelations],
    [
      'docProps/core.xml',
      coreProperties({title: book.title, subject: book.subject, creator: 'Hedgerow', day: book.day}),
    ],
    ['xl/workbook.xml', workbookXml(book)],
    ['xl/_rels/workbook.xml.rels', bookRelations],
    ['xl/styles.xml', xlsxStyles()],
  ]
}

function sheetParts(sheet: Sheet, at: number, shared: Strings): readonly WrittenPart[] {
  const number = at + 1
  const own: WrittenPart = [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, at === 0, shared)]
  if (!hasTable(sheet)) return [own]
  return [
    own,
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([{id: 'rId1', kind: 'table', target: `../tables/table${number}.xml`}]),
    ],
    [`xl/tables/table${number}.xml`, tableXml(sheet, number)],
  ]
}

/** A workbook as .xlsx (ECMA-376): each table a table of Excel's with filters and a frozen head, choices as input checks. Same book, same bytes: its dates are
 *  the book's day. Text is always text, so that no words of a document become a formula. */
export function xlsx(book: Book): Uint8Array {
  const shared = strings()
  const sheets = book.sheets.flatMap((sheet, at) => sheetParts(sheet, at, shared))
  return zipped([...rootParts(book), ['xl/sharedStrings.xml', sharedXml(shared)], ...sheets])
}
