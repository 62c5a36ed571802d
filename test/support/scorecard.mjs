// Scores an assessed topic against hand-made gold (test/gold/*.yaml). Used by the accuracy tests and by scripts/evaluate.mjs.
// Figures are those of the issue: pairs of readings of different authorities in one row (pair precision, recall, F1), the same for whole rows
// (BCubed), absence said and true, facets on rows matched to gold, and false agreements.

const agreements = new Set(['same', 'wording', 'local', 'currency'])

const plain = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"‘’'`*_]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A clause as the gold looks for it. */
const sought = ({id, kind, section, text}) => ({id, kind, section: plain(section), text: plain(text), order: Number(id.split('/').at(-1))})

/** Finds each quotation of the gold among the clauses given ({id, authority, kind, section, text, …}): equal text first, in reading order and each clause
 *  once, else (not for fields, whose labels are short) text that contains it or is contained in it. Returns units {key, gold, authority, found} and what was not found. */
export const locatedUnits = (gold, clauses) => {
  const readings = new Map()
  for (const clause of clauses) readings.set(clause.authority, [...(readings.get(clause.authority) ?? []), {...clause, ...sought(clause)}])
  for (const list of readings.values()) list.sort((x, y) => x.order - y.order)
  const taken = new Set()
  const units = []
  const missing = []
  for (const row of gold.rows)
    for (const [authority, quotes] of Object.entries(row.readings))
      quotes.forEach((quote, at) => {
        const found = matches(row, authority, plain(quote), readings.get(authority) ?? [], taken)
        if (found.length === 0) missing.push(`${row.id} ${authority}: ${quote}`)
        for (const {id} of found) taken.add(id)
        units.push({key: `${row.id}|${authority}|${at}`, gold: row.id, authority, found})
      })
  return {units, missing}
}

const matches = (row, authority, text, readings, taken) => {
  const headings = [row.under?.[authority]].flat().filter(Boolean).map(plain)
  const under = ({section}) => headings.some((heading) => section.includes(heading) || heading.includes(section))
  const likes = readings.filter(({kind}) => kind === row.kind || (kind !== 'field' && row.kind !== 'field'))
  const inside = headings.length > 0 && likes.some(under) ? likes.filter(under) : likes
  const exact = inside.filter((each) => each.text === text)
  const free = exact.filter(({id}) => !taken.has(id))
  if (exact.length > 0) return [free[0] ?? exact[0]]
  const loose = likes.filter((each) => each.text.length > 3 && (each.text.includes(text) || text.includes(each.text)))
  return row.kind === 'field' ? loose.slice(0, 1) : loose
}

const located = (gold, topic) => {
  const clauses = topic.rows.flatMap((row) =>
    Object.entries(row.readings).flatMap(([authority, own]) =>
      (own ?? []).map(({id, section, text}) => ({id, authority, kind: row.kind, section, text, row: row.id})),
    ),
  )
  const {units, missing} = locatedUnits(gold, clauses)
  return {
    missing,
    units: units.map(({found, ...unit}) => ({
      ...unit,
      ids: found.map(({id}) => id),
      rows: found.map(({row}) => row),
      section: found[0]?.section ?? '',
    })),
  }
}

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole)

const f1 = (precision, recall) => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall))

const prf = (hits, said, true_) => {
  const [precision, recall] = [ratio(hits, said), ratio(hits, true_)]
  return {precision, recall, f1: f1(precision, recall), hits, said, gold: true_}
}

const alignment = (units, topic) => {
  const linked = new Set(topic.rows.flatMap((row) => row.links.filter((link) => link[2] >= 0.5).map(([a, b]) => `${a}\t${b}`)))
  const meets = (x, y) =>
    x.rows.some((row) => y.rows.includes(row)) ||
    x.ids.some((a) => y.ids.some((b) => linked.has(`${a}\t${b}`) || linked.has(`${b}\t${a}`)))
  let [hits, said, gold] = [0, 0, 0]
  const wrong = []
  units.forEach((x, at) => {
    for (const y of units.slice(at + 1)) {
      if (x.authority === y.authority) continue
      const [is, says] = [x.gold === y.gold, meets(x, y)]
      if (is) gold++
      if (says) said++
      if (is && says) hits++
      if (is !== says) wrong.push({is, x, y})
    }
  })
  return {pairs: prf(hits, said, gold), wrong}
}

