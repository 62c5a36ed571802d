// Scores what is said of labelled pairs of provisions (test/labelled/pairs.yaml), each in the same place of two small documents.
import {assess} from '../../packages/assess/dist/index.js'
import {collate} from '../../packages/collate/dist/index.js'
import {ingest} from '../../packages/ingest/dist/index.js'

const agreements = new Set(['same', 'wording', 'local', 'currency'])
const substantive = (lexicon) => new Set(lexicon.differences.filter((each) => each.substantive).map((each) => each.class))

const headings = {definition: 'Definitions', field: 'Appendix 1: Record of the visit'}

/** A provision as it is printed: a definition without a number, a field as a line of a form. */
const printed = {
  definition: (text) => text,
  field: (text) => `| Question | Answer |\n| --- | --- |\n| Name of the child | ____ |\n| ${text} | ____ |\n| Address | ____ |`,
}

const document = (around, place, text, {as, heading = headings[as] ?? 'While the child is missing'}) =>
  around
    .replace('{heading}', heading)
    .replace('3.2 {provision}', printed[as]?.(text) ?? `3.2 ${text}`)
    .replaceAll('{council}', `${place} Council`)
    .replaceAll('{place}', place)

const places = ['Ashby', 'Brindle']

/** The rows in which either provision of a pair stands. */
const rowsOf = async (pair, around, lexicon) => {
  const procedures = await Promise.all(
    places.map(async (place, at) => {
      const bytes = new TextEncoder().encode(document(around, place, at === 0 ? pair.a : pair.b, pair))
      const [authority, topic] = [place.toLowerCase(), 'missing-children']
      const file = {path: `${authority}/${topic}.md`, bytes, authority, topic}
      return (await ingest(file, {lexicon, localNames: [`${place} Council`, place]})).procedure
    }),
  )
  const authorities = places.map((name) => ({id: name.toLowerCase(), name, partnership: null, police: null, icb: null, neighbours: []}))
  const rules = {lexicon, asAt: '2026-11-23', version: '0', region: null, authorities, documents: [], notCompared: [], titles: {}}
  const {topics} = assess({...rules, collations: [collate(procedures, lexicon)], standards: [], severities: {}})
  const holds = (text) => (clause) => text.includes(clause.text.replace(/[.:]$/u, '')) || clause.text.includes(text)
  return topics[0].rows.filter(({readings}) =>
    [pair.a, pair.b].some((text, at) => readings[places[at].toLowerCase()]?.some(holds(text))),
  )
}

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole)

const score = (name, judged) => {
  const said = judged.filter(({facets}) => facets.includes(name)).length
  const gold = judged.filter(({pair}) => pair.facets.includes(name)).length
  const hits = judged.filter(({facets, pair}) => facets.includes(name) && pair.facets.includes(name)).length
  const [precision, recall] = [ratio(hits, said), ratio(hits, gold)]
  return {precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), hits, said, gold}
}

/** What is said of the pairs: per facet precision, recall and F1, the share of equal pairs of which no difference is claimed, which are called an agreement and differ, and how many
 *  pairs do not stand in one row (these are in no figure). */
export const pairCard = async (pairs, around, lexicon) => {
  const weighty = substantive(lexicon)
  const all = await Promise.all(pairs.map(async (pair) => ({pair, rows: await rowsOf(pair, around, lexicon)})))
  const judged = all
    .filter(({rows}) => rows.length === 1)
    .map(({pair, rows: [{facets, status, unsure}]}) => ({pair, facets, status, unsure}))
  const differs = (facets) => facets.some((name) => weighty.has(name))
  const equal = judged.filter(({pair}) => !differs(pair.facets))
  const names = [...new Set(judged.flatMap(({pair, facets}) => [...pair.facets, ...facets]))].sort()
  return {
    pairs: pairs.length,
    parted: all.filter(({rows}) => rows.length !== 1).map(({pair}) => pair.id),
    facets: Object.fromEntries(names.map((name) => [name, score(name, judged)])),
    falseAgreements: judged.filter(({pair, status}) => differs(pair.facets) && agreements.has(status)).map(({pair}) => pair.id),
    falseAlarms: judged.filter(({pair, facets}) => !differs(pair.facets) && differs(facets)).map(({pair}) => pair.id),
    quiet: ratio(equal.filter(({facets}) => !differs(facets)).length, equal.length),
    wrong: judged
      .filter(({pair, facets}) => [...pair.facets].sort().join() !== [...facets].sort().join())
      .map(({pair, facets, status}) => `${pair.id} ${status} [${facets}], not [${pair.facets}]: ${pair.a} | ${pair.b}`),
  }
}
