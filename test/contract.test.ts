// What users and scripts may rely on (contract/contract.yaml), held by the built program: every command, option, format, exit code and field. Most runs call the
// built program's main() in this process, which is the same bundle without a start of Node each; those that are processes of their own say so. Exit code 4 is
// shown in packages/cli/test/program.test.ts, the explorer with real keys in explorer-walk.test.ts.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {PDFDocument} from 'pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {collected} from './support/collected.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'packages/cli/bin/hedgerow.js')
const day = '2026-11-23'

type Kind = string | readonly (string | null)[]

interface Contract {
  readonly commands: Readonly<Record<string, {readonly follows: string; readonly options: readonly string[]}>>
  readonly everywhere: Readonly<Record<string, string>>
  readonly formats: Readonly<Record<string, string>>
  readonly severities: Readonly<Record<string, string>>
  readonly analysis: Readonly<Record<string, Kind>>
  readonly tree: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const contract = parse(readFileSync(new URL('contract/contract.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as Contract

let folder = ''
let main: (invocation: object) => Promise<number>

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Commands and options that some run here has used, so that none of the contract is left out. */
const used = new Set<string>()

const noted = (argv: readonly string[]): void => {
  const [command] = argv
  used.add(command as string)
  for (const word of argv) if (word.startsWith('--')) used.add(`${command} ${word.replace(/=.*$/su, '')}`)
}

const run = async (argv: readonly string[], stdin = ''): Promise<Ran> => {
  noted(argv)
  const [out, err] = [collected(), collected()]
  const code = await main({
    argv,
    stdin: Readable.from([stdin]),
    stdout: out.stream,
    stderr: err.stream,
    cwd: folder,
    env: {HEDGEROW_CACHE: process.env.HEDGEROW_CACHE},
    now: () => new Date(`${day}T12:00:00Z`),
  })
  return {code, out: out.text(), err: err.text()}
}

/** The same as a process of its own. */
const spawned = (argv: readonly string[], input = ''): Ran => {
  noted(argv)
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
  })
  return {code: status ?? -1, out: stdout, err: stderr}
}

const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), {recursive: true})
  writeFileSync(join(folder, path), content)
}

const procedure = (council: string, limit: string): string => `---
title: Escalation
version: 2.1
date: 2025-03-01
review: 2027-03-01
---
# Escalation: ${council}

## 1. Reporting

1.1 The carer must report the child missing to the police within ${limit} of the child being found absent.

1.2 The social worker must ring the carer no sooner than 2 hours after the report.

1.3 It applies to all staff working with children in ${council}.

1.4 The chair must send the papers at least 5 working days before the meeting.

## 2. Return interviews

2.1 An independent return interview must be offered within 72 hours of the child being found.
`

const standards = `- id: report-within-30-minutes
  topic: escalation
  tier: B
  statement: The carer reports a missing child within 30 minutes.
  citation: Vale protocol, 2024
  from: 2024-01-01
  to: 2030-01-01
  verified: true
  about: {all: [report, police]}
  requires: {deadline: {within: {value: 30, unit: minute}}}
`

/** Two neighbours and two topics, for everything that needs no large region. */
const small = (): void => {
  put('small/hedgerow.yaml', 'region: Vale\n')
  for (const [id, other, council, limit] of [
    ['ashby', 'brindle', 'Ashby Council', '45 minutes'],
    ['brindle', 'ashby', 'Brindle Borough Council', '6 hours'],
  ] as const) {
    put(`small/${id}/authority.yaml`, `name: ${council}\nneighbours: [${other}]\n`)
    put(`small/${id}/escalation.md`, procedure(council, limit))
    put(`small/${id}/allegations.md`, procedure(council, limit).replace(/Escalation/gu, 'Allegations'))
  }
}

/** The sample region with what it lacks: a document that cannot be read, a page without text, a topic of one holder, a regional standard that ends. */
const large = async (): Promise<void> => {
  const isWanted = (path: string): boolean => !path.includes('child-exploitation')
  cpSync(join(root, 'procedures'), join(folder, 'region'), {recursive: true, filter: isWanted})
  put(
    'region/hedgerow.yaml',
    `region: Vale and Moor
topics: {escalation: {title: Settling disagreements, also: [resolving-disagreements]}, solo: {title: Only one has it}}
standards: [national, own.yaml]
severities: {local: note, form-field: off}
limits: {file-megabytes: 50, seconds-per-file: 60, pages: 2000}
`,
  )
  put('region/own.yaml', standards)
  put('region/pellmoor/escalation.md', procedure('Pellmoor', '45 minutes'))
  put('region/thornmere/resolving-disagreements.md', procedure('Thornmere', '6 hours'))
  put('region/thornmere/solo.md', procedure('Thornmere', '6 hours'))
  put('region/wexbourne/escalation.docx', 'PK')
  const pdf = await PDFDocument.create()
  pdf
    .addPage()
    .drawText('The carer must report the child missing to the police within 1 hour.', {x: 50, y: 700, size: 11})
  const dot = await pdf.embedPng(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  )
  pdf.addPage().drawImage(dot, {x: 0, y: 0, width: 595, height: 842})
  put('region/saltmarrow/solo-paged.pdf', await pdf.save())
}

