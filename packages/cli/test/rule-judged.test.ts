import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {AssessedRow} from '@hedgerow/assess'
import {clauses} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {analysis, procedures} from '../src/analysis.ts'
import {corpusAt} from '../src/corpus/corpus.ts'

const texts = {
  ashby: 'The social worker must make sure that the child knows how to complain about the interview.',
  brindle:
    'The social worker must explain to the child in plain words the ways of raising a grievance over how the talk went.',
}

/** The row of two provisions said in quite other words, with what a pin says of them. */
const rowWith = async (
  rule: 'same' | 'differs' | null,
  own: Readonly<Record<string, string>> = texts,
  read = texts,
  heading = 'Return interview',
): Promise<AssessedRow> => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-rule-'))
  const prints = await fingerprints(read, heading)
  for (const [authority, text] of Object.entries(own)) writeDocument(folder, authority, text, heading)
  const named = Object.entries(read).map(
    ([authority, text]) =>
      `{authority: ${authority}, topic: missing-children, quote: "${text.slice(0, 30)}", fingerprint: ${prints[authority]}}`,
  )
  writeFileSync(
    join(folder, 'pins.yaml'),
    `- same:\n${named.map((each) => `    - ${each}\n`).join('')}${rule === null ? '' : `  rule: ${rule}\n`}`,
  )
  const corpus = await corpusAt({cwd: folder, argument: folder, config: undefined, lexicon})
  const {assessment} = await analysis(corpus, {asAt: '2026-11-23', version: '0'})
  return assessment.topics[0]?.rows.find(({readings}) => Object.values(readings).every((each) => each)) as AssessedRow
}

const writeDocument = (folder: string, authority: string, text: string, heading: string): void => {
  mkdirSync(join(folder, authority), {recursive: true})
  writeFileSync(
    join(folder, authority, 'missing-children.md'),
    `# Children missing from home or care\n\n## ${heading}\n\n${text}\n`,
  )
}

const fingerprints = async (
  own: Readonly<Record<string, string>>,
  heading: string,
): Promise<Readonly<Record<string, string>>> => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-rule-'))
  for (const [authority, text] of Object.entries(own)) writeDocument(folder, authority, text, heading)
  const corpus = await corpusAt({cwd: folder, argument: folder, config: undefined, lexicon})
  return Object.fromEntries(
    (await procedures(corpus)).map((each) => [each.authority, clauses(each)[0]?.fingerprint ?? '']),
  )
}

test('without a word on the rule a row said in other words is unsure', async () => {
  expect((await rowWith(null)).status).toBe('unsure')
})

test('somebody who read it may say that the rule is the same, or that it differs', async () => {
  expect(await rowWith('same')).toMatchObject({status: 'wording', unsure: []})
  expect(await rowWith('differs')).toMatchObject({status: 'differs', unsure: []})
})

test('and of whom a text is for, said in other words', async () => {
  const scope = {
    ashby: 'This page tells you how agencies in Ashby spot and help children who may be caught up in exploitation.',
    brindle:
      'The procedure sets out for agencies in Brindle how they find, protect and support children who are or may be exploited.',
  }
  expect((await rowWith(null, scope, scope, 'Purpose and scope')).status).toBe('unsure')
  expect((await rowWith('same', scope, scope, 'Purpose and scope')).unsure).toEqual([])
})

test('what was said of a rule does not count once a text says something else', async () => {
  const changed = {...texts, brindle: `${texts.brindle.slice(0, -1)} and with whom.`}
  expect((await rowWith('same', changed)).status).toBe('unsure')
})

test('a limit cannot be talked away', async () => {
  const limited = {...texts, brindle: `${texts.brindle.slice(0, -1)} within 24 hours.`}
  const row = await rowWith('same', limited)
  expect(row.facets).toContain('deadline')
  expect(row.status).not.toBe('wording')
})
