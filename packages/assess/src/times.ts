import type {Deadline, Duration} from '@hedgerow/ast'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {Extent} from './protection.ts'

/** A duration as it is compared: clock hours, days and weeks are one scale (24 hours = 1 day, law 5); anything else stays itself. */
export interface Amount {
  readonly scale: 'hours' | 'working-days' | 'months' | 'same-day' | 'immediate' | 'as-soon-as'
  readonly value: number
}

/** The comparable amount of a duration. */
export const amount = ({value, unit}: Duration): Amount => {
  switch (unit) {
    case 'minute':
      return {scale: 'hours', value: value / 60}
    case 'hour':
      return {scale: 'hours', value}
    case 'day':
      return value === 0 ? {scale: 'same-day', value: 0} : {scale: 'hours', value: value * 24}
    case 'week':
      return {scale: 'hours', value: value * 168}
    case 'working-day':
      return {scale: 'working-days', value}
    case 'month':
      return {scale: 'months', value}
    case 'year':
      return {scale: 'months', value: value * 12}
    case 'immediate':
      return {scale: 'immediate', value: 0}
    case 'as-soon-as':
      return {scale: 'as-soon-as', value: 0}
  }
}

/** Equal keys are the same limit: `hours:72`, `working-days:5`. */
export const amountKey = (duration: Duration): string => {
  const {scale, value} = amount(duration)
  return `${scale}:${Math.round(value * 1000) / 1000}`
}

const day = 86_400_000

/** Days the longest case of an amount takes from an event at the end of `start` (days since 1970), or null for what no calendar settles. */
const daysTaken = (each: Amount, start: number, holidays: ReadonlySet<number>): number | null => {
  switch (each.scale) {
    case 'hours':
      return each.value / 24
    case 'same-day':
    case 'immediate':
      return 0
    case 'months':
      return each.value * 31
    case 'as-soon-as':
      return null
    case 'working-days': {
      let date = start
      for (let left = Math.ceil(each.value); left > 0; ) {
        date++
        const weekday = (date + 4) % 7
        if (weekday !== 0 && weekday !== 6 && !holidays.has(date)) left--
      }
      return date - start
    }
  }
}

/** The most days that two limits can lie apart, over every day of the years whose holidays the lexicon lists; null when they cannot be compared. */
export interface Gap {
  /** In a week without holidays. */
  readonly weekend: number
  readonly holiday: number
}

const gaps = perLexicon(() => new Map<string, Gap | null>())

/** The worst-case gap between two limits, in days. Symmetric. Worked out once for each pair of limits: it walks through years. */
export const worstGap = (x: Duration, y: Duration, lexicon: Lexicon): Gap | null => {
  const known = gaps(lexicon)
  const code = [amountKey(x), amountKey(y)].sort().join(' ')
  const found = known.get(code)
  if (found !== undefined) return found
  const gap = widestGap(amount(x), amount(y), lexicon)
  known.set(code, gap)
  return gap
}

/** The days an amount takes from every day of a week without holidays, and of the years whose holidays are listed; null for what no calendar settles. */
interface Course {
  readonly weekend: Float64Array
  readonly holiday: Float64Array
}

const courses = perLexicon(() => new Map<string, Course | null>())

/** Worked out once for each amount: there are few, and they are compared in pairs. */
const courseOf = (each: Amount, lexicon: Lexicon): Course | null => {
  const known = courses(lexicon)
  const code = `${each.scale}:${each.value}`
  const found = known.get(code)
  if (found !== undefined) return found
  const made = courseFrom(each, lexicon)
  known.set(code, made)
  return made
}

const courseFrom = (each: Amount, lexicon: Lexicon): Course | null => {
  const holidays = new Set(lexicon.holidays.map(({date}) => Date.parse(date) / day))
  const first = Math.min(...holidays)
  const taken = (from: number, count: number, known: ReadonlySet<number>): Float64Array =>
    Float64Array.from({length: count}, (_, at) => daysTaken(each, from + at, known) ?? Number.NaN)
  const weekend = taken(0, 7, new Set())
  if (weekend.includes(Number.NaN)) return null
  return {
    weekend,
    holiday: holidays.size === 0 ? weekend : taken(first - 14, Math.max(...holidays) - first + 15, holidays),
  }
}

const widestGap = (ax: Amount, ay: Amount, lexicon: Lexicon): Gap | null => {
  const [x, y] = [courseOf(ax, lexicon), courseOf(ay, lexicon)]
  return x && y && {weekend: farthest(x.weekend, y.weekend), holiday: farthest(x.holiday, y.holiday)}
}

