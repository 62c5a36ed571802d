// What people judged, read from the corpus and laid over the analysis.
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Assessment, Finding, Opportunity} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {analysis} from '../src/analysis.ts'
import {corpusAt} from '../src/corpus/corpus.ts'
import {recordedIn} from '../src/judgement/recorded.ts'
import {shelfIn} from '../src/shelf/shelf.ts'
import {folderOf, missing, pair, run} from './support/run.ts'

const files = {
  ...pair,
  'ashby/child-exploitation.md': missing('Ashby Council', '2 hours'),
  'brindle/child-exploitation.md': missing('Brindle Borough Council', '4 hours'),
}

const assessed = async (folder: string, ...words: readonly string[]) => {
  const {stdout, stderr, code} = await run(['report', folder, '--format', 'json', '--quiet', ...words])
  return {assessment: JSON.parse(stdout) as Assessment, stderr, code, stdout}
}

const findingsIn = ({topics}: Assessment): readonly Finding[] =>
  topics.flatMap(({rows}) => rows.flatMap(({findings}) => findings))

const opportunitiesIn = ({topics}: Assessment): readonly Opportunity[] =>
  topics.flatMap(({opportunities}) => opportunities)

const agreed = ({fingerprint}: Finding, reviewBy: string): string => `
- finding: ${fingerprint}
  summary: Brindle keeps its own limit
  reason: provider contract
  owner: Brindle business manager
  agreed: 2025-11-23
  review-by: ${reviewBy}
`

const decision = ({fingerprint}: Opportunity): string => `
- opportunity: ${fingerprint}
  decision: park
  owner: R Officer
  due: 2027-01-31
  status: open
`

/** A region with what it was found to differ in. */
const region = async () => {
  const folder = folderOf(files)
  const {assessment} = await assessed(folder)
  const [finding, ...others] = findingsIn(assessment).filter((each) => each.class === 'deadline')
  const [opportunity] = opportunitiesIn(assessment)
  return {folder, assessment, finding: finding as Finding, others, opportunity: opportunity as Opportunity}
}

const write = (folder: string, name: string, text: string): void => writeFileSync(join(folder, name), text)

describe('agreed.yaml', () => {
  test('a live one is shown and fails nothing; one that has expired fails again', async () => {
    const {folder, finding, others} = await region()
    expect(others.length).toBeGreaterThan(0)
    write(folder, 'agreed.yaml', [finding, ...others].map((each) => agreed(each, '2027-03-31')).join(''))
    const live = await assessed(folder, '--fail-on', 'deadline')
    expect([live.code, live.stderr]).toEqual([0, ''])
    const shown = findingsIn(live.assessment).filter((each) => each.agreed)
    expect(shown.map((each) => each.agreed)).toEqual(
      [finding, ...others].map(() => ({
        reason: 'provider contract',
        owner: 'Brindle business manager',
        agreed: '2025-11-23',
        reviewBy: '2027-03-31',
        state: 'live',
      })),
    )
    expect((await assessed(folder, '--fail-on', 'deadline', '--as-at', '2027-03-31')).code).toBe(0)
    const expired = await assessed(folder, '--fail-on', 'deadline', '--as-at', '2027-04-01')
    expect(expired.code).toBe(1)
    expect(findingsIn(expired.assessment).filter((each) => each.agreed?.state === 'expired')).toHaveLength(2)
    const summary = await run(['report', folder, '--as-at', '2027-04-01'])
    expect(summary.stdout).toContain('Two agreed differences, 2 expired; what does not hold counts.')
  })

  test('a statutory shortfall is not agreed away but in so many words', async () => {
    const folder = folderOf({
      'ashby/missing-children.md': missing('Ashby Council', '1 hour').replace('72 hours', '5 working days'),
      'brindle/missing-children.md': missing('Brindle Council', '1 hour'),
    })
    const short = findingsIn((await assessed(folder)).assessment).find((each) => each.class === 'below-standard')
    expect(short).toBeDefined()
    write(folder, 'agreed.yaml', agreed(short as Finding, '2027-03-31'))
    const refused = await assessed(folder, '--fail-on', 'below-standard')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/agreed\.yaml: the finding .* \(Brindle keeps .*falls below a statutory standard/u)
    expect(refused.assessment.judgementFaults).toHaveLength(1)
    write(folder, 'agreed.yaml', `${agreed(short as Finding, '2027-03-31')}  below-statute: accepted\n`)
    const accepted = await assessed(folder, '--fail-on', 'below-standard')
    expect([accepted.code, accepted.stderr]).toEqual([0, ''])
  })

  test.each([
    [
      'an unknown key',
      '- {finding: a1, reason: x, review-by: 2027-01-31, reson: y}',
      'agreed.yaml:1: Unexpected key reson',
    ],
    ['no reason', '- {finding: a1, review-by: 2027-01-31}', 'agreed.yaml:1: Expected the key reason'],
    ['no review', '\n- {finding: a1, reason: x}', 'agreed.yaml:2: Expected the key review-by'],
    ['a day that is none', '- {finding: a1, reason: x, review-by: 2027-02-30}', 'expected a day as YEAR-MONTH-DAY'],
    [
      'a review before it was agreed',
      '- {finding: a1, reason: x, agreed: 2027-02-01, review-by: 2027-01-30}',
      'expected a day after',
    ],
    [
      'other words for a statute',
      '- {finding: a1, reason: x, review-by: 2027-01-31, below-statute: true}',
      'expected one of accepted',
    ],
    ['two of one finding', '- &a {finding: a1, reason: x, review-by: 2027-01-31}\n- *a', 'Found a second entry for a1'],
  ])('%s is told with its line', async (_, text, words) => {
    const {code, stderr} = await run(['report', folderOf({...pair, 'agreed.yaml': text})])
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })

  test('a fingerprint of digits alone keeps every one of them', async () => {
    const folder = folderOf({
      ...pair,
      'agreed.yaml': '- {finding: 0012345678901234567, reason: x, review-by: 2027-01-31}',
    })
    expect((await assessed(folder)).stderr).toContain('the finding 0012345678901234567 is no longer there')
  })
})

