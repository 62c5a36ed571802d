/** The index of the last of these growing numbers that is no greater than `value`; 0 where all are greater. */
export const lastAtMost = (growing: readonly number[], value: number): number => {
  let low = 0
  let high = growing.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((growing[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}
