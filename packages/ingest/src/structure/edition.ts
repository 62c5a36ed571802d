import {type Edition, noEdition} from '@hedgerow/ast'
import {datePattern, isoDate} from './dates.ts'

const date = `(${datePattern})`
const year = '(?:19|20)\\d{2}'
const end = '(?=[\\s.,;|)]|$)'
const sticky = (source: string): RegExp => new RegExp(source + end, 'iuy')

type Phrase = readonly [part: keyof Edition | 'none', pattern: RegExp]

/** What edition lines say, each with the part of the edition it gives. Longer phrasings come first. */
const phrases: readonly Phrase[] = [
  [
    'review',
    sticky(
      `(?:date of |date for )?(?:next review|review date|review due|due for review|to be reviewed|for review)(?: date)?(?: by| on| in| is)?\\s*[:–-]?\\s*${date}`,
    ),
  ],
  [
    'date',
    sticky(
      `(?:this|the) (?:procedure|chapter|policy|protocol|document|guidance|page) was (?:last )?(?:updated|reviewed|amended|revised|published) (?:on|in) ${date}`,
    ),
  ],
  ['none', sticky('and is currently up ?-?to ?-?date')],
  ['none', sticky(`(?:supersedes|replaces|originated|origination date)\\s*[:–-]\\s*${date}`)],
  ['none', /by (?:the )?\p{Lu}[^.;|]{2,90}(?=\.?\s*$|\.\s+(?=\p{Lu})|;|\|)/uy],
  [
    'date',
    sticky(
      `(?:this )?(?:page |document |chapter |procedure )?(?:was )?(?:(?:first|last|dates?) )?(?:approved|reviewed|updated|published|issued|effective|adopted|agreed|revised|amended|approval|publication|issue)(?: date| on| in| from)*\\s*[:–-]?\\s*${date}`,
    ),
  ],
  [
    'date',
    sticky(
      `(?:effective |publication |approval |issue )?date(?: of (?:issue|approval|publication|this version))?\\s*[:–-]\\s*${date}`,
    ),
  ],
  [
    'none',
    sticky(
      `(?:last |dates? )?(?:reviewed|updated|revised|amended|approved|published|issued)(?: in| on)?\\s*[:–-]?\\s*${year}`,
    ),
  ],
  [
    'version',
    sticky('(?:document )?(?:version|edition|issue)(?: no\\.?| number)?\\s*[:–-]?\\s*(v?\\d+(?:\\.\\d+)*[a-z]?)'),
  ],
  ['version', sticky('(v\\d+(?:\\.\\d+)*)')],
  [
    'owner',
    /(?:document |policy |procedure )?(?:owner|author|lead officer|responsible officer|policy lead)\s*[:–-]\s*([^\n]*?)(?=\.?\s*$|\.\s+(?=[A-Z])|;|\|)/iuy,
  ],
]

/** Behind a date there may be more of them: `Reviewed: July 2019 and May 2022`. */
const moreDates: readonly Phrase[] = [
  ['date', sticky(`(?:and |& )?${date}`)],
  ['none', sticky(`(?:and |& )?${year}`)],
]

/** Behind a version a date needs no word of its own: `Issue 5 – February 2026`. */
const bareDate: Phrase = ['date', sticky(date)]

/** The edition a line states when the whole line is about nothing else (`Version 3.2, approved May 2024. Owner: …`), or null. */
export const editionLine = (line: string): Partial<Edition> | null => {
  const found: {-readonly [K in keyof Edition]?: string | null} = {}
  let at = 0
  let said = 0
  let isDated = false
  for (;;) {
    at += (/^[\s.,;|()–-]*/u.exec(line.slice(at)) as RegExpExecArray)[0].length
    if (at >= line.length) return said > 0 ? found : null
    const behind: readonly Phrase[] = [
      ...(found.version === undefined ? [] : [bareDate]),
      ...(isDated ? moreDates : []),
    ]
    const phrase: Phrase | undefined = [...phrases, ...behind].find(([, pattern]) => {
      pattern.lastIndex = at
      return pattern.test(line)
    })
    if (!phrase) return null
    const [part, pattern] = phrase
    pattern.lastIndex = at
    const match = pattern.exec(line) as RegExpExecArray
    at += match[0].length
    said++
    isDated = part === 'date' || part === 'none'
    const value = part === 'none' ? null : valueOf(part, match[1] as string)
    if (part !== 'none' && (found[part] === undefined || (part === 'date' && isLater(value, found.date))))
      found[part] = value
  }
}

/** Whether a date of a line is after the one that was said before it. */
const isLater = (date: string | null, than: string | null | undefined): boolean => (date ?? '') > (than ?? '')

/** The edition that several lines state between them: of each part what is said first, but of several dates the latest. */
export const statedIn = (lines: readonly string[]): Partial<Edition> => {
  const stated = lines.flatMap((line) => editionLine(line) ?? [])
  const date = stated
    .flatMap((each) => each.date ?? [])
    .sort()
    .at(-1)
  return {...editionOf(stated), ...(date === undefined ? {} : {date})}
}

const valueOf = (part: keyof Edition, text: string): string | null =>
  part === 'date' || part === 'review' ? isoDate(text) : text.trim()

