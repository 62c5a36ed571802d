import {closeSync, openSync, readSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {type AgencyWork, type Assessment, framed, type JudgementFault, type TopicAssessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {digestOf} from '@hedgerow/report'
import type {Analysis} from '../region.ts'
import {NothingRead, systemCode, systemReason, UsageError} from '../errors.ts'
import {lazily} from '../lazily.ts'
import {arrayItems} from './json-parts.ts'

/** A part of an analysis as it lies in a file: everything but its topics, and where each of those stands, in bytes. */
interface Part {
  readonly path: string
  readonly file: string
  readonly frame: Omit<Assessment, 'topics'>
  readonly topics: readonly {readonly id: string; readonly start: number; readonly end: number}[]
}

/** Analyses of parts of a region, made with report --shard, as the analysis of the whole. Its topics stay in the files until they are looked at.
 *  Throws a UsageError for files that do not belong together, and NothingRead for one that is no analysis. */
export const merged = async (paths: readonly string[], cwd: string, lexicon: Lexicon): Promise<Analysis> => {
  const parts = paths.map((path) => partAt(path, resolve(cwd, path)))
  assertTogether(parts)
  assertWhole(parts)
  const places = parts
    .flatMap((part) => part.topics.map((topic) => ({...topic, part})))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  places.forEach(({id, part}, at) => {
    const next = places[at + 1]
    if (next?.id === id)
      throw new UsageError(
        `Found the topic ${id} in ${part.path} and in ${next.part.path}, expected each in one file. Give each shard once.`,
      )
  })
  const [{frame}] = parts as [Part, ...Part[]]
  const whole = framed({
    lexicon,
    asAt: frame.asAt,
    version: frame.tool.version,
    region: frame.region,
    authorities: frame.authorities,
    documents: parts.flatMap((part) => part.frame.documents),
    notCompared: parts.flatMap((part) => part.frame.notCompared),
    judgementFaults: [...parts.flatMap((part) => part.frame.judgementFaults ?? []), ...goneEverywhere(parts)],
    agencies: places.map(({id, part}) => workOn(id, part)),
  })
  const topic = (at: number): TopicAssessment => {
    const {part, start, end} = places[at] as (typeof places)[number]
    return JSON.parse([...piecesOf(part.file, start, end)].join('')) as TopicAssessment
  }
  return {
    assessment: {...whole, tool: frame.tool, topics: lazily(places.length, topic, false)},
    get digests() {
      return places.map((_, at) => digestOf(topic(at), frame.authorities, lexicon))
    },
    printed: function* () {
      for (const {part, start, end} of places) yield piecesOf(part.file, start, end)
    },
  }
}

const workOn = (topic: string, {frame}: Part): readonly AgencyWork[] =>
  frame.agencies
    .map((work) => ({...work, rows: work.rows.filter((row) => row.topic === topic)}))
    .filter(({rows}) => rows.length > 0)

/** The entries of judgement that name nothing in any part. */
const goneEverywhere = (parts: readonly Part[]): readonly JudgementFault[] => {
  const [first, ...rest] = parts.map(({frame}) => frame.shard?.elsewhere ?? [])
  const key = ({file, entry}: JudgementFault): string => `${file}\n${entry}`
  const others = rest.map((each) => new Set(each.map(key)))
  return (first ?? []).filter((fault) => others.every((known) => known.has(key(fault))))
}

/** What analyses must have in common to be parts of one. */
const common = ({frame}: Part): string =>
  JSON.stringify([frame.schemaVersion, frame.asAt, frame.tool, frame.region, frame.authorities])

const assertTogether = (parts: readonly Part[]): void => {
  const [first, ...rest] = parts
  const other = first && rest.find((part) => common(part) !== common(first))
  if (other)
    throw new UsageError(
      `${first.path} and ${other.path} are not parts of one analysis: expected the same authorities, day (--as-at) and version of Hedgerow. Make the shards anew from one corpus.`,
    )
}

/** A shard that was forgotten would read as if nobody had its topics. */
const assertWhole = (parts: readonly Part[]): void => {
  const shards = parts.flatMap(({frame}) => frame.shard ?? [])
  const of = shards[0]?.of ?? 0
  const found = new Set(shards.map(({index}) => index))
  const missing = Array.from({length: of}, (_, at) => at + 1).filter((index) => !found.has(index))
  if (missing.length > 0 || shards.some((shard) => shard.of !== of))
    throw new UsageError(
      shards.some((shard) => shard.of !== of)
        ? 'Found shards of different numbers of parts, expected all of one. Make the shards anew.'
        : `Found no shard ${missing.map((index) => `${index}/${of}`).join(', ')}, expected all ${of}. Give every file that report --shard made.`,
    )
}

const partAt = (path: string, file: string): Part => {
  const bad = (found: string): NothingRead =>
    new NothingRead(
      `Cannot merge ${path}: ${found}. Expected an analysis as hedgerow report --shard I/N --format json writes it.`,
    )
  try {
    if (statSync(file).isDirectory()) throw bad('it is a folder')
    const found = arrayItems(blocksOf(file), 'topics')
    if (found === null) throw bad('it is no JSON with a list of topics')
    const {topics: _, ...frame} = JSON.parse(found.rest) as Assessment
    if (frame.schemaVersion !== 1 || !Array.isArray(frame.agencies)) throw bad('it is no analysis of version 1')
    const topics = found.items.map(({start, end}) => ({start, end, id: idAt(file, start)}))
    return {path, file, frame, topics}
  } catch (fault) {
    if (fault instanceof SyntaxError) throw bad('it is no whole JSON')
    if (systemCode(fault) !== null) throw bad(systemReason(fault))
    throw fault
  }
}

/** The id of a topic: its first member. */
const idAt = (file: string, start: number): string => {
  const [, id] = /^\{\s*"id":\s*("(?:[^"\\]|\\.)*")/u.exec([...piecesOf(file, start, start + 1000)].join('')) ?? []
  if (id === undefined) throw new SyntaxError('a topic without an id')
  return JSON.parse(id) as string
}

const blockSize = 1 << 20

function* blocksOf(file: string, from = 0, to = Number.POSITIVE_INFINITY): Iterable<Buffer> {
  const opened = openSync(file, 'r')
  try {
    for (let at = from; at < to; ) {
      const block = Buffer.alloc(Math.min(blockSize, to - at))
      const size = readSync(opened, block, 0, block.length, at)
      if (size === 0) return
      yield block.subarray(0, size)
      at += size
    }
  } finally {
    closeSync(opened)
  }
}

function* piecesOf(file: string, from: number, to: number): Iterable<string> {
  const decoder = new TextDecoder()
  for (const block of blocksOf(file, from, to)) yield decoder.decode(block, {stream: true})
  yield decoder.decode()
}