/** Every path of a value with what stands there: `topics[].rows[].readings.*`. Keys of objects that are no records of ours are `*`. */
const valuesIn = (whole: unknown): ReadonlyMap<string, readonly unknown[]> => {
  const found = new Map<string, unknown[]>()
  const keyed = /\.(?:readings|met|direction)$/u
  const visit = (value: unknown, path: string): void => {
    found.set(path, [...(found.get(path) ?? []), value])
  }
  const walk = (value: unknown, path: string): void => {
    visit(value, path)
    if (Array.isArray(value)) for (const each of value) walk(each, `${path}[]`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value))
        walk(each, path === '' ? key : `${path}.${keyed.test(path) ? '*' : key}`)
  }
  walk(whole, '')
  return found
}

const isOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  'number or string': (value) => typeof value === 'number' || typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value),
  share: (value) => typeof value === 'number' && value >= 0 && value <= 1,
}

/** What is wrong with the values of one field; nothing where it is seen and all are as agreed. */
const wrong = (path: string, kind: Kind, values: readonly unknown[]): readonly unknown[] => {
  if (typeof kind !== 'string') {
    const unseen = kind.filter((word) => !values.includes(word))
    return [
      ...unseen.map((word) => `${word} is never seen`),
      ...values.filter((each) => !kind.includes(each as string)),
    ]
  }
  const own = isOf[kind.replace('?', '')]
  if (own === undefined) throw new Error(`Expected a kind, got ${kind}`)
  const said = values.filter((value) => value !== null && value !== '')
  if (said.length === 0) return ['never seen with a value']
  return values.filter((value) => !own(value) && !(kind.endsWith('?') && value === null)).slice(0, 3)
}

interface Loose {
  readonly [key: string]: Loose & readonly Loose[] & string
}

let analysis: Loose
let files: Ran

