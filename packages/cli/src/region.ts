import {
  type AssessedRow,
  type Assessment,
  framed,
  goneFrom,
  type JudgementFault,
  type NotCompared,
  type Opportunity,
  type Recorded,
} from '@hedgerow/assess'
import type {TopicDigest} from '@hedgerow/report'
import type {Catalogue} from './shelf/catalogue.ts'
import type {Corpus} from './corpus/corpus.ts'
import {type Laid, laidOver} from './judgement/laid.ts'
import {pinsElsewhere, resolvedPins} from './judgement/pins.ts'
import {lazily} from './lazily.ts'
import {allTopics, isFirst, type Shard, topicsOf} from './corpus/shards.ts'
import type {Shelf, TopicHead} from './shelf/shelf.ts'
import type {Judging} from './topic-analysis.ts'

/** A region analysed. */
export interface Analysis {
  /** Its topics come from the shelf when they are first looked at. */
  readonly assessment: Assessment
  /** The digest of each topic, in their order. */
  readonly digests: readonly TopicDigest[]
  /** Each topic as the analysis prints it, in their order. */
  readonly printed: () => Iterable<Iterable<string>>
  /** The same with something else recorded about its findings and opportunities, without analysing anything anew; not to be had of merged shards. */
  readonly rejudged?: (recorded: Recorded) => Promise<Analysis>
}

/** An analysis whose topics are on a shelf: what can be looked up of each, in their order, without its being read whole. */
export interface KeptAnalysis extends Analysis {
  readonly lookups: readonly Lookup[]
  readonly rejudged: (recorded: Recorded) => Promise<KeptAnalysis>
}

/** A topic on the shelf, with nothing recorded laid over it. Rows and opportunities are looked up by their place in the catalogue. */
export interface Lookup {
  readonly id: string
  /** Another where anything of the topic's analysis is another. */
  readonly key: string
  readonly catalogue: () => Catalogue
  readonly row: (at: number) => AssessedRow
  readonly opportunity: (at: number) => Opportunity
}

/** What a region is put together from. */
export interface RegionParts {
  readonly corpus: Corpus
  readonly version: string
  readonly shard: Shard | undefined
  readonly shelf: Shelf
  readonly judging: Judging
  /** What became of each topic, with the key it is kept under. */
  readonly topics: readonly {readonly key: string; readonly head: TopicHead}[]
}

/** Of so many readings a region is held in memory while reports are written, of more only one topic at a time. */
const heldReadings = 100_000

/** The analysis of a region whose topics are on the shelf, with what is recorded about them laid over. */
export const region = async (parts: RegionParts, recorded: Recorded): Promise<KeptAnalysis> => {
  const {corpus, shard, judging, topics} = parts
  const compared = await comparedIn(parts, recorded)
  const readings = compared.reduce((sum, {digest}) => sum + digest.summary.rows * digest.summary.authorities.length, 0)
  const gone = corpus.whole
    ? goneFrom(
        recorded,
        topics.flatMap(({head}) => head.fingerprints),
      )
    : []
  const frame = framed({
    lexicon: corpus.lexicon,
    asAt: judging.asAt,
    version: parts.version,
    region: corpus.config.region ?? null,
    authorities: judging.authorities,
    documents: topics.flatMap(({head}) => head.documents),
    notCompared: [...leftOutOf(corpus, shard), ...topics.flatMap(({head}) => head.unread)],
    judgementFaults: [
      ...topics.flatMap(({head}) => head.lostPins),
      ...strayPins(corpus, shard),
      ...compared.flatMap(({refused}) => refused),
      ...(shard ? [] : gone),
    ],
    agencies: compared.map(({agencies}) => agencies),
  })
  return {
    assessment: {
      ...frame,
      ...(shard && {shard: {index: shard.index + 1, of: shard.of, elsewhere: gone}}),
      topics: lazily(compared.length, (at) => (compared[at] as Laid).topic(), readings <= heldReadings),
    },
    digests: compared.map(({digest}) => digest),
    printed: () => mapped(compared, ({printed}) => printed()),
    lookups: lookupsIn(parts),
    rejudged: (other) => region(parts, other),
  }
}

const lookupsIn = ({shelf, topics}: RegionParts): readonly Lookup[] =>
  topics.flatMap(({key, head}) =>
    head.digest === null
      ? []
      : [
          {
            id: head.digest.summary.id,
            key,
            catalogue: () => shelf.catalogue(key),
            row: (at: number) => shelf.row(key, at),
            opportunity: (at: number) => shelf.opportunity(key, at),
          },
        ],
  )

type Compared = Laid & Pick<TopicHead, 'agencies'>

const comparedIn = async (
  {corpus: {lexicon}, shelf, judging, topics}: RegionParts,
  recorded: Recorded,
): Promise<readonly Compared[]> => {
  const compared: Compared[] = []
  // One after the other: of a large region no two topics are held at once.
  for (const {key, head} of topics)
    if (head.digest !== null) {
      const laid = await laidOver({key, digest: head.digest, fingerprints: head.fingerprints}, recorded, {
        shelf,
        lexicon,
        ...judging,
      })
      compared.push({...laid, agencies: head.agencies})
    }
  return compared
}

function* mapped<From, To>(values: Iterable<From>, of: (value: From) => To): Iterable<To> {
  for (const value of values) yield of(value)
}

/** What was left out before anything was read; of several shards each tells its topics', the first also what belongs to none. */
const leftOutOf = (corpus: Corpus, shard: Shard | undefined): readonly NotCompared[] => {
  const [own, all] = [topicsOf(corpus, shard), allTopics(corpus)]
  const isOwn = (topic: string | null): boolean =>
    topic === null || !all.includes(topic) ? isFirst(shard) : own.includes(topic)
  return corpus.leftOut.filter(({topic}) => isOwn(topic)).map(({path, reason, remedy}) => ({path, reason, remedy}))
}

const strayPins = (corpus: Corpus, shard: Shard | undefined): readonly JudgementFault[] =>
  isFirst(shard) ? resolvedPins(pinsElsewhere(corpus.pins, allTopics(corpus), corpus.topics), [], corpus).lost : []
