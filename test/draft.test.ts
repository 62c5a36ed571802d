import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {filled, joinedText} from '../packages/assess/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {afterDraft, type Draft, drafted, draftMarkdown} from '../packages/report/src/index.ts'
import {type Assessment, assessedTexts, printedAnalysis, type TopicAssessment} from './support/region.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const asAt = '2026-11-23'

const draftOf = (topic: TopicAssessment, authorities: Assessment['authorities'] = []): Draft =>
  drafted(topic, {lexicon, authorities, standards: lexicon.standards, region: null, asAt, version: '0'})

const markdownOf = (draft: Draft): string => [...draftMarkdown(draft)].join('')
const provisionsOf = ({sections}: Draft) => sections.flatMap(({provisions}) => provisions)

describe('the sample’s missing-children', () => {
  let analysis: Assessment
  let topic: TopicAssessment
  let draft: Draft
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-draft-'))
  beforeAll(async () => {
    const argv = ['report', 'procedures', '--topic', 'missing-children', '--format', 'json', '--as-at', asAt]
    analysis = await printedAnalysis(argv, root)
    topic = analysis.topics[0] as TopicAssessment
    draft = drafted(topic, {
      lexicon,
      authorities: analysis.authorities,
      standards: lexicon.standards,
      region: analysis.region,
      asAt,
      version: '0',
    })
  }, 60_000)
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test('every sentence is somebody’s own and says where it stands', () => {
    expect(provisionsOf(draft).length).toBeGreaterThan(60)
    for (const {row: id, readings} of provisionsOf(draft))
      for (const {text, traces, holders} of readings) {
        const row = topic.rows.find((each) => each.id === id)
        const [trace] = traces
        expect(trace?.source.path).toMatch(/^[a-z]+\/missing-children\./u)
        const own = Object.entries(row?.readings ?? {}).find(([, all]) => all?.[0]?.source.path === trace?.source.path)
        const words = joinedText(own?.[1] ?? [])
        const pattern = text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/«[^»]+»/gu, '.+')
        expect(words).toMatch(new RegExp(`^${pattern}$`, 'u'))
        expect(holders.length).toBeGreaterThan(0)
      }
  })

  test('every row is in the draft or listed as left out', () => {
    const said = [...provisionsOf(draft).map(({row}) => row), ...draft.left.map(({row}) => row)]
    expect([...said].sort()).toEqual(topic.rows.map(({id}) => id).sort())
  })

  test('nobody who falls below a standard is in it', () => {
    const below = topic.rows.flatMap(({id, findings}) =>
      findings
        .filter((finding) => finding.class === 'below-standard')
        .flatMap(({variants}) => variants.flatMap(({authorities}) => authorities.map((each) => `${id} ${each}`))),
    )
    expect(below.length).toBeGreaterThan(0)
    const used = provisionsOf(draft).flatMap(({row, readings}) =>
      readings.flatMap(({traces}) => traces.map(({source}) => `${row} ${source.path.split('/')[0]}`)),
    )
    expect(used.filter((each) => below.includes(each))).toEqual([])
  })

  test('rows that are not certain stand in it as something to check', () => {
    for (const {row: id, doubt} of provisionsOf(draft))
      expect(doubt === 'unsure').toBe(topic.rows.find((row) => row.id === id)?.status === 'unsure')
  })

  test('as a further authority it differs only where it says that people choose', async () => {
    const corpus = join(folder, 'procedures')
    cpSync(join(root, 'procedures'), corpus, {recursive: true})
    mkdirSync(join(corpus, 'regional'))
    const whole = markdownOf(draft)
    const notes = whole.slice(whole.indexOf('\n[^1]: '))
    const text = whole.slice(0, whole.indexOf(`\n## ${afterDraft}\n`)) + notes
    writeFileSync(join(corpus, 'regional/missing-children.md'), text)
    const names = draft.fields.map(({name}) => `  ${name.replaceAll(' ', '-')}: «${name}»`)
    writeFileSync(join(corpus, 'regional/authority.yaml'), `name: Regional Draft\nlocal:\n${names.join('\n')}\n`)
    const argv = ['report', 'procedures', '--topic', 'missing-children', '--format', 'json', '--as-at', asAt]
    const {topics} = await printedAnalysis(argv, folder)
    const rows = topics[0]?.rows.filter(({readings}) => readings['regional']) ?? []
    const isMarked = (readings: readonly {text: string; leadIn: string | null}[]): boolean =>
      readings.every(({text: words, leadIn}) => words.includes('[') || (leadIn ?? '').includes('['))
    const unmarked = rows.filter(({readings}) => !isMarked(readings['regional'] ?? []))
    expect(unmarked.length).toBeGreaterThan(15)
    expect(unmarked.filter(({status}) => status === 'differs').map(({id, facets}) => [id, facets])).toEqual([])
    const below = unmarked.flatMap(({findings}) => findings.filter((each) => each.class === 'below-standard'))
    expect(below.flatMap(({variants}) => variants.flatMap(({authorities}) => authorities))).not.toContain('regional')
  }, 60_000)

  test('the command prints it, the same each time', () => {
    const args = ['packages/cli/bin/hedgerow.js', 'draft', 'missing-children', '--as-at', asAt, '--quiet']
    const run = (): string => execFileSync(process.execPath, args, {cwd: root, encoding: 'utf8'})
    const printed = run()
    expect(printed).toContain('# Children missing from home or care')
    expect(printed).toContain('[^1]: ')
    expect(run()).toBe(printed)
  }, 60_000)
})

