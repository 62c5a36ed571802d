/** An array whose items are made when they are first looked at. Of large ones only the last is held: `isHeld` says whether all may be. */
export const lazily = <Item>(count: number, make: (at: number) => Item, isHeld: boolean): readonly Item[] => {
  const items: Item[] = Array.from({length: count})
  const held = new Map<number, Item>()
  for (let at = 0; at < count; at++)
    Object.defineProperty(items, at, {
      enumerable: true,
      get: () => {
        const known = held.get(at)
        if (known !== undefined) return known
        const item = make(at)
        if (!isHeld) held.clear()
        held.set(at, item)
        return item
      },
    })
  return items
}
