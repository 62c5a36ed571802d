import {clauses} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {ingest, type Ingested, outline, Unreadable} from '../src/index.ts'
import {column, pdfOf, rules, type Sheet} from './support/pdf.ts'

const read = async (sheets: readonly Sheet[], title?: string): Promise<Ingested> =>
  ingest({path: 'a.pdf', bytes: await pdfOf(sheets, title), authority: 'ashby', topic: 'missing-children'}, {lexicon})
const lines = async (sheets: readonly Sheet[], title?: string): Promise<readonly string[]> =>
  outline((await read(sheets, title)).procedure)
    .trimEnd()
    .split('\n')

const heading = (text: string, y: number, size = 14) => ({text, x: 72, y, size, bold: true})

describe('headings, numbers and steps', () => {
  const sheet: Sheet = {
    words: [
      heading('Children who go missing', 80, 20),
      heading('1. Purpose', 120),
      ...column(
        ['1.1 Staff must read this procedure every year, and managers must', 'keep a list of those who have.'],
        72,
        145,
      ),
      ...column(['1.2 Carers should read it too.'], 72, 182),
      heading('2. When a child is missing', 220),
      ...column(['The carer must:'], 72, 245),
      ...column(['(a) look in the house and the garden, where the child may'], 90, 265),
      ...column(['be hiding;'], 107, 279),
      ...column(['(b) ring the police:'], 90, 302),
      ...column(['i. at once if the child is under 13;'], 110, 322),
      ...column(['ii. within one hour if not.'], 110, 342),
      ...column(['(c) write down when the child left.'], 90, 362),
    ],
  }

  test('are read by size, weight, mark and margin', async () => {
    const {procedure} = await read([sheet])
    expect(procedure.title).toBe('Children who go missing')
    expect(procedure.children.map((each) => (each.type === 'section' ? [each.number, each.title] : each.type))).toEqual(
      [
        ['1.', 'Purpose'],
        ['2.', 'When a child is missing'],
      ],
    )
    expect(clauses(procedure).map(({number, leadIn, text}) => [number, leadIn, text])).toEqual([
      ['1.1', null, 'Staff must read this procedure every year, and managers must keep a list of those who have.'],
      ['1.2', null, 'Carers should read it too.'],
      ['(a)', 'The carer must:', 'look in the house and the garden, where the child may be hiding;'],
      ['i.', 'The carer must: ring the police:', 'at once if the child is under 13;'],
      ['ii.', 'The carer must: ring the police:', 'within one hour if not.'],
      ['(c)', 'The carer must:', 'write down when the child left.'],
    ])
  })

  test('know their page, and no line', async () => {
    const {procedure} = await read([
      {words: column(['Staff must act.'], 72, 100)},
      {words: column(['Carers must act.'], 72, 100)},
    ])
    expect(clauses(procedure).map(({source: {page, line}}) => [page, line])).toEqual([
      [1, null],
      [2, null],
    ])
  })

  test('labels in capitals stand over what follows them on the line', async () => {
    const sheets = [
      {
        words: column(['PURPOSE: To say who must act.', 'POLICY: Staff must act at once.'], 72, 100).map((each, n) => ({
          ...each,
          y: 100 + n * 40,
        })),
      },
    ]
    expect(await lines(sheets)).toEqual([
      expect.stringContaining('procedure'),
      expect.stringContaining('section (scope) "PURPOSE"'),
      expect.stringContaining('"To say who must act."'),
      expect.stringContaining('"POLICY"'),
      expect.stringContaining('"Staff must act at once."'),
    ])
  })
})

