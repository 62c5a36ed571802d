import {escaped} from './archive.mjs'
import {answer, question, runs} from './blocks.mjs'
import {box, control, formBox, formText} from './word-controls.mjs'
import {tableXml} from './word-table.mjs'

const run = ({text, bold, italic}) => {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

export const runsXml = (text) => runs(text).map(run).join('')

export const paragraphXml = (style, inside, properties = '') =>
  `<w:p><w:pPr>${style === null ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${inside}</w:p>`

const numbered = (id, level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`

/** The body of a document: its blocks in the look of an authority. `sheet` takes note of the lists, titles and controls met. */
export const bodyXml = (all, sheet) => all.map((block) => blockXml(block, sheet)).join('')

const blockXml = (block, sheet) => {
  switch (block.type) {
    case 'heading':
      return headingXml(block, sheet)
    case 'note':
      return noteXml(block.text, sheet)
    case 'table':
      return tableXml(
        block.head.map(runsXml),
        block.rows.map((row) => row.map((cell, n) => cellXml(cell, n, row, sheet))),
        sheet,
      )
    case 'list':
      return listXml(block.items, sheet)
    default:
      return textXml(block.text, sheet)
  }
}

const headingXml = ({level, text}, sheet) => {
  if (level === 1) return paragraphXml('Title', runsXml(text))
  const {style, title, opens} = headingStyle(level, text, sheet)
  const name = `_Toc${4_100_000 + sheet.next()}`
  const mark = `w:id="${sheet.next()}"`
  const start = opens ? sheet.front() : ''
  if (level === 2) sheet.contents.push({name, text})
  return (
    start + paragraphXml(style, `<w:bookmarkStart ${mark} w:name="${name}"/>${runsXml(title)}<w:bookmarkEnd ${mark}/>`)
  )
}

/** The style that prints a title's number, and the title without it. */
const headingStyle = (level, text, {look, count}) => {
  const [, section, title] = /^(\d+)\.? (.*)$/u.exec(text) ?? []
  if (level === 2 && section && look.numbered) {
    count.section(Number(section))
    return {style: 'Heading1', title, opens: section === '1'}
  }
  const [, letter, name] = /^Appendix ([A-Z]): (.*)$/u.exec(text) ?? []
  if (level === 2 && letter && look.numbered) {
    count.appendix(letter)
    return {style: 'AppendixHeading', title: name}
  }
  const [, part, own] = /^([A-Z]\d)\. (.*)$/u.exec(text) ?? []
  if (level === 3 && part && look.numbered) {
    count.part(part)
    return {style: 'AppendixSubheading', title: own}
  }
  return {style: level === 2 ? (look.numbered ? 'UnnumberedHeading' : 'Heading1') : 'Heading2', title: text}
}

const noteXml = (text, {look}) => {
  const inside = paragraphXml('Box', runsXml(text))
  if (!look.textBoxes) return inside
  const shape =
    '<v:shape id="TextBox1" o:spid="_x0000_s1026" type="#_x0000_t202" style="width:440pt;height:34pt" fillcolor="#e8f1ee" strokecolor="#1f5c4d">' +
    `<v:textbox><w:txbxContent>${paragraphXml(null, runsXml(text))}</w:txbxContent></v:textbox></v:shape>`
  const type =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  return paragraphXml(null, `<w:r><w:pict>${type}${shape}</w:pict></w:r>`)
}

const listXml = (items, sheet) => {
  const bulleted = items[0].mark === '•'
  if (items.every(({mark}) => mark === '☐')) return items.map(({text}) => textXml(`☐ ${text}`, sheet)).join('')
  const id = bulleted ? sheet.bullets : sheet.list()
  return items
    .map(({mark, text}) => paragraphXml('ListParagraph', runsXml(text), numbered(id, mark.startsWith('(') ? 1 : 0)))
    .join('')
}

const textXml = (text, sheet) => {
  const [, number, rest] = /^(\d+\.\d+) (.*)$/u.exec(text) ?? []
  if (number && sheet.look.numbered) {
    sheet.count.paragraph(number)
    return paragraphXml('NumberedParagraph', runsXml(rest))
  }
  const asked = question(text)
  if (asked) {
    const {label, after} = asked
    const gap = sheet.look.fields === 'drawn' ? runsXml(' ') : '<w:r><w:tab/></w:r>'
    return paragraphXml(
      'Question',
      `${runsXml(label)}${gap}${answerXml(asked, sheet)}${after === '' ? '' : runsXml(` ${after}`)}`,
    )
  }
  if (text.startsWith('☐ ')) return paragraphXml('Question', answerXml(answer(text), sheet))
  return paragraphXml(sheet.opened() ? null : 'Subtitle', runsXml(text))
}

/** The room for an answer, in the way the authority's forms are made. */
const answerXml = ({kind, options}, {look, next}) => {
  const drawn = look.fields === 'drawn'
  const tick = () => (drawn ? run({text: '☐'}) : look.fields === 'legacy' ? formBox(next) : box(next))
  if (kind === 'tick') return options.map((each) => `${tick()}${run({text: ` ${each}   `})}`).join('')
  if (drawn) return run({text: '.'.repeat(46)})
  return look.fields === 'legacy' ? formText(kind, next) : control(kind, [], next)
}

const cellXml = (cell, column, row, sheet) => {
  if (/^(?:_{3,}|)$/u.test(cell)) return ''
  if (cell.startsWith('☐')) return answerXml(answer(cell), sheet)
  const options = cell.split(' / ')
  const isAnswer = column === row.length - 1 && column > 0
  if (sheet.look.fields === 'controls' && isAnswer && options.length > 1) return control('choice', options, sheet.next)
  return runsXml(cell)
}