const region = (texts: Readonly<Record<string, string>>): Promise<TopicAssessment> =>
  assessedTexts(
    'missing-children',
    Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, `# Missing children\n\n${text}\n`])),
  )

test('a choice is marked where the words part, with who says which', async () => {
  const tell = (limit: string): string =>
    `## Notifications\n\nThe social worker must tell the school within ${limit} of the report.`
  const draft = draftOf(
    await region({ashby: tell('24 hours'), brindle: tell('24 hours'), carrow: tell('1 working day')}),
  )
  expect(markdownOf(draft)).toContain(
    'within \\[Choose: 24 hours (ashby, brindle) or 1 working day (carrow)\\] of the report.[^1]',
  )
})

test('a choice between whole sentences says whose each is, and what it comes to', async () => {
  const early = 'The social worker must tell the school within 24 hours of the report.'
  const late =
    'Schools will hear of it: the social worker must tell them, in writing, within 1 working day of the report.'
  const texts = {ashby: early, brindle: early, carrow: late}
  const draft = draftOf(
    await region(Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, `## Notifications\n\n${text}`]))),
  )
  expect(markdownOf(draft)).toContain(`(a) \\[ashby and brindle: 24 hours\\] ${early}`)
})

describe('references', () => {
  const text = (number: string, extra: string): string =>
    `## 1. Introduction\n\n1.1 This procedure is for everybody who works with children.\n\n${extra}## ${number}. Reporting\n\n${number}.1 The carer must report the child missing to the police.\n\n${number}.2 The police must grade the report as set out in section ${number}.\n\n${number}.3 The carer must keep a log of all calls as in paragraph ${number}.1.\n`

  test('lead to the draft’s own numbers', async () => {
    const draft = draftOf(
      await region({
        ashby: text('3', '## 2. Ashby only\n\n2.1 The mayor must open the fair in June.\n\n'),
        brindle: text('3', '## 2. Brindle only\n\n2.1 Bees must be kept in hives.\n\n'),
        carrow: text('3', '## 2. Carrow only\n\n2.1 No boat may be moored at night.\n\n'),
      }),
    )
    const said = provisionsOf(draft).flatMap(({number, readings}) => readings.map((each) => `${number} ${each.text}`))
    expect(said).toContain('2.2 The police must grade the report as set out in section 2.')
    expect(said).toContain('2.3 The carer must keep a log of all calls as in paragraph 2.1.')
    expect(draft.checks.filter((each) => each.includes('refers'))).toEqual([])
  })

  test('that lead out of the draft are marked and told; those of an Act are left', async () => {
    const odd = (own: string): string =>
      `## 1. Reporting\n\n1.1 The carer must report the child missing as in paragraph 2.1.\n\n1.2 The social worker must consider a section 47 enquiry.\n\n## 2. Only here\n\n2.1 ${own}\n`
    const draft = draftOf(
      await region({
        ashby: odd('The mayor must open the fair in June.'),
        brindle: odd('Bees are kept in hives on the allotment.'),
        carrow: odd('No boat may be moored at night.'),
      }),
    )
    const said = provisionsOf(draft).flatMap(({readings}) => readings.map((each) => each.text))
    expect(said.some((each) => /paragraph 2\.1 \[Check: of .+ document\]/u.test(each))).toBe(true)
    expect(said).toContain('The social worker must consider a section 47 enquiry.')
    expect(draft.checks.some((each) => each.includes('refers to paragraph 2.1'))).toBe(true)
  })
})

describe('what people recorded', () => {
  const tell = (limit: string): string =>
    `## Notifications\n\nThe social worker must tell the school within ${limit} of the report.`
  const decision = (what: 'take-up' | 'keep-local') =>
    ({decision: what, owner: null, due: null, status: 'open', note: null, by: null, on: null}) as const
  const decided = async (what: 'take-up' | 'keep-local'): Promise<Draft> => {
    const topic = await region({ashby: tell('24 hours'), brindle: tell('24 hours'), carrow: tell('72 hours')})
    const opportunities = topic.opportunities.map((each) => ({...each, decision: decision(what)}))
    return draftOf({...topic, opportunities})
  }

  test('what is kept local is left out and listed', async () => {
    const draft = await decided('keep-local')
    expect(provisionsOf(draft)).toEqual([])
    expect(draft.left.map(({why}) => why)).toEqual(['Kept local by decision.'])
  })

  test('what was taken up, and lowers nobody, is no choice any more', async () => {
    const [provision] = provisionsOf(await decided('take-up'))
    expect(provision?.doubt).toBe(null)
    expect(provision?.readings.map(({text}) => text)).toEqual([
      'The social worker must tell the school within 24 hours of the report.',
    ])
  })

  test('an agreed difference stays one, until its day', async () => {
    const topic = await region({ashby: tell('24 hours'), brindle: tell('24 hours'), carrow: tell('72 hours')})
    const agreed = {reason: 'a contract', owner: null, agreed: null, reviewBy: '2027-03-31', state: 'live'} as const
    const rows = topic.rows.map((row) => ({...row, findings: row.findings.map((each) => ({...each, agreed}))}))
    const [provision] = provisionsOf(draftOf({...topic, rows}))
    expect(provision?.doubt).toBe('agreed')
    expect(provision?.note).toBe('Agreed to differ until 31 March 2027: a contract.')
    expect(provision?.readings.length).toBe(2)
  })
})

test('a field is filled in only where its value is known', () => {
  expect(filled('Tell «front door» or «panel».', (name) => (name === 'panel' ? 'MACE' : undefined))).toBe(
    'Tell «front door» or MACE.',
  )
})
