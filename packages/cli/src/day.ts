/** Whether words are a day of the calendar as YEAR-MONTH-DAY: 2026-02-30 is none. */
export const isDay = (words: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(words)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `31 March 2027` or `31 Mar 2027` in figures, any other words as they are. */
const inFigures = (words: string): string =>
  words.replace(/^\s*(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})\s*$/iu, (whole, day: string, month: string, year: string) => {
    const at = months.indexOf(month.slice(0, 3).toLowerCase())
    return at < 0 ? whole : `${day}/${at + 1}/${year}`
  })

/** The day somebody typed, as YEAR-MONTH-DAY: that, or day, month and year as is usual in England, `31/3/2027` or `31 March 2027`. Null for what is no day. */
export const dayTyped = (words: string): string | null => {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(inFigures(words)) ?? []
  const iso = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : words.trim()
  return isDay(iso) ? iso : null
}

/** The day it is, where the program runs. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-')
