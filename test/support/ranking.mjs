// Compares the order of opportunities with a hand judgement of how soon each difference should be taken up (test/labelled/priority.yaml: 3 first … 0 leave).

const gain = (relevance) => 2 ** relevance - 1

const discounted = (relevances) => relevances.reduce((sum, each, at) => sum + gain(each) / Math.log2(at + 2), 0)

/** Normalised discounted cumulative gain of the first `most` (Järvelin and Kekäläinen 2002), and Kendall's tau-b over all that are judged. */
export const ranking = (topic, units, priorities, most = 10) => {
  const goldsOf = new Map()
  for (const {gold, rows} of units) for (const row of rows) goldsOf.set(row, new Set([...(goldsOf.get(row) ?? []), gold]))
  const judged = topic.opportunities.flatMap(({rank, rows, class: kind}) => {
    const known = rows.flatMap((row) => [...(goldsOf.get(row) ?? [])]).filter((gold) => gold in priorities)
    return known.length === 0 ? [] : [{rank, kind, relevance: Math.max(...known.map((gold) => priorities[gold]))}]
  })
  const order = judged.map(({relevance}) => relevance)
  const ideal = [...order].sort((x, y) => y - x)
  const best = discounted(ideal.slice(0, most))
  return {judged: judged.length, ndcg: best === 0 ? 1 : discounted(order.slice(0, most)) / best, tau: tauB(judged)}
}

const tauB = (judged) => {
  let [concordant, discordant, tied] = [0, 0, 0]
  judged.forEach((x, at) => {
    for (const y of judged.slice(at + 1)) {
      const sign = (y.rank - x.rank) * (x.relevance - y.relevance)
      if (sign > 0) concordant++
      else if (sign < 0) discordant++
      else tied++
    }
  })
  const pairs = concordant + discordant
  return pairs === 0 ? 0 : (concordant - discordant) / Math.sqrt(pairs * (pairs + tied))
}