beforeAll(async () => {
  if (!existsSync(join(root, 'packages/cli/dist/hedgerow.mjs')))
    throw new Error('Expected the built program, found none: run pnpm build first')
  ;({main} = (await import(new URL('../packages/cli/dist/hedgerow.mjs', import.meta.url).href)) as {main: typeof main})
  folder = mkdtempSync(join(tmpdir(), 'hedgerow-contract-'))
  small()
  await large()
  const outputs = Object.keys(contract.formats).flatMap((format) => ['--output', `${format}=out/report.${format}`])
  files = spawned(['report', 'region', '--as-at', day, '--quiet', ...outputs])
  const first = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')) as Loose
  const [step] = (first.topics as unknown as readonly Loose[]).flatMap(
    ({opportunities}) => opportunities as readonly Loose[],
  )
  put(
    'region/decisions.yaml',
    `- {opportunity: ${(step as Loose).fingerprint}, decision: take-up, owner: R Officer, due: 2027-01-31, status: open, note: With Thornmere}\n`,
  )
  analysis = JSON.parse((await run(['report', 'region', '--as-at', day, '--quiet', '--format', 'json'])).out) as Loose
}, 180_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('reports', () => {
  test('one run writes every format, and nothing on standard output', () => {
    expect([files.code, files.out, files.err]).toEqual([0, '', ''])
  })

  test.each(Object.entries(contract.formats))('%s', (format, start) => {
    expect(readFileSync(join(folder, `out/report.${format}`), 'utf8').slice(0, 200)).toMatch(new RegExp(start, 'u'))
  })

  test('every format goes to standard output too', async () => {
    for (const [format, start] of Object.entries(contract.formats)) {
      const {code, out} = await run(['report', 'small', '--format', format, '--quiet'])
      expect([format, code, out.slice(0, 200)]).toEqual([
        format,
        0,
        expect.stringMatching(new RegExp(start.replace(String.raw`\uFEFF`, ''), 'u')),
      ])
    }
  })
})

describe('the analysis as JSON', () => {
  test('holds every field, with values of its kind', () => {
    const found = valuesIn(analysis)
    const faults = Object.entries(contract.analysis).flatMap(([path, kind]) =>
      wrong(path, kind, found.get(path) ?? []).map((fault) => [path, fault]),
    )
    expect(faults).toEqual([])
    expect(analysis.schemaVersion).toBe(1)
    expect(analysis.asAt).toBe(day)
  })

  const topic = (id: string): Loose =>
    (analysis.topics as readonly Loose[]).find((each) => (each.id as unknown) === id) as Loose

  test('a topic of one holder has no scores', () => {
    expect(topic('solo').scores).toMatchObject({wording: null, rule: null, pairs: []})
  })

  test('the first limit is the limit; an authority that has the topic is in every row; the rest are without it', () => {
    for (const each of analysis.topics as readonly Loose[]) {
      const all = (analysis.authorities as readonly Loose[]).map(({id}) => id as unknown)
      expect([...(each.authorities as unknown as string[]), ...(each.without as unknown as string[])].sort()).toEqual(
        all.sort(),
      )
      for (const row of each.rows as readonly Loose[]) {
        expect(Object.keys(row.readings as Loose)).toEqual(each.authorities)
        for (const reading of Object.values(row.readings as unknown as Record<string, readonly Loose[] | null>).flat())
          if (reading) expect(reading.deadline ?? null).toEqual(reading.deadlines?.[0] ?? null)
      }
    }
  })

  test('links name provisions and their probability', () => {
    const links = (analysis.topics as readonly Loose[]).flatMap(({rows}) =>
      (rows as readonly Loose[]).flatMap((row) => row.links as unknown as [string, string, number][]),
    )
    expect(links.length).toBeGreaterThan(100)
    for (const [a, b, probability] of links)
      expect([typeof a, typeof b, isOf.share?.(probability)]).toEqual(['string', 'string', true])
  })

  test('a decision, a document not compared and an edition are told', () => {
    const steps = (analysis.topics as readonly Loose[]).flatMap(({opportunities}) => opportunities as readonly Loose[])
    expect(steps.find(({decision}) => (decision as unknown) !== null)?.decision).toMatchObject({
      decision: 'take-up',
      owner: 'R Officer',
      due: '2027-01-31',
      status: 'open',
      note: 'With Thornmere',
    })
    expect((analysis.notCompared as readonly Loose[]).map(({path}) => path as unknown)).toEqual([
      'wexbourne/escalation.docx',
    ])
    expect(
      (analysis.documents as readonly Loose[]).find(({path}) => (path as unknown) === 'pellmoor/escalation.md')
        ?.edition,
    ).toMatchObject({version: '2.1', date: '2025-03-01', review: '2027-03-01'})
  })

  test('the schema describes it', async () => {
    const {out} = await run(['schema', 'analysis'])
    expect(Object.keys((JSON.parse(out) as {properties: object}).properties)).toEqual(
      expect.arrayContaining(['schemaVersion', 'asAt', 'topics']),
    )
  })
})

test('parse --format json: a tree whose nodes have what a reading has', async () => {
  const text =
    '# T\n\n## 1. Reporting\n\n1.1 Staff must ring 999 within 5 minutes if a child aged under 10 is missing.\n\n1.2 Staff must tell 01632 960101 after three episodes in 90 days, as in Working Together 2018.\n\n## Definitions\n\n**Missing** means not where expected.\n\n## Form\n\n- [ ] Police told (required)\n'
  const tree = JSON.parse((await run(['parse', '-', '--format', 'json'], text)).out) as Loose
  const nodes = new Map<string, Loose[]>()
  const walk = (node: Loose): void => {
    const type = node.type as string
    nodes.set(type, [...(nodes.get(type) ?? []), node])
    for (const child of (node.children ?? []) as readonly Loose[]) walk(child)
  }
  walk(tree)
  expect(tree.type).toBe('procedure')
  const faults = Object.entries(contract.tree).flatMap(([type, fields]) =>
    Object.entries(fields).flatMap(([field, kind]) => {
      const all = nodes.get(type) ?? []
      const own = isOf[kind.replace('?', '')] as (value: unknown) => boolean
      const bad = all.filter(
        (node) => !(field in node) || !(own(node[field]) || (kind.endsWith('?') && (node[field] as unknown) === null)),
      )
      return all.length === 0 || bad.length > 0 ? [`${type}.${field}`] : []
    }),
  )
  expect(faults).toEqual([])
  expect((nodes.get('provision') as Loose[])[0]).toMatchObject({
    deadline: {value: 5, unit: 'minute'},
    section: 'Reporting',
  })
  expect((await run(['parse', '-', '--format', 'outline'], text)).out).toContain('section 1. "Reporting"')
})

describe('commands', () => {
  /** Each in turn, on what those before it left. */
  const runs: readonly (readonly [argv: string, code: number, stdout: RegExp, stderr?: RegExp])[] = [
    ['report small', 0, /Two authorities, 2 topics, 4 documents/u],
    ['report small --fail-on error', 1, /Two authorities/u],
    ['report small --fail-on deadline,actor', 1, /Two authorities/u],
    ['report small --fail-on below-standard', 0, /Two authorities/u],
    ['report small --fail-on never', 0, /Two authorities/u],
    ['report region --strict', 3, /One document could not be compared/u],
    ['report small --shard 1/2 --format json --output json=shard-1.json', 0, /"shard"/u],
    ['report small --shard 2/2 --output json=shard-2.json', 0, /^$/u],
    ['merge shard-1.json shard-2.json', 0, /"schemaVersion": 1/u],
    ['explore small', 2, /^$/u, /Found no terminal/u],
    ['diff ashby brindle small --topic escalation', 0, /^reporting-1 {2}differs \(deadline\)/mu],
    ['diff small/ashby/escalation.md small/brindle/escalation.md', 0, /45 minutes/u],
    ['show escalation/reporting-1 small', 0, /45 minutes \| .*6 hours/u],
    ['show no-such-row small', 2, /^$/u, /Found nothing|Found no/u],
    ['check small', 2, /^$/u, /Found no baseline\.json/u],
    ['baseline small', 0, /^$/u, /Recorded 4 procedures/u],
    ['baseline small', 2, /^$/u, /Found a baseline\.json already/u],
    ['baseline small --update', 0, /^$/u, /Recorded 4 procedures/u],
    ['baseline small --prune', 0, /^$/u, /Recorded 4 procedures/u],
    ['check small', 0, /No authority changed its text/u],
    ['check small --format sarif --strict --fail-on note', 0, /"version": "2\.1\.0"/u],
    ['check small --output junit=out/drift.xml', 0, /^$/u, /Wrote out\/drift\.xml/u],
    ['check small --against shard-1.json', 2, /^$/u, /no record that this version reads/u],
    ['check small --against small', 0, /No authority changed its text/u],
    ['check small --history', 2, /^$/u, /Found no git repository/u],
    ['amendments small small', 0, /\S/u],
    ['briefing small/baseline.json small', 0, /\S/u],
    ['draft escalation small', 0, /^# /u],
    ['propose ashby small', 0, /Wrote proposals\/ashby-allegations\.docx/u],
    ['decisions import out/report.xlsx region', 0, /decisions\.yaml: 0 rows taken, 0 refused/u],
    ['parse small/ashby/escalation.md', 0, /provision/u],
    ['parse nowhere.md', 3, /^$/u, /Cannot read nowhere\.md/u],
    ['import region/pellmoor/missing-children.docx --corpus region --output -', 0, /^---\n/u],
    ['rules', 0, /Different time limit/u],
    ['schema', 0, /"\$schema"/u],
    ['init new', 0, /new\/hedgerow\.yaml/u],
    ['init new', 2, /^$/u, /Found new\/hedgerow\.yaml/u],
    ['report nowhere', 2, /^$/u, /Found nothing at nowhere/u],
    ['report new', 3, /^$/u, /Nothing was compared/u],
    ['report small --format nonsense', 2, /^$/u, /Unexpected format nonsense/u],
    ['report small --nonsense', 2, /^$/u, /Unexpected option --nonsense/u],
  ]

  test.each(runs)('hedgerow %s ends with %i', async (line, code, stdout, stderr = /(?:)/u) => {
    const ran = await run(line.split(' '))
    expect(ran).toMatchObject({code, out: expect.stringMatching(stdout), err: expect.stringMatching(stderr)})
  })

  test('an unknown key of hedgerow.yaml is a fault with a suggestion', async () => {
    put('odd.yaml', 'regoin: Vale\n')
    expect(await run(['report', 'small', '--config', 'odd.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean region?'),
    })
  })

  test('classes have their severities', async () => {
    const {out} = await run(['rules', '--format', 'json'])
    const found = Object.fromEntries(
      (JSON.parse(out) as {class: string; severity: string}[]).map((each) => [each.class, each.severity]),
    )
    expect(found).toEqual(contract.severities)
  })

  test('as processes of their own: help lists every command, a file may come from standard input, the trend is told from git', () => {
    const help = spawned(['--help'])
    for (const name of Object.keys(contract.commands))
      expect(help.out).toMatch(new RegExp(`^ +hedgerow ${name}\\b`, 'mu'))
    expect(spawned(['parse', '-'], '# T\n\nStaff must act.\n')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Staff must act.'),
    })
    const git = (...words: readonly string[]) =>
      spawnSync('git', ['-C', join(folder, 'small'), '-c', 'user.name=R', '-c', 'user.email=r@example.org', ...words], {
        encoding: 'utf8',
      })
    for (const words of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'One'],
      ['tag', 'v1'],
    ])
      expect(git(...words).status).toBe(0)
    expect(spawned(['check', 'small', '--history', '--as-at', day])).toMatchObject({
      code: 0,
      out: expect.stringContaining('v1'),
    })
    expect(spawned(['check', 'small', '--against', 'v1', '--as-at', day])).toMatchObject({
      code: 0,
      out: expect.stringContaining('No authority changed its text'),
    })
  })
})

