import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {deflateSync} from 'node:zlib'
import {unzipSync, zipSync} from 'fflate'
import {writeXlsx} from 'hucre'
import {describe, expect, test} from 'vitest'
import type {Limits} from '../src/limits.ts'
import {
  bytesOf,
  honest,
  onePage,
  outcome,
  type Outcome,
  packedStream,
  printedText,
  rawPdf,
  rawZip,
  stream,
  swollen,
  swollenZlib,
} from './support/hostile.ts'
import {abstract, lvl, num, numbered, open, p, run, styled, tbl, tc, tr, word, zipped} from './support/office.ts'

/** Seconds: far above what any of these takes alone. */
const longest = 10
const duty = 'Staff must ring the police at once.'

/** Refused with a reason and a remedy, and soon. */
const refused = async (
  path: string,
  bytes: Uint8Array,
  reason: RegExp,
  limits: Partial<Limits> = {},
): Promise<Outcome> => {
  const found = await outcome(path, bytes, limits)
  expect([found.read, found.reason]).toEqual([null, expect.stringMatching(reason)])
  expect(found.remedy).not.toBe('')
  expect(found.seconds).toBeLessThan(longest)
  return found
}

/** Read, and soon; what it says is among what was read. */
const readWith = async (path: string, bytes: Uint8Array, said: string = duty): Promise<Outcome> => {
  const found = await outcome(path, bytes)
  expect([found.reason, found.read?.join(' ')]).toEqual(['', expect.stringContaining(said)])
  expect(found.seconds).toBeLessThan(longest)
  return found
}

/** Read or refused: anything but a fault, and soon. */
const survived = async (path: string, bytes: Uint8Array): Promise<Outcome> => {
  const found = await outcome(path, bytes)
  if (found.read === null) expect([found.reason, found.remedy]).not.toContain('')
  expect(found.seconds).toBeLessThan(longest)
  return found
}

const times = (count: number, of: (n: number) => string): string =>
  Array.from({length: count}, (_, n) => of(n)).join('')

const workbook = (): Promise<Uint8Array> =>
  writeXlsx({sheets: [{name: 'A', rows: [['Duties'], [duty]]}]}) as Promise<Uint8Array>