describe('pages', () => {
  const page = (number: number, body: readonly string[]): Sheet => ({
    words: [
      {text: 'Ashby Council: missing children', x: 72, y: 40, size: 9},
      {text: 'OFFICIAL', x: 480, y: 40, size: 9},
      ...column(body, 72, 100),
      {text: `Version 3.2`, x: 72, y: 810, size: 9},
      {text: `Page ${number} of 3`, x: 480, y: 810, size: 9},
    ],
  })
  const sheets = [
    page(1, [
      'Staff must tell the police at once, and must tell the social worker within one',
      'hour. The manager must make sure that the child is looked for in every place that',
    ]),
    page(2, ['the child is known to like, and that the search is written down.', 'The carer must stay by the tele-']),
    page(3, ['phone until the child is found. The telephone must be kept free.']),
  ]

  test('running headers, footers and page numbers are left out, and said; what goes on over a page is whole', async () => {
    const {procedure, messages} = await read(sheets)
    expect(clauses(procedure).map(({text}) => text)).toEqual([
      'Staff must tell the police at once, and must tell the social worker within one hour.',
      'The manager must make sure that the child is looked for in every place that the child is known to like, and that the search is written down.',
      'The carer must stay by the telephone until the child is found.',
      'The telephone must be kept free.',
    ])
    expect(procedure.edition.version).toBe('3.2')
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['furniture'])
  })

  test('a hyphen at a line end stays in a word that is printed with it elsewhere', async () => {
    const {procedure} = await read([
      {
        words: column(
          [
            'Ask about self-harm. Where there is any sign of self-',
            'harm the nurse must be told, and the multi-',
            'agency meeting too, and the infor-',
            'mation kept.',
          ],
          72,
          100,
        ),
      },
    ])
    expect(
      clauses(procedure)
        .map(({text}) => text)
        .join(' '),
    ).toBe(
      'Ask about self-harm. Where there is any sign of self-harm the nurse must be told, and the multi-agency meeting too, and the information kept.',
    )
  })

  test.each([
    ['beside each other', 100],
    ['the left one a line lower, and so the last', 114],
  ])('columns are read one after the other: %s', async (_, leftTop) => {
    const left = [
      'The police must look for the child',
      'in the streets that the child likes',
      'and must ask the friends of the',
      'child where the child may be.',
    ]
    const right = [
      'The carer must stay at home and',
      'must keep the telephone free for',
      'the police, who may ring at any',
      'time of the day or night.',
    ]
    const {procedure} = await read([{words: [...column(left, 72, leftTop), ...column(right, 320, 100)]}])
    expect(clauses(procedure).map(({text}) => text)).toEqual([left.join(' '), right.join(' ')])
  })

  test('footnotes are notes, their marks are no part of the text, and what they part is whole', async () => {
    const note = (y: number) => [
      {text: '1', x: 72, y: y - 3, size: 6},
      {text: 'A chronology lists events in order.', x: 78, y, size: 8},
    ]
    const {procedure} = await read([
      {
        words: [
          ...column(['Staff must write a chronology within ten working days.'], 72, 700),
          {text: '1', x: 350, y: 696, size: 6},
          ...column(['The manager must read it on the day on which it is'], 72, 716),
          ...note(780),
        ],
      },
      {words: column(['given to the manager.'], 72, 100)},
    ])
    expect(clauses(procedure).map(({text}) => text)).toEqual([
      'Staff must write a chronology within ten working days.',
      'The manager must read it on the day on which it is given to the manager.',
    ])
    expect(procedure.children.at(-1)).toMatchObject({
      type: 'notice',
      kind: 'note',
      text: 'A chronology lists events in order.',
    })
  })

  test('a page that is only a picture is told, and named as unread', async () => {
    const picture: Sheet = {
      more: async (each, pdf) => {
        const dot = await pdf.embedPng(onePixel)
        each.drawImage(dot, {x: 0, y: 0, width: 595, height: 842})
      },
    }
    const {procedure, messages} = await read([{words: column(['Staff must act at once.'], 72, 100)}, picture])
    expect(procedure.unread).toEqual(['page 2'])
    expect(messages).toEqual([expect.objectContaining({ruleId: 'page-without-text', page: 2, severity: 'warning'})])
    const scan = await read([picture, picture]).catch((fault: unknown) => fault)
    expect(scan).toBeInstanceOf(Unreadable)
    expect((scan as Unreadable).reason).toBe('it is a scan: none of its 2 pages has text, only pictures')
    expect((scan as Unreadable).remedy).toContain('OCR')
  })
})

const onePixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