const bcubed = (units) => {
  let [precision, recall] = [0, 0]
  for (const x of units) {
    const same = units.filter((y) => y.rows.some((row) => x.rows.includes(row)))
    const true_ = units.filter((y) => y.gold === x.gold)
    const both = same.filter((y) => y.gold === x.gold).length
    precision += both / Math.max(1, same.length)
    recall += both / true_.length
  }
  precision /= units.length
  recall /= units.length
  return {precision, recall, f1: f1(precision, recall)}
}

/** In how many predicted rows a gold row stands, on average: 1 = none is cut up. */
const granularity = (units) => {
  const rows = new Map()
  for (const unit of units) rows.set(unit.gold, new Set([...(rows.get(unit.gold) ?? []), unit.rows[0]]))
  return [...rows.values()].reduce((sum, each) => sum + each.size, 0) / Math.max(1, rows.size)
}

/** Printed sections of different authorities that cover the same ground: a section is of the gold's kind most of its readings are of. */
const sectionPairs = (gold, units, topic) => {
  const kinds = new Map(gold.rows.map(({id, section}) => [id, section]))
  const groups = new Map(topic.rows.map(({id, section}) => [id, section]))
  const votes = new Map()
  for (const {gold: row, authority, section, rows} of units) {
    const key = `${authority}\t${section}`
    const own = votes.get(key) ?? {authority, gold: new Map(), group: new Map()}
    own.gold.set(kinds.get(row), (own.gold.get(kinds.get(row)) ?? 0) + 1)
    own.group.set(groups.get(rows[0]), (own.group.get(groups.get(rows[0])) ?? 0) + 1)
    votes.set(key, own)
  }
  const most = (counts) => [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0][0]
  const sections = [...votes.values()].map(({authority, gold: g, group}) => ({authority, gold: most(g), group: most(group)}))
  let [hits, said, true_] = [0, 0, 0]
  sections.forEach((x, at) => {
    for (const y of sections.slice(at + 1)) {
      if (x.authority === y.authority) continue
      const [is, says] = [x.gold === y.gold, x.group === y.group]
      if (is) true_++
      if (says) said++
      if (is && says) hits++
    }
  })
  return prf(hits, said, true_)
}

const absence = (units, authorities, topic) => {
  const held = new Map(topic.rows.map((row) => [row.id, row]))
  const linkedAuthorities = new Map()
  for (const row of topic.rows) for (const [a, b, p] of row.links) if (p >= 0.5)
    for (const id of [a, b]) linkedAuthorities.set(row.id, new Set([...(linkedAuthorities.get(row.id) ?? []), id.split('/')[0]]))
  const goldHolders = new Map()
  for (const {gold, authority} of units) goldHolders.set(gold, new Set([...(goldHolders.get(gold) ?? []), authority]))
  let [hits, said, true_] = [0, 0, 0]
  for (const unit of units)
    for (const authority of authorities) {
      if (authority === unit.authority) continue
      const is = !goldHolders.get(unit.gold).has(authority)
      const says = unit.rows.every((id) => held.get(id)?.readings[authority] === null && !linkedAuthorities.get(id)?.has(authority))
      if (is) true_++
      if (says) said++
      if (is && says) hits++
    }
  return prf(hits, said, true_)
}

