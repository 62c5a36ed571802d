// What may lie in a folder beside ordinary files, and where reports may be sent: nothing waits for ever, nothing is lost, nothing is passed over in silence.
import {execFileSync, spawn} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import type {Assessment} from '@hedgerow/assess'
import {describe, expect, test} from 'vitest'
import {folderOf, missing, pair, run} from './support/run.ts'

const analysed = async (folder: string, ...words: readonly string[]): Promise<Assessment> => {
  const {stdout, stderr} = await run(['report', folder, '--format', 'json', '--quiet', ...words])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Assessment
}

const rowsOf = ({topics}: Assessment) =>
  topics.map(({rows}) => rows.map(({id, status, facets, readings}) => [id, status, facets, readings]))

describe.skipIf(process.platform === 'win32')('in a corpus', () => {
  const pipe = (path: string): void => void execFileSync('mkfifo', [path])

  test('a pipe, a device and links round and round are named or ended, never waited for', async () => {
    const folder = folderOf(pair)
    pipe(join(folder, 'ashby/pipe.md'))
    symlinkSync('/dev/zero', join(folder, 'brindle/endless.md'))
    symlinkSync('itself.md', join(folder, 'brindle/itself.md'))
    symlinkSync('../brindle', join(folder, 'ashby/brindle'))
    symlinkSync('../ashby', join(folder, 'brindle/ashby'))
    const {notCompared, documents} = await analysed(folder)
    expect(documents).toHaveLength(2)
    expect(notCompared.map(({path, reason}) => [path, reason])).toEqual([
      ['ashby/brindle/endless.md', 'it is a link that leads nowhere, or no ordinary file'],
      ['ashby/brindle/itself.md', 'it is a link that leads nowhere, or no ordinary file'],
      ['ashby/brindle/missing-children.md', 'it lies in a folder within an authority’s folder'],
      ['ashby/pipe.md', 'it is a link that leads nowhere, or no ordinary file'],
      ['brindle/ashby/missing-children.md', 'it lies in a folder within an authority’s folder'],
      ['brindle/ashby/pipe.md', 'it is a link that leads nowhere, or no ordinary file'],
      ['brindle/endless.md', 'it is a link that leads nowhere, or no ordinary file'],
      ['brindle/itself.md', 'it is a link that leads nowhere, or no ordinary file'],
    ])
  })

  test('folders that link to each other twice over are walked eight deep and told of', async () => {
    const folder = folderOf({
      ...pair,
      'far/0/': '',
      ...Object.fromEntries(Array.from({length: 12}, (_, n) => [`far/${n}/`, ''])),
    })
    for (let n = 0; n < 11; n++)
      for (const name of ['a', 'b']) symlinkSync(`../${n + 1}`, join(folder, `far/${n}/${name}`))
    const {notCompared} = await analysed(folder)
    expect(new Set(notCompared.map(({reason}) => reason))).toEqual(
      new Set(['it is a folder more than 8 folders deep, which is not looked into']),
    )
  })

  test.each(['hedgerow.yaml', 'pins.yaml', 'agreed.yaml', 'decisions.yaml', 'ashby/authority.yaml', 'baseline.json'])(
    'a pipe in the place of %s is told',
    async (name) => {
      const folder = folderOf(pair)
      pipe(join(folder, name))
      const {code, stderr} = await run([name === 'baseline.json' ? 'check' : 'report', folder])
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${name}: it is a pipe, a socket or a device`)])
    },
  )

  test('any signs may be in the name of an authority', async () => {
    const text = pair['ashby/missing-children.md']
    const folders = ['back\\slash', 'new\nline', '[x](y)*{z}', '-dash', '\nfirst', 'sep\u2028arated']
    const {documents} = await analysed(
      folderOf(Object.fromEntries(folders.map((name) => [`${name}/missing-children.md`, text]))),
    )
    expect(documents.map(({path}) => path).sort()).toEqual(folders.map((name) => `${name}/missing-children.md`).sort())
  })

  test('any signs may be in its name', async () => {
    const {documents, notCompared} = await analysed(
      folderOf(pair, "-[x](y)*{z} back\\slash 100% #1? 'it\"s' 😀 new\nline"),
    )
    expect([documents.length, notCompared]).toEqual([2, []])
  })
})

test('letters with accents are the same however a Mac writes them, and quoted alike', async () => {
  const text = (council: string): string => missing(council, '1 hour').replace('the police', 'the Zoë Brontë café')
  const files = {
    'ashby/missing-children.md': text('Ashby Council'),
    'brindle/missing-children.md': text('Brindle Council'),
  }
  const plain = rowsOf(await analysed(folderOf(files)))
  const mac = rowsOf(
    await analysed(folderOf({...files, 'ashby/missing-children.md': text('Ashby Council').normalize('NFD')})),
  )
  expect(mac).toEqual(plain)
  expect(JSON.stringify(plain)).toContain('"same"')
})

test('UTF-16 is read by its mark; without one it is refused with what to do', async () => {
  const wide = Buffer.from(pair['ashby/missing-children.md'], 'utf16le')
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), wide])
  const folder = (bytes: Uint8Array) => folderOf({...pair, 'ashby/missing-children.md': bytes})
  expect(rowsOf(await analysed(folder(marked)))).toEqual(rowsOf(await analysed(folderOf(pair))))
  for (const bytes of [wide, Buffer.from(wide).swap16()])
    expect((await analysed(folder(bytes))).notCompared).toEqual([
      {
        path: 'ashby/missing-children.md',
        reason: 'it looks like UTF-16 without the mark at its start that says so',
        remedy: 'save it as UTF-8, or as Unicode with a byte order mark',
      },
    ])
})

describe('a report', () => {
  const region = Object.fromEntries(Object.entries(pair).map(([path, text]) => [`procedures/${path}`, text]))
  const written = (folder: string, path: string) =>
    run(['report', folder, '--quiet', '--output', `csv=${path}`], {cwd: folder})

  test.skipIf(process.platform === 'win32')('goes into a pipe, and leaves it one', async () => {
    const folder = folderOf({...pair, 'out/': ''})
    const path = join(folder, 'out/pipe')
    execFileSync('mkfifo', [path])
    const reader = spawn('cat', [path])
    let read = ''
    reader.stdout.on('data', (piece) => (read += String(piece)))
    const closed = new Promise((resolve) => reader.on('close', resolve))
    expect((await written(folder, path)).code).toBe(0)
    await closed
    expect(read.length).toBeGreaterThan(500)
    expect(statSync(path).isFIFO()).toBe(true)
  })

  test('is written through a link, and keeps the mode of the file', async () => {
    const folder = folderOf({...region, 'out/real.csv': 'old'})
    chmodSync(join(folder, 'out/real.csv'), 0o600)
    symlinkSync('real.csv', join(folder, 'out/link.csv'))
    const argv = ['report', 'procedures', '--quiet', '--output', 'csv=out/link.csv']
    expect((await run(argv, {cwd: folder})).code).toBe(0)
    expect(lstatSync(join(folder, 'out/link.csv')).isSymbolicLink()).toBe(true)
    expect(statSync(join(folder, 'out/real.csv')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'out/real.csv'), 'utf8')).not.toBe('old')
  })

  test('may have a name as long as names may be', async () => {
    const folder = folderOf(pair)
    const name = `${'n'.repeat(251)}.csv`
    expect((await written(folder, join('reports', name))).code).toBe(0)
    expect(readdirSync(join(folder, 'reports'))).toEqual([name])
    expect((await written(folder, join('reports', `n${name}`))).stderr).toContain(
      'its name is too long. Choose another path.',
    )
  })

  test('takes away what a killed run left of it an hour ago, and nothing else', async () => {
    const folder = folderOf(pair)
    mkdirSync(join(folder, 'reports'))
    const names = ['.r.csv.1.abc.part', '.r.csv.2.abc.part', '.other.csv.1.abc.part', 'r.csv.part']
    for (const name of names) writeFileSync(join(folder, 'reports', name), 'half')
    for (const name of names.filter((each) => !each.includes('.2.'))) utimesSync(join(folder, 'reports', name), 0, 0)
    await written(folder, 'reports/r.csv')
    expect(readdirSync(join(folder, 'reports')).sort()).toEqual([...names.slice(1), 'r.csv'].sort())
  })
})