/** How far two columns lie apart at the most. */
const farthest = (x: Float64Array, y: Float64Array): number => {
  let most = 0
  for (let at = 0; at < x.length; at++) most = Math.max(most, Math.abs((x[at] as number) - (y[at] as number)))
  return most
}

/** Whether a limit is looser (1), as strict (0) or stricter (-1) than another at its worst; null when no calendar settles it. */
export const looseness = (x: Duration, y: Duration, lexicon: Lexicon): number | null => {
  if (amountKey(x) === amountKey(y)) return 0
  const [ax, ay] = [amount(x), amount(y)]
  if (ax.scale === ay.scale) return Math.sign(ax.value - ay.value)
  const holidays = new Set(lexicon.holidays.map(({date}) => Date.parse(date) / day))
  const longest = (each: Amount): number | null => {
    let most: number | null = null
    for (let start = 0; start < 7; start++) {
      const taken = daysTaken(each, start, holidays)
      if (taken === null) return null
      most = Math.max(most ?? 0, taken)
    }
    return most
  }
  const [lx, ly] = [longest(ax), longest(ay)]
  return lx === null || ly === null ? null : Math.sign(lx - ly)
}

/** Whether a limit never allows longer than another, on any day of any year whose holidays are listed: 24 hours never allow longer than one working day, while
 *  10 working days may be more than 14 days. False where no calendar tells. */
export const isNeverLooser = (x: Duration, y: Duration, lexicon: Lexicon): boolean => {
  const [own, other] = [reach(x, lexicon), reach(y, lexicon)]
  if (amountKey(x) === amountKey(y)) return true
  if (own === null || other === null) return false
  return own.scale === other.scale ? own.value < other.value : own.most <= other.least
}

const reaches = perLexicon(() => new Map<string, Extent | null>())

/** From how few to how many days an amount runs, by the days it may begin on: 10 working days from 12 days to those over Christmas. Null for what no calendar
 *  settles. */
export const reach = (duration: Duration, lexicon: Lexicon): Extent | null => {
  const known = reaches(lexicon)
  const code = amountKey(duration)
  const found = known.get(code)
  if (found !== undefined) return found
  const {scale, value} = amount(duration)
  const bounds = scale === 'as-soon-as' ? null : daysOf({scale, value}, lexicon)
  const reached = bounds && {scale, value, least: bounds[0], most: bounds[1]}
  known.set(code, reached)
  return reached
}

/** The fewest and the most days of an amount: months of 28 and of 31 days, the same day as soon as one likes or at its end. */
const daysOf = (each: Amount, lexicon: Lexicon): readonly [number, number] => {
  if (each.scale === 'same-day') return [0, 1]
  if (each.scale === 'months') return [each.value * 28, each.value * 31]
  if (each.scale !== 'working-days') return [each.value / 24, each.value / 24]
  const holidays = new Set(lexicon.holidays.map(({date}) => Date.parse(date) / day))
  const week = Array.from({length: 7}, (_, at) => at)
  const before = [...holidays].flatMap((date) => Array.from({length: 14}, (_, back) => date - back))
  const plain = week.map((start) => daysTaken(each, start, new Set()) ?? 0)
  return [Math.min(...plain), Math.max(...plain, ...before.map((start) => daysTaken(each, start, holidays) ?? 0))]
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

const unitWords: Readonly<Record<Duration['unit'], string>> = {
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  'working-day': 'working day',
  week: 'week',
  month: 'month',
  year: 'year',
  immediate: 'immediately',
  'as-soon-as': 'as soon as possible',
}

/** A limit as a person would say it: `72 hours`, `within the same day`, `every 6 weeks`, `at least 24 hours before`. */
export const spoken = ({value, unit, bound}: Pick<Deadline, 'value' | 'unit' | 'bound'>): string => {
  if (unit === 'immediate' || unit === 'as-soon-as') return unitWords[unit]
  if (unit === 'day' && value === 0) return 'the same day'
  const words = plural(value, unitWords[unit])
  switch (bound) {
    case 'within':
      return words
    case 'after':
      return `after ${words}`
    case 'at-least':
      return `at least ${words}`
    case 'every':
      return `every ${value === 1 ? unitWords[unit] : words}`
  }
}

/** A gap as a person would say it, or null when the limits always agree. Rounded up to whole days or down to hours below one day. */
export const spokenGap = ({weekend, holiday}: Gap): string | null => {
  const say = (days: number): string =>
    days < 1 ? plural(Math.round(days * 24), 'hour') : plural(Math.ceil(days), 'day')
  if (holiday === 0) return null
  return weekend === holiday
    ? `up to ${say(weekend)}`
    : `up to ${say(weekend)} over a weekend, ${say(holiday)} over bank holidays`
}
