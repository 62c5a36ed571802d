/** Whether words are a day of the calendar as YEAR-MONTH-DAY: 2026-02-30 is none. */
export const isDay = (words: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(words)
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** `31 March 2027`, `31st Mar 2027` in figures, any other words as they are. */
const inFigures = (words: string): string =>
  words.replace(
    /^\s*(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})\s*$/iu,
    (whole, day: string, month: string, year: string) => {
      const at = months.findIndex((name) => name.startsWith(month.toLowerCase()))
      return at < 0 ? whole : `${day}/${at + 1}/${year}`
    },
  )

/** Day, month and year in the order they were typed in; null where there are no three figures. */
const figuresTyped = (words: string): readonly [day: string, month: string, year: string] | null => {
  const [, day, month, year] =
    /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$/u.exec(inFigures(words)) ?? []
  return day && month && year ? [day.padStart(2, '0'), month.padStart(2, '0'), year] : null
}

/** The day somebody typed, as YEAR-MONTH-DAY: that, or day, month and year as is usual in England, `31/3/2027` or `31 March 2027`. Null for what is no day,
 *  and for a year of two figures: 27/01/31 may be meant either way round, and a day that was guessed is worse than one that is asked for again. */
export const dayTyped = (words: string): string | null => {
  const [day, month, year] = figuresTyped(words) ?? []
  const iso = year === undefined ? words.trim() : `${year}-${month}-${day}`
  return isDay(iso) ? iso : null
}

/** What was expected in the place of words that are no day, to be said after "expected". */
export const dayExpected = (words: string): string => {
  const [day, month, year] = figuresTyped(words) ?? []
  if (year?.length === 2 && isDay(`20${year}-${month}-${day}`)) return `the year in full: ${day}/${month}/20${year}`
  if (year && isDay(`${year}-${day}-${month}`)) return `the day before the month: ${month}/${day}/${year}`
  return 'a day as 31/01/2027, 31 January 2027 or 2027-01-31'
}

/** The day it is, where the program runs. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-')
