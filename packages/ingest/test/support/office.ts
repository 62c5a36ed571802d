import {strToU8, zipSync} from 'fflate'
import {lexicon} from '@hedgerow/lexicon'
import type {Block} from '../../src/blocks.ts'
import {docx} from '../../src/formats/docx.ts'
import {odt} from '../../src/formats/odt.ts'
import type {Reading} from '../../src/formats/reading.ts'
import {ingest, outline} from '../../src/index.ts'
import {defaultLimits, type Limits} from '../../src/limits.ts'

/** A zip of parts given as text. */
export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export interface WordParts {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly core?: string
  readonly custom?: string
  readonly [path: `${string}/${string}`]: string
}

const wrapped = (name: string, inside: string): string =>
  `<?xml version="1.0"?><w:${name} ${spaces}>${inside}</w:${name}>`

/** The bytes of a Word document with this body. */
export const word = (body: string, {core, custom, ...parts}: WordParts = {}): Uint8Array => {
  const files: Record<string, string> = {'word/document.xml': wrapped('document', `<w:body>${body}</w:body>`)}
  for (const [name, inside] of Object.entries(parts))
    files[name.includes('/') ? name : `word/${name}.xml`] = name.includes('/')
      ? String(inside)
      : wrapped(name, String(inside))
  if (core !== undefined)
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`
  if (custom !== undefined)
    files['docProps/custom.xml'] =
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`
  return zipped(files)
}

/** A run of text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs given as XML, or of plain text. */
export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`

/** A paragraph in a style. */
export const styled = (style: string, inside: string, properties = ''): string =>
  p(inside, `<w:pStyle w:val="${style}"/>${properties}`)

/** A paragraph numbered in a list. */
export const numbered = (list: number, level: number, inside: string, properties = ''): string =>
  p(inside, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${properties}`)

/** A level of a list: its number format and text, and what else is said of it. */
export const lvl = (at: number, format: string, text: string, more = '<w:start w:val="1"/>'): string =>
  `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${(at + 1) * 720}" w:hanging="360"/></w:pPr></w:lvl>`

/** An abstract list, and a list that stands for it. */
export const abstract = (id: number, inside: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`
export const num = (id: number, list: number, inside = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${inside}</w:num>`

/** A row of cells given as XML or plain text. */
export const tr = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`
export const tc = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith('<w:p') || inside.startsWith('<w:tbl') || inside.startsWith('<w:sdt') ? inside : p(inside)}</w:tc>`
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`

const odfSpaces = [
  ...['office', 'text', 'table', 'style', 'form', 'meta'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

/** The bytes of an OpenDocument text with this body; `automatic` are styles of its own, `styles` those of styles.xml. */
export const open = (body: string, {automatic = '', styles = '', meta = ''} = {}): Uint8Array =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${odfSpaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${odfSpaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${odfSpaces}><office:meta>${meta}</office:meta></office:document-meta>`,
  })

const given = (limits: Partial<Limits>) => ({limits: {...defaultLimits, ...limits}, selectors: {}})

/** What the readers make of some bytes. */
export const readWord = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Reading> =>
  docx(bytes, given(limits))
export const readOpen = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Reading> =>
  odt(bytes, given(limits))

/** Blocks as lines, to be compared at a glance: `# ` headings, markers of steps, `|` cells, `[]` controls. */
export const shown = (blocks: readonly Block[], depth = 0): readonly string[] =>
  blocks.flatMap((block) => lines(block).map((line) => '  '.repeat(depth) + line))

const lines = (block: Block): readonly string[] => {
  const said = (text: string): string => text.replaceAll('\n', ' / ')
  const control = (each: Extract<Block, {type: 'control'}>): string =>
    `[${each.control}${each.required ? '!' : ''}] ${said(each.label.text)}${each.options.length > 0 ? ` {${each.options.join(', ')}}` : ''}`
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${said(block.words.text)}`]
    case 'paragraph':
      return [said(block.words.text)]
    case 'list':
      return block.items.flatMap((item) => {
        const [first = '', ...rest] = shown(item.blocks)
        const box = item.checked === null ? '' : item.checked ? '[x] ' : '[ ] '
        return [`${item.marker ?? '-'} ${box}${first}`, ...rest.map((line) => `  ${line}`)]
      })
    case 'table':
      return [
        ...(block.head ? [{cells: block.head, mark: '|*'}] : []),
        ...block.rows.map((cells) => ({cells, mark: '|'})),
      ].map(
        ({cells, mark}) =>
          `${mark} ${cells.map((cell) => [said(cell.words.text), ...cell.controls.map(control)].join(' ').trim()).join(' | ')}`,
      )
    case 'control':
      return [control(block)]
    case 'definition':
      return [`${said(block.term.text)} := ${said(block.meaning.text)}`]
    case 'box':
      return ['box', ...shown(block.blocks, 1)]
    case 'note':
      return [`note ${block.mark ?? '-'}: ${said(block.words.text)}`]
  }
}

/** The blocks of a Word document or OpenDocument text with this body, as lines. */
export const wordLines = async (body: string, parts: WordParts = {}): Promise<readonly string[]> =>
  shown((await readWord(word(body, parts))).blocks)
export const openLines = async (body: string, parts: Parameters<typeof open>[1] = {}): Promise<readonly string[]> =>
  shown((await readOpen(open(body, parts))).blocks)

/** A document's outline, and its messages as `ruleId: reason`. */
export const outlineOf = async (path: string, bytes: Uint8Array): Promise<string> => {
  const {procedure} = await ingest({path, bytes, authority: 'ashby', topic: 'missing-children'}, {lexicon})
  return outline(procedure)
}
