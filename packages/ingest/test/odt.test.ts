import {describe, expect, test} from 'vitest'
import {busySeconds} from './support/hostile.ts'
import {open, openLines, outlineOf, readOpen, styled as wordStyled, word, zipped} from './support/office.ts'

const p = (inside: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${inside}</text:p>`
const h = (level: number, inside: string, more = ''): string =>
  `<text:h text:outline-level="${level}"${more}>${inside}</text:h>`
const list = (style: string, inside: string, more = ''): string =>
  `<text:list text:style-name="${style}"${more}>${inside}</text:list>`
const item = (...inside: readonly string[]): string => `<text:list-item>${inside.join('')}</text:list-item>`
const level = (at: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}"${more}><style:list-level-properties><style:list-level-label-alignment fo:margin-left="${at * 0.5}in"/></style:list-level-properties></text:list-level-style-number>`
const steps = `<text:list-style style:name="L1">${level(1, '1', ' style:num-suffix="."')}${level(2, 'a', ' style:num-prefix="(" style:num-suffix=")"')}${level(3, '1', ' text:display-levels="3"')}</text:list-style>`
const dots =
  '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
const style = (family: string, name: string, inside: string, more = ''): string =>
  `<style:style style:family="${family}" style:name="${name}"${more}>${inside}</style:style>`
const told = async (body: string, parts = {}): Promise<readonly string[]> =>
  (await readOpen(open(body, parts))).messages.map(({ruleId, severity, reason}) => `${severity} ${ruleId}: ${reason}`)
const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map((cell) => (cell.startsWith('<table:') ? cell : `<table:table-cell>${cell.startsWith('<') ? cell : p(cell)}</table:table-cell>`)).join('')}</table:table-row>`
const table = (...rows: readonly string[]): string => `<table:table>${rows.join('')}</table:table>`

describe('numbers as printed', () => {
  test('steps nest, and go on where the list says so', async () => {
    const body =
      list(
        'L1',
        item(p('Ring.'), '<text:list>' + item(p('say who')) + item(p('say where')) + '</text:list>') + item(p('Wait.')),
        ' xml:id="a"',
      ) +
      p('Between.') +
      list('L1', item(p('Write.')), ' text:continue-list="a" xml:id="b"') +
      p('Again.') +
      list('L1', item(p('Anew.')))
    expect(await openLines(body, {automatic: steps})).toEqual([
      '1. Ring.',
      '  (a) say who',
      '  (b) say where',
      '2. Wait.',
      'Between.',
      '3. Write.',
      'Again.',
      '1. Anew.',
    ])
  })
  test('numbering goes on with the list of one style, starts where a step says, shows several levels', async () => {
    const body =
      list('L1', item(p('a'))) +
      p('x') +
      list('L1', `<text:list-item text:start-value="5">${p('b')}</text:list-item>`, ' text:continue-numbering="true"') +
      p('y') +
      list(
        'L1',
        item('<text:list>' + item('<text:list>' + item(p('deep')) + '</text:list>') + '</text:list>'),
        ' text:continue-numbering="true"',
      )
    expect(await openLines(body, {automatic: steps})).toEqual(['1. a', 'x', '5. b', 'y', '5.a.1 deep'])
  })
  test('a format of several numbers is printed as written', async () => {
    const automatic = `<text:list-style style:name="L1">${level(1, '1', ' loext:num-list-format="Step %1%:"')}</text:list-style>`
    expect(await openLines(list('L1', item(p('Ring.'))), {automatic})).toEqual(['Step 1: Ring.'])
  })
  test('bullets have no marker, further paragraphs of a step belong to it, a list header is text', async () => {
    const body = list(
      'L2',
      `<text:list-header>${p('Before.')}</text:list-header>` + item(p('dot'), p('more')) + item(p('dot')),
    )
    expect(await openLines(body, {automatic: dots})).toEqual(['Before.', '- dot', '  more', '- dot'])
  })
  test('headings are numbered by the outline, unless their style or they say no', async () => {
    const styles =
      `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>` +
      style('paragraph', 'Bare', '', ' style:list-style-name=""')
    const body =
      h(1, 'Missing') +
      h(2, 'Return') +
      h(2, 'Review') +
      h(2, 'Aside', ' text:is-list-header="true"') +
      h(2, 'Bare', ' text:style-name="Bare"') +
      h(2, 'Close')
    expect(await openLines(body, {styles})).toEqual([
      '# 1 Missing',
      '## 1.1 Return',
      '## 1.2 Review',
      '## Aside',
      '## Bare',
      '## 1.3 Close',
    ])
  })
  test('a heading in a list takes its number from it', async () => {
    expect(await openLines(list('L1', item(h(1, 'Police'))), {automatic: steps})).toEqual(['# 1. Police'])
  })
})

describe('text', () => {
  test('spaces, tabs, breaks, spans and links', async () => {
    const automatic = style('text', 'T1', '<style:text-properties fo:font-weight="bold"/>')
    const body = p(
      'The<text:s text:c="3"/>duty<text:tab/><text:span text:style-name="T1">team</text:span><text:line-break/><text:a xlink:href="x">acts</text:a><text:soft-page-break/>.',
    )
    const {blocks} = await readOpen(open(body, {automatic}))
    expect(blocks[0]).toMatchObject({words: {text: 'The duty team\nacts.', strong: [[9, 13]]}})
  })
  test('hidden text and sections are left out and told, contents are left out', async () => {
    const automatic = style('text', 'T1', '<style:text-properties text:display="none"/>')
    const body =
      p('Seen.<text:span text:style-name="T1"> not seen</text:span>') +
      `<text:section text:display="none">${p('nor this')}</text:section>` +
      `<text:table-of-content><text:index-body>${p('Police 2')}</text:index-body></text:table-of-content>` +
      `<text:section>${p('Shown.')}</text:section>`
    expect(await openLines(body, {automatic})).toEqual(['Seen.', 'Shown.'])
    expect(await told(body, {automatic})).toEqual([
      'warning hidden-text: Unexpected 4 words of hidden text, left out: show or delete them in LibreOffice',
    ])
  })
  test('tracked changes are read as accepted and told', async () => {
    const change = (kind: string, author: string, inside = ''): string =>
      `<text:changed-region><text:${kind}><office:change-info><dc:creator>${author}</dc:creator></office:change-info>${inside}</text:${kind}></text:changed-region>`
    const body =
      `<text:tracked-changes>${change('insertion', 'A Officer')}${change('deletion', 'B Lead', p('72'))}${change('format-change', 'C')}</text:tracked-changes>` +
      p('within <text:change/><text:change-start/>24<text:change-end/> hours')
    expect(await openLines(body)).toEqual(['within 24 hours'])
    expect(await told(body)).toEqual([
      'warning tracked-changes: Unexpected 2 tracked changes by A Officer and B Lead, read as accepted: accept or reject them in LibreOffice',
    ])
  })
  test('notes, frames, comments and pictures', async () => {
    const body = p(
      `Anchor<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Aside.')}</text:note-body></text:note><office:annotation><dc:creator>A</dc:creator>${p('Really?')}</office:annotation>` +
        `<draw:frame><draw:text-box>${p('Call 999.')}</draw:text-box></draw:frame><draw:frame><draw:image/><svg:desc>A flowchart</svg:desc></draw:frame>`,
    )
    expect(await openLines(body)).toEqual(['Anchor', 'note 1: Aside.', 'box', '  Call 999.'])
    expect(await told(body)).toEqual([
      'info comments: Unexpected 1 comment, left out',
      'warning image: Unexpected picture "A flowchart", expected text: what it shows is not compared',
    ])
  })
  test('titles, definitions and quotations are known by their styles, own styles by what they are based on', async () => {
    const automatic =
      style('paragraph', 'P1', '', ' style:parent-style-name="Title"') +
      style('paragraph', 'P2', '', ' style:parent-style-name="List_20_Heading"')
    const body =
      p('Missing children', 'P1') +
      h(1, 'Words') +
      p('Missing', 'P2') +
      p('Not where expected.', 'List_20_Contents') +
      p('Note this.', 'Quotations')
    expect(await openLines(body, {automatic})).toEqual([
      '# Missing children',
      '## Words',
      'Missing := Not where expected.',
      'box',
      '  Note this.',
    ])
  })
  test('words know their paragraph', async () => {
    const {blocks, place} = await readOpen(open(p('one') + table(row('two', 'three')) + p('four')))
    const last = blocks.at(-1)
    expect(last?.type === 'paragraph' && place(last.words.pieces[0]?.offset ?? -1)).toEqual({line: null, paragraph: 4})
  })
})