const odsOf = (rows: string): Uint8Array =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })
const odsCell = (text: string, more = ''): string =>
  `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
const odsRow = (cells: string, more = ''): string => `<table:table-row ${more}>${cells}</table:table-row>`

/** Each packed format, the part that holds its text, and a good document of it. */
const packages: readonly (readonly [extension: string, part: string, whole: () => Promise<Uint8Array>])[] = [
  ['docx', 'word/document.xml', async () => word(p(duty), {styles: '', numbering: ''})],
  ['odt', 'content.xml', async () => open(`<text:p>${duty}</text:p>`)],
  ['xlsx', 'xl/worksheets/sheet1.xml', workbook],
  ['ods', 'content.xml', async () => odsOf(odsRow(odsCell(duty)))],
]

describe.each(packages)('a hostile .%s', (extension, part, whole) => {
  const path = `a.${extension}`

  test('that unpacks to a gigabyte is refused before it is unpacked', async () => {
    const bomb = swollen(1_000)
    await refused(path, rawZip([{path: part, packed: bomb, claims: 1_000_000_000}]), /unpacks to more than 200 MB/u)
    await refused(path, rawZip([{path: part, packed: bomb, claims: 0xff_ff_ff_ff}]), /unpacks to more than 200 MB/u)
    await refused(path, rawZip([{path: part, packed: swollen(2), claims: 2_000_000}]), /more than 1 MB/u, {
      unpacked: 1_000_000,
    })
  })

  test('that lies about its size is never unpacked beyond what it claims', async () => {
    await refused(path, rawZip([{path: part, packed: swollen(1_000), claims: 1_000}]), /zip is damaged/u)
    await refused(path, rawZip([{...honest(part, '<a/>'), claims: 150_000_000}]), /./u)
  })

  test('with tens of thousands of parts, a strange packing or another zip within is refused', async () => {
    const many = Array.from({length: 10_001}, (_, n) => honest(`word/p${n}.xml`, ''))
    await refused(path, rawZip(many), /more than 10000 parts/u)
    await refused(path, rawZip([{...honest(part, '<a/>'), method: 99}]), /zip is damaged/u)
    const nested = rawZip([{path: 'x', packed: swollen(1_000), claims: 1_000_000_000}])
    const good = Object.entries(unzipSync(await whole())).map(([name, bytes]) => honest(name, bytes))
    await readWith(path, rawZip([...good, honest('word/embeddings/more.zip', nested)]))
  })

  test('whose parts are named to climb out of it is read within it', async () => {
    const good = Object.entries(unzipSync(await whole())).map(([name, bytes]) => honest(name, bytes))
    const before = readdirSync(tmpdir()).filter((name) => name.includes('evil'))
    const names = [
      `../../../..${tmpdir()}/evil.xml`,
      `${tmpdir()}/evil.xml`,
      'C:\\evil.xml',
      '__proto__',
      'constructor',
      'word/../../evil.rels',
    ]
    await readWith(path, rawZip([...good, ...names.map((name) => honest(name, '<a/>'))]))
    expect(readdirSync(tmpdir()).filter((name) => name.includes('evil'))).toEqual(before)
    expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false)
  })

  test('with entities, a DOCTYPE, bytes that are no text, or endless nesting is refused', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${times(20, (n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`)}]><a>&a19;</a>`
    const parts = unzipSync(await whole())
    const withPart = (xml: string | Uint8Array): Uint8Array =>
      zipSync({...parts, [part]: typeof xml === 'string' ? bytesOf(xml) : xml})
    for (const xml of [
      laughs,
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      '<a>&undeclared;</a>',
      '<a>'.repeat(100_000),
      Uint8Array.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]),
      '',
    ])
      await survived(path, withPart(xml))
    if (extension !== 'xlsx') await refused(path, withPart(laughs), /DOCTYPE/u)
  })

  test('that lacks any of its parts, or has it empty or broken, is read or refused', async () => {
    const parts = unzipSync(await whole())
    for (const name of Object.keys(parts)) {
      const {[name]: gone, ...rest} = parts
      expect(gone).toBeDefined()
      await survived(path, zipSync(rest))
      await survived(path, zipSync({...parts, [name]: new Uint8Array()}))
      await survived(path, zipSync({...parts, [name]: bytesOf('<broken')}))
      await survived(path, zipSync({...parts, [name]: bytesOf('<a xmlns="urn:other"/>')}))
    }
  })

  test('that is no zip, a protected one or another format is refused with what to do', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({length: 600}, () => 0)])
    await refused(path, ole, /password, or an old Word or Excel file/u)
    await refused(path, bytesOf('PK'), /zip is damaged/u)
    await refused(path, rawZip([]), /missing|without/u)
    expect((await refused(path, onePage(), /PDF under another name/u)).remedy).toBe('rename it to .pdf')
    await refused(path, bytesOf('Staff must act.'), /no Office file/u)
    for (const [other, , bytes] of packages)
      if (other !== extension)
        expect((await refused(path, await bytes(), /./u)).remedy).toMatch(/rename it to|extension/u)
  })

  test('cut short anywhere is refused', async () => {
    const bytes = await whole()
    for (let tenth = 1; tenth < 10; tenth++)
      await refused(path, bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)), /./u)
  })
})

describe('a hostile Word document', () => {
  test('with styles, lists and notes that lead to themselves is read', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:link w:val="A"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:next w:val="A"/></w:style>'
    const numbering =
      abstract(1, '<w:numStyleLink w:val="A"/>') +
      abstract(2, '<w:styleLink w:val="A"/><w:numStyleLink w:val="A"/>') +
      num(1, 1) +
      num(2, 2) +
      num(2, 9) +
      abstract(3, lvl(0, 'decimal', '%1%2%9%0', '<w:start w:val="99999999999"/><w:lvlRestart w:val="-5"/>')) +
      num(3, 3)
    const footnotes = `<w:footnote w:id="1">${p(`${run('See the note.')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}</w:footnote>`
    const body =
      styled('A', duty) +
      numbered(1, 0, 'One.') +
      numbered(2, 99, 'Two.') +
      numbered(3, -7, 'Three.') +
      p(`${run('Noted.')}<w:r><w:footnoteReference w:id="1"/></w:r>`)
    await readWith('a.docx', word(body, {styles, numbering, footnotes}))
  })

  test('with tables of absurd widths, and tables in tables, is read', async () => {
    const wide = tc(duty, '<w:gridSpan w:val="999999999"/>')
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>${wide}${wide}</w:tr>`
    await readWith('a.docx', word(tbl(row, row, tr('a', 'b'))))
    const nested = (depth: number): string => tbl(tr(tc(depth === 0 ? p(duty) : nested(depth - 1)), 'Note'))
    await survived('a.docx', word(nested(40)))
    await refused('a.docx', word(nested(400)), /nests more than 200 deep/u)
  })

  test('whose relationships lead outside, nowhere or in a circle fetches nothing', async () => {
    const rels = (target: string, mode = ''): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}" ${mode}/><Relationship Id="r1" Type="x/styles" Target="${target}"/></Relationships>`
    for (const target of [
      '../../../etc/passwd',
      '_rels/.rels',
      'http://127.0.0.1:9/x',
      '',
      '/',
      'word/document.xml/..',
    ])
      for (const mode of ['', 'TargetMode="External"'])
        await survived(
          'a.docx',
          word(p(duty), {'_rels/.rels': rels(target, mode), 'word/_rels/document.xml.rels': rels(target)}),
        )
    const chunk = '<w:altChunk r:id="r1"/><w:subDoc r:id="r1"/>'
    await readWith('a.docx', word(p(duty) + chunk, {'word/_rels/document.xml.rels': rels('document.xml')}))
  })
})

