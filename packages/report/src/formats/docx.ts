import {
  contentTypes,
  coreProperties,
  corePropertiesKind,
  corePropertiesType,
  element,
  type Markup,
  relationships,
  type WrittenPart,
  xmlPart,
  zipped,
} from '@hedgerow/office'
import type {Bars, Block, Chapter, Figure, Outline} from '../nodes.ts'
import {paragraph, phrases, strong} from '../nodes.ts'
import {docxBlocks, docxParagraph, docxWords, type Page} from './docx-blocks.ts'
import {docxChart, docxChartFrame} from './docx-chart.ts'
import {docxNumbering, docxStyles} from './docx-styles.ts'

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
} as const

const kinds = 'application/vnd.openxmlformats-officedocument'

/** A page of A4 in twentieths of a point, and its margin. */
const [short, long, margin] = [11_906, 16_838, 1_134]

/** How wide the text of a chapter is. */
const textWidth = ({isWide = false}: Chapter): number => (isWide ? long : short) - 2 * margin

function sectionProperties(isWide: boolean): Markup {
  return element(
    'w:sectPr',
    {},
    element('w:footerReference', {'w:type': 'default', 'r:id': 'rIdFooter'}),
    element('w:pgSz', {
      'w:w': isWide ? long : short,
      'w:h': isWide ? short : long,
      'w:orient': isWide ? 'landscape' : null,
    }),
    element('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 567,
      'w:footer': 567,
      'w:gutter': 0,
    }),
  )
}

/** The ids of an outline in the order they stand in. */
function idsIn({children}: Outline): readonly string[] {
  const ofBlock = (block: Block): readonly string[] => {
    if (block.type === 'card') return [block.id, ...block.children.flatMap(ofBlock)]
    return 'id' in block && typeof block.id === 'string' ? [block.id] : []
  }
  return children.flatMap((chapter) => [chapter.id, ...chapter.children.flatMap(ofBlock)])
}

interface Chart {
  readonly figure: Figure
  readonly bars: Bars
  readonly relation: string
}

/** Every figure that is drawn: bars. The others are left out; the tables beside them say what they show. */
function chartsIn({children}: Outline): readonly Chart[] {
  const figures = children.flatMap((chapter) => chapter.children.filter((block) => block.type === 'figure'))
  return figures
    .flatMap((figure) => (figure.drawing.kind === 'bars' ? [{figure, bars: figure.drawing}] : []))
    .map((each, at) => ({...each, relation: `rIdChart${at + 1}`}))
}

type Bookmarks = Page['bookmark']

function bookmarksOf(outline: Outline): Bookmarks {
  const marks = new Map([...new Set(idsIn(outline))].map((id, at) => [id, {number: at + 1, name: `part${at + 1}`}]))
  return (id) => marks.get(id)
}

function drawer(charts: readonly Chart[], width: number): Page['drawn'] {
  return (figure) => {
    const at = charts.findIndex((each) => each.figure === figure)
    const found = charts[at]
    if (found === undefined) return []
    const {caption, alternative} = figure
    const frame = docxChartFrame(found.bars, {number: at + 1, relation: found.relation, caption, alternative}, width)
    return [docxWords('Caption', caption), docxParagraph(null, [frame])]
  }
}

function chapterMarkup(chapter: Chapter, bookmark: Bookmarks, charts: readonly Chart[]): readonly Markup[] {
  const width = textWidth(chapter)
  const page: Page = {width, bookmark, drawn: drawer(charts, width)}
  return [
    docxParagraph(
      'Heading1',
      [element('w:r', {}, element('w:t', {}, chapter.title))],
      bookmark(chapter.id),
      chapter.startsPage ? 'starts-page' : null,
    ),
    ...docxBlocks(chapter.children, page),
  ]
}

/** The chapters by name in a line, each a link to it. */
function contentsMarkup({children}: Outline, bookmark: Bookmarks): readonly Markup[] {
  const page: Page = {width: 0, bookmark, drawn: () => []}
  const links = children.flatMap(({id, title}, at) => [
    ...(at === 0 ? [] : phrases(' · ')),
    {type: 'link' as const, target: id, value: title},
  ])
  return docxBlocks([paragraph(strong('In this report: '), ...links)], page)
}

const newPage: Markup = element('w:p', {}, element('w:r', {}, element('w:br', {'w:type': 'page'})))

const endOfSection = (isWide: boolean): Markup => element('w:p', {}, element('w:pPr', {}, sectionProperties(isWide)))