describe('decisions.yaml', () => {
  test('a decision stands with its opportunity', async () => {
    const {folder, opportunity} = await region()
    write(folder, 'decisions.yaml', decision(opportunity))
    const {assessment, stderr} = await assessed(folder)
    expect(stderr).toBe('')
    expect(
      opportunitiesIn(assessment)
        .filter((each) => each.decision !== null)
        .map((each) => each.decision),
    ).toEqual([
      {decision: 'park', owner: 'R Officer', due: '2027-01-31', status: 'open', note: null, by: null, on: null},
    ])
    const shown = await run(['show', opportunity.fingerprint, folder])
    expect(shown.stdout.replace(/\s+/gu, ' ')).toContain('Decided: park (R Officer, due 31 January 2027, open).')
  })

  test.each([
    ['- {opportunity: a1, decision: later}', 'Unexpected "later", expected one of take-up, park, keep-local.'],
    ['- {opportunity: a1}', 'Expected the key decision'],
    ['- {opportunity: a1, decision: park, staus: open}', 'Did you mean status?'],
  ])('%s', async (text, words) => {
    const {code, stderr} = await run(['report', folderOf({...pair, 'decisions.yaml': text})])
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})

describe('entries that name nothing any more', () => {
  const stale = {
    'agreed.yaml': '- {finding: 0123456789abcdef, summary: Old, reason: x, review-by: 2027-01-31}\n',
    'decisions.yaml':
      '- {opportunity: 123456789abcdef0, decision: park}\n- {opportunity: 23456789abcdef01, decision: take-up, status: done}\n',
  }
  test('are told on stderr and in the reports', async () => {
    const folder = folderOf({...files, ...stale})
    const {stderr, assessment} = await assessed(folder)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^hedgerow: agreed\.yaml: the finding 0123456789abcdef \(Old\) is no longer there/u),
      expect.stringMatching(
        /^hedgerow: decisions\.yaml: the decision on the step 123456789abcdef0 no longer finds its row: .+; the entry is kept and counts nowhere; find the step in today’s report, decide on it anew/u,
      ),
      expect.stringMatching(/23456789abcdef01 no longer finds its row, and is done; nothing more/u),
    ])
    expect(assessment.judgementFaults).toHaveLength(3)
    const {stdout} = await run(['report', folder, '--format', 'markdown', '--quiet'])
    expect(stdout).toContain('the finding 0123456789abcdef (Old) is no longer there')
  })

  test('but a decision made with another version finds its row by the provisions it rests on', async () => {
    const {assessment} = await assessed(folderOf(files))
    const step = assessment.topics
      .flatMap(({opportunities}) => opportunities)
      .find(({restsOn}) => restsOn !== undefined)
    const entry = `- opportunity: 0a0a0a0a0a0a0a0a\n  summary: As it was called\n  decision: park\n  rests-on: `
    const found = await assessed(folderOf({...files, 'decisions.yaml': `${entry}${step?.restsOn}\n`}))
    expect(found.stderr).toBe('')
    const decided = found.assessment.topics.flatMap(({opportunities}) => opportunities).filter((each) => each.decision)
    expect(decided.map(({fingerprint}) => fingerprint)).toEqual([step?.fingerprint])
    const lost = await assessed(folderOf({...files, 'decisions.yaml': `${entry}0b0b0b0b0b0b0b0b\n`}))
    expect(lost.stderr).toContain('0a0a0a0a0a0a0a0a (As it was called) no longer finds its row')
  })

  test('but not where only a part of the corpus is looked at', async () => {
    const folder = folderOf({...files, ...stale})
    for (const part of [
      ['--topic', 'missing-children'],
      ['--authority', 'ashby', '--authority', 'brindle'],
      ['--shard', '1/2'],
    ])
      expect((await assessed(folder, ...part)).stderr).toBe('')
  })
})

