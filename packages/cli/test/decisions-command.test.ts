import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {partsOf, zipped} from '@hedgerow/office'
import {folderOf, pair, run} from './support/run.ts'

const all = {unpacked: 50_000_000}

/** The file with text of its parts replaced, as somebody's program would write it. */
const edited = (
  bytes: Uint8Array,
  part: string,
  edits: readonly (readonly [string | RegExp, string])[],
): Uint8Array => {
  const parts = [...partsOf(bytes, () => true, all)]
  return zipped(
    parts.map(([path, content]) => {
      if (path !== part) return [path, content] as const
      const text = new TextDecoder().decode(content)
      const next = edits.reduce((now, [from, to]) => {
        const replaced = now.replace(from, to)
        if (replaced === now) throw new Error(`Expected ${String(from)} in ${part}`)
        return replaced
      }, text)
      return [path, next] as const
    }),
  )
}

/** The sheet of the action log. */
const logPart = 'xl/worksheets/sheet3.xml'

const put = (cell: string, words: string): readonly [RegExp, string] => [
  new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 'u'),
  `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`,
]

const putDay = (cell: string, serial: number): readonly [RegExp, string] => [
  new RegExp(`<c r="${cell}" s="(\\d+)"/>`, 'u'),
  `<c r="${cell}" s="$1"><v>${serial}</v></c>`,
]

const corpus = (more: Readonly<Record<string, string>> = {}) =>
  folderOf({'hedgerow.yaml': 'region: Vale\n', ...pair, ...more})

const writtenLog = async (folder: string, format = 'xlsx'): Promise<Uint8Array> => {
  const {code, stderr} = await run(['report', folder, '--output', `${format}=log.${format}`, '--quiet'], {cwd: folder})
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return readFileSync(join(folder, `log.${format}`))
}

const decided = (folder: string): string =>
  existsSync(join(folder, 'decisions.yaml')) ? readFileSync(join(folder, 'decisions.yaml'), 'utf8') : ''

const taken = (folder: string, file: string, ...more: readonly string[]) =>
  run(['decisions', 'import', file, ...more], {cwd: folder})

let fingerprint = ''
let title = ''
let resting = {fingerprint: '', restsOn: ''}
let log = new Uint8Array()

beforeAll(async () => {
  const folder = corpus()
  log = await writtenLog(folder)
  const {stdout} = await run(['report', folder, '--format', 'json'], {cwd: folder})
  const {opportunities} = JSON.parse(stdout).topics[0]
  ;({fingerprint, title} = opportunities[0])
  resting = opportunities.find((each: {restsOn?: string}) => each.restsOn !== undefined)
})

