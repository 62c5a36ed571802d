import type {Corpus} from './corpus.ts'

/** A part of a region's topics: the `index`-th, from 0, of `of`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** The topics of a corpus, in the order of their ids. */
export const allTopics = ({documents}: Corpus): readonly string[] =>
  [...new Set(documents.map(({topic}) => topic))].sort((x, y) => (x < y ? -1 : 1))

/** The topics of a part of it. */
export const topicsOf = (corpus: Corpus, shard: Shard | undefined): readonly string[] =>
  allTopics(corpus).filter((_, at) => !shard || at % shard.of === shard.index)

/** Whether the run tells what belongs to no topic: of several shards the first does. */
export const isFirst = (shard: Shard | undefined): boolean => !shard || shard.index === 0