describe('tables and forms', () => {
  test('heads, spans and covered cells', async () => {
    const body = table(
      `<table:table-header-rows>${row('Who', 'How')}</table:table-header-rows>`,
      row(`<table:table-cell table:number-rows-spanned="2">${p('Police')}</table:table-cell>`, '101'),
      row('<table:covered-table-cell/>', '999'),
    )
    expect(await openLines(body)).toEqual(['|* Who | How', '| Police | 101', '| Police | 999'])
  })
  test('content controls, field marks and controls of forms are places to fill in', async () => {
    const forms =
      '<office:forms><form:form><form:text form:id="c1"/><form:listbox form:id="c2"><form:option form:label="Yes"/><form:option form:label="No"/></form:listbox><form:checkbox form:id="c3" form:label="Neglect"/><form:button form:id="c4" form:label="Send"/></form:form></office:forms>'
    const mark =
      '<field:fieldmark-start field:type="vnd.oasis.opendocument.field.FORMTEXT"/>Jo Example<field:fieldmark-end/>'
    const body =
      forms +
      p('Name: <draw:control draw:control="c1"/>') +
      p('Told? <draw:control draw:control="c2"/>') +
      p('<draw:control draw:control="c3"/>') +
      p('<draw:control draw:control="c4"/>') +
      p(`Role: ${mark}`) +
      p(
        'Born: <loext:content-control loext:showing-place-holder="true" loext:date="true">Pick a date</loext:content-control>',
      ) +
      p('<loext:content-control loext:checkbox="true" loext:checked="false">☐</loext:content-control> Agreed') +
      p(
        'Grade: <loext:content-control loext:drop-down="true"><loext:list-item loext:display-text="High"/><loext:list-item loext:display-text="Low"/>High</loext:content-control>',
      ) +
      p(
        '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark> Seen',
      )
    expect(await openLines(body)).toEqual([
      '[text] Name:',
      '[choice] Told? {Yes, No}',
      '☐ Neglect',
      '[text] Role:',
      '[date] Born:',
      '☐ Agreed',
      '[choice] Grade: {High, Low}',
      '☑ Seen',
    ])
    expect(await told(body)).toEqual(['info answers: Unexpected 1 answer filled in the form, left out'])
  })
})

