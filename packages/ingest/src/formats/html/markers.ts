import type {Element} from 'hast'
import {letters, roman} from '../numerals.ts'

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
