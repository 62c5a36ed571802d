/** How far a value reaches on one scale, higher protecting more: `value` among values of the same `scale`, from `least` to `most` beside those of another. Ten
 *  working days are more or fewer calendar days from one day to the next: beside calendar days only their bounds are known. */
export interface Extent {
  readonly scale: string
  readonly value: number
  readonly least: number
  readonly most: number
}

/** How a value protects, in every respect that bears on it: of a count the count and its window. */
export type Protection = readonly Extent[]

/** A value that is one number wherever it stands. */
export const exactly = (value: number): Extent => ({scale: '', value, least: value, most: value})

/** The same scale the other way round: the fewer days a limit allows, the more it protects. */
export const opposite = ({scale, value, least, most}: Extent): Extent => ({
  scale,
  value: -value,
  least: -most,
  most: -least,
})

/** Whether one value protects more than another (1), as much (0) or less (-1) in every case; null where that changes from case to case. */
export const protectsMore = (x: Protection, y: Protection): 1 | 0 | -1 | null => {
  const signs = x.map((own, at) => (y[at] ? against(own, y[at]) : null))
  if (signs.length !== y.length || signs.includes(null)) return null
  if (signs.every((sign) => sign === 0)) return 0
  if (signs.every((sign) => (sign as number) >= 0)) return 1
  return signs.every((sign) => (sign as number) <= 0) ? -1 : null
}

const against = (x: Extent, y: Extent): number | null => {
  if (x.scale === y.scale) return x.value === y.value ? 0 : x.value > y.value ? 1 : -1
  if (x.least === y.least && x.most === y.most && x.least === x.most) return 0
  if (x.least >= y.most) return 1
  return x.most <= y.least ? -1 : null
}
