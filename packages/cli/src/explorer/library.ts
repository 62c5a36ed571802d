import {setting} from '@hedgerow/collate'
import {placedClauses, placeOf, type Procedure, type Section} from '@hedgerow/ast'
import {headline, namesOf, shortened, summaryOf} from '@hedgerow/report'
import type {Assessment} from '@hedgerow/assess'
import {comparedSomething} from '../analysis.ts'
import {whyNothing} from '../nothing-compared.ts'
import type {KeptAnalysis, Lookup} from '../region.ts'
import type {Cache} from '../cache.ts'
import type {Corpus} from '../corpus/corpus.ts'
import {proceduresOf, readAll} from '../reading.ts'
import {documentsOn} from '../topic-analysis.ts'
import type {Judgements} from './judgements.ts'
import {isMet, type Need, needKey, type OutlineEntry, type TopicFacts, type World} from './world.ts'

/** What the explorer looks things up in. */
export interface Library {
  readonly corpus: Corpus
  readonly analysis: KeptAnalysis
  readonly cache: Cache
  /** Whether authorities were asked for by name. */
  readonly chosen: boolean
}

/** The world at its beginning: of each topic only what is small. */
export const worldOf = (
  {corpus, analysis, chosen}: Library,
  {judgements, lost}: {readonly judgements: Judgements; readonly lost: readonly string[]},
): World => {
  const {assessment, digests} = analysis
  const facts = summaryOf(assessment, digests, corpus.lexicon)
  const nothing = comparedSomething(assessment) ? null : nothingWords(assessment, chosen)
  const ownThreshold = setting(corpus.lexicon)('row-sure')
  return {
    region: assessment.region,
    headline: nothing === null ? headline(facts) : [...headline(facts).slice(0, 1), nothing],
    folder: corpus.folder,
    asAt: assessment.asAt,
    version: assessment.tool.version,
    authorities: assessment.authorities,
    name: namesOf(assessment.authorities),
    short: shortened(assessment.authorities),
    documents: assessment.documents,
    notCompared: assessment.notCompared,
    nothing,
    agencies: assessment.agencies,
    lost,
    topics: facts.topics.map((summary, at) => ({
      summary,
      likenesses: digests[at]?.likenesses ?? [],
      opportunities: digests[at]?.opportunities ?? 0,
      catalogue: null,
    })),
    rows: new Map(),
    details: new Map(),
    outlines: new Map(),
    judgements,
    threshold: ownThreshold,
    ownThreshold,
  }
}

const nothingWords = (assessment: Assessment, chosen: boolean): string =>
  `Nothing was compared: ${whyNothing(assessment, {chosen, named: 'under 7 Faults'})}. Then R reads again.`

/** How many rows in full are held unless told: the screen shows a few dozen at once. */
const heldRows = 240

const lookupOf = ({analysis}: Library, topic: string): Lookup | undefined =>
  analysis.lookups.find(({id}) => id === topic)

/** The world with a need met; of rows, steps and outlines the last `held` are kept. A need that cannot be met leaves it as it is: what was asked for is
 *  not there. */
export const met = async (
  library: Library,
  world: World,
  need: Need,
  held = heldRows,
): Promise<(world: World) => World> => {
  if (isMet(world, need)) return (same) => same
  switch (need.of) {
    case 'catalogue': {
      const catalogue = lookupOf(library, need.topic)?.catalogue() ?? null
      return (now) => ({...now, topics: now.topics.map((facts) => withCatalogue(facts, need.topic, catalogue))})
    }
    case 'row': {
      const at = placeOfItem(world, need.topic, need.id, 'rows')
      const row = at < 0 ? undefined : lookupOf(library, need.topic)?.row(at)
      return (now) => (row ? {...now, rows: withEntry(now.rows, needKey(need), row, held)} : now)
    }
    case 'opportunity': {
      const at = placeOfItem(world, need.topic, need.id, 'opportunities')
      const one = at < 0 ? undefined : lookupOf(library, need.topic)?.opportunity(at)
      return (now) => (one ? {...now, details: withEntry(now.details, needKey(need), one, held)} : now)
    }
    case 'outline': {
      const entries = await outlineIn(library, need.topic, need.authority)
      return (now) => ({...now, outlines: withEntry(now.outlines, needKey(need), entries, held)})
    }
  }
}

const withCatalogue = (facts: TopicFacts, topic: string, catalogue: TopicFacts['catalogue']): TopicFacts =>
  facts.summary.id === topic ? {...facts, catalogue} : facts

const placeOfItem = ({topics}: World, topic: string, id: string, of: 'rows' | 'opportunities'): number =>
  topics.find(({summary}) => summary.id === topic)?.catalogue?.[of].findIndex((each) => each.id === id) ?? -1

/** A map with one more entry, and without the oldest where there are too many. */
const withEntry = <Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
  most: number,
): ReadonlyMap<string, Value> => {
  const entries = [...map, [key, value] as const]
  return new Map(entries.slice(Math.max(0, entries.length - most)))
}

const outlineIn = async (
  {corpus, cache}: Library,
  topic: string,
  authority: string,
): Promise<readonly OutlineEntry[] | null> => {
  const documents = documentsOn(corpus, topic).filter((each) => each.authority === authority)
  const [procedure] = proceduresOf(await readAll(documents, corpus, {cache}))
  return procedure ? outlineOf(procedure) : null
}

/** A procedure line by line: each heading where it is first reached, then its clauses. */
const outlineOf = (procedure: Procedure): readonly OutlineEntry[] => {
  const seen = new Set<Section>()
  return placedClauses(procedure).flatMap(({clause, sections}) => {
    const fresh = sections.filter((section) => !seen.has(section))
    for (const section of fresh) seen.add(section)
    return [
      ...fresh.map((section): OutlineEntry => headingEntry(section, sections.indexOf(section), clause.source)),
      {
        depth: sections.length,
        kind: clause.type,
        number: clause.number,
        text: clause.text,
        fingerprint: clause.fingerprint,
        path: clause.source.path,
        line: clause.source.line,
        place: placeOf(clause.source),
      },
    ]
  })
}

/** A heading stands where its own line is known, else where its first clause does. */
const headingEntry = (
  {title, number, position}: Section,
  depth: number,
  source: {readonly path: string; readonly line: number | null},
): OutlineEntry => {
  const at = source.line === null ? null : (position?.start.line ?? source.line)
  return {
    depth,
    kind: 'section',
    number,
    text: title,
    fingerprint: null,
    path: source.path,
    line: at,
    place: at === null ? source.path : `${source.path}:${at}`,
  }
}
