import type {Assessment, Drift} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {lexicon as shipped} from '@hedgerow/lexicon'
import {type Alert, alertsOf} from '../alerts.ts'
import {boardOutline} from '../board.ts'
import {driftAlerts, isFresh} from '../drift/alerts.ts'
import {driftOutline} from '../drift/outline.ts'
import {outline} from '../outline.ts'
import {workbook} from '../sheets/workbook.ts'
import {codequality} from './codequality.ts'
import {csv} from './csv.ts'
import {docx} from './docx.ts'
import {driftJson} from './drift-json.ts'
import {github} from './github.ts'
import {html} from './html.ts'
import {json} from './json.ts'
import {junit} from './junit.ts'
import {markdown} from './markdown.ts'
import {ods} from './ods.ts'
import {sarif} from './sarif.ts'
import type {TextOptions} from './text.ts'
import {text} from './text.ts'
import {commentLimit, markdownWithin} from './within.ts'
import {xlsx} from './xlsx.ts'

/** How a report is printed. `lexicon` names the classes; the shipped one by default. */
export interface ReportOptions extends TextOptions {
  readonly lexicon?: Lexicon
  /** The path of the corpus from the root of its repository, with a `/` at its end, for formats that point into files; empty by default. */
  readonly root?: string
  /** Which alerts fail a JUnit case: errors by default. */
  readonly fails?: (alert: Alert) => boolean
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
  /** How drift is printed, where the format can. */
  readonly drift?: (drift: Drift, options: ReportOptions) => Iterable<string>
}

/** A format that is no text: `bytes` gives the whole file. */
export interface ByteFormat extends Named {
  readonly bytes: (assessment: Assessment, options: ReportOptions) => Uint8Array
}

/** One output format. */
export type Format = TextFormat | ByteFormat

const told = (assessment: Assessment, {lexicon = shipped}: ReportOptions) => outline(assessment, lexicon)
const toldDrift = (drift: Drift, {lexicon = shipped}: ReportOptions) => driftOutline(drift, lexicon)
const alerts = (assessment: Assessment, {lexicon = shipped}: ReportOptions) => alertsOf(assessment, lexicon)
const drifted = (drift: Drift, {lexicon = shipped}: ReportOptions) => driftAlerts(drift, lexicon)
const isError = ({severity}: Alert): boolean => severity === 'error'
const isFreshError = (alert: Alert): boolean => isFresh(alert) && isError(alert)
const book = (assessment: Assessment, {lexicon = shipped}: ReportOptions) => workbook(assessment, lexicon)

/** Every format by name. A new one is a file and a line here. */
export const formats = {
  text: {
    title: 'Plain text',
    extension: 'txt',
    print: (assessment, options) => text(told(assessment, options), options),
    drift: (drift, options) => text(toldDrift(drift, options), options),
  },
  markdown: {
    title: 'Markdown',
    extension: 'md',
    print: (assessment, options) => markdown(told(assessment, options)),
    drift: (drift, options) => [markdownWithin(toldDrift(drift, options), commentLimit)],
  },
  html: {
    title: 'Web page, one file',
    extension: 'html',
    print: (assessment, options) => html(told(assessment, options)),
    drift: (drift, options) => html(toldDrift(drift, options)),
  },
  json: {
    title: 'The analysis as JSON',
    extension: 'json',
    print: (assessment) => json(assessment),
    drift: (drift) => driftJson(drift),
  },
  csv: {
    title: 'Findings as a table',
    extension: 'csv',
    fileStart: '\ufeff',
    print: (assessment) => csv(assessment),
  },
  sarif: {
    title: 'SARIF 2.1.0, for code scanning',
    extension: 'sarif',
    print: (assessment, options) => sarif(alerts(assessment, options), options.lexicon ?? shipped, options.root ?? ''),
    drift: (drift, options) => sarif(drifted(drift, options), options.lexicon ?? shipped, options.root ?? ''),
  },
  junit: {
    title: 'JUnit XML, for test reports',
    extension: 'junit.xml',
    print: (assessment, options) => junit(alerts(assessment, options), options.fails ?? isError),
    drift: (drift, options) => junit(drifted(drift, options), options.fails ?? isFreshError),
  },
  github: {
    title: 'Annotations of GitHub Actions',
    extension: 'github.txt',
    print: (assessment, options) => github(alerts(assessment, options), options.root ?? ''),
    drift: (drift, options) => github(drifted(drift, options), options.root ?? ''),
  },
  codequality: {
    title: 'Code Quality report of GitLab',
    extension: 'codequality.json',
    print: (assessment, options) => codequality(alerts(assessment, options), options.root ?? ''),
    drift: (drift, options) => codequality(drifted(drift, options), options.root ?? ''),
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
