import {head, spaces} from './word-xml.mjs'

/** A style. `own` says that it is the authority's, not one of Word's. */
const style = (id, name, based, {paragraph = '', run = '', next = '', type = 'paragraph', own = false}) =>
  `<w:style w:type="${type}"${based === null ? ' w:default="1"' : ''}${own ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
  `${based === null ? '' : `<w:basedOn w:val="${based}"/>`}${next === '' ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>` +
  `${type === 'paragraph' ? `<w:pPr>${paragraph}</w:pPr>` : ''}<w:rPr>${run}</w:rPr></w:style>`

const list = (id, level) =>
  `<w:numPr>${level === 0 ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${id}"/></w:numPr>`
const size = (points) => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`
const spacing = (before, after) => `<w:spacing w:before="${before}" w:after="${after}"/>`
const left = '<w:jc w:val="left"/>'
const rightTab = '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>'

const headings = ({numbered, colour}) => {
  const run = (points) => `<w:b/><w:bCs/><w:color w:val="${colour}"/>${size(points)}`
  const keep = '<w:keepNext/><w:keepLines/>'
  return [
    style('Heading1', 'heading 1', 'Normal', {
      paragraph: `${keep}${numbered ? list(1, 0) : ''}${spacing(320, 120)}<w:outlineLvl w:val="0"/>`,
      run: run(14),
      next: numbered ? 'NumberedParagraph' : 'Normal',
    }),
    style('Heading2', 'heading 2', 'Normal', {
      paragraph: `${keep}${spacing(240, 80)}<w:outlineLvl w:val="1"/>`,
      run: run(12),
      next: 'Normal',
    }),
    style('UnnumberedHeading', 'Unnumbered Heading', 'Heading1', {
      own: true,
      paragraph: `<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>`,
    }),
    style('AppendixHeading', 'Appendix Heading', 'Heading1', {
      own: true,
      paragraph: `<w:pageBreakBefore/>${list(2, 0)}`,
    }),
    style('AppendixSubheading', 'Appendix Subheading', 'Heading2', {own: true, paragraph: list(2, 1)}),
    style('NumberedParagraph', 'Numbered Paragraph', 'Normal', {own: true, paragraph: list(1, 1)}),
  ]
}

const titles = ({cover, colour}) => [
  style('Title', 'Title', 'Normal', {
    paragraph: `${spacing(cover ? 1800 : 0, 200)}${left}`,
    run: `<w:b/><w:color w:val="${colour}"/>${size(cover ? 28 : 20)}`,
  }),
  style('Subtitle', 'Subtitle', 'Normal', {
    paragraph: `${spacing(0, 160)}${left}`,
    run: `<w:color w:val="404040"/>${size(12)}`,
  }),
  style('TOCHeading', 'TOC Heading', 'Normal', {
    paragraph: spacing(0, 160),
    run: `<w:b/><w:color w:val="${colour}"/>${size(14)}`,
  }),
  style('TOC1', 'toc 1', 'Normal', {paragraph: `${spacing(0, 100)}${left}`}),
]

const texts = ({fields, points, rule, tint}) => {
  const sides = ['top', 'left', 'bottom', 'right'].map(
    (side) => `<w:${side} w:val="single" w:sz="6" w:space="6" w:color="${rule}"/>`,
  )
  // Controls stand in a column of their own beside the questions; dots follow them.
  const column =
    fields === 'drawn'
      ? ['', '']
      : ['<w:tabs><w:tab w:val="left" w:pos="4253"/></w:tabs>', '<w:ind w:left="4253" w:hanging="4253"/>']
  return [
    style('ListParagraph', 'List Paragraph', 'Normal', {paragraph: spacing(0, 80)}),
    style('Question', 'Form Question', 'Normal', {
      own: true,
      paragraph: `${column[0]}${spacing(60, 120)}${column[1]}${left}`,
    }),
    style('TableText', 'Table Text', 'Normal', {
      own: true,
      paragraph: `${spacing(0, 0)}${left}`,
      run: size(points - 1),
    }),
    style('AfterTable', 'After Table', 'Normal', {
      own: true,
      paragraph: '<w:spacing w:before="0" w:after="60" w:line="180" w:lineRule="exact"/>',
    }),
    style('Box', 'Boxed Text', 'Normal', {
      own: true,
      paragraph:
        `<w:pBdr>${sides.join('')}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${tint}"/>` +
        `${spacing(160, 160)}<w:ind w:left="142" w:right="142"/>`,
    }),
    style('Header', 'header', 'Normal', {paragraph: `${rightTab}${spacing(0, 0)}${left}`, run: size(9)}),
    style('Footer', 'footer', 'Normal', {paragraph: `${rightTab}${spacing(0, 0)}${left}`, run: size(9)}),
  ]
}

/** The styles of an authority's documents. Numbers belong to the styles of headings and paragraphs, as in a protocol made with care. */
export const stylesXml = (look) => {
  const {font, justified, points} = look
  const all = [
    style('Normal', 'Normal', null, {}),
    style('DefaultParagraphFont', 'Default Paragraph Font', null, {type: 'character'}),
    style('PlaceholderText', 'Placeholder Text', 'DefaultParagraphFont', {
      type: 'character',
      run: '<w:color w:val="767676"/>',
    }),
    ...titles(look),
    ...headings(look),
    ...texts(look),
  ]
  const fonts = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((script) => `w:${script}="${font}"`).join(' ')
  const usual =
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${fonts}/>${size(points)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="269" w:lineRule="auto"/>${justified ? '<w:jc w:val="both"/>' : ''}</w:pPr></w:pPrDefault></w:docDefaults>`
  return `${head}<w:styles ${spaces}>${usual}${all.join('')}</w:styles>`
}