describe('decisions import', () => {
  it('takes nothing from a log that nobody edited', async () => {
    const folder = corpus()
    writeFileSync(join(folder, 'log.xlsx'), log)
    const {code, stdout, stderr} = await taken(folder, 'log.xlsx')
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(/^decisions\.yaml: 0 rows taken, 0 refused, \d+ left as they were\.\n$/u)
    expect(decided(folder)).toBe('')
  })

  const edits = [put('I4', 'Brindle manager'), putDay('J4', 46418), put('K4', 'Take up'), put('M4', 'After Easter')]

  it('writes what was filled in, dates as Excel keeps them, and rows that a filter hides', async () => {
    const folder = corpus()
    writeFileSync(join(folder, 'log.xlsx'), edited(log, logPart, [...edits, [/<row r="4"/u, '<row r="4" hidden="1"']]))
    const {code, stdout} = await taken(folder, 'log.xlsx')
    expect(code).toBe(0)
    expect(stdout).toContain(`new      ${fingerprint}`)
    expect(decided(folder)).toContain(
      `- opportunity: ${fingerprint}\n  summary: ${JSON.stringify(title)}\n  decision: take-up\n  owner: Brindle manager\n  due: 2027-01-31\n  status: open\n  note: After Easter\n`,
    )
  })

  it('writes nothing on a dry run', async () => {
    const folder = corpus()
    writeFileSync(join(folder, 'log.xlsx'), edited(log, logPart, edits))
    const {stdout} = await taken(folder, 'log.xlsx', '--dry-run')
    expect(stdout).toContain('1 row taken (1 new, 0 changed)')
    expect(decided(folder)).toBe('')
  })

  it('changes an entry, keeps the comments beside it, and tells before and after', async () => {
    const folder = corpus({'decisions.yaml': `# ours\n- opportunity: ${fingerprint} # the first\n  decision: park\n`})
    const own = await writtenLog(folder)
    writeFileSync(join(folder, 'log.xlsx'), edited(own, logPart, [put('K4', 'keep local'), put('L4', 'done')]))
    const {stdout} = await taken(folder, 'log.xlsx')
    expect(stdout).toContain('park, open → keep local, done')
    expect(decided(folder)).toBe(
      `# ours\n- opportunity: ${fingerprint} # the first\n  decision: keep-local\n  summary: ${JSON.stringify(title)}\n  status: done\n`,
    )
  })

  it('changes the entry that another version wrote, found by the provisions it rests on', async () => {
    const written = `- opportunity: 0a0a0a0a0a0a0a0a\n  decision: park\n  rests-on: ${resting.restsOn}\n`
    const folder = corpus({'decisions.yaml': written})
    writeFileSync(join(folder, 'log.csv'), `Fingerprint,Decision\n${resting.fingerprint},keep local\n`)
    const {stdout} = await taken(folder, 'log.csv')
    expect(stdout).toContain('park, open → keep local, open')
    expect(decided(folder)).toContain('- opportunity: 0a0a0a0a0a0a0a0a\n  decision: keep-local\n')
    expect(decided(folder).match(/opportunity:/gu)).toHaveLength(1)
  })

  it('overwrites nobody: what was decided since the log was written stays, and is told', async () => {
    const folder = corpus()
    const theirs = `- opportunity: ${fingerprint}\n  decision: park\n`
    writeFileSync(join(folder, 'log.xlsx'), edited(log, logPart, [put('K4', 'take up')]))
    writeFileSync(join(folder, 'decisions.yaml'), theirs)
    const {code, stderr} = await taken(folder, 'log.xlsx')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'changed in decisions.yaml since the log was written (park, open); the log says take up, open',
    )
    expect(decided(folder)).toBe(theirs)
  })

  it('leaves a decision made since alone where the row was not touched', async () => {
    const folder = corpus({'decisions.yaml': `- opportunity: ${fingerprint}\n  decision: park\n`})
    writeFileSync(join(folder, 'log.xlsx'), log)
    const {code, stderr} = await taken(folder, 'log.xlsx')
    expect(code).toBe(0)
    expect(stderr).toContain('decided since the log was written (park, open), and not touched in it')
    expect(decided(folder)).toContain('park')
  })

  it('counts rows, names the row and every fault of each that is refused, and takes the others', async () => {
    const folder = corpus()
    writeFileSync(
      join(folder, 'log.csv'),
      [
        'Fingerprint,Decision,Due,Status,Owner',
        `${fingerprint},take up,2027-01-31,open,Ashby`,
        'aaaaaaaaaaaaaaaa,perhaps,13/31/2027,,',
        '"bbbbbbbbbbbbbbbb",park,"13/31\n2027",,',
        'cccccccccccccccc,,,,Nobody',
        '1.23E+15\u001b[2J,park,,,',
        'dddddddddddddddd,park,,,Somebody',
      ].join('\r\n'),
    )
    const {code, stdout, stderr} = await taken(folder, 'log.csv')
    expect(code).toBe(1)
    expect(stdout).toContain('decisions.yaml: 1 row taken (1 new, 0 changed), 5 refused, 0 left as they were.\n')
    expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
      'hedgerow: log.csv, row 3 refused. Decision: found perhaps, expected take up, park, keep local, or nothing. Due: found 13/31/2027, expected a day as 31/01/2027, 31 January 2027 or 2027-01-31.',
      expect.stringContaining('row 4 refused. Due: found 13/31 2027, expected a day'),
      expect.stringContaining('row 5 refused. Decision: found nothing, though Owner is filled in; expected take up'),
      expect.stringContaining(
        'row 6 refused. Fingerprint: found 1.23E+15\ufffd[2J, expected letters a to f and digits',
      ),
      expect.stringContaining(
        'row 7 refused. Fingerprint: found dddddddddddddddd, expected one that a report on this corpus prints today; the row says park, open, Somebody.',
      ),
    ])
    expect(decided(folder)).toContain('owner: Ashby')
    expect(decided(folder)).not.toContain('Somebody')
  })

  it('names the row as the spreadsheet shows it, and its sheet', async () => {
    const folder = corpus()
    writeFileSync(join(folder, 'log.xlsx'), edited(log, logPart, [put('K4', 'prak'), put('L4', 'closed')]))
    const {stdout, stderr} = await taken(folder, 'log.xlsx')
    expect(stdout).toContain('0 rows taken, 1 refused')
    expect(stderr).toBe(
      'hedgerow: log.xlsx, row 4 of Action log refused. Decision: found prak, expected take up, park, keep local, or nothing. Did you mean park? Status: found closed, expected open, done, or nothing.\n',
    )
  })

  it('takes neither of two rows about one opportunity', async () => {
    const folder = corpus()
    writeFileSync(join(folder, 'log.csv'), `Fingerprint,Decision\n${fingerprint},park\n${fingerprint},take up\n`)
    const {stderr} = await taken(folder, 'log.csv')
    expect(stderr).toContain(`row 3 refused. Fingerprint: found ${fingerprint} in row 2 as well`)
    expect(stderr).toContain('row 2 refused')
    expect(decided(folder)).toBe('')
  })

  it('keeps what has no column in the file', async () => {
    const folder = corpus({
      'decisions.yaml': `- opportunity: ${fingerprint}\n  decision: park\n  owner: Ashby\n  note: Wait\n`,
    })
    writeFileSync(join(folder, 'log.csv'), `Fingerprint;Decision;Status\n${fingerprint};Keep-local;done\n`)
    expect((await taken(folder, 'log.csv')).code).toBe(0)
    expect(decided(folder)).toContain('decision: keep-local\n  owner: Ashby\n')
    expect(decided(folder)).toContain('note: Wait')
  })

  it('reads an OpenDocument log', async () => {
    const folder = corpus()
    const own = await writtenLog(folder, 'ods')
    const choice = `<table:table-cell table:style-name="text" table:content-validation-name="check-Action-log-10"/>`
    writeFileSync(
      join(folder, 'log.ods'),
      edited(own, 'content.xml', [
        [choice, choice.replace('/>', ' office:value-type="string"><text:p>park</text:p></table:table-cell>')],
      ]),
    )
    expect((await taken(folder, 'log.ods')).stdout).toContain(`new      ${fingerprint}`)
    expect(decided(folder)).toContain('decision: park')
  })

  it.each([
    [
      ['decisions'],
      'import and FILE are missing. Write hedgerow decisions import FILE [corpus], as in: hedgerow decisions import action-log.xlsx',
    ],
    [['decisions', 'import'], 'FILE is missing. Write'],
    [['decisions', 'import', 'a.csv', 'b', 'c'], 'Unexpected c: one word too many. Write'],
    [['decisions', 'export', 'x.xlsx'], 'Unexpected decisions export'],
    [['decisions', 'import', 'nowhere.xlsx'], 'Cannot read nowhere.xlsx: it does not exist'],
    [['decisions', 'import', 'hedgerow.yaml'], 'it is no spreadsheet that is read (.yaml)'],
    [['decisions', 'import', 'other.csv'], 'Found no action log in other.csv'],
  ])('%j is a fault of use', async (argv, words) => {
    const folder = corpus({'other.csv': 'a,b\n1,2\n'})
    const {code, stderr} = await run(argv, {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})
