import type {Assessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {lexicon as shipped} from '@hedgerow/lexicon'
import {boardOutline} from '../board.ts'
import {outline} from '../outline.ts'
import {workbook} from '../sheets/workbook.ts'
import {csv} from './csv.ts'
import {docx} from './docx.ts'
import {html} from './html.ts'
import {json} from './json.ts'
import {markdown} from './markdown.ts'
import {ods} from './ods.ts'
import type {TextOptions} from './text.ts'
import {text} from './text.ts'
import {xlsx} from './xlsx.ts'

/** How a report is printed. `lexicon` names the classes; the shipped one by default. */
export interface ReportOptions extends TextOptions {
  readonly lexicon?: Lexicon
}

interface Named {
  readonly title: string
  /** Without a dot. */
  readonly extension: string
}

/** A format of text. `print` gives pieces to be written one after the other. */
export interface TextFormat extends Named {
  /** What a file begins with and a stream does not: the mark by which Excel knows UTF-8. */
  readonly fileStart?: string
  readonly print: (assessment: Assessment, options: ReportOptions) => Iterable<string>
}

/** A format that is no text: `bytes` gives the whole file. */
export interface ByteFormat extends Named {
  readonly bytes: (assessment: Assessment, options: ReportOptions) => Uint8Array
}

/** One output format. */
export type Format = TextFormat | ByteFormat

const told = (assessment: Assessment, {lexicon = shipped}: ReportOptions) => outline(assessment, lexicon)
const book = (assessment: Assessment, {lexicon = shipped}: ReportOptions) => workbook(assessment, lexicon)

/** Every format by name. A new one is a file and a line here. */
export const formats = {
  text: {
    title: 'Plain text',
    extension: 'txt',
    print: (assessment, options) => text(told(assessment, options), options),
  },
  markdown: {title: 'Markdown', extension: 'md', print: (assessment, options) => markdown(told(assessment, options))},
  html: {
    title: 'Web page, one file',
    extension: 'html',
    print: (assessment, options) => html(told(assessment, options)),
  },
  json: {title: 'The analysis as JSON', extension: 'json', print: (assessment) => json(assessment)},
  csv: {
    title: 'Findings as a table',
    extension: 'csv',
    fileStart: '\ufeff',
    print: (assessment) => csv(assessment),
  },
  docx: {
    title: 'Word document for a board',
    extension: 'docx',
    bytes: (assessment, {lexicon = shipped}) => docx(boardOutline(assessment, lexicon), assessment.asAt),
  },
  xlsx: {title: 'Excel workbook', extension: 'xlsx', bytes: (assessment, options) => xlsx(book(assessment, options))},
  ods: {
    title: 'OpenDocument spreadsheet',
    extension: 'ods',
    bytes: (assessment, options) => ods(book(assessment, options)),
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats
