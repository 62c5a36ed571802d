const months = 'january february march april may june july august september october november december'.split(' ')
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** Dates as councils print them, as the source of a regular expression without groups. */
export const datePattern = `(?:\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:of\\s+)?${month.replace('(', '(?:')}\\.?,?\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,\\s*)?\\d{4})`

const two = (n: number): string => String(n).padStart(2, '0')

const day = (year: number, monthOf: number, date: number | null): string | null => {
  if (monthOf < 1 || monthOf > 12 || (date !== null && (date < 1 || date > 31))) return null
  return `${year}-${two(monthOf)}${date === null ? '' : `-${two(date)}`}`
}

/** A printed date as ISO as far as it goes (`May 2024` is 2024-05; in figures the day before the month, as in Britain), or null. */
export const isoDate = (text: string): string | null => {
  const iso = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/u.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : null)
  const figures = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/u.exec(text)
  if (figures) {
    const year = Number(figures[3])
    // Of two figures, those from 70 on are of the last century.
    return day(year < 70 ? 2000 + year : year < 100 ? 1900 + year : year, Number(figures[2]), Number(figures[1]))
  }
  const words = new RegExp(
    `(?:\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?\\b${month}\\.?,?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,\\s*)?(\\d{4})\\b`,
    'iu',
  ).exec(text)
  if (!words) return null
  const name = (words[2] as string).slice(0, 3).toLowerCase()
  return day(
    Number(words[4]),
    months.findIndex((each) => each.startsWith(name)) + 1,
    (words[1] ?? words[3]) ? Number(words[1] ?? words[3]) : null,
  )
}
