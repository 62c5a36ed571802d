/** `n` in small letters as browsers and LibreOffice number past z: `z`, `aa`, `ab`. Below 1, and above what any list holds, its digits. */
export const letters = (n: number): string =>
  n <= 0 || n > 1_000_000
    ? String(n)
    : (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26))

const mostRepeats = 30

/** `n` in small letters as Word numbers past z: `z`, `aa`, `bb`. Below 1, and above what any list holds, its digits. */
export const repeatedLetters = (n: number): string =>
  n <= 0 || n > 26 * mostRepeats
    ? String(n)
    : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)

const romanDigits = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** `n` in small Roman numerals; outside 1 to 3999 its digits. */
export const roman = (n: number): string => {
  if (n <= 0 || n > 3999) return String(n)
  let rest = n
  let text = ''
  for (const [value, digits] of romanDigits)
    while (rest >= value) {
      text += digits
      rest -= value
    }
  return text
}

/** `n` as an ordinal in digits: `1st`, `12th`, `23rd`. */
export const ordinal = (n: number): string => {
  const tens = Math.abs(n) % 100
  if (tens >= 11 && tens <= 13) return `${n}th`
  return `${n}${['th', 'st', 'nd', 'rd'][Math.abs(n) % 10] ?? 'th'}`
}

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** `n` in words, the first in a capital: `One`, `Twenty-one`. Outside 0 to 99 its digits. */
export const inWords = (n: number): string => {
  if (n < 0 || n > 99) return String(n)
  const ten = tens[Math.floor(n / 10) - 2]
  const text = ten === undefined ? (small[n] as string) : n % 10 === 0 ? ten : `${ten}-${small[n % 10]}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}