/** The chapters, each change between upright and turned pages in a section of its own. The contents and the first chapter have a page to themselves. */
function bodyMarkup(outline: Outline, charts: readonly Chart[]): readonly Markup[] {
  const bookmark = bookmarksOf(outline)
  const [first, ...rest] = outline.children
  const opening = [
    docxWords('Title', outline.title),
    docxWords('Subtitle', outline.subtitle),
    ...contentsMarkup(outline, bookmark),
    ...(first === undefined ? [] : chapterMarkup(first, bookmark, charts)),
  ]
  const found = [...opening]
  let isWide = false
  for (const [at, chapter] of rest.entries()) {
    const next = chapter.isWide ?? false
    if (next !== isWide) found.push(endOfSection(isWide))
    else if (at === 0) found.push(newPage)
    isWide = next
    found.push(...chapterMarkup(chapter, bookmark, charts))
  }
  return [...found, sectionProperties(isWide)]
}

const field = (code: string): readonly Markup[] => [
  element('w:r', {}, element('w:fldChar', {'w:fldCharType': 'begin'})),
  element('w:r', {}, element('w:instrText', {'xml:space': 'preserve'}, ` ${code} `)),
  element('w:r', {}, element('w:fldChar', {'w:fldCharType': 'separate'})),
  element('w:r', {}, element('w:t', {}, '1')),
  element('w:r', {}, element('w:fldChar', {'w:fldCharType': 'end'})),
]

const words = (text: string): Markup => element('w:r', {}, element('w:t', {'xml:space': 'preserve'}, text))

function footerXml({title}: Outline): string {
  return xmlPart(
    element(
      'w:ftr',
      namespaces,
      docxParagraph('Footer', [words(`${title}   |   Page `), ...field('PAGE'), words(' of '), ...field('NUMPAGES')]),
    ),
  )
}

function settingsXml(): string {
  return xmlPart(
    element(
      'w:settings',
      {'xmlns:w': namespaces['xmlns:w']},
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', {'w:val': 'en-GB'}),
    ),
  )
}

function types(charts: readonly Chart[]): string {
  const word = `${kinds}.wordprocessingml`
  return contentTypes(
    {},
    {
      'word/document.xml': `${word}.document.main+xml`,
      'word/styles.xml': `${word}.styles+xml`,
      'word/numbering.xml': `${word}.numbering+xml`,
      'word/settings.xml': `${word}.settings+xml`,
      'word/footer1.xml': `${word}.footer+xml`,
      'docProps/core.xml': corePropertiesType,
      ...Object.fromEntries(charts.map((_, at) => [`word/charts/chart${at + 1}.xml`, `${kinds}.drawingml.chart+xml`])),
    },
  )
}

function relationsXml(charts: readonly Chart[]): string {
  return relationships([
    {id: 'rIdStyles', kind: 'styles', target: 'styles.xml'},
    {id: 'rIdNumbering', kind: 'numbering', target: 'numbering.xml'},
    {id: 'rIdSettings', kind: 'settings', target: 'settings.xml'},
    {id: 'rIdFooter', kind: 'footer', target: 'footer1.xml'},
    ...charts.map(({relation}, at) => ({id: relation, kind: 'chart', target: `charts/chart${at + 1}.xml`})),
  ])
}

/** A report as a Word document: headings Word knows, tables whose heads are repeated, figures with words beside them, wide chapters on turned pages, page numbers,
 *  British English. Same outline and day, same bytes. */
export function docx(outline: Outline, day: string): Uint8Array {
  const charts = chartsIn(outline)
  const body = element('w:document', namespaces, element('w:body', {}, bodyMarkup(outline, charts)))
  const rootRelations = relationships([
    {id: 'rId1', kind: 'officeDocument', target: 'word/document.xml'},
    {id: 'rId2', kind: corePropertiesKind, target: 'docProps/core.xml'},
  ])
  const chartParts = charts.map(({bars}, at): WrittenPart => [`word/charts/chart${at + 1}.xml`, docxChart(bars)])
  return zipped([
    ['[Content_Types].xml', types(charts)],
    ['_rels/.rels', rootRelations],
    ['docProps/core.xml', coreProperties({title: outline.title, subject: outline.subtitle, creator: 'Hedgerow', day})],
    ['word/document.xml', xmlPart(body)],
    ['word/_rels/document.xml.rels', relationsXml(charts)],
    ['word/styles.xml', docxStyles()],
    ['word/numbering.xml', docxNumbering()],
    ['word/settings.xml', settingsXml()],
    ['word/footer1.xml', footerXml(outline)],
    ...chartParts,
  ])
}
