import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Assessment} from '@hedgerow/assess'
import {beforeAll, describe, expect, test} from 'vitest'
import {
  bytesOf,
  honest,
  onePage,
  packedStream,
  printedText,
  rawZip,
  stream,
  swollen,
  swollenZlib,
} from '../../ingest/test/support/hostile.ts'
import {p, styled, word} from '../../ingest/test/support/office.ts'
import {folderOf, missing, run} from './support/run.ts'

const bin = fileURLToPath(new URL('../bin/hedgerow.js', import.meta.url))

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL('../dist/reading-thread.mjs', import.meta.url))))
    throw new Error('Expected the built program, found none: run pnpm build first')
})

const duty = 'The carer must report the child missing to the police within'
const wordOf = (council: string, limit: string): Uint8Array =>
  word(styled('Title', `${council}: children who go missing`) + p(`${duty} ${limit} of the child being found absent.`))
const pdfOf = (limit: string): Uint8Array =>
  onePage({content: stream(printedText(`${duty} ${limit} of the child being found absent.`))})

/** A page that saves its state again and again: a few hundred bytes that keep the PDF library busy for minutes. */
const endless = (times: number): Uint8Array =>
  onePage({content: packedStream(`${'q '.repeat(times)}${printedText(duty)}`)})
/** Half a million paragraphs: more than the memory allowed. */
const greedy = word(p(duty).repeat(500_000))
const password = onePage({
  trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${'1'.repeat(32)}) /U (${'2'.repeat(32)}) /P -4 >> /ID [(a)(b)]`,
})

const limits = 'limits: {seconds-per-file: 5, memory-megabytes: 128}\n'
const good = {
  'ashby/missing-children.md': missing('Ashby Council', '1 hour'),
  'brindle/missing-children.docx': wordOf('Brindle Council', '6 hours'),
  'zeal/missing-children.pdf': pdfOf('2 hours'),
}

/** Documents that nobody should have to read, and what is said of each. */
const hostile: Readonly<Record<string, readonly [Uint8Array, reason: RegExp, remedy: RegExp]>> = {
  'carrow/missing-children.pdf': [
    endless(120_000),
    /not read within 5 seconds/u,
    /seconds-per-file in hedgerow\.yaml/u,
  ],
  // Out of memory while it is stopped for its time, or before.
  'cotter/missing-children.pdf': [endless(600_000), /within 5 seconds|MB of memory/u, /hedgerow\.yaml/u],
  'dunmere/missing-children.docx': [greedy, /within 5 seconds|more than 128 MB of memory/u, /hedgerow\.yaml/u],
  'eldon/missing-children.docx': [
    rawZip([{path: 'word/document.xml', packed: swollen(1_000), claims: 1_000_000_000}]),
    /unpacks to more than 200 MB/u,
    /unpacked-megabytes in hedgerow\.yaml/u,
  ],
  'fenwick/missing-children.pdf': [
    onePage({content: stream(swollenZlib(1_000), '/Filter /FlateDecode')}),
    /unpacks to more than 200 MB/u,
    /unpacked-megabytes in hedgerow\.yaml/u,
  ],
  'gorsley/missing-children.docx': [pdfOf('1 hour'), /PDF under another name/u, /rename it to \.pdf/u],
  'hatherby/missing-children.pdf': [wordOf('H', '1 hour'), /Office file under another name/u, /rename it to \.docx/u],
  'ivel/missing-children.md': [wordOf('I', '1 hour'), /Office file under another name/u, /rename it to \.docx/u],
  'jarrow/missing-children.docx': [
    rawZip([honest('word/document.xml', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>')]),
    /DOCTYPE/u,
    /save it again/u,
  ],
  'kelby/missing-children.pdf': [password, /password/u, /without the password/u],
  'lowick/missing-children.docx': [
    rawZip([honest('../evil.xml', '<a/>'), honest('../../evil.xml', '<a/>')]),
    /word\/document\.xml, which holds the text, is missing/u,
    /save it again/u,
  ],
  'marden/missing-children.pdf': [pdfOf('1 hour').subarray(0, 300), /damaged/u, /new PDF/u],
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()

describe('a region with hostile documents', () => {
  test('is compared without them: each is named with a reason and a remedy, and nothing else is written', () => {
    const folder = folderOf({
      ...good,
      ...Object.fromEntries(Object.entries(hostile).map(([path, [bytes]]) => [path, bytes])),
      'hedgerow.yaml': limits,
    })
    const huge = join(folder, 'norbury/missing-children.pdf')
    mkdirSync(dirname(huge))
    writeFileSync(huge, '%PDF-1.7')
    truncateSync(huge, 200_000_000)
    const cwd = folderOf({})
    const [before, beside] = [filesUnder(folder), filesUnder(dirname(folder))]
    const start = performance.now()
    const {status, stderr} = spawnSync(process.execPath, [bin, 'report', folder, '--output', 'json=out/report.json'], {
      encoding: 'utf8',
      cwd,
      timeout: 60_000,
      env: {...process.env, XDG_CACHE_HOME: join(cwd, 'cache'), TMPDIR: cwd},
    })
    expect([status, stderr]).toEqual([0, expect.any(String)])
    expect((performance.now() - start) / 1000).toBeLessThan(40)
    const analysis = JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')) as Assessment
    expect(analysis.documents.map(({path}) => path)).toEqual(Object.keys(good))
    expect(analysis.topics[0]?.authorities).toEqual(['ashby', 'brindle', 'zeal'])
    expect(analysis.topics[0]?.rows.flatMap(({facets}) => facets)).toContain('deadline')
    expect(analysis.notCompared).toEqual([
      ...Object.entries(hostile).map(([path, [, reason, remedy]]) => ({
        path,
        reason: expect.stringMatching(reason),
        remedy: expect.stringMatching(remedy),
      })),
      {
        path: 'norbury/missing-children.pdf',
        reason: 'it has 200.0 MB, more than the 50 MB that are read',
        remedy: expect.stringContaining('file-megabytes'),
      },
    ])
    expect(filesUnder(folder)).toEqual(before)
    expect(filesUnder(dirname(folder))).toEqual(beside)
    expect(filesUnder(cwd).filter((path) => !path.startsWith('cache'))).toEqual(['out', 'out/report.json'])
  }, 90_000)

  test('and without one that takes more memory than it may, however long that takes', () => {
    const folder = folderOf({
      ...good,
      'dunmere/missing-children.docx': greedy,
      'hedgerow.yaml': 'limits: {seconds-per-file: 60, memory-megabytes: 128}\n',
    })
    const words = [bin, 'report', folder, '--format', 'json', '--quiet']
    const {status, stdout} = spawnSync(process.execPath, words, {encoding: 'utf8', timeout: 90_000})
    expect([status, (JSON.parse(stdout) as Assessment).notCompared]).toEqual([
      0,
      [
        {
          path: 'dunmere/missing-children.docx',
          reason: expect.stringMatching(/more than 128 MB of memory/u),
          remedy: expect.stringMatching(/memory-megabytes in hedgerow\.yaml/u),
        },
      ],
    ])
  }, 100_000)

  test('what a library prints while it reads stands in no answer and keeps nothing from ending', () => {
    const noise = `if (!require('node:worker_threads').isMainThread) {
      const {decode} = TextDecoder.prototype
      TextDecoder.prototype.decode = function (...given) {
        console.log('noise')
        console.error('noise')
        return decode.apply(this, given)
      }
    }`
    const folder = folderOf({...good, 'noise.cjs': noise})
    const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'parse', 'brindle/missing-children.docx'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
      env: {...process.env, NODE_OPTIONS: `--require ${join(folder, 'noise.cjs')}`},
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^procedure "Brindle Council: children who go missing"\n(?!.*noise)/su)
  }, 70_000)

  test('ends with 3 under --strict', async () => {
    const folder = folderOf({...good, 'kelby/missing-children.docx': bytesOf('PK')})
    expect((await run(['report', folder, '--strict'])).code).toBe(3)
  })
})

test('one document asked for alone is refused in one line', async () => {
  const folder = folderOf({'a.docx': bytesOf('PK'), 'b.pdf': password})
  for (const name of ['a.docx', 'b.pdf']) {
    const {code, stdout, stderr} = await run(['parse', name], {cwd: folder})
    expect([code, stdout, stderr]).toEqual([
      3,
      '',
      expect.stringMatching(/^hedgerow: Cannot read .*What to do: .*\n$/u),
    ])
  }
})