describe('a hostile OpenDocument', () => {
  test('with spans and counts beyond all bounds is read', async () => {
    const cell = `<table:table-cell table:number-columns-spanned="999999999" table:number-rows-spanned="-1" table:number-columns-repeated="999999999"><text:p>${duty}</text:p></table:table-cell>`
    await readWith(
      'a.odt',
      open(
        `<table:table><table:table-row table:number-rows-repeated="999999999">${cell}</table:table-row></table:table><text:p>${duty}<text:s text:c="999999999"/></text:p>`,
      ),
    )
    const loop =
      '<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>'
    await readWith('a.odt', open(`<text:p text:style-name="A">${duty}</text:p>`, {automatic: loop, styles: loop}))
    const all = 'table:number-columns-repeated="999999999" table:number-columns-spanned="1e9"'
    await survived('a.ods', odsOf(odsRow(odsCell(duty, all), 'table:number-rows-repeated="999999999"').repeat(10)))
    await survived('a.ods', odsOf(times(100, () => odsRow(odsCell(duty, all)))))
  })
})

describe('a hostile PDF', () => {
  const kids = (count: number): string => Array.from({length: count}, (_, n) => `${n + 5} 0 R`).join(' ')
  const pages = (count: number): Uint8Array =>
    rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids(count)}] /Count ${count} >>`,
      stream(printedText(duty)),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...Array.from(
        {length: count},
        () =>
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
      ),
    ])

  test('of ten thousand pages is refused by the limit of pages', async () => {
    await refused('a.pdf', pages(10_000), /it has 10000 pages, more than the 2000/u)
    await refused('a.pdf', pages(3), /it has 3 pages, more than the 2/u, {pages: 2})
  })

  test('cut short, or with junk before and after it, is read or refused', async () => {
    const whole = onePage()
    for (let tenth = 1; tenth < 10; tenth++)
      await survived('a.pdf', whole.subarray(0, Math.floor((whole.length * tenth) / 10)))
    await survived('a.pdf', Buffer.concat([bytesOf('junk\n'), whole, bytesOf('\njunk')]))
    await refused('a.pdf', bytesOf('%PDF-1.7\n'), /damaged/u)
    await refused('a.pdf', bytesOf('%PDF-1.7\n%%EOF'), /damaged/u)
  })

  test.each([
    ['a page tree that leads to itself', '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>', /damaged/u],
    ['one that only does that', '<< /Type /Pages /Kids [2 0 R] /Count 100000 >>', /damaged|pages/u],
    ['a page tree through another', '<< /Type /Pages /Kids [6 0 R] /Count 1 >>', /damaged/u],
  ])('with %s is refused', async (_, tree, reason) => {
    await refused('a.pdf', onePage({pages: tree, more: ['<< /Type /Pages /Kids [2 0 R] /Count 1 >>']}), reason)
  })

  test('whose count of pages lies is read as far as there are pages', async () => {
    for (const count of ['100000', '1500', '1.5', '(a)', 'null'])
      await readWith('a.pdf', onePage({pages: `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`}))
    await survived('a.pdf', onePage({pages: '<< /Type /Pages /Kids [3 0 R] /Count -1 >>'}))
  })

  test('with one damaged page is read but for that page, and says so', async () => {
    const more = ['['.repeat(100_000), '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 6 0 R >>']
    const tree = '<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>'
    expect((await readWith('a.pdf', onePage({pages: tree, more}))).messages).toContain('page-damaged')
  })

  test.each<readonly [string, Parameters<typeof onePage>[0]]>([
    ['a table of places that leads back to itself', {trailer: '/Prev XREF'}],
    [
      'objects packed within themselves',
      {more: [stream('6 0 7 10 << /A 1 >> << /B 2 >>', '/Type /ObjStm /N 2 /First 9 /Extends 6 0 R')]},
    ],
    ['a page the size of a country', {box: '[0 0 1e30 1e30]'}],
    ['a page of no size', {box: '[0 0 0 0]'}],
    ['a page of words for numbers', {box: '[0 0 (a) /b]'}],
    ['a font that is not there', {font: 'null'}],
    [
      'a font that leads to itself',
      {
        font: '<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [5 0 R] /Encoding 5 0 R /ToUnicode 5 0 R >>',
      },
    ],
    [
      'a drawing that draws itself',
      {
        content: stream(`/X6 Do ${printedText(duty)}`),
        more: [
          stream('/X6 Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X6 6 0 R >> >>'),
        ],
      },
    ],
    [
      'names, fields, outlines and structure that lead to themselves',
      {
        catalogue:
          '/Names 6 0 R /Outlines 6 0 R /AcroForm << /Fields [6 0 R] >> /StructTreeRoot 6 0 R /PageLabels 6 0 R',
        page: '/Annots [6 0 R] /StructParents 0',
        more: [
          '<< /Kids [6 0 R] /First 6 0 R /Next 6 0 R /Parent 6 0 R /FT /Tx /T (a) /K [6 0 R] /ParentTree 6 0 R /Nums [0 6 0 R] >>',
        ],
      },
    ],
    [
      'a path of three hundred thousand steps',
      {content: packedStream(`0 0 m ${times(300_000, (n) => `${n % 500} ${n % 700} l `)} S ${printedText(duty)}`)},
    ],
    [
      'two hundred thousand boxes in one',
      {content: packedStream(`${times(200_000, (n) => `${n % 500} ${n % 700} 9 9 re `)} S ${printedText(duty)}`)},
    ],
    ['a million operators', {content: packedStream(`${'q Q '.repeat(500_000)}${printedText(duty)}`)}],
  ])('with %s is read', async (_, parts) => {
    await readWith('a.pdf', onePage(parts))
  })

  test.each<readonly [string, Parameters<typeof onePage>[0]]>([
    ['no content', {contents: ''}],
    ['itself as content', {contents: '/Contents 3 0 R'}],
    ['content in a list of itself', {contents: '/Contents [6 0 R]', more: ['[6 0 R]']}],
    ['lists within lists for content', {content: packedStream('['.repeat(300_000))}],
    ['a hundred thousand packings', {content: stream('00', `/Filter [${'/ASCIIHexDecode '.repeat(100_000)}]`)}],
    [
      'columns by the thousand million',
      {
        content: stream(
          swollenZlib(1),
          '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 4 >>',
        ),
      },
    ],
    ['an unknown protection', {trailer: '/Encrypt << /Filter /Mine >>'}],
  ])('with %s is refused', async (_, parts) => {
    await refused('a.pdf', onePage(parts), /./u)
  })

  test('that a password protects is refused with what to do', async () => {
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${'1'.repeat(32)}) /U (${'2'.repeat(32)}) /P -4 >> /ID [(a)(b)]`
    expect((await refused('a.pdf', onePage({trailer}), /protected by a password/u)).remedy).toMatch(
      /without the password/u,
    )
  })

  test('that unpacks to a gigabyte, packed once or twice, is refused before it is opened', async () => {
    const once = onePage({content: stream(swollenZlib(1_000), '/Filter /FlateDecode')})
    await refused('a.pdf', once, /unpacks to more than 200 MB/u)
    const twice = stream(deflateSync(swollenZlib(300)), '/Filter [/FlateDecode /FlateDecode]')
    await refused('a.pdf', onePage({content: twice}), /unpacks to more than 200 MB/u)
    const picture = stream(swollenZlib(300), '/Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode')
    await readWith('a.pdf', onePage({more: [picture]}))
    await refused('a.pdf', onePage({content: stream(swollenZlib(2), '/Filter /FlateDecode')}), /more than 1 MB/u, {
      unpacked: 1_000_000,
    })
  })

  test('whose letters nobody can tell is refused, not guessed at', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>'
    const hex = Array.from({length: 60}, (_, n) => (n + 3).toString(16).padStart(4, '0')).join('')
    await refused(
      'a.pdf',
      onePage({font, content: stream(`BT /F1 11 Tf 72 700 Td <${hex}> Tj ET`)}),
      /letters cannot be told|scan/u,
    )
  })

  test('with programs, actions, addresses and files within runs and fetches nothing', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const uri = `<< /S /URI /URI (${at}) >>`
    await readWith(
      'a.pdf',
      onePage({
        catalogue: `/OpenAction << /S /JavaScript /JS (app.launchURL\\('${at}'\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >> /URI << /Base (${at}) >> /Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> /JavaScript << /Names [(x) << /S /JavaScript /JS (while\\(1\\);) >>] >> >>`,
        page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${uri} >>] /AA << /O ${uri} >>`,
        more: [
          `<< /Type /Filespec /FS /URL /F (${at}) /EF << /F 7 0 R >> >>`,
          stream('MZ', `/Type /EmbeddedFile /F << /FS /URL /F (${at}) >>`),
        ],
      }),
    )
    await readWith(
      'a.html',
      bytesOf(
        `<link rel="stylesheet" href="${at}"><script src="${at}"></script><iframe src="${at}"></iframe><img src="${at}"><p>${duty}</p>`,
      ),
    )
    await readWith('a.md', bytesOf(`![picture](${at})\n\n<img src="${at}">\n\n${duty}\n`))
    await new Promise((done) => setTimeout(done, 50))
    server.close()
    expect(asked).toBe(0)
  })
})

describe('a hostile text', () => {
  const padded = (text: string): Uint8Array => bytesOf(`${text}\n\n${duty}\n`)

  test.each([
    ['md', '>'.repeat(100_000)],
    ['md', '- '.repeat(50_000)],
    ['md', '['.repeat(100_000)],
    ['md', '*_'.repeat(50_000)],
    ['md', '`'.repeat(99_999)],
    ['md', '\\[ \\] a '.repeat(20_000)],
    ['md', '\\_'.repeat(90_000)],
    ['md', '![a]('.repeat(30_000)],
    ['md', '<div>\n'.repeat(5_000)],
    ['md', `${'| '.repeat(5_000)}|\n${'|-'.repeat(5_000)}|\n`],
    ['md', times(20_000, (n) => `[a${n}]: b\n`)],
    ['md', times(500, (n) => `a[^${n}]\n\n[^${n}]: [^${n}]\n\n`)],
    [
      'md',
      `---\na: &a [b]\n${times(20, (n) => `x${n}: &x${n} [${`*${n === 0 ? 'a' : `x${n - 1}`},`.repeat(9)}]\n`)}---\n`,
    ],
    ['md', '---\n__proto__: {evil: 1}\nconstructor: 1\ntitle: [[[[]]]]\n---\n'],
    ['md', `# ${'a '.repeat(90_000)}`],
    ['html', '<div>'.repeat(100_000)],
    ['html', '<b><i>'.repeat(20_000)],
    ['html', '<table><tr><td>'.repeat(3_000)],
    [
      'html',
      `<table><tr><td colspan="999999999" rowspan="999999999">a</td></tr>${'<tr><td rowspan="65534">b</td></tr>'.repeat(200)}</table>`,
    ],
    ['html', `<p ${times(5_000, (n) => `a${n}="b" `)}>x</p>`],
    ['html', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]><p>&b;&d;</p>'],
    ['html', `<style>${'a{'.repeat(50_000)}</style><script>while(1);</script>`],
    ['html', `<ul>${'<li>a'.repeat(5_000)}</ul>`],
    ['html', `<select>${times(5_000, (n) => `<option>${n}`)}</select>`],
    ['html', '&#xFFFFFFFF;&#0;&#xD800;'.repeat(5_000)],
    ['csv', '"'.repeat(100_000)],
    ['csv', ','.repeat(500_000)],
    ['csv', `${','.repeat(300)}\n`.repeat(3_000)],
    ['csv', '=cmd|\' /C calc\'!A0,"=HYPERLINK(""http://127.0.0.1:9/"")"\n'.repeat(1_000)],
    ['csv', `sep=\u0000\n${'a\n'.repeat(100)}`],
    ['txt', '\f'.repeat(100_000)],
    ['txt', `${'\t'.repeat(2_000)}\n`.repeat(100)],
    ['txt', times(3_000, (n) => `${' '.repeat(n % 300)}- a\n`)],
    ['txt', '=\n'.repeat(50_000)],
    ['txt', times(5_000, (n) => `${n}. a\n`)],
    ['txt', '_'.repeat(150_000)],
    ['txt', `a${' '.repeat(150_000)}b`],
    ['txt', '\u202E\u0000\u0001\u0007'.repeat(1_000)],
  ])('.%s %#', async (extension, text) => {
    await survived(`a.${extension}`, padded(text))
    await survived(`a.${extension}`, bytesOf(text))
  })

  test.each(['md', 'html', 'csv', 'txt'])('that is no .%s is refused with what it is', async (extension) => {
    const path = `a.${extension}`
    expect((await refused(path, word(p(duty)), /zip or Office file/u)).remedy).toMatch(/\.docx/u)
    expect((await refused(path, onePage(), /PDF/u)).remedy).toBe('rename it to .pdf')
    await refused(path, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Word or Excel/u)
    await refused(path, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]), /./u)
  })
})

