import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  contentTypes,
  escapedText,
  partsOf,
  placedXml,
  relationships,
  trackedDocument,
  type TrackedChange,
  wordParagraphs,
  zipped,
} from '../src/index.ts'

const limits = {unpacked: 1_000_000, nesting: 60}
const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const me = {author: 'Hedgerow (proposed)', initials: 'H', day: '2026-11-23'}

const documentOf = (body: string): Uint8Array =>
  zipped([
    ['[Content_Types].xml', contentTypes({}, {'word/document.xml': 'main'})],
    ['_rels/.rels', relationships([{id: 'rId1', kind: 'officeDocument', target: 'word/document.xml'}])],
    ['word/document.xml', `<w:document xmlns:w="${space}"><w:body>${body}<w:sectPr/></w:body></w:document>`],
    ['word/media/image1.bin', new Uint8Array([1, 2, 3])],
  ])

const run = (text: string, look = ''): string =>
  `<w:r w:rsidR="00A1">${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapedText(text)}</w:t></w:r>`
const mainOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(partsOf(bytes, () => true, limits).get('word/document.xml'))
const textsOf = (xml: string): readonly string[] => wordParagraphs(placedXml(xml)).map(({text}) => text)

/** What is left when everything we propose is rejected. */
const rejected = (xml: string): string =>
  xml
    .replace(/<w:ins [^>]*w:author="Hedgerow \(proposed\)"[^>]*>.*?<\/w:ins>/gsu, '')
    .replace(/<w:del [^>]*w:author="Hedgerow \(proposed\)"[^>]*>(.*?)<\/w:del>/gsu, '$1')
    .replaceAll('w:delText', 'w:t')

const put = (body: string, changes: readonly TrackedChange[]) =>
  trackedDocument(documentOf(body), changes, me, () => [], limits)
const change = (text: string, edits: TrackedChange['edits'], paragraph: number | null = null): TrackedChange => ({
  text,
  paragraph,
  edits,
  comment: ['Why'],
})

describe('whatever the runs and the edits', () => {
  const words = fc.array(
    fc.constantFrom('must', 'tell', 'the', 'police', 'within', '72', 'hours', 'café', '<b>', '&', '💡'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  const cuts = fc.array(fc.nat(60), {maxLength: 6})
  const looks = fc.constantFrom('', '<w:b/>', '<w:i/><w:color w:val="FF0000"/>')

  test('accepting all gives the proposed text, rejecting all the original', () => {
    fc.assert(
      fc.property(
        words,
        cuts,
        looks,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom('', 'new', 'x & y '))),
        (all, at, look, raw) => {
          const text = all.join(' ')
          const whole = [...new Set([0, ...at.map((each) => each % text.length), text.length])].sort((x, y) => x - y)
          const safe = whole.filter(
            (each) => !/[\ud800-\udbff]/u.test(text[each - 1] ?? '') || !/[\udc00-\udfff]/u.test(text[each] ?? ''),
          )
          const isSplit = (each: number): boolean => /[\udc00-\udfff]/.test(text[each] ?? '')
          const runs = safe
            .filter((each) => !isSplit(each))
            .flatMap((start, n, every) => {
              const end = every[n + 1]
              return end === undefined ? [] : [run(text.slice(start, end), n % 2 === 0 ? look : '')]
            })
          const edits = raw
            .map(([x, y, own]) => ({
              start: Math.min(x % (text.length + 1), y % (text.length + 1)),
              end: Math.max(x % (text.length + 1), y % (text.length + 1)),
              text: own,
            }))
            .filter(({start, end, text: own}) => (own !== '' || end > start) && !isSplit(start) && !isSplit(end))
            .sort((x, y) => x.start - y.start || x.end - y.end)
            .filter(
              (each, n, every) =>
                n === 0 || every.slice(0, n).every((other) => other.end <= each.start && other.start < each.start),
            )
          const {bytes, placed} = put(`<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs.join('')}</w:p>`, [
            change(text, edits),
          ])
          const xml = mainOf(bytes)
          let [proposed, from] = ['', 0]
          for (const {start, end, text: own} of edits) {
            proposed += text.slice(from, start) + own
            from = end
          }
          proposed += text.slice(from)
          expect(placed).toEqual([edits.length === 0 ? 'commented' : 'changed'])
          expect(textsOf(xml)).toEqual([proposed])
          expect(textsOf(rejected(xml))).toEqual([text])
          expect(xml).toContain('<w:pPr><w:jc w:val="left"/></w:pPr>')
        },
      ),
    )
  })
})

