import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {analysis} from '../src/analysis.ts'
import {corpusAt} from '../src/corpus/corpus.ts'
import {lastWord} from '../src/judgement/last-word.ts'

const same = (...clauses: string[]) => ({same: true, clauses, rule: 'same' as const})
const apart = (...clauses: string[]) => ({same: false, clauses})

test('pins that do not contradict each other stay as they are', () => {
  const pins = [same('a', 'b', 'c'), apart('d', 'e', 'f'), apart('a', 'd')]
  expect(lastWord(pins)).toEqual(pins)
})

test('who is set apart later leaves those it was pinned to, and the others stay together', () => {
  const [first, second] = [apart('a', 'b'), apart('a', 'c')]
  expect(lastWord([same('a', 'b', 'c'), first, second])).toEqual([same('b', 'c'), first, second])
  expect(lastWord([same('a', 'b'), apart('b', 'a')])).toEqual([apart('b', 'a')])
})

test('those set apart are together again where a later pin says so', () => {
  expect(lastWord([apart('a', 'b', 'c'), same('a', 'b')])).toEqual([apart('a', 'c'), apart('b', 'c'), same('a', 'b')])
})

const texts = {
  ashby: 'A child of 16 or 17 shall have the same response as a younger child.',
  brindle: 'Children aged 16 and 17 must be given the same response as those who are younger.',
  colne: 'A child aged 16 or 17 must receive the same response as a younger child.',
}

const named = (authority: keyof typeof texts): string =>
  `{authority: ${authority}, topic: missing-children, quote: "${texts[authority]}"}`

test('what somebody set apart after all is not told as agreeing, however it was pinned before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-last-word-'))
  for (const [authority, text] of Object.entries(texts)) {
    mkdirSync(join(folder, authority))
    writeFileSync(
      join(folder, authority, 'missing-children.md'),
      `# Children missing from home or care\n\n## Scope\n\n${text}\n`,
    )
  }
  writeFileSync(
    join(folder, 'pins.yaml'),
    `- same: [${named('ashby')}, ${named('brindle')}, ${named('colne')}]\n- not-same: [${named('ashby')}, ${named('brindle')}]\n- not-same: [${named('ashby')}, ${named('colne')}]\n`,
  )
  const corpus = await corpusAt({cwd: folder, argument: folder, config: undefined, lexicon})
  const {assessment} = await analysis(corpus, {asAt: '2026-11-23', version: '0'})
  const held = assessment.topics[0]?.rows.map(({readings}) =>
    Object.keys(readings).filter((authority) => readings[authority]),
  )
  expect(held).toEqual([['ashby'], ['brindle', 'colne']])
})
