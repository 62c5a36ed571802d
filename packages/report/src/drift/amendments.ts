import type {Drift, ProcedureDrift, TextChange} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {driftNames, type DriftNames} from './names.ts'
import {csvCell} from '../formats/csv.ts'
import {html} from '../formats/html.ts'
import {markdown} from '../formats/markdown.ts'
import {text, type TextOptions} from '../formats/text.ts'
import {type Outline, paragraph, table} from '../nodes.ts'
import {capital, dated, sentence} from '../wording.ts'

/** One line of an amendments log, as the sector keeps it. */
export interface Amendment {
  readonly authority: string
  /** The chapter's own title. */
  readonly chapter: string
  readonly details: string
  /** ISO date: of the later edition, else of the state it was taken from. */
  readonly date: string
}

/** The amendments between two states, by authority and chapter. Chapters whose provisions say the same have none. */
function amendmentsOf(drift: Drift, lexicon: Lexicon): readonly Amendment[] {
  const names = driftNames(drift, lexicon)
  return drift.text
    .filter(({status, renamedFrom}) => (status !== 'same' && status !== 'unread') || renamedFrom !== null)
    .map((own) => ({
      authority: names.authority(own.authority),
      chapter: own.title || names.topic(own.topic),
      details: detailsOf(own, names),
      date: amendedOn(own, drift),
    }))
    .sort((x, y) => (x.authority < y.authority ? -1 : x.authority > y.authority ? 1 : x.chapter < y.chapter ? -1 : 1))
}

/** The day a change counts from: the later edition's own date where it is another than before, else the day of the later state. */
export function amendedOn({edition}: ProcedureDrift, {after}: Drift): string {
  const {before, after: now} = edition
  const isNew = now?.date !== null && now?.date !== undefined && now.date !== before?.date
  return isNew ? (now.date as string) : (after.on ?? after.made.asAt)
}

function detailsOf(own: ProcedureDrift, names: DriftNames): string {
  if (own.status === 'added') return `New chapter (${own.counts.added} provisions).`
  if (own.status === 'removed') return `Chapter withdrawn (${own.counts.removed} provisions).`
  const telling = own.changes.filter(
    ({classes, kind}) => kind !== 'changed' || classes.some((each) => isTold(each.class)),
  )
  const quiet = own.changes.length - telling.length
  const parts = [
    ...(own.renamedFrom === null
      ? []
      : [`Formerly ${names.authority(own.renamedFrom.authority)}, ${names.topic(own.renamedFrom.topic)}.`]),
    ...own.headings.map(({before, after}) => `Section “${before}” is called “${after}”.`),
    ...bySection(telling).map(([section, changes]) => sectionWords(section, changes, own, names)),
    ...(quiet === 0 ? [] : [`Editorial: ${quiet} provisions reworded, moved or renumbered; the rules are the same.`]),
  ]
  return parts.join(' ')
}

const quietClasses: ReadonlySet<string> = new Set(['wording', 'local', 'moved', 'renumbered'])

function isTold(name: string): boolean {
  return !quietClasses.has(name)
}

function bySection(changes: readonly TextChange[]): readonly (readonly [string, readonly TextChange[]])[] {
  const sections = new Map<string, TextChange[]>()
  for (const change of changes) {
    const section = (change.after[0] ?? change.before[0])?.section ?? ''
    sections.set(section, [...(sections.get(section) ?? []), change])
  }
  return [...sections]
}

function sectionWords(section: string, changes: readonly TextChange[], own: ProcedureDrift, names: DriftNames): string {
  const words = changes.map((change) => {
    const [was, is] = [inWords(change.before), inWords(change.after)]
    if (change.kind === 'added') return ended(`added ${is}`)
    if (change.kind === 'removed') return ended(`removed ${was}`)
    return ended(`${names.change(change, own)}: ${is}`)
  })
  return `${section === '' ? 'Opening' : `Section “${section}”`}: ${words.map(capital).join(' ')}`
}

/** The words of a provision, all its parts, each behind the lead-in whose duty it inherits. */
function inWords(all: TextChange['after']): string {
  return all.map(({leadIn, text: words}) => `${leadIn === null ? '' : `(“${leadIn}”) `}“${words}”`).join(' ')
}

/** A full stop where none stands, inside or outside the quotation marks at the end. */
function ended(words: string): string {
  return /[.!?]”$/u.test(words) ? words : sentence(words)
}

function amendmentsOutline(drift: Drift, lexicon: Lexicon): Outline {
  const all = amendmentsOf(drift, lexicon)
  const authorities = [...new Set(all.map(({authority}) => authority))]
  const children = authorities.map((authority) => {
    const own = all.filter((each) => each.authority === authority)
    return table(
      authority,
      ['Chapter', 'Details', 'Date'],
      own.map(({chapter, details, date}) => [chapter, details, dated(date)]),
    )
  })
  const none = paragraph('No chapter was amended.')
  return {
    type: 'outline',
    title: drift.region === null ? 'Amendments' : `${drift.region}: amendments`,
    subtitle: `From ${drift.before.name} to ${drift.after.name}. hedgerow ${drift.after.made.version}.`,
    children: [
      {type: 'chapter', id: 'amendments', title: 'Amendments', children: children.length === 0 ? [none] : children},
    ],
  }
}

function* amendmentsCsv(drift: Drift, lexicon: Lexicon): Iterable<string> {
  yield 'authority,chapter,details,date\r\n'
  for (const {authority, chapter, details, date} of amendmentsOf(drift, lexicon))
    yield `${[authority, chapter, details, date].map(csvCell).join(',')}\r\n`
}

type Printer = (drift: Drift, lexicon: Lexicon, options: TextOptions) => Iterable<string>

/** The formats an amendments log can be printed in, by name. */
export const amendmentFormats: Readonly<Record<string, Printer>> = {
  text: (drift, lexicon, options) => text(amendmentsOutline(drift, lexicon), options),
  markdown: (drift, lexicon) => markdown(amendmentsOutline(drift, lexicon)),
  html: (drift, lexicon) => html(amendmentsOutline(drift, lexicon)),
  csv: amendmentsCsv,
}
