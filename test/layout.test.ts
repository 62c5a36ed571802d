import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which room may import which. `office` is ground floor: it opens and writes Office files and knows no procedure. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ast: [],
  office: [],
  lexicon: ['ast'],
  ingest: ['ast', 'lexicon', 'office'],
  collate: ['ast', 'lexicon'],
  assess: ['ast', 'lexicon', 'collate'],
  report: ['ast', 'lexicon', 'collate', 'assess', 'office'],
  cli: ['ast', 'office', 'lexicon', 'ingest', 'collate', 'assess', 'report'],
}

const rooms = readdirSync(join(root, 'packages'), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)
  .sort()

interface Source {
  readonly path: string
  readonly room: string
  /** Without whole-line comments: those may name what the code may not use. */
  readonly code: string
}

const withoutComments = (text: string): string => text.replace(/^\s*(?:\/\/|\/\*|\*).*$/gmu, '')

const sources: readonly Source[] = rooms.flatMap((room) =>
  ['src', 'bin'].flatMap((folder) => {
    const home = join(root, 'packages', room, folder)
    if (!existsSync(home)) return []
    return readdirSync(home, {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.(?:tsx?|m?js)$/u.test(name))
      .sort()
      .map((name) => ({path: join(home, name), room, code: withoutComments(readFileSync(join(home, name), 'utf8'))}))
  }),
)

const imports = (code: string): readonly string[] =>
  [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\(\s*)(['"])([^'"\n]+)\1/gu)].map(
    ([, , name]) => name as string,
  )

const roomOf = (name: string): string | null =>
  name === 'hedgerow' || name.startsWith('hedgerow/') ? 'cli' : (/^@hedgerow\/([^/]+)/u.exec(name)?.[1] ?? null)

const told = ({path}: Source): string => relative(root, path)
const below = sources.filter(({room}) => room !== 'cli')

test('every room is in the table, and has sources', () => {
  expect(rooms.filter((room) => !(room in mayImport))).toEqual([])
  expect(rooms.filter((room) => !sources.some((each) => each.room === room))).toEqual([])
  expect(rooms).toEqual(expect.arrayContaining(['assess', 'ast', 'cli', 'collate', 'ingest', 'lexicon', 'report']))
  const knowing = rooms.filter((room) =>
    sources.some((each) => each.room === room && imports(each.code).includes('@hedgerow/ast')),
  )
  expect(knowing).toEqual(expect.arrayContaining(['assess', 'cli', 'collate', 'ingest', 'lexicon', 'report']))
})

test.each(rooms)('%s imports only the rooms it may', (room) => {
  const allowed = [...(mayImport[room] ?? []), room]
  const own = sources.filter((each) => each.room === room)
  const strange = own.flatMap((source) =>
    imports(source.code).flatMap((name) => {
      const other = roomOf(name)
      return other !== null && (other === room || !allowed.includes(other)) ? [`${told(source)} imports ${name}`] : []
    }),
  )
  expect(strange).toEqual([])
})

test('an import by path stays within its room', () => {
  const strays = sources.flatMap((source) =>
    imports(source.code)
      .filter((name) => name.startsWith('.'))
      .filter((name) => !resolve(dirname(source.path), name).startsWith(join(root, 'packages', source.room, '/')))
      .map((name) => `${told(source)} imports ${name}`),
  )
  expect(strays).toEqual([])
})

test.each(rooms)('%s declares the rooms it imports', (room) => {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', room, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  // The program is published as a bundle: what it imports is needed when it is built, and by nobody who installs it.
  const {[room === 'cli' ? 'devDependencies' : 'dependencies']: needed = {}} = manifest
  const declared = Object.keys(needed).map(roomOf)
  const used = new Set(
    sources
      .filter((each) => each.room === room)
      .flatMap(({code}) => imports(code).flatMap((name) => roomOf(name) ?? [])),
  )
  expect([...used].filter((name) => !declared.includes(name))).toEqual([])
})

/** Parts of Node that compute and touch nothing outside. */
const pureModules: ReadonlySet<string> = new Set([
  'node:crypto',
  'node:zlib',
  'node:buffer',
  'node:util',
  'node:url',
  'node:path',
])

/** What makes an answer depend on the day, the machine or chance, or that writes where only the program may. */
const impure: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|(?<!new )\bDate\(|\bperformance\b/u],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/u],
  ['the process', /\bprocess\s*(?:\.|\?\.|\[)|\bglobalThis\b/u],
  ['the console', /\bconsole\s*\./u],
  ['the locale', /\blocaleCompare\b|\btoLocale\w+/u],
  ['the network', /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/u],
  ['a timer', /\bset(?:Timeout|Interval|Immediate)\s*\(/u],
]

describe('only the program touches the world', () => {
  test('disk, network and processes', () => {
    const strays = below.flatMap((source) =>
      imports(source.code)
        .filter((name) =>
          /^node:|^(?:fs|os|process|path|child_process|http|https|net|worker_threads)(?:\/|$)/u.test(name),
        )
        .filter((name) => !pureModules.has(name))
        .map((name) => `${told(source)} imports ${name}`),
    )
    expect(strays).toEqual([])
  })

  test.each(impure)('%s', (_, pattern) => {
    const strays = below.flatMap((source) =>
      source.code.split('\n').flatMap((line) => (pattern.test(line) ? [`${told(source)}: ${line.trim()}`] : [])),
    )
    expect(strays).toEqual([])
  })

  test('the patterns find what they are for, and spare what they are not', () => {
    const caught = [
      'Date.now()',
      'new Date()',
      'new Date( )',
      'new Date',
      'Date()',
      'Math.random()',
      'process.env',
      'console.log(1)',
      'a.localeCompare(b)',
      'fetch(url)',
      'setTimeout(f)',
    ]
    expect(caught.filter((code) => !impure.some(([, pattern]) => pattern.test(code)))).toEqual([])
    const spared = [
      'new Date(0)',
      'new Date(Date.UTC(2024, 0, 1))',
      'Date.parse(text)',
      'preprocess(text)',
      'isoDate(text)',
    ]
    expect(spared.filter((code) => impure.some(([, pattern]) => pattern.test(code)))).toEqual([])
    expect(
      imports("import {a} from './a.ts'\nimport './b.ts'\nconst c = await import('c')\nexport * from \"d\""),
    ).toEqual(['./a.ts', './b.ts', 'c', 'd'])
  })
})

const topLevel = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'package.json',
  'packages',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'procedures',
  'scripts',
  'test',
  'tsconfig.base.json',
]

// A copy without its history has nothing tracked to judge.
test.skipIf(!existsSync(join(root, '.git')))('the top level holds exactly what it should', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }).split('\0')
  const names = [...new Set(tracked.map((path) => path.split('/')[0] as string))]
    .filter((name) => name !== '' && !name.startsWith('.'))
    .sort()
  expect(names).toEqual(topLevel)
})
