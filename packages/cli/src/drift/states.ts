import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {
  type Assessment,
  assessedTopic,
  type Ignore,
  type Made,
  procedureKey,
  sameText,
  type State,
  type StatedAuthority,
  type StatedProcedure,
  statedTopic,
  type StatedTopic,
} from '@hedgerow/assess'
import {identified, type Procedure} from '@hedgerow/ast'
import {collate} from '@hedgerow/collate'
import {annotated} from '@hedgerow/ingest'
import type {Lexicon} from '@hedgerow/lexicon'
import {analysedCorpus} from '../analysed.ts'
import {userCache} from '../cache.ts'
import type {Given, Setting} from '../command.ts'
import type {Corpus} from '../corpus/corpus.ts'
import {localNames, localRoles} from '../corpus/names.ts'
import {pinsOn, resolvedPins} from '../judgement/pins.ts'
import {proceduresOf, type Read, readAll, recordsOf, unreadOf, withoutHalves} from '../reading.ts'
import {topicTitles} from '../corpus/topics.ts'
import {ignoresIn} from './ignores.ts'

/** A corpus as it is now, as a state, with the analysis it was made from. */
export interface Present {
  readonly state: State
  readonly assessment: Assessment
}

/** Reads and analyses a corpus into a state called `name`. */
export const presentState = async (
  corpus: Corpus,
  name: string,
  asAt: string,
  given: Given,
  setting: Setting,
): Promise<Present> => {
  const {assessment} = await analysedCorpus(corpus, asAt, given, setting)
  const reads = withoutHalves(await readAll(corpus.documents, corpus, {cache: userCache(setting.env)}))
  const procedures = proceduresOf(reads)
  const topics: StatedTopic[] = []
  for (const topic of assessment.topics) topics.push(statedTopic(topic, procedures))
  const state: State = {
    name,
    made: madeBy(corpus, assessment),
    on: null,
    region: assessment.region,
    authorities: assessment.authorities.map((each) => statedAuthority(corpus, each)),
    procedures: await Promise.all(procedures.map((each) => statedProcedure(each, reads))),
    topics,
    notCompared: [...corpus.leftOut, ...unreadOf(reads)].map(({path, reason}) => ({path, reason})),
  }
  return {state, assessment}
}

const madeBy = ({config, standards, pins, members}: Corpus, {asAt, tool}: Assessment): Made => {
  const decided = {
    standards,
    pins,
    severities: config.severities ?? {},
    weights: config.weights ?? {},
    members: members.map(({id, stated}) => [id, stated]),
  }
  return {asAt, version: tool.version, lexicon: tool.lexicon, settings: shortDigest(JSON.stringify(decided))}
}

const shortDigest = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

const statedAuthority = (
  {members}: Corpus,
  {id, name}: {readonly id: string; readonly name: string},
): StatedAuthority => {
  const member = members.find((each) => each.id === id)
  return {
    id,
    name,
    localNames: member ? localNames(member, name) : [],
    localRoles: member ? localRoles(member) : {},
  }
}

const statedProcedure = async (procedure: Procedure, reads: readonly Read[]): Promise<StatedProcedure> => {
  const own = reads.filter(
    ({document: {authority, topic}}) => authority === procedure.authority && topic === procedure.topic,
  )
  const files = recordsOf(own).map(({path, sha256}) => ({path, sha256}))
  const ignores = await Promise.all(own.map((read) => ignoresOf(read, procedure)))
  return {
    procedure,
    files: [...files].sort((x, y) => (x.path < y.path ? -1 : 1)),
    ignores: ignores.flat(),
  }
}

const ignoresOf = async ({document: {path, file}}: Read, procedure: Procedure): Promise<readonly Ignore[]> => {
  if (!/\.(?:md|markdown|html?)$/iu.test(path)) return []
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.includes('hedgerow-ignore') ? ignoresIn(path, text, procedure) : []
}

/** A recorded procedure with its facts and fingerprints as this version reads them. One that says the same now is taken from the present state, where it
 *  was read already. */
export const readAgain = (
  lexicon: Lexicon,
  present?: State,
): ((bare: Procedure, authority: StatedAuthority | undefined) => Procedure) => {
  const now = new Map((present?.procedures ?? []).map(({procedure}) => [procedureKey(procedure), procedure]))
  return (bare, authority) => {
    const same = now.get(procedureKey(bare))
    if (same && sameText(bare, same)) return same
    return identified(annotated(bare, lexicon, authority?.localNames, authority?.localRoles))
  }
}

/** What of a corpus decides how texts are judged. */
export type JudgedBy = Pick<Corpus, 'lexicon' | 'config' | 'pins' | 'topics' | 'standards' | 'whole'>

/** Topics of a state assessed anew by what a corpus says today. */
export const assessedAnew = (
  state: State,
  topics: readonly string[],
  corpus: JudgedBy,
  asAt: string,
  authorities: Assessment['authorities'],
): readonly StatedTopic[] =>
  topics.flatMap((id) => {
    const procedures = state.procedures.map(({procedure}) => procedure).filter(({topic}) => topic === id)
    if (procedures.length === 0) return []
    const {pins} = resolvedPins(pinsOn(corpus.pins, id, corpus.topics), procedures, corpus)
    const rules = {
      lexicon: corpus.lexicon,
      asAt,
      authorities,
      titles: topicTitles(corpus.topics.titles, procedures),
      standards: corpus.standards,
      severities: corpus.config.severities ?? {},
    }
    return [statedTopic(assessedTopic(collate(procedures, corpus.lexicon, pins), rules), procedures)]
  })
