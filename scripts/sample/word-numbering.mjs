import {head, spaces} from './word-xml.mjs'

const level = (n, format, text, {style = '', left, hanging, suffix = ''}) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}` +
  `${suffix}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`

const abstract = (id, levels) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`

/** The lists of a document: the protocol's own numbers, the appendices' letters, bullets, and `lists` numbered lists that each begin anew. */
export const numberingXml = ({stop}, lists) => {
  const spaced = '<w:suff w:val="space"/>'
  const abstracts = [
    abstract(1, [
      level(0, 'decimal', `%1${stop}`, {style: 'Heading1', left: 709, hanging: 709}),
      level(1, 'decimal', '%1.%2', {style: 'NumberedParagraph', left: 709, hanging: 709}),
    ]),
    abstract(2, [
      level(0, 'upperLetter', 'Appendix %1:', {style: 'AppendixHeading', left: 0, hanging: 0, suffix: spaced}),
      level(1, 'decimal', '%1%2.', {style: 'AppendixSubheading', left: 567, hanging: 567}),
    ]),
    abstract(3, [level(0, 'bullet', '•', {left: 567, hanging: 283})]),
    abstract(4, [
      level(0, 'decimal', '%1.', {left: 425, hanging: 425}),
      level(1, 'lowerLetter', '(%2)', {left: 992, hanging: 425}),
    ]),
  ]
  const restart = [0, 1]
    .map((n) => `<w:lvlOverride w:ilvl="${n}"><w:startOverride w:val="1"/></w:lvlOverride>`)
    .join('')
  const nums = [1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
  const own = lists.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="4"/>${restart}</w:num>`)
  return `${head}<w:numbering ${spaces}>${[...abstracts, ...nums, ...own].join('')}</w:numbering>`
}
