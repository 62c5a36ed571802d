import type {Element} from 'hast'

const letters = (n: number): string =>
  n <= 0 ? String(n) : (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26))

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

const roman = (n: number): string => {
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

/** `n` as a browser numbers a list of this `type`. */
const printed = (n: number, type: string): string => {
  if (type === 'a') return letters(n)
  if (type === 'A') return letters(n).toUpperCase()
  if (type === 'i') return roman(n)
  if (type === 'I') return roman(n).toUpperCase()
  return String(n)
}

const number = (value: unknown): number | undefined => {
  const n = Number(value)
  return value === undefined || value === null || value === '' || !Number.isInteger(n) ? undefined : n
}

/** The markers a browser prints before the items of a list, honouring start, reversed, type and each item's value; null for bullets. */
export const markers = (list: Element, items: readonly Element[]): readonly (string | null)[] => {
  if (list.tagName !== 'ol') return items.map(() => null)
  const reversed = list.properties['reversed'] === true || list.properties['reversed'] === ''
  const type = String(list.properties['type'] ?? listStyle(list))
  let n = number(list.properties['start']) ?? (reversed ? items.length : 1)
  return items.map((item) => {
    n = number(item.properties['value']) ?? n
    const marker = `${printed(n, type)}.`
    n += reversed ? -1 : 1
    return marker
  })
}

const listStyle = (list: Element): string => {
  const style = /list-style(?:-type)?\s*:\s*(lower-alpha|upper-alpha|lower-roman|upper-roman)/iu.exec(
    String(list.properties['style'] ?? ''),
  )?.[1]
  return (
    {'lower-alpha': 'a', 'upper-alpha': 'A', 'lower-roman': 'i', 'upper-roman': 'I'}[style?.toLowerCase() ?? ''] ?? '1'
  )
}
