// One synthetic document of a hundred printed pages in every format that can be read. The PDF says how much text a hundred pages hold; the other formats
// hold the same text.
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDocument, StandardFonts} from 'pdf-lib'
import {escaped, fileOf} from '../sample/archive.mjs'
import {wordDocument} from '../sample/word.mjs'
import {syntheticDocument} from './synthetic.mjs'

const pages = 100
const title = 'Missing Children: Ashby Council Procedure'

/** More sections than a hundred pages hold, `{heading, duties}`; a duty is `[number, text]`. */
const sections = syntheticDocument(0, 60_000)
  .split(/^## /mu)
  .slice(1)
  .map((section, at) => {
    const [heading, ...duties] = section.trim().split(/\n+/u)
    return {
      heading: heading.replace(/^\d+\. ./u, (start) => `${at + 1}. ${start.at(-1).toUpperCase()}`),
      duties: duties.map((duty, n) => [`${at + 1}.${n + 1}`, duty.replace(/^\d+\.\d+ /u, '')]),
    }
  })

const a4 = [595.28, 841.89]
const margin = 72
const leading = 14

/** As many of the sections as a hundred pages hold, and those pages. */
const printed = async () => {
  const pdf = await PDFDocument.create()
  const [plain, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)]
  let page = pdf.addPage(a4)
  let y = a4[1] - margin
  const line = (text, font, size) => {
    if (y < margin) {
      page = pdf.addPage(a4)
      y = a4[1] - margin
    }
    page.drawText(text, {x: margin, y, font, size})
    y -= leading
  }
  const paragraph = (text, font, size) => {
    for (const each of wrapped(text, font, size)) line(each, font, size)
    y -= leading / 2
  }
  paragraph(title, bold, 18)
  const held = []
  for (const section of sections) {
    if (pdf.getPageCount() === pages && y < a4[1] / 2) break
    held.push(section)
    paragraph(section.heading, bold, 13)
    for (const [number, text] of section.duties) paragraph(`${number} ${text}`, plain, 11)
  }
  return {held, pdf: await pdf.save(), count: pdf.getPageCount()}
}

const wrapped = (text, font, size) => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (font.widthOfTextAtSize(longer, size) <= a4[0] - 2 * margin) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const look = {
  marking: null,
  footer: 'Ashby Council',
  numbered: true,
  cover: false,
  textBoxes: false,
  fields: 'drawn',
  justified: false,
  font: 'Arial',
  points: 11,
  colour: '1F5C4D',
  rule: '7F9F97',
  tint: 'E8F1EE',
  author: 'Policy Officer',
  saved: '2024-01-22T09:00:00Z',
}

const markdown = (held) =>
  `# ${title}\n\n${held
    .map(({heading, duties}) => `## ${heading}\n\n${duties.map((duty) => duty.join(' ')).join('\n\n')}`)
    .join('\n\n')}\n`

const html = (held) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>\n${held
    .map(
      ({heading, duties}) =>
        `<h2>${escaped(heading)}</h2>\n${duties.map((duty) => `<p>${escaped(duty.join(' '))}</p>`).join('\n')}`,
    )
    .join('\n')}\n</main></body></html>\n`

const rows = (held) => [
  ['Section', 'Number', 'What is done'],
  ...held.flatMap(({heading, duties}) => duties.map(([number, text]) => [heading, number, text])),
]

const csv = (held) =>
  rows(held)
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')

const xlsx = async (held) => {
  const {writeXlsx} = await import(fileOf('hucre'))
  return writeXlsx({sheets: [{name: 'Procedure', rows: rows(held)}]})
}

/** The document written into a folder in every format: `{ext, file}`; `file` is null where it takes LibreOffice and there is none. `count` is how many
 *  pages the PDF has. */
export const hundredPages = async (folder) => {
  const {held, pdf, count} = await printed()
  const text = markdown(held)
  const own = {
    md: text,
    html: html(held),
    docx: wordDocument(text, look),
    pdf,
    xlsx: await xlsx(held),
    csv: csv(held),
    txt: text.replaceAll(/^#+ /gmu, ''),
  }
  const place = (ext) => join(folder, `missing-children.${ext}`)
  for (const [ext, content] of Object.entries(own)) writeFileSync(place(ext), content)
  const office = {odt: converted(place('docx'), 'odt', folder), ods: converted(place('xlsx'), 'ods', folder)}
  const order = ['md', 'html', 'docx', 'odt', 'pdf', 'xlsx', 'ods', 'csv', 'txt']
  return {
    count,
    words: readFileSync(place('txt'), 'utf8').split(/\s+/u).length,
    documents: order.map((ext) => ({ext, file: ext in office && !office[ext] ? null : place(ext)})),
  }
}

/** Whether LibreOffice wrote the file in another format. */
const converted = (file, ext, folder) => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  try {
    execFileSync('soffice', ['--headless', profile, '--convert-to', ext, '--outdir', folder, file], {stdio: 'ignore'})
    return existsSync(file.replace(/\.[a-z]+$/u, `.${ext}`))
  } catch (fault) {
    if (fault.code === 'ENOENT') return false
    throw fault
  }
}
