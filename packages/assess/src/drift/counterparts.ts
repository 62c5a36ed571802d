import type {Row} from '@hedgerow/collate'

/** Rows of two editions, with each two that stand alone and are likely the same provision joined, the likeliest first. Between authorities they would stay
 *  apart, since either may have nothing there; of two editions of one document a provision rewritten is likelier than one dropped and another thought of. */
export const withCounterparts = (rows: readonly Row[]): readonly Row[] => {
  const lone = new Map<string, Row>()
  for (const row of rows) {
    const holders = Object.values(row.readings).filter((readings) => readings !== null)
    const [only] = holders
    if (holders.length === 1 && only?.length === 1) lone.set(only[0]?.clause.id ?? '', row)
  }
  const links = [...lone.values()]
    .flatMap(({links: own}) => own)
    .filter(([a, b]) => lone.has(a) && lone.has(b))
    .sort((x, y) => y[2] - x[2] || (`${x[0]} ${x[1]}` < `${y[0]} ${y[1]}` ? -1 : 1))
  const joined = new Map<Row, Row | null>()
  for (const [a, b, probability] of links) {
    const [x, y] = [lone.get(a) as Row, lone.get(b) as Row]
    if (x === y || joined.has(x) || joined.has(y) || x.kind !== y.kind) continue
    joined.set(x, {...x, confidence: probability, unsure: [counterpart], readings: bothOf(x, y)})
    joined.set(y, null)
  }
  return rows.flatMap((row) => {
    const found = joined.get(row)
    return found === null ? [] : [found ?? row]
  })
}

/** Why such a row is unsure. */
const counterpart = 'may be two provisions, one dropped and one added'

const bothOf = (x: Row, y: Row): Row['readings'] =>
  Object.fromEntries(
    Object.keys(x.readings).map((edition) => [edition, x.readings[edition] ?? y.readings[edition] ?? null]),
  )
