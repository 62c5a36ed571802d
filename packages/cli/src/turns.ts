/** Does one piece of work after the other, at most so many at once: one that waits is given the place of one that ends. */
export const turns = (places: number): (<Made>(work: () => Promise<Made>) => Promise<Made>) => {
  const waiting: (() => void)[] = []
  let taken = 0
  return async (work) => {
    if (taken >= places) await new Promise<void>((go) => waiting.push(go))
    else taken++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else taken--
    }
  }
}
