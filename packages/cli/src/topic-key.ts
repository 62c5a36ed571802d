import {createHash} from 'node:crypto'
import type {Corpus} from './corpus/corpus.ts'
import type {Found} from './corpus/discover.ts'
import {bytesOf} from './document.ts'
import {pinsOn} from './judgement/pins.ts'
import {documentsOn, type Judging} from './topic-analysis.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The digests of a corpus's documents by path, each worked out once in a run; `-` for one that cannot be opened. */
export const digests = ({documents, config}: Corpus): ((path: string) => Promise<string>) => {
  const files = new Map(documents.map(({path, file}) => [path, file]))
  const known = new Map<string, Promise<string>>()
  return (path) => {
    const found = known.get(path) ?? bytesOf(files.get(path) as string, config.limits).then(sha256, () => '-')
    known.set(path, found)
    return found
  }
}

/** The key of a topic's analysis, 64 hex digits: the same for everything that decides it, another for any change of that. The build is not in it: a
 *  shelf belongs to one. */
export const topicKey = async (
  corpus: Corpus,
  topic: string,
  {asAt, authorities}: Judging,
  digestOf: (path: string) => Promise<string>,
): Promise<string> => {
  const {lexicon, config, standards, members, topics, whole} = corpus
  const documents = await Promise.all(
    documentsOn(corpus, topic).map(async ({path, authority, part, named}) => ({
      path,
      authority,
      part,
      named,
      digest: await digestOf(path),
    })),
  )
  const stated = members.map(({id, stated: own}) => [id, own])
  const decided = {
    topic,
    title: topics.titles[topic],
    asAt,
    whole,
    documents,
    stated,
    authorities,
    pins: pinsOn(corpus.pins, topic, topics),
    standards,
    severities: config.severities,
    limits: config.limits,
    lexicon: lexicon.hash,
    weights: lexicon.weights,
  }
  return sha256(JSON.stringify(decided))
}

/** The key of the titles of some documents, 64 hex digits. */
export const titlesKey = async (
  {config, lexicon}: Corpus,
  documents: readonly Found[],
  digestOf: (path: string) => Promise<string>,
): Promise<string> => {
  const read = await Promise.all(documents.map(async ({path, authority}) => [path, authority, await digestOf(path)]))
  return sha256(JSON.stringify({titles: read, limits: config.limits, lexicon: lexicon.hash}))
}
