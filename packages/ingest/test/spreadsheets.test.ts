import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {lexicon} from '@hedgerow/lexicon'
import {strToU8, zipSync} from 'fflate'
import {type DataValidation, writeXlsx} from 'hucre'
import {describe, expect, test} from 'vitest'
import {clauses, type Field, type HedgerowNode} from '@hedgerow/ast'
import {ingest, Unreadable} from '../src/index.ts'

const read = (path: string, bytes: Uint8Array) =>
  ingest({path, bytes, authority: 'ashby', topic: 'referral-form'}, {lexicon})

const fault = async (path: string, bytes: Uint8Array): Promise<Unreadable> => {
  const found: unknown = await read(path, bytes).catch((each: unknown) => each)
  expect(found).toBeInstanceOf(Unreadable)
  return found as Unreadable
}

interface Asked {
  readonly section: string
  readonly field: Field
}

/** The fields of a form with the nearest section they stand in. */
const askedIn = (node: HedgerowNode, section = ''): readonly Asked[] =>
  node.type === 'field'
    ? [{section, field: node}]
    : 'children' in node
      ? node.children.flatMap((child) => askedIn(child, node.type === 'section' ? node.title : section))
      : []

/** A form as people build it in Excel: bold section titles, labels, answer cells with their input checks. */
const workbookOf = (asked: readonly Asked[]): Promise<Uint8Array> => {
  const rows: (string | null)[][] = [['Request for Help form']]
  const cells = new Map<string, object>([
    ['0,0', {value: 'Request for Help form', style: {font: {bold: true, size: 18}}}],
  ])
  const dataValidations: DataValidation[] = []
  let section = ''
  for (const {section: own, field} of asked) {
    if (own !== section) {
      rows.push([own])
      cells.set(`${rows.length - 1},0`, {value: own, style: {font: {bold: true, size: 13}}})
    }
    section = own
    rows.push([field.text, field.control === 'tick' ? '☐' : null])
    const range = `B${rows.length}`
    if (field.control === 'choice') dataValidations.push({type: 'list', values: [...field.options], range})
    else if (field.control === 'date')
      dataValidations.push({type: 'date', operator: 'greaterThan', formula1: '1', range})
    else if (field.control !== 'tick')
      cells.set(`${rows.length - 1},1`, {value: null, style: {border: {bottom: {style: 'thin'}}}})
  }
  return writeXlsx({sheets: [{name: 'Form', rows, cells, dataValidations}]})
}

test('a form of a web page built anew as a workbook asks for the same items', async () => {
  const page = fileURLToPath(new URL('../../../procedures/eldermoss/referral-form.html', import.meta.url))
  const wanted = askedIn((await read('referral-form.html', readFileSync(page))).procedure)
  expect(wanted.length).toBeGreaterThan(30)
  const got = askedIn((await read('form.xlsx', await workbookOf(wanted))).procedure)
  const seen = ({section, field: {text, item, control, required, options}}: Asked): unknown => [
    section,
    text.replace(/ \(required\)$/u, ''),
    item,
    control,
    required,
    options,
  ]
  expect(got.map(seen)).toEqual(wanted.map(seen))
})

test('a clause names its sheet and cell', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Duties',
        rows: [
          [null, null],
          [null, 'The carer must ring the police.'],
        ],
      },
      {name: 'More', rows: [['Staff should wait.']]},
    ],
  })
  const {procedure} = await read('a.xlsx', bytes)
  expect(clauses(procedure).map(({source: {sheet, cell}}) => [sheet, cell])).toEqual([
    ['Duties', 'B2'],
    ['More', 'A1'],
  ])
})

describe('a hostile or damaged workbook', () => {
  const part = (text: string): Uint8Array => strToU8(text)
  const sheetOf = (data: string): Uint8Array =>
    zipSync({
      '[Content_Types].xml': part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      '_rels/.rels': part(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': part(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="a">b</definedName><definedName name="b">a</definedName></definedNames></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': part(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': part(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData><dataValidations count="1"><dataValidation type="list" sqref="B1:B1048576"><formula1>a</formula1></dataValidation></dataValidations></worksheet>`,
      ),
    })
  const first = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name of child:</t></is></c></row>'

  test('is refused with a reason and a remedy', async () => {
    const whole = sheetOf(first)
    expect((await fault('a.xlsx', whole.slice(0, whole.length >> 1))).reason).toMatch(/zip is damaged/u)
    expect((await fault('a.xlsx', sheetOf(' '.repeat(250_000_000)))).reason).toMatch(/unpacks to more than/u)
    expect((await fault('a.xlsx', part('Name,Age\n'))).reason).toMatch(/no Office file/u)
    expect((await fault('a.ods', whole)).remedy).toMatch(/\.xlsx/u)
    expect((await fault('a.xlsx', zipSync({'content.xml': part('<a/>')}))).remedy).toMatch(/\.ods/u)
    expect((await fault('a.xlsx', zipSync({'word/document.xml': part('<a/>')}))).remedy).toMatch(/\.docx/u)
    expect(
      (await fault('a.ods', zipSync({'content.xml': part('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')}))).reason,
    ).toMatch(/DOCTYPE/u)
    expect((await fault('a.xlsx', sheetOf(''))).reason).toMatch(/empty/u)
  })

  test('that claims every row and column is read as far as people write, and says so', async () => {
    const far = sheetOf(`${first}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>`)
    const {procedure, messages} = await read('a.xlsx', far)
    expect(clauses(procedure).map(({text}) => text)).toEqual(['Name of child'])
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['sheet-size', 'choice'])
  })
})