describe('the file', () => {
  test('the title and properties of its own', async () => {
    const meta = '<dc:title>Missing children</dc:title><meta:user-defined meta:name="Version">2.0</meta:user-defined>'
    expect(await readOpen(open(p('x'), {meta}))).toMatchObject({
      title: 'Missing children',
      frontMatter: {Version: '2.0'},
    })
  })
  test.each([
    ['no text', {mimetype: 'x'}, /content\.xml, which holds the text, is missing/u],
    [
      'a spreadsheet',
      {mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>'},
      /rename it to \.ods/u,
    ],
    ['a Word document', {'word/document.xml': '<a/>'}, /rename it to \.docx/u],
    [
      'a protected one',
      {'META-INF/manifest.xml': '<m:encryption-data/>', 'content.xml': 'noise'},
      /protected by a password/u,
    ],
  ])('%s is refused with a remedy', async (_, parts, reason) => {
    await expect(readOpen(zipped(parts as Record<string, string>))).rejects.toThrow(reason)
  })
  test('ten thousand paragraphs take less than two seconds', async () => {
    const bytes = open(
      list('L1', Array.from({length: 10_000}, (_, n) => item(p(`Step ${n} of a long procedure.`))).join('')),
      {automatic: steps},
    )
    expect(await busySeconds(() => readOpen(bytes))).toBeLessThan(2)
  })
  test('the same text gives the same tree as in Word', async () => {
    const text = 'The carer must ring the police within 24 hours.'
    const [a, b] = [
      await outlineOf('x.odt', open(h(1, 'Missing') + p(text))),
      await outlineOf('x.docx', word(wordStyled('Heading1', 'Missing') + `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)),
    ]
    expect(a).toBe(b)
  })
})
