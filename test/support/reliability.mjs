// Whether probabilities mean what they say.

/** Probabilities with whether each came true, in bins of equal width from 0 to 1; the expected calibration error is the mean distance between a bin's mean
 *  probability and its share of true ones, weighed by its size (Naeini et al. 2015). */
export const reliability = (judged, bins = 10) => {
  const table = Array.from({length: bins}, () => ({count: 0, sum: 0, right: 0}))
  for (const {probability, isRight} of judged) {
    const bin = table[Math.min(bins - 1, Math.floor(probability * bins))]
    bin.count++
    bin.sum += probability
    if (isRight) bin.right++
  }
  const rows = table.flatMap(({count, sum, right}, at) =>
    count === 0 ? [] : [{from: at / bins, count, mean: sum / count, right: right / count}],
  )
  const error = rows.reduce((total, {count, mean, right}) => total + (count / judged.length) * Math.abs(mean - right), 0)
  return {error, rows}
}

/** The rows of a topic that hold readings of the gold, each with whether it is right: all its readings are of one gold row, and, where only one authority
 *  has it, the gold knows nobody else who does. */
export const judgedRows = (units, topic) => {
  const holders = new Map()
  for (const {gold, authority} of units) holders.set(gold, new Set([...(holders.get(gold) ?? []), authority]))
  return topic.rows.flatMap((row) => {
    const own = units.filter(({rows}) => rows.includes(row.id))
    if (own.length === 0) return []
    const golds = new Set(own.map(({gold}) => gold))
    const isShared = new Set(own.map(({authority}) => authority)).size > 1
    const isRight = golds.size === 1 && (isShared || holders.get([...golds][0]).size === 1)
    return [{probability: row.confidence, isRight, isShared, isSure: row.status !== 'unsure'}]
  })
}
