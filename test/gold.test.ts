import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {type Assessment, substantive} from '../packages/assess/src/index.ts'
import {analysis} from '../packages/cli/src/analysis.ts'
import {userCache} from '../packages/cli/src/cache.ts'
import {corpusAt} from '../packages/cli/src/corpus/corpus.ts'
import {userShelf} from '../packages/cli/src/shelf/shelf.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {type Scorecard, scorecard} from './support/scorecard.mjs'

interface Floors {
  readonly pairs: number
  readonly precision: number
  readonly bcubed: number
  readonly absence: number
  readonly facets: Readonly<Record<string, number>>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const yaml = (name: string): unknown =>
  parse(readFileSync(fileURLToPath(new URL(`gold/${name}.yaml`, import.meta.url)), 'utf8'))
const floors = yaml('floors') as Readonly<Record<string, Floors>>

let assessment: Assessment
beforeAll(async () => {
  const corpus = await corpusAt({cwd: root, argument: 'procedures', config: undefined, lexicon})
  const env = {HEDGEROW_CACHE: process.env.HEDGEROW_SUITE_CACHE}
  const kept = {cache: userCache(env), shelf: userShelf(env, corpus.documents.length)}
  ;({assessment} = await analysis(corpus, {asAt: '2026-11-23', version: '0', ...kept}))
}, 60_000)

const cardOf = (topic: string): Scorecard => {
  const found = assessment.topics.find(({id}) => id === topic)
  if (!found) throw new Error(`Expected the sample region to have ${topic}`)
  return scorecard(yaml(topic), found, substantive(lexicon))
}

describe.each(Object.keys(floors))('the sample region against hand-made gold: %s', (topic) => {
  test('every reading of the gold stands in a tree', () => {
    expect(cardOf(topic).unread).toEqual([])
  })

  test('nothing is said to agree that does not', () => {
    expect(cardOf(topic).falseAgreements).toEqual([])
  })

  test('alignment is no worse than measured', () => {
    const {pairs, bcubed, absence} = cardOf(topic)
    const least = floors[topic] as Floors
    expect(pairs.f1).toBeGreaterThanOrEqual(least.pairs)
    expect(pairs.precision).toBeGreaterThanOrEqual(least.precision)
    expect(bcubed.f1).toBeGreaterThanOrEqual(least.bcubed)
    expect(absence.f1).toBeGreaterThanOrEqual(least.absence)
  })

  test.each(Object.entries(floors[topic]?.facets ?? {}))('facet %s is no worse than measured', (facet, least) => {
    expect(cardOf(topic).facets[facet]?.f1 ?? 0).toBeGreaterThanOrEqual(least)
  })
})