describe('tables and frames', () => {
  const row = (y: number, cells: readonly string[], bold = false) =>
    cells.map((text, n) => ({text, x: [76, 226, 376][n] as number, y, bold}))

  test('a ruled table goes on over the page, its head printed again', async () => {
    const head = ['Step', 'Who', 'When']
    const first: Sheet = {
      words: [...row(715, head, true), ...row(735, ['Tell the police', 'The carer', 'at once'])],
      lines: rules([72, 222, 372, 522], [700, 720, 740]),
    }
    const next: Sheet = {
      words: [...row(75, head, true), ...row(95, ['Tell the school', 'The social worker', 'within 1 working day'])],
      lines: rules([72, 222, 372, 522], [60, 80, 100]),
    }
    expect(await lines([first, next])).toEqual([
      'procedure ""',
      '  table steps [Step | Who | When]',
      expect.stringContaining('"Tell the police | The carer | at once"'),
      expect.stringContaining('"Tell the school | The social worker | within 1 working day"'),
    ])
  })

  test('columns of short words without rules are a table', async () => {
    const rows = [
      ['Contact', 'Telephone', 'Hours'],
      ['Front door', '01632 960101', '9am to 5pm'],
      ['Out of hours', '01632 960102', 'at night'],
    ]
    const words = rows.flatMap((cells, n) => row(100 + n * 20, cells, n === 0))
    expect(await lines([{words}])).toEqual([
      'procedure ""',
      '  table contacts [Contact | Telephone | Hours]',
      expect.stringContaining('"Front door | 01632 960101 | 9am to 5pm"'),
      expect.stringContaining('"Out of hours | 01632 960102 | at night"'),
    ])
  })

  test('a row cut by the end of a page is whole', async () => {
    const edges = [72, 222, 372, 522]
    const first: Sheet = {
      words: [
        ...row(715, ['Step', 'Who', 'When'], true),
        ...row(735, ['Tell the police', 'The carer, and if the carer', 'at once']),
      ],
      lines: rules(edges, [700, 720, 740]),
    }
    const next: Sheet = {
      words: [
        ...row(75, ['', 'is away the neighbour', '']),
        ...row(95, ['Tell the school', 'The parent', 'the same day']),
      ].filter(({text}) => text !== ''),
      lines: rules(edges, [60, 80, 100]),
    }
    expect((await lines([first, next])).slice(2)).toEqual([
      expect.stringContaining('"Tell the police | The carer, and if the carer is away the neighbour | at once"'),
      expect.stringContaining('"Tell the school | The parent | the same day"'),
    ])
  })

  test('a frame with round corners holds its own text', async () => {
    const sheet: Sheet = {
      words: [
        ...column(['Key point'], 80, 120, {bold: true}),
        ...column(['Staff must act at once.'], 80, 140),
        ...column(['Ring the police first.'], 330, 127),
      ],
      more: (page) => {
        page.drawSvgPath('M 8 0 H 192 Q 200 0 200 8 V 52 Q 200 60 192 60 H 8 Q 0 60 0 52 V 8 Q 0 0 8 0 Z', {
          x: 72,
          y: 842 - 100,
          borderWidth: 1,
        })
      },
    }
    expect(
      await lines([
        {words: [heading('Acting', 80), ...(sheet.words ?? [])], ...(sheet.more ? {more: sheet.more} : {})},
      ]),
    ).toEqual([
      expect.stringContaining('procedure'),
      expect.stringContaining('section'),
      expect.stringContaining('section "Key point"'),
      expect.stringContaining('"Staff must act at once."'),
      expect.stringContaining('"Ring the police first."'),
    ])
  })

  test('a table that only sets the page is read row by row', async () => {
    const sheet: Sheet = {
      words: [
        {text: 'Purpose', x: 76, y: 115, bold: true},
        {text: 'Staff must act.', x: 76, y: 135},
        {text: 'Recording', x: 76, y: 155, bold: true},
        {text: 'Staff must write it down.', x: 76, y: 175},
      ],
      lines: rules([72, 522], [100, 120, 140, 160, 180]),
    }
    expect(await lines([sheet])).toEqual([
      'procedure ""',
      '  section (scope) "Purpose"',
      expect.stringContaining('"Staff must act."'),
      expect.stringContaining('"Recording"'),
      expect.stringContaining('"Staff must write it down."'),
    ])
  })
})

