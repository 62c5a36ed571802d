// What agreed.yaml and decisions.yaml hold must last: the fingerprints of findings and opportunities.
import type {Assessment} from '@hedgerow/assess'
import {describe, expect, test} from 'vitest'
import {folderOf, run} from './support/run.ts'

const ashby = `# Missing Children: Ashby Council Procedure

## 1. Reporting

1.1 The carer must report the child missing to the police within 1 hour of the child being found absent.

1.2 The social worker must tell the parents, as set out in paragraph 2.1, and record the call. The duty desk is on 01632 960101.

## 2. Return interviews

2.1 An independent return interview must be offered within 72 hours of the child being found.

2.2 A strategy meeting must be held when the child has been missing three times in 90 days.
`

const brindle = ashby
  .replace('Ashby Council', 'Brindle Council')
  .replace('1 hour', '6 hours')
  .replace('72 hours', '5 working days')
  .replace('three times', 'five times')
  .replace('must tell', 'should tell')

const prints = async (first: string, second = brindle) => {
  const folder = folderOf({'ashby/missing-children.md': first, 'brindle/missing-children.md': second})
  const {stdout} = await run(['report', folder, '--format', 'json', '--quiet'])
  const [topic] = (JSON.parse(stdout) as Assessment).topics
  const findings = (topic?.rows ?? [])
    .flatMap((row) => row.findings)
    .filter((each) => !['wording', 'local'].includes(each.class))
  return {
    findings: findings.map((each) => `${each.class} ${each.fingerprint}`).sort(),
    deadlines: findings
      .filter((each) => each.class === 'deadline')
      .map((each) => each.fingerprint)
      .sort(),
    opportunities: (topic?.opportunities ?? []).map((each) => each.fingerprint).sort(),
    decided: (topic?.opportunities ?? []).map((each) => [each.rows[0], each.fingerprint] as const),
  }
}

const renumbered = ashby
  .replace(/^(#+ )?(\d)\./gmu, (_, head = '', n) => `${head}${Number(n) + 3}.`)
  .replace('paragraph 2.1', 'paragraph 5.1')

const [top, reporting, interviews] = ashby.split(/(?=^## )/mu) as [string, string, string]

describe('findings and opportunities keep their fingerprints', () => {
  test.each([
    ['when sections and paragraphs are renumbered, and references to them with them', renumbered],
    ['when sections change places', `${top}${interviews}\n${reporting}`],
    ['when lines are wrapped, spaced and quoted otherwise', ashby.replace(/ (police|independent|social)/gu, '\n$1')],
    ['when a telephone number changes', ashby.replace('960101', '960199')],
    ['when a word is replaced by a known equivalent', ashby.replace(/\bmust\b/gu, 'shall')],
    ['when a limit is said in another unit', ashby.replace('72 hours', 'three days')],
    [
      'when active and passive change places',
      ashby.replace('A strategy meeting must be held when', 'A strategy meeting shall be held where'),
    ],
    ['when an equivalent verb is used', ashby.replace('must tell the parents', 'must inform the parents')],
  ])('%s', async (_, text) => {
    const [was, is] = [await prints(ashby), await prints(text)]
    expect(was.findings.length).toBeGreaterThan(3)
    expect(is.findings).toEqual(was.findings)
    // Where a name or number of one place comes to differ there is one more.
    expect(is.opportunities).toEqual(expect.arrayContaining(was.opportunities as string[]))
  })

  test('and lose that of a finding when its rule changes, the others keeping theirs', async () => {
    const was = await prints(ashby)
    for (const [from, to] of [
      ['within 1 hour', 'within 2 hours'],
      ['The carer must report', 'The carer should report'],
      ['The carer must', 'The social worker must'],
      ['report the child missing', 'report the child missing, if under 16,'],
    ] as const) {
      const is = await prints(ashby.replace(from, to))
      const gone = was.deadlines.filter((each) => !is.deadlines.includes(each))
      expect([from, gone.length]).toEqual([from, 1])
    }
  })

  test('a decision outlasts a value that moves, not a difference of another kind', async () => {
    const was = await prints(ashby)
    const moved = await prints(ashby.replace('within 1 hour', 'within 2 hours'))
    expect(moved.opportunities).toEqual(was.opportunities)
    const other = await prints(ashby.replace('within 1 hour', 'within 6 hours').replace('carer must', 'carer should'))
    const gone = was.opportunities.filter((each) => !other.opportunities.includes(each))
    expect(gone).toHaveLength(1)
  })

  test('two rows that differ in a value alone have a decision each', async () => {
    const twice = (limits: readonly string[]): string =>
      `# Risk\n\n${limits.map((limit, at) => `## Grade ${'ABC'[at]}\n\nThe officer must visit the home within ${limit}.\n`).join('\n')}`
    const {decided} = await prints(twice(['1 hour', '4 hours']), twice(['2 hours', '5 hours']))
    expect(new Set(decided.map(([, print]) => print)).size).toBe(decided.length)
  })

  test('what is alike in two sections is agreed in one of them only', async () => {
    const twice = (limit: string): string =>
      `# Risk\n\n${['High', 'Low'].map((grade) => `## ${grade} risk\n\nThe officer must visit the home within ${limit}.\n`).join('\n')}`
    const {deadlines} = await prints(twice('1 hour'), twice('2 hours'))
    expect(deadlines).toHaveLength(2)
    expect(new Set(deadlines).size).toBe(2)
    const form = (mark: string): string =>
      `# Referral form\n\n${['child', 'referrer'].map((who) => `## Details of the ${who}\n\n| Name${mark} | |\n| --- | --- |\n`).join('\n')}`
    const fields = await prints(form(' (required)'), form(''))
    expect(new Set(fields.findings).size).toBe(fields.findings.length)
  })
})