describe('options that every command takes', () => {
  const lines: Readonly<Record<string, readonly [words: string, code: number]>> = {
    report: ['report small', 0],
    explore: ['explore small', 2],
    diff: ['diff ashby brindle small', 0],
    show: ['show escalation/reporting-1 small', 0],
    check: ['check small', 0],
    baseline: ['baseline small --update', 0],
    amendments: ['amendments small small small', 0],
    briefing: ['briefing small small small', 0],
    draft: ['draft escalation small', 0],
    propose: ['propose ashby small', 0],
    decisions: ['decisions import out/report.xlsx small', 1],
    parse: ['parse small/ashby/escalation.md', 0],
    import: ['import small/ashby/escalation.md --corpus small --output -', 3],
    merge: ['merge shard-1.json shard-2.json', 0],
    rules: ['rules', 0],
    schema: ['schema procedure', 0],
    init: ['init', 0],
  }
  const all = [
    '--topic',
    'escalation',
    '--authority',
    'ashby',
    '--neighbours-of',
    'ashby',
    '--config',
    'small/hedgerow.yaml',
    '--as-at',
    '2026-12-24',
  ]

  test.each(Object.keys(contract.commands))('%s', async (name) => {
    const [line, code] = lines[name] as readonly [string, number]
    const words = (at: string): readonly string[] => (name === 'init' ? ['init', at] : line.split(' '))
    const loud = await run([...words('one'), ...all, '--no-color', '--verbose'])
    expect([loud.code, loud.err]).toEqual([code, expect.not.stringContaining('Unexpected option')])
    const quiet = await run([...words('two'), ...all, '--color', '--quiet'])
    expect(quiet.code).toBe(code)
    if (code === 0) expect(quiet.err).not.toContain('changes nothing in')
    expect(loud.out).not.toContain('\u001b[')
  })

  test('say what they choose: a topic, an authority, its neighbours, another day', async () => {
    const found = async (...words: readonly string[]): Promise<Loose> =>
      JSON.parse((await run(['report', 'region', '--format', 'json', '--quiet', ...words])).out) as Loose
    const one = await found('--topic', 'resolving-disagreements', '--as-at', '2026-12-24')
    expect([one.asAt, (one.topics as readonly Loose[]).map(({id}) => id as unknown)]).toEqual([
      '2026-12-24',
      ['escalation'],
    ])
    const near = await found('--neighbours-of', 'thornmere', '--topic', 'escalation')
    expect((near.authorities as readonly Loose[]).map(({id}) => id as unknown)).toEqual([
      'eldermoss',
      'harrowmead',
      'thornmere',
      'wexbourne',
    ])
    const two = await found('--authority', 'pellmoor', '--authority', 'thornmere', '--topic', 'escalation')
    expect((two.documents as readonly Loose[]).map(({path}) => path as unknown)).toEqual([
      'pellmoor/escalation.md',
      'thornmere/resolving-disagreements.md',
    ])
  })

  test('where one changes nothing it is said', async () => {
    expect((await run(['schema', '--topic', 'escalation'])).err).toBe('--topic changes nothing in hedgerow schema.\n')
  })

  test('colours go with --color and stay away with NO_COLOR', async () => {
    expect((await run(['diff', 'ashby', 'brindle', 'small', '--topic', 'escalation', '--color'])).out).toContain(
      '\u001b[',
    )
    expect((await run(['diff', 'ashby', 'brindle', 'small', '--topic', 'escalation'])).out).not.toContain('\u001b[')
  })
})

test('no command and no option of the contract was left out above', () => {
  const wanted = Object.entries(contract.commands).flatMap(([name, {options}]) => [
    name,
    ...[...options, ...Object.keys(contract.everywhere)].map((option) => `${name} --${option}`),
  ])
  expect(wanted.filter((each) => !used.has(each))).toEqual([])
})
