import type {Lexicon} from '@hedgerow/lexicon'
import {words} from '@hedgerow/lexicon'
import {changedWords, wordCounts, wordingLikeness} from '../marks.ts'
import {wordClass} from '../plain-verbs.ts'
import {type Fielded, fielded, sharedNames} from './fields.ts'
import type {AssessedRow, Authority} from '../assessment.ts'
import type {MergeField} from './proposal.ts'

/** What one authority says in a row, its particulars as fields. */
export interface Said extends Fielded {
  readonly authority: string
  readonly leadIn: string | null
  readonly term: string | null
  /** Its words with the lead-in, to be compared. */
  readonly whole: string
}

/** What each holder says in a row, in the order of their ids. */
export const saidIn = (
  row: AssessedRow,
  members: ReadonlyMap<string, Authority>,
  lexicon: Lexicon,
): readonly Said[] => {
  const holders = Object.keys(row.readings)
    .sort()
    .filter((authority) => row.readings[authority])
  const parts = new Map(
    holders.map((authority) => {
      const readings = row.readings[authority] ?? []
      const own = {text: joinedText(readings), local: [...new Set(readings.flatMap(({local}) => local))]}
      return [authority, fielded(own, members.get(authority), lexicon)]
    }),
  )
  const named = sharedNames(parts)
  return holders.map((authority) => {
    const [first] = row.readings[authority] ?? []
    const leadIn = first?.leadIn ?? null
    const {text, values} = named.get(authority) as Fielded
    const whole = leadIn === null ? text : `${leadIn} ${text}`
    return {authority, leadIn, term: first?.term ?? null, text, values, whole}
  })
}

/** What an authority says in several provisions as one text; those that end without a mark are parted by a semicolon. */
export const joinedText = (readings: readonly {readonly text: string}[]): string =>
  readings.map(({text}, at) => (at < readings.length - 1 && !/[.:;,!?]$/u.test(text) ? `${text};` : text)).join(' ')

/** Of `from`, the one whose words are nearest those of all, the first of equals. Those that do not stand by themselves, a table's row or what begins by
 *  pointing back (`It must …`), only where all are such. */
export const nearest = (from: readonly Said[], all: readonly Said[], lexicon: Lexicon): Said | undefined => {
  const upright = from.filter((each) => !each.text.includes(' | ') && !pointsBack(each, lexicon))
  const able = upright.length > 0 ? upright : from
  if (able.length < 2) return able[0]
  const texts = new Map<string, number>()
  for (const {whole} of all) texts.set(whole, (texts.get(whole) ?? 0) + 1)
  const counted = [...texts].map(([text, count]) => ({text, count, words: wordCounts(text)}))
  const nearness = new Map<string, number>()
  const nearnessOf = (text: string): number => {
    const known = nearness.get(text)
    if (known !== undefined) return known
    const own = wordCounts(text)
    const sum = counted.reduce((total, other) => total + other.count * wordingLikeness(own, other.words), 0)
    nearness.set(text, sum)
    return sum
  }
  return able.reduce((best, each) => (nearnessOf(each.whole) > nearnessOf(best.whole) + 1e-9 ? each : best))
}

/** Whether a text begins by pointing back to another one. */
const pointsBack = ({leadIn, text}: Said, lexicon: Lexicon): boolean => {
  const [first] = leadIn === null ? words(text) : words(leadIn)
  return first !== undefined && wordClass(lexicon, 'anaphor').some(([word]) => word === first.word)
}

/** Who has a wording word for word, fields and punctuation apart, and who else would change how many words. */
export const changesTo = (
  {text}: Said,
  all: readonly Said[],
): {readonly verbatim: readonly string[]; readonly changes: readonly {authority: string; words: number}[]} => {
  const known = new Map<string, number>()
  const changed = (own: string): number => {
    const found = known.get(own) ?? changedWords(own, text)
    known.set(own, found)
    return found
  }
  const counted = all.map(({authority, text: own}) => ({authority, words: changed(own)}))
  return {
    verbatim: counted.filter((each) => each.words === 0).map(({authority}) => authority),
    changes: counted.filter((each) => each.words > 0),
  }
}

/** Every field of a row with what each authority prints there, by name. */
export const fieldsOf = (said: readonly Said[]): readonly MergeField[] => {
  const names = [...new Set(said.flatMap(({values}) => [...values.keys()]))].sort()
  return names.map((name) => ({
    name,
    values: Object.fromEntries(
      said.flatMap(({authority, values}) => {
        const value = values.get(name)
        return value === undefined ? [] : [[authority, value]]
      }),
    ),
  }))
}
