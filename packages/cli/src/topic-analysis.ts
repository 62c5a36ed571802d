import {setImmediate as nextTurn} from 'node:timers/promises'
import {
  type AgencyWork,
  assessedTopic,
  type AssessmentRules,
  type Authority,
  type DocumentRecord,
  type JudgementFault,
  type NotCompared,
  type TopicAssessment,
  topicWork,
} from '@hedgerow/assess'
import {collate} from '@hedgerow/collate'
import type {Corpus} from './corpus/corpus.ts'
import type {Found} from './corpus/discover.ts'
import {guessNotes} from './corpus/guessed-topics.ts'
import {pinsOn, resolvedPins} from './judgement/pins.ts'
import {proceduresOf, type Read, readAll, type ReadingOptions, recordsOf, unreadOf, withoutHalves} from './reading.ts'
import {topicTitles} from './corpus/topics.ts'

/** What became of one topic of a corpus. A topic is analysed by itself: nothing of another topic bears on it. */
export interface TopicAnalysis {
  readonly documents: readonly DocumentRecord[]
  /** Documents that could not be read. */
  readonly unread: readonly NotCompared[]
  /** Pins that name a provision which is no longer there. */
  readonly lostPins: readonly JudgementFault[]
  /** Null where none of its documents could be read. */
  readonly topic: TopicAssessment | null
  readonly agencies: readonly AgencyWork[]
}

/** What is judged by beside the corpus. */
export interface Judging {
  /** ISO date on which reviews, currency and standards are judged. */
  readonly asAt: string
  readonly authorities: readonly Authority[]
}

export interface TopicOptions extends ReadingOptions {
  /** Documents that were read already, by path. */
  readonly early?: ReadonlyMap<string, Read>
}

/** The documents of a topic, in the order of the corpus. */
export const documentsOn = ({documents}: Corpus, topic: string): readonly Found[] =>
  documents.filter((each) => each.topic === topic)

/** The whole way for one topic, in order: read its documents, merge parts, align, assess. */
export const analysedTopic = async (
  corpus: Corpus,
  topic: string,
  {asAt, authorities}: Judging,
  options: TopicOptions,
): Promise<TopicAnalysis> => {
  const reads = withoutHalves(await readOn(corpus, topic, options))
  const [procedures, documents, unread] = [proceduresOf(reads), recordsOf(reads), unreadOf(reads)]
  const {pins, lost} = resolvedPins(pinsOn(corpus.pins, topic, corpus.topics), procedures, corpus)
  if (procedures.length === 0) return {documents, unread, lostPins: lost, topic: null, agencies: []}
  await nextTurn()
  const rules: AssessmentRules = {
    lexicon: corpus.lexicon,
    asAt,
    authorities,
    titles: topicTitles(corpus.topics.titles, documents),
    standards: corpus.standards,
    severities: corpus.config.severities ?? {},
  }
  const own = assessedTopic(collate(procedures, corpus.lexicon, pins), rules)
  const assessed = {...own, notes: [...own.notes, ...guessNotes(documentsOn(corpus, topic))]}
  return {documents, unread, lostPins: lost, topic: assessed, agencies: topicWork(assessed, rules)}
}

const readOn = async (corpus: Corpus, topic: string, options: TopicOptions): Promise<readonly Read[]> => {
  const {early} = options
  const documents = documentsOn(corpus, topic)
  const rest = await readAll(
    documents.filter(({path}) => !early?.has(path)),
    corpus,
    options,
  )
  const late = new Map(rest.map((read) => [read.document.path, read]))
  return documents.map(({path}) => (early?.get(path) ?? late.get(path)) as Read)
}