describe('what stays as it is', () => {
  const edit = (text: string, from: string, to: string) => {
    const start = text.indexOf(from)
    return [{start, end: start + from.length, text: to}]
  }

  test('the look of a run, in what is kept, struck out and written', () => {
    const xml = mainOf(
      put(`<w:p>${run('within 5 days of it', '<w:b/>')}</w:p>`, [
        change('within 5 days of it', edit('within 5 days of it', '5 days', '72 hours')),
      ]).bytes,
    )
    expect(xml.match(/<w:rPr><w:b\/><\/w:rPr>/gu)).toHaveLength(4)
    expect(xml).toContain('w:rsidR="00A1"')
    expect(xml).toContain('w:date="2026-11-23T00:00:00Z"')
  })

  test('a footnote’s mark inside struck words', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const body = `<w:p>${run('within 5')}${note}${run(' days.')}</w:p>`
    const {bytes} = put(body, [change('within 5 days.', edit('within 5 days.', '5 days', '72 hours'))])
    expect(mainOf(bytes)).toContain(note)
    expect(textsOf(mainOf(bytes))).toEqual(['within 72 hours.'])
    expect(textsOf(rejected(mainOf(bytes)))).toEqual(['within 5 days.'])
  })

  test('somebody else’s revisions, whose words get a remark and no change', () => {
    const theirs = `<w:ins w:id="7" w:author="A"><w:r><w:t>5 days</w:t></w:r></w:ins><w:del w:id="8" w:author="A"><w:r><w:delText>a week</w:delText></w:r></w:del>`
    const body = `<w:p>${run('within ')}${theirs}${run(' of it.')}</w:p>`
    const {bytes, placed} = put(body, [
      change('within 5 days of it.', edit('within 5 days of it.', '5 days', '72 hours')),
    ])
    expect(placed).toEqual(['commented'])
    expect(mainOf(bytes)).toContain(theirs)
  })

  test('their revisions beside words that change', () => {
    const theirs = `<w:ins w:id="7" w:author="A"><w:r><w:t>always </w:t></w:r></w:ins>`
    const body = `<w:p>${run('must ')}${theirs}${run('tell within 5 days.')}</w:p>`
    const text = 'must always tell within 5 days.'
    const {bytes, placed} = put(body, [change(text, edit(text, '5 days', '72 hours'))])
    expect(placed).toEqual(['changed'])
    expect(mainOf(bytes)).toContain(theirs)
    expect(textsOf(mainOf(bytes))).toEqual(['must always tell within 72 hours.'])
  })

  test('a field and its result', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4.2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const body = `<w:p>${run('See ')}${field}${run(' within 5 days.')}</w:p>`
    const text = 'See 4.2 within 5 days.'
    expect(put(body, [change(text, edit(text, '4.2', '9'))]).placed).toEqual(['commented'])
    const {bytes, placed} = put(body, [change(text, edit(text, '5 days', '72 hours'))])
    expect(placed).toEqual(['changed'])
    expect(mainOf(bytes)).toContain(field)
  })

  test('every other part, to the byte, and every other paragraph, to the letter', () => {
    const other = `<w:p w:rsidR="1"  ><w:r><w:t>Other</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
    const before = documentOf(`${other}<w:p>${run('old words')}</w:p>`)
    const {bytes} = trackedDocument(
      before,
      [change('old words', [{start: 0, end: 3, text: 'new'}])],
      me,
      () => [],
      limits,
    )
    expect(mainOf(bytes)).toContain(other)
    expect(partsOf(bytes, () => true, limits).get('word/media/image1.bin')).toEqual(new Uint8Array([1, 2, 3]))
  })
})

describe('where it goes', () => {
  const body = `<w:p>${run('Tell the police.')}</w:p><w:p>${run('Tell the police.')}</w:p>`
  const said = [{start: 5, end: 8, text: 'your'}]

  test('of two alike the paragraph that was named', () => {
    const {bytes} = put(body, [change('Tell the police.', said, 2)])
    expect(textsOf(mainOf(bytes))).toEqual(['Tell the police.', 'Tell your police.'])
  })

  test('nowhere, where nobody can say which', () => {
    const {bytes, placed} = put(body, [change('Tell the police.', said), change('Nowhere.', [])])
    expect(placed).toEqual(['lost', 'lost'])
    expect(textsOf(mainOf(bytes))).toEqual(['Tell the police.', 'Tell the police.'])
  })

  test('wherever white space lies otherwise', () => {
    const spaced = `<w:p>${run('Tell\u00a0 the')}<w:r><w:tab/></w:r>${run('police now.')}</w:p>`
    const text = 'Tell the police now.'
    const {bytes, placed} = put(spaced, [change(text, [{start: 16, end: 19, text: 'at once'}])])
    expect(placed).toEqual(['changed'])
    expect(textsOf(mainOf(bytes))).toEqual(['Tell\u00a0 the police at once.'])
  })
})

test('comments are added after those that are there, and the summary stands at the head', () => {
  const once = trackedDocument(
    documentOf(`<w:p/><w:p>${run('Words.')}</w:p>`),
    [change('Words.', [])],
    me,
    () => ['All of it', '– a line'],
    limits,
  )
  const twice = trackedDocument(once.bytes, [change('Words.', [])], me, () => [], limits)
  const parts = partsOf(twice.bytes, () => true, limits)
  const comments = new TextDecoder().decode(parts.get('word/comments.xml'))
  expect(comments.match(/<w:comment /gu)).toHaveLength(3)
  const ids = [...comments.matchAll(/<w:comment w:id="(\d+)"/gu)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(mainOf(twice.bytes)).toContain(`<w:commentReference w:id="${id}"/>`)
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml'))
  expect(types.match(/comments\+xml/gu)).toHaveLength(1)
  expect(comments).toContain('– a line')
})

test('the same changes give the same bytes', () => {
  const body = `<w:p>${run('old words')}</w:p>`
  const once = (): string =>
    Buffer.from(put(body, [change('old words', [{start: 0, end: 3, text: 'new'}])]).bytes).toString('hex')
  expect(once()).toBe(once())
})