const keys: Readonly<Record<keyof Edition, readonly string[]>> = {
  version: ['version', 'edition', 'revision'],
  date: [
    'date',
    'lastupdated',
    'lastreviewed',
    'updated',
    'published',
    'approved',
    'effective',
    'reviewed',
    'modified',
    'lastmodified',
    'issued',
  ],
  review: ['review', 'reviewdate', 'nextreview', 'reviewby', 'reviewdue'],
  owner: ['owner', 'author', 'lead', 'policyowner', 'contact'],
}

/** The edition in front matter, whatever case and hyphens its keys are written with. */
export const frontMatterEdition = (frontMatter: Readonly<Record<string, unknown>>): Partial<Edition> => {
  const plain = new Map(
    Object.entries(frontMatter).map(([key, value]) => [key.toLowerCase().replace(/[^a-z]/gu, ''), value]),
  )
  const pick = (names: readonly string[]): string | null => {
    const value = names
      .map((name) => plain.get(name))
      .find((each) => typeof each === 'string' || typeof each === 'number')
    return value === undefined ? null : String(value).trim() || null
  }
  const dated = (text: string | null): string | null => (text === null ? null : isoDate(text))
  return {
    version: pick(keys.version),
    date: dated(pick(keys.date)),
    review: dated(pick(keys.review)),
    owner: pick(keys.owner),
  }
}

/** Editions laid over one another: what an earlier one states stands. */
export const editionOf = (given: readonly Partial<Edition>[]): Edition => {
  const stated = (part: keyof Edition): string | null => given.map((each) => each[part]).find((value) => value) ?? null
  return {
    ...noEdition,
    version: stated('version'),
    date: stated('date'),
    review: stated('review'),
    owner: stated('owner'),
  }
}

const controlLabel =
  /^(?:(?:policy|document|procedure|protocol) (?:name|title|owner|author|reference|number|type|description|status)|title|name of (?:policy|document)|description|version(?: no\.?| number)?|status|(?:date )?approved(?: by| date)?|approval date|approved by|author|owner|contributors?|(?:next )?review(?: date)?|date (?:approved|of (?:review|issue|approval)|for review)|issued?(?: date)?|effective(?: date| from)?|last (?:reviewed|updated)|ratified by|lead|reference)\s*:?$/iu

/** The edition a version-control table states: a history (its latest row) or labels beside values. Null when it is no such table. */
export const editionTable = (
  head: readonly string[] | null,
  rows: readonly (readonly string[])[],
): Partial<Edition> | null => {
  const all = head ? [head, ...rows] : rows
  const top = all[0] ?? []
  const versionAt = top.findIndex((cell) => /^(?:version|issue|edition|revision)\b/iu.test(cell))
  const dateAt = top.findIndex((cell) => /\bdate\b|^(?:approved|issued|updated)/iu.test(cell))
  if (versionAt >= 0 && dateAt >= 0 && all.length > 1 && !labels(all))
    return latest(all.slice(1), versionAt, dateAt, top)
  return labels(all) ? labelled(all) : isControlTable(all) ? controlled(all) : null
}

const control =
  /^(?:(?:policy|document|procedure|protocol|reference) (?:title|name|number|no)|title|approved|authorised|origination date|(?:date )?(?:last )?(?:revised|reviewed?|issued)|date revised|(?:next )?review date|effective(?: date)?|date|version|owner|author)\s*:/iu

/** Whether most rows of a small table hold what a control sheet does, label and value in one cell. */
const isControlTable = (rows: readonly (readonly string[])[]): boolean => {
  const cells = rows.flat().filter((cell) => cell !== '')
  const named = rows.filter((row) => row.some((cell) => control.test(cell)))
  return (
    rows.length >= 3 &&
    rows.length <= 15 &&
    named.length * 4 >= rows.length * 3 &&
    cells.filter((cell) => control.test(cell)).length >= 3
  )
}

/** What a control sheet states, its cells cut at each label. */
const controlled = (rows: readonly (readonly string[])[]): Partial<Edition> =>
  statedIn(rows.flat().flatMap((cell) => cell.split(/(?<=\d)\s+(?=(?:\p{Lu}\p{L}*\s+){0,3}\p{Lu}\p{L}*:)/u)))

const labels = (rows: readonly (readonly string[])[]): boolean =>
  rows.length >= 2 &&
  rows.every((row) => row.length >= 2) &&
  rows.every((row) => controlLabel.test((row[0] ?? '').trim()))

const labelled = (rows: readonly (readonly string[])[]): Partial<Edition> => {
  const value = (pattern: RegExp): string | null => rows.find((row) => pattern.test(row[0] ?? ''))?.[1]?.trim() || null
  return {
    version: value(/version/iu),
    date: isoDate(value(/(?:date )?approved(?! by)|approval|issue|effective|last/iu) ?? ''),
    review: isoDate(value(/review(?!ed)/iu) ?? ''),
    owner: value(/owner|author|lead/iu),
  }
}

const latest = (
  rows: readonly (readonly string[])[],
  versionAt: number,
  dateAt: number,
  head: readonly string[],
): Partial<Edition> => {
  const dated = rows.map((row) => ({row, date: isoDate(row[dateAt] ?? '') ?? ''}))
  const last = dated.reduce((best, each) => (each.date >= best.date ? each : best))
  const reviewAt = head.findIndex((cell) => /review/iu.test(cell))
  return {
    version: last.row[versionAt]?.trim() || null,
    date: last.date || null,
    review: reviewAt >= 0 && reviewAt !== dateAt ? isoDate(last.row[reviewAt] ?? '') : null,
  }
}
