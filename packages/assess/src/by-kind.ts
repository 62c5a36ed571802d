/** A function of two places that depends on nothing but what stands there, told by `kinds`: worked out once for each two kinds, first and second. */
export const byKind = <Value extends object | string | number | null>(
  kinds: readonly string[],
  of: (a: number, b: number) => Value,
): ((a: number, b: number) => Value) => {
  const ids = new Map<string, number>()
  for (const kind of kinds) if (!ids.has(kind)) ids.set(kind, ids.size)
  const idOf = kinds.map((kind) => ids.get(kind) as number)
  const known: (Value | undefined)[] = Array.from({length: ids.size * ids.size})
  return (a, b) => {
    const place = (idOf[a] as number) * ids.size + (idOf[b] as number)
    const found = known[place]
    if (found !== undefined) return found
    const made = of(a, b)
    known[place] = made
    return made
  }
}
