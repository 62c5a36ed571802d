import type {AssessedReading, AssessedRow, TopicAssessment} from '@hedgerow/assess'
import type {Control} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {readingsOf} from './rows.ts'
import {weightNamed} from './weight-named.ts'

/** How one form asks for one thing. */
export interface Asking {
  readonly authority: string
  /** As printed; several where the form asks in several places. */
  readonly wordings: readonly string[]
  readonly required: boolean
  readonly controls: readonly Control[]
  readonly options: readonly string[]
  readonly readings: readonly AssessedReading[]
}

/** Whether an item belongs into the proposed common minimum: `yes`; `no`; or `check`, where it would but the rows it rests on are unsure. */
export type InMinimum = 'yes' | 'no' | 'check'

/** Something that forms ask for, and how each of them does. */
export interface FormItem {
  /** The lexicon's id of the item, or the id of the row where it is none of those. */
  readonly id: string
  readonly title: string
  readonly section: string
  readonly rows: readonly AssessedRow[]
  /** One for each authority whose form asks for it, in the topic's order. */
  readonly askings: readonly Asking[]
  /** Whether a row it rests on is unsure, or somebody's silence in it: then nobody's silence is certain. */
  readonly isUnsure: boolean
  readonly inMinimum: InMinimum
  /** Whether the minimum would require an answer. */
  readonly required: boolean
  /** Options that most of those who offer any offer alike; empty where no set of options leads. */
  readonly options: readonly string[]
  /** Why it is in the minimum or not, as a sentence. */
  readonly why: string
}

/** The forms of a topic compared as data. */
export interface FormComparison {
  readonly topic: TopicAssessment
  /** Authorities whose form was read: those that have a field at all. */
  readonly forms: readonly string[]
  readonly items: readonly FormItem[]
  /** The rule of the minimum, as a sentence. */
  readonly rule: string
}

/** The comparison of every topic that two authorities or more have a form on. */
export function formComparisons(topics: readonly TopicAssessment[], lexicon: Lexicon): readonly FormComparison[] {
  return topics.map((topic) => comparison(topic, lexicon)).filter(({forms}) => forms.length > 1)
}

function comparison(topic: TopicAssessment, lexicon: Lexicon): FormComparison {
  const rows = topic.rows.filter(({kind}) => kind === 'field')
  const forms = topic.authorities.filter((id) => rows.some((row) => readingsOf(row, id).length > 0))
  const shares = sharesOf(lexicon)
  const titles = new Map(lexicon.dataItems.map(({item, title}) => [item, title]))
  const groups = [...grouped(rows)].map(([id, own]) => itemOf({id, rows: own, topic, forms, titles, shares}))
  return {topic, forms, items: groups, rule: ruleWords(shares)}
}

interface Shares {
  readonly asked: number
  readonly required: number
}

function sharesOf(lexicon: Lexicon): Shares {
  return {
    asked: weightNamed(lexicon, 'form-minimum-asked').value,
    required: weightNamed(lexicon, 'form-minimum-required').value,
  }
}

const portion = (share: number): string =>
  share === 0.5 ? 'at least half' : `at least ${Math.round(share * 100)} per cent`

function ruleWords({asked, required}: Shares): string {
  return (
    `The proposed common minimum holds what a statutory standard in force asks for, and what ${portion(asked)} of the forms read ask for; ` +
    `an answer is required where ${portion(required)} of the forms that ask require it. It is a floor: no form has to drop anything for it.`
  )
}