describe('forms', () => {
  test('each input has the words beside or above it, and its choices', async () => {
    const {procedure} = await read([
      {
        words: [
          heading('Referral form', 70),
          ...column(['Name of child:'], 72, 100),
          ...column(['Date of birth:'], 72, 130),
          ...column(['Gender:'], 72, 160),
          ...column(['Interpreter needed?'], 72, 190),
          {text: 'Yes', x: 220, y: 190},
          {text: 'No', x: 270, y: 190},
        ],
        more: (page, pdf) => {
          const form = pdf.getForm()
          const at = (y: number) => ({x: 180, y: 842 - y - 3, width: 200, height: 16})
          form.createTextField('child.name').addToPage(page, at(100))
          const birth = form.createTextField('child.dob')
          birth.addToPage(page, at(130))
          birth.enableRequired()
          const gender = form.createDropdown('gender')
          gender.setOptions(['Female', 'Male', 'Other'])
          gender.addToPage(page, at(160))
          form.createCheckBox('yes').addToPage(page, {x: 204, y: 842 - 192, width: 11, height: 11})
          form.createCheckBox('no').addToPage(page, {x: 254, y: 842 - 192, width: 11, height: 11})
        },
      },
    ])
    const fields = clauses(procedure).flatMap((each) => (each.type === 'field' ? [each] : []))
    expect(fields.map(({text, control, required, options}) => [text, control, required, options])).toEqual([
      ['Name of child', 'text', false, []],
      ['Date of birth', 'date', true, []],
      ['Gender', 'choice', false, ['Female', 'Male', 'Other']],
      ['Interpreter needed?', 'choice', false, ['Yes', 'No']],
    ])
  })

  test('a printed form asks in each of its boxes: for every column that is named, and for what stands after a box to tick', async () => {
    const row = (y: number, texts: readonly string[]) => texts.map((text, n) => ({text, x: 76 + n * 150, y, size: 7}))
    const {procedure} = await read([
      {
        words: [
          heading('Referral form', 60),
          ...row(115, ['CHILD', 'SCHOOL', 'CLASS']),
          ...row(145, ['HOME', 'PHONE', 'LANGUAGE']),
          ...row(175, ['DOCTOR', 'NURSE', 'DENTIST']),
          {text: 'ATTACH A SHEET AND TICK HERE', x: 76, y: 205, size: 7},
          {text: 'IF SEVERAL CHILDREN, HOW MANY:', x: 270, y: 205, size: 7},
          ...['NAME', 'BORN', 'SCHOOL', 'NAME', 'BORN', 'SCHOOL'].map((text, n) => ({
            text,
            x: 90 + n * 60,
            y: 235,
            size: 7,
          })),
          {text: '1.', x: 76, y: 250, size: 7},
          {text: '2.', x: 76, y: 262, size: 7},
        ],
        lines: [...rules([72, 222, 372, 522], [100, 130, 160, 190]), ...rules([72, 522], [190, 220, 270])],
        more: (page) => page.drawRectangle({x: 258, y: 842 - 205, width: 7, height: 7, borderWidth: 0.5}),
      },
    ])
    const fields = clauses(procedure).flatMap((each) => (each.type === 'field' ? [each.text] : []))
    expect(fields.slice(9)).toEqual([
      'ATTACH A SHEET AND TICK HERE',
      'IF SEVERAL CHILDREN, HOW MANY',
      'NAME',
      'BORN',
      'SCHOOL',
      'NAME',
      'BORN',
      'SCHOOL',
    ])
  })
})

test('a title a program gave is none; one a person gave is', async () => {
  const sheets = [{words: column(['Staff must act.'], 72, 100)}]
  expect((await read(sheets, 'Microsoft Word - Document1.docx')).procedure.title).toBe('')
  expect((await read(sheets, 'Missing children procedure')).procedure.title).toBe('Missing children procedure')
})
