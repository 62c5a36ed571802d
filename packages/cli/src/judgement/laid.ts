import {createHash} from 'node:crypto'
import {
  type Authority,
  type JudgementFault,
  type Recorded,
  recordedOn,
  refusals,
  type TopicAssessment,
  withRecorded,
} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {digestOf, type TopicDigest, topicJson} from '@hedgerow/report'
import type {Shelf} from '../shelf/shelf.ts'
import type {Judging} from '../topic-analysis.ts'

/** A topic with what is recorded about it laid over. */
export interface Laid {
  readonly digest: TopicDigest
  /** The topic as an object and as printed in the analysis, when it is asked for. */
  readonly topic: () => TopicAssessment
  readonly printed: () => Iterable<string>
  /** The agreed differences that do not hold. */
  readonly refused: readonly JudgementFault[]
}

/** A topic on the shelf. */
export interface Shelved {
  readonly key: string
  readonly digest: TopicDigest
  readonly fingerprints: readonly string[]
}

interface LayingOptions extends Judging {
  readonly shelf: Shelf
  readonly lexicon: Lexicon
}

type Counted = Pick<Laid, 'digest' | 'refused'>

/** Lays what is recorded over a topic. What the shelf keeps holds nothing of it, so that a decision analyses nothing anew; a topic nothing is recorded about
 *  is passed on as it was printed, and of another the counts are kept for the next run. */
export const laidOver = async (
  {key, digest, fingerprints}: Shelved,
  recorded: Recorded,
  {shelf, asAt, authorities, lexicon}: LayingOptions,
): Promise<Laid> => {
  const own = recordedOn(recorded, fingerprints)
  if (own.agreed.length + own.decisions.length === 0)
    return {digest, refused: [], topic: () => shelf.topic(key), printed: () => shelf.printed(key)}
  const topic = (): TopicAssessment => withRecorded(shelf.topic(key), own, asAt)
  const place = createHash('sha256')
    .update(`${key}\n${JSON.stringify(own)}`)
    .digest('hex')
  const known = (await shelf.recall(place)) as Counted | null
  const counted = known ?? countsOf(topic(), own, authorities, lexicon)
  if (known === null) await shelf.remember(place, counted)
  return {...counted, topic, printed: () => topicJson(topic())}
}

const countsOf = (
  topic: TopicAssessment,
  own: Recorded,
  authorities: readonly Authority[],
  lexicon: Lexicon,
): Counted => ({digest: digestOf(topic, authorities, lexicon), refused: refusals(topic, own)})