/** Rows by the item they ask for, in the order of the rows; a row whose readings name different items, or none, stands by itself. */
function grouped(rows: readonly AssessedRow[]): ReadonlyMap<string, readonly AssessedRow[]> {
  const groups = new Map<string, AssessedRow[]>()
  for (const row of rows) {
    const key = itemIn(row) ?? row.id
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

function itemIn(row: AssessedRow): string | null {
  const all = Object.values(row.readings).flatMap((readings) => readings ?? [])
  const named = [...new Set(all.flatMap(({item}) => item ?? []))]
  return named.length === 1 ? (named[0] as string) : null
}

interface Group {
  readonly id: string
  readonly rows: readonly AssessedRow[]
  readonly topic: TopicAssessment
  readonly forms: readonly string[]
  readonly titles: ReadonlyMap<string, string>
  readonly shares: Shares
}

function itemOf(group: Group): FormItem {
  const {id, rows, topic, forms, titles} = group
  const askings = forms.flatMap((authority) => askingOf(authority, rows))
  const isUnsure = rows.some(({status, doubtful}) => status === 'unsure' || doubtful.length > 0)
  const title = titles.get(id) ?? askings[0]?.wordings[0] ?? id
  const statute = topic.standards.find(
    ({tier, rows: own}) => tier === 'A' && own.some((each) => rows.some((row) => row.id === each)),
  )
  return {
    id,
    title,
    section: rows[0]?.sectionTitle ?? '',
    rows,
    askings,
    isUnsure,
    ...verdict(askings, statute !== undefined, isUnsure, group),
    options: leadingOptions(askings),
  }
}

function askingOf(authority: string, rows: readonly AssessedRow[]): readonly Asking[] {
  const readings = rows.flatMap((row) => readingsOf(row, authority))
  if (readings.length === 0) return []
  const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
  return [
    {
      authority,
      wordings: distinct(readings.map(({text}) => text.replace(/\s+/g, ' ').trim())),
      required: readings.some(({required}) => required === true),
      controls: distinct(readings.flatMap(({control}) => control ?? [])),
      options: distinct(readings.flatMap(({options}) => options ?? [])),
      readings,
    },
  ]
}

function verdict(
  askings: readonly Asking[],
  isStatutory: boolean,
  isUnsure: boolean,
  {forms, shares}: Group,
): Pick<FormItem, 'inMinimum' | 'required' | 'why'> {
  const requiring = askings.filter(({required}) => required).length
  const isCommon = isStatutory || askings.length >= shares.asked * forms.length
  const counts = `${askings.length} of ${forms.length} forms ask for it, ${requiring} of them require it.`
  const reason = isStatutory ? `A statutory standard asks for it. ${counts}` : counts
  const doubt = isUnsure ? ' The rows it rests on are unsure: check before it is taken over.' : ''
  return {
    inMinimum: !isCommon ? 'no' : isUnsure ? 'check' : 'yes',
    required: requiring > 0 && requiring >= shares.required * askings.length,
    why: `${reason}${doubt}`,
  }
}

function leadingOptions(askings: readonly Asking[]): readonly string[] {
  const sets = new Map<string, {readonly options: readonly string[]; count: number}>()
  for (const {options} of askings) {
    if (options.length === 0) continue
    const key = [...options]
      .map((each) => each.toLowerCase())
      .sort()
      .join('\n')
    const known = sets.get(key) ?? {options, count: 0}
    known.count++
    sets.set(key, known)
  }
  const all = [...sets.values()]
  const most = Math.max(0, ...all.map(({count}) => count))
  const leading = all.filter(({count}) => count === most)
  return leading.length === 1 ? (leading[0]?.options ?? []) : []
}

/** What one form would do to meet the minimum. `beyond` asks for more than the minimum and may stay. */
export type FormStep = 'add' | 'require' | 'beyond' | 'check' | 'none'

/** What the form of an authority would do about an item. */
export function formStep(item: FormItem, authority: string): FormStep {
  const own = item.askings.find((each) => each.authority === authority)
  if (item.inMinimum === 'no') return own === undefined ? 'none' : 'beyond'
  if (item.inMinimum === 'check') return own === undefined || (item.required && !own.required) ? 'check' : 'none'
  if (own === undefined) return 'add'
  return item.required && !own.required ? 'require' : 'none'
}

/** How a form stands to an item, in words: `required`, `asked`, `not asked`, or `? not found` where the rows are unsure. */
export function askingWords(item: FormItem, authority: string): string {
  const own = item.askings.find((each) => each.authority === authority)
  if (own === undefined) return item.isUnsure ? '? not found' : '– not asked'
  return `${own.required ? '● required' : '○ asked'}${item.isUnsure ? ' ?' : ''}`
}

/** What a step is called. */
export const formStepWords: Readonly<Record<Exclude<FormStep, 'none'>, string>> = {
  add: 'add',
  require: 'make required',
  beyond: 'beyond the minimum: keep or drop',
  check: 'check',
}

/** Whether an item is in the minimum, in words. */
export const inMinimumWords: Readonly<Record<InMinimum, string>> = {yes: 'yes', no: 'no', check: '? check'}

/** What the minimum asks of an item that is in it: `required`, `asked`; nothing else. */
export function minimumForce({inMinimum, required}: FormItem): string {
  return inMinimum === 'no' ? '–' : required ? 'required' : 'asked'
}