test('shards with judgements merge into the whole, byte for byte', async () => {
  const {folder, finding, others, opportunity} = await region()
  write(
    folder,
    'agreed.yaml',
    `${agreed(finding, '2027-03-31')}${agreed({...finding, fingerprint: '0123456789abcdef'}, '2027-03-31')}${others.map((each) => agreed(each, '2026-01-31')).join('')}`,
  )
  write(folder, 'decisions.yaml', decision(opportunity))
  const named = 'same: [{authority: ashby, topic: missing-children, quote: no such words}]'
  write(
    folder,
    'pins.yaml',
    `- ${named}\n- ${named.replace('missing-children', 'child-exploitation')}\n- ${named.replace('missing-children', 'elsewhere')}\n`,
  )
  const whole = await assessed(folder)
  expect(whole.assessment.judgementFaults).toHaveLength(4)
  for (const of of [1, 2, 3]) {
    const place = mkdtempSync(join(tmpdir(), 'hedgerow-shards-'))
    const parts = await Promise.all(
      Array.from({length: of}, async (_, at) => {
        const path = join(place, `${at}.json`)
        writeFileSync(path, (await assessed(folder, '--shard', `${at + 1}/${of}`)).stdout)
        return path
      }),
    )
    const merged = await run(['merge', ...parts.reverse()])
    expect([of, merged.stdout === whole.stdout, merged.stderr]).toEqual([of, true, whole.stderr])
    const [text, direct] = await Promise.all([
      run(['merge', ...parts, '--format', 'text']),
      run(['report', folder, '--format', 'text']),
    ])
    expect(text.stdout).toBe(direct.stdout)
  }
})

test('what is judged later analyses nothing anew and prints the same', async () => {
  const {folder, finding, opportunity} = await region()
  const options = {asAt: '2026-11-23', version: '0', shelf: shelfIn(mkdtempSync(join(tmpdir(), 'hedgerow-shelf-')))}
  const json = (topics: Iterable<Iterable<string>>): string => [...topics].map((each) => [...each].join('')).join('\n')
  const before = await analysis(await corpusAt({cwd: folder, argument: '.', lexicon}), options)
  write(folder, 'agreed.yaml', agreed(finding, '2027-03-31'))
  write(folder, 'decisions.yaml', decision(opportunity))
  const reads: string[] = []
  const after = await analysis(await corpusAt({cwd: folder, argument: '.', lexicon}), {
    ...options,
    progress: ({read, compared, topics}) => reads.push(`${read} ${compared === topics}`),
  })
  expect(reads).toEqual(['4 true'])
  const again = await before.rejudged?.(await recordedIn(folder))
  expect(json(again?.printed() ?? [])).toBe(json(after.printed()))
  expect(again?.digests).toEqual(after.digests)
  expect(json(after.printed())).not.toBe(json(before.printed()))
  const counts = ({digests}: typeof after): number =>
    digests.flatMap(({findings}) => findings).reduce((sum, {count}) => sum + count, 0)
  expect(counts(after)).toBe(counts(before) - 1)
})
