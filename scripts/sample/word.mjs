import {escaped, packed} from './archive.mjs'
import {blocks} from './blocks.mjs'
import {bodyXml, paragraphXml, runsXml} from './word-body.mjs'
import {counter} from './word-controls.mjs'
import {footerXml, headerXml} from './word-margins.mjs'
import {numberingXml} from './word-numbering.mjs'
import {stylesXml} from './word-styles.mjs'
import {head, spaces} from './word-xml.mjs'

/** A text as a Word document in an authority's look, as Word itself would save it: numbers of sections and paragraphs are the work of the styles,
 *  marking and page numbers stand in header and footer, forms have controls. The same bytes each time. */
export const wordDocument = (text, look) => {
  const all = blocks(text)
  const title = all.find(({type, level}) => type === 'heading' && level === 1).text
  const kept = all.filter(
    ({type, text: own}) => type !== 'paragraph' || (own !== look.marking && !/^Page \d+ of \d+$/u.test(own)),
  )
  const own = {...look, stop: kept.some(({type, text: own}) => type === 'heading' && /^1\. /u.test(own)) ? '.' : ''}
  const sheet = sheetOf(own)
  const body = bodyXml(kept, sheet).replace(contentsPlace, () => contentsXml(sheet.contents))
  return packed({
    ...fixedParts(title, look),
    'word/document.xml': `${head}<w:document ${spaces}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': stylesXml(own),
    'word/numbering.xml': numberingXml(own, sheet.lists),
    'word/header1.xml': headerXml(own, title),
    'word/footer1.xml': footerXml(own),
  })
}

const contentsPlace = '<!--contents-->'

/** What is known of a document while its body is written. */
const sheetOf = (look) => {
  const lists = []
  let opened = !look.cover
  return {
    look,
    lists,
    contents: [],
    next: counter(),
    bullets: 3,
    list: () => {
      lists.push(10 + lists.length)
      return lists.at(-1)
    },
    /** Contents and a new page, where the first section begins. */
    front: () => {
      const first = !opened
      opened = true
      return first ? contentsPlace : ''
    },
    opened: () => opened,
    count: counted(),
  }
}

/** Holds that the number a text has been given is the one Word will count. */
const counted = () => {
  let [section, paragraph, appendix, part] = [0, 0, 0, 0]
  const expect = (is, wanted) => {
    if (is !== wanted) throw new Error(`Found the number ${is}, expected ${wanted}`)
  }
  return {
    section: (number) => {
      expect(number, ++section)
      paragraph = 0
    },
    paragraph: (number) => expect(number, `${section}.${++paragraph}`),
    appendix: (letter) => {
      expect(letter, String.fromCharCode(65 + appendix++))
      part = 0
    },
    part: (mark) => expect(mark, `${String.fromCharCode(64 + appendix)}${++part}`),
  }
}

const fieldRun = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

/** A table of contents as Word keeps it: a field with what it printed last. It prints no page numbers, which only Word could count. */
const contentsXml = (contents) => {
  const start = `${fieldRun('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>${fieldRun('separate')}`
  const entries = contents.map(({name, text}, n) =>
    paragraphXml(
      'TOC1',
      `${n === 0 ? start : ''}<w:hyperlink w:anchor="${name}" w:history="1">${runsXml(text)}</w:hyperlink>`,
    ),
  )
  const title = paragraphXml('TOCHeading', runsXml('Contents'), '<w:pageBreakBefore/>')
  const properties =
    '<w:sdtPr><w:id w:val="40999"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
  const end = `<w:p>${fieldRun('end')}</w:p>`
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  return `<w:sdt>${properties}<w:sdtContent>${title}${entries.join('')}${end}</w:sdtContent></w:sdt>${page}`
}

const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relation = (id, type, target) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
const relations = (all) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

const fixedParts = (title, {saved, author}) => ({
  '[Content_Types].xml':
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/>` +
    ['styles', 'numbering', 'settings']
      .map((part) => `<Override PartName="/word/${part}.xml" ContentType="${kind}.${part}+xml"/>`)
      .join('') +
    ['header', 'footer']
      .map((part) => `<Override PartName="/word/${part}1.xml" ContentType="${kind}.${part}+xml"/>`)
      .join('') +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
  '_rels/.rels': relations([
    relation('rId1', `${office}/officeDocument`, 'word/document.xml'),
    relation(
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ),
  ]),
  'word/_rels/document.xml.rels': relations(
    ['styles', 'numbering', 'header', 'footer', 'settings'].map((part, n) =>
      relation(`rId${n + 1}`, `${office}/${part}`, `${part}${/er$/u.test(part) ? '1' : ''}.xml`),
    ),
  ),
  'word/settings.xml': `${head}<w:settings ${spaces}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  'docProps/core.xml':
    `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${saved}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified></cp:coreProperties>`,
})
