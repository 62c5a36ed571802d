import {fileURLToPath} from 'node:url'
import {assess, recalled, recorded, type StateRecord} from '@hedgerow/assess'
import {placedClauses, type Procedure} from '@hedgerow/ast'
import {collate} from '@hedgerow/collate'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {corpusAt} from '../src/corpus/corpus.ts'
import {measured} from '../src/drift/measured.ts'
import {presentState, readAgain} from '../src/drift/states.ts'
import {version} from '../src/version.ts'

const sample = fileURLToPath(new URL('../../../procedures', import.meta.url))

const setting = {
  env: {HEDGEROW_CACHE: process.env.HEDGEROW_SUITE_CACHE},
  cwd: sample,
  stderr: {isTTY: false},
  err: {lines: async () => undefined, write: async () => undefined},
} as never

const given = {positionals: [], values: {}, flags: {quiet: true}}

const clausesOf = (procedure: Procedure): readonly object[] =>
  placedClauses(procedure).map(({clause, sections}) => {
    const {position: _, source: __, ...rest} = clause
    return {...rest, under: sections.map(({title, number, kind, depth}) => ({title, number, kind, depth}))}
  })

test('what is recorded of the sample, in every format it is written in, is read back as the same provisions, facts and findings', async () => {
  const corpus = await corpusAt({cwd: sample, argument: sample, lexicon})
  const {state, assessment} = await presentState(corpus, 'now', '2026-11-23', given, setting)
  const text = [...recorded(state)].join('')
  const again = recalled(JSON.parse(text) as StateRecord, 'now', readAgain(lexicon))
  const byKey = new Map(again.procedures.map(({procedure}) => [`${procedure.topic}/${procedure.authority}`, procedure]))
  for (const {procedure} of state.procedures)
    expect(clausesOf(byKey.get(`${procedure.topic}/${procedure.authority}`) as Procedure)).toEqual(clausesOf(procedure))
  const topics = [...new Set(again.procedures.map(({procedure}) => procedure.topic))].sort()
  const anew = assess({
    collations: topics.map((topic) =>
      collate(
        again.procedures.map(({procedure}) => procedure).filter((each) => each.topic === topic),
        lexicon,
      ),
    ),
    lexicon,
    asAt: '2026-11-23',
    version,
    region: null,
    authorities: assessment.authorities,
    documents: [],
    notCompared: [],
    titles: {},
    standards: corpus.standards,
    severities: {},
  })
  const findings = (all: typeof anew.topics): readonly string[] =>
    all.flatMap(({rows}) => rows.flatMap((row) => row.findings.map(({fingerprint}) => fingerprint)))
  expect(findings(anew.topics)).toEqual(findings([...assessment.topics]))
  expect([...recorded({...again, procedures: [...again.procedures].reverse()})].join('')).toBe(text)
}, 120_000)

test('a lexicon that knows fewer equivalents and other severities finds otherwise, and no text or alignment drifts', async () => {
  const before = await corpusAt({cwd: sample, argument: sample, lexicon})
  const other = {
    ...lexicon,
    hash: 'another',
    equivalences: [],
    differences: lexicon.differences.map((each) => ({...each, severity: 'note' as const})),
  }
  const after = await corpusAt({cwd: sample, argument: sample, lexicon: other})
  const [was, is] = [
    await presentState(before, 'was', '2026-11-23', given, setting),
    await presentState(after, 'is', '2026-11-23', given, setting),
  ]
  const drift = measured(was.state, is.state, after, is.assessment.authorities)
  expect(new Set(drift.text.map(({status}) => status))).toEqual(new Set(['same']))
  for (const {found, gone, updated, standards, rows, tendency} of drift.alignment)
    expect([found, gone, updated, standards, rows, tendency]).toEqual([[], [], [], [], [], 'level'])
  expect(drift.tool.changed).toEqual(['lexicon'])
  expect(drift.tool.found.length + drift.tool.gone.length).toBeGreaterThan(0)
}, 120_000)