describe('large documents that people may have take as long as they are', () => {
  test.each<readonly [string, string, (size: number) => Promise<Uint8Array> | Uint8Array, number]>([
    ['md', 'typed boxes in one line', (size) => bytesOf(`# Form\n\n${'\\[ \\] yes '.repeat(size)}\n`), 4_000],
    [
      'docx',
      'pages',
      (size) =>
        word(
          times(size * 4, (n) =>
            p(`${n} The officer must ring the police within ${n} hours of the child being found.`),
          ),
        ),
      100,
    ],
    [
      'xlsx',
      'rows',
      async (size) =>
        (await writeXlsx({
          sheets: [
            {name: 'A', rows: Array.from({length: size}, (_, n) => [`Duty ${n}`, `Staff must act within ${n} hours.`])},
          ],
        })) as Uint8Array,
      700,
    ],
    [
      'txt',
      'lines',
      (size) => bytesOf(times(size, (n) => `${n}. Staff must ring the police within ${n} hours.\n`)),
      700,
    ],
    [
      'html',
      'paragraphs',
      (size) => bytesOf(times(size, (n) => `<p>Staff must ring the police within ${n} hours.</p>`)),
      500,
    ],
  ])('.%s: %s', async (extension, _, of, size) => {
    const [one, four] = [await of(size), await of(size * 4)]
    await outcome(`a.${extension}`, one)
    const small = await outcome(`a.${extension}`, one)
    const large = await outcome(`a.${extension}`, four)
    expect([small.reason, large.reason]).toEqual(['', ''])
    // Four times as much in at most ten times as long: what grows with the square takes sixteen.
    expect(large.seconds).toBeLessThan(Math.max(1.5, small.seconds * 10))
  })
})