/** How often a row that is not unsure says that an authority has nothing, without a doubt of that, and how often the gold agrees. */
const sureAbsences = (units, topic) => {
  const holders = new Map()
  for (const {gold, authority} of units) holders.set(gold, new Set([...(holders.get(gold) ?? []), authority]))
  let [said, right] = [0, 0]
  for (const row of topic.rows.filter(({status}) => status !== 'unsure')) {
    const golds = new Set(units.filter(({rows}) => rows.includes(row.id)).map(({gold}) => gold))
    if (golds.size === 0) continue
    for (const [authority, readings] of Object.entries(row.readings)) {
      if (readings !== null || row.doubtful.includes(authority)) continue
      said++
      if (![...golds].some((gold) => holders.get(gold).has(authority))) right++
    }
  }
  return {said, right}
}

/** For each gold row the predicted row that shares most of its readings. */
const matched = (gold, units, topic) => {
  const rows = new Map(topic.rows.map((row) => [row.id, row]))
  return gold.rows.flatMap((row) => {
    const counts = new Map()
    for (const unit of units) if (unit.gold === row.id) for (const id of unit.rows) counts.set(id, (counts.get(id) ?? 0) + 1)
    const [best] = [...counts].sort((x, y) => y[1] - x[1])
    return best ? [{gold: row, row: rows.get(best[0])}] : []
  })
}

const facets = (pairs) => {
  const counts = new Map()
  for (const {gold, row} of pairs)
    for (const name of new Set([...gold.facets, ...row.facets])) {
      const count = counts.get(name) ?? {hits: 0, said: 0, gold: 0}
      if (gold.facets.includes(name)) count.gold++
      if (row.facets.includes(name)) count.said++
      if (gold.facets.includes(name) && row.facets.includes(name)) count.hits++
      counts.set(name, count)
    }
  return Object.fromEntries([...counts].sort(([x], [y]) => (x < y ? -1 : 1)).map(([name, {hits, said, gold}]) => [name, prf(hits, said, gold)]))
}

/** Rows printed as an agreement that hold readings of two gold rows, or readings whose gold row has a substantive facet. */
const falseAgreements = (gold, units, topic, substantive) => {
  const facetsOf = new Map(gold.rows.map((row) => [row.id, row]))
  return topic.rows.filter(({status}) => agreements.has(status)).flatMap((row) => {
    const inside = units.filter((unit) => unit.rows.includes(row.id))
    const rows = [...new Set(inside.map((unit) => unit.gold))]
    const held = [...new Set(inside.map(({authority}) => authority))]
    const differing = rows.filter((id) => {
      const row = facetsOf.get(id)
      return row.facets.some((name) => {
        if (!substantive.has(name)) return false
        const values = row.values?.[name]
        if (!values) return true
        return new Set(held.filter((authority) => authority in values).map((authority) => JSON.stringify(values[authority]))).size > 1
      })
    })
    const mixed = rows.length > 1 && held.length > 1
    return mixed || differing.length > 0 ? [{row: row.id, status: row.status, gold: rows, why: mixed ? 'holds different provisions' : `differs: ${differing.join(', ')}`}] : []
  })
}

/** The scorecard of one topic. `substantive` is the set of classes that change what is to be done. */
export const scorecard = (gold, topic, substantive) => {
  const {units, missing} = located(gold, topic)
  const known = units.filter(({ids}) => ids.length > 0)
  const {pairs, wrong} = alignment(known, topic)
  const rows = matched(gold, known, topic)
  const byFacet = facets(rows)
  const named = Object.entries(byFacet).filter(([name]) => name !== 'unsure')
  const statuses = {}
  for (const {gold: g, row} of rows) statuses[`${g.status} → ${row.status}`] = (statuses[`${g.status} → ${row.status}`] ?? 0) + 1
  return {
    topic: topic.id,
    readings: units.length,
    unread: missing,
    pairs,
    wrong,
    bcubed: bcubed(known),
    granularity: granularity(known),
    sections: sectionPairs(gold, known, topic),
    absence: absence(known, topic.authorities, topic),
    sureAbsences: sureAbsences(known, topic),
    facets: byFacet,
    macroF1: named.reduce((sum, [, {f1: value}]) => sum + value, 0) / Math.max(1, named.length),
    falseAgreements: falseAgreements(gold, known, topic, substantive),
    statuses,
    matched: rows,
    units: known,
  }
}
