import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {readmeExample} from './support/readme-example.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: {readonly '.': Readonly<Record<string, string>>}
  readonly publishConfig: {readonly access: string; readonly exports: {readonly '.': Readonly<Record<string, string>>}}
  readonly dependencies?: Readonly<Record<string, string>>
  readonly files: readonly string[]
  readonly [key: string]: unknown
}

interface Room {
  readonly room: string
  readonly manifest: Manifest
  readonly readme: string
}

const read = (room: string, name: string): string => readFileSync(join(root, 'packages', room, name), 'utf8')

const rooms: readonly Room[] = readdirSync(join(root, 'packages'), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)
  .sort()
  .map((room) => ({
    room,
    manifest: JSON.parse(read(room, 'package.json')) as Manifest,
    readme: read(room, 'readme.md'),
  }))

const [{manifest: first}] = rooms as readonly [Room, ...Room[]]

describe.each(rooms)('the package of $room', ({room, manifest}) => {
  test('is called after its room', () => {
    expect(manifest.name).toBe(room === 'cli' ? 'hedgerow' : `@hedgerow/${room}`)
  })

  test('has the version, licence, engine and repository of all the others', () => {
    for (const key of ['version', 'license', 'engines', 'type'] as const) expect(manifest[key]).toEqual(first[key])
    expect((manifest.repository as {url?: string} | undefined)?.url).toBe(
      (first.repository as {url?: string} | undefined)?.url,
    )
  })

  test('says what it is, in words to search for', () => {
    expect(manifest.description).toMatch(/^[A-Z].{20,}\.$/u)
    expect(manifest.keywords).toEqual(expect.arrayContaining(['safeguarding', 'procedures']))
  })

  test('is published without the way to its sources, which are not in it', () => {
    const {'hedgerow-source': sources, ...published} = manifest.exports['.']
    expect(sources).toBe('./src/index.ts')
    expect(manifest.publishConfig).toEqual({access: 'public', exports: {'.': published}})
    expect(manifest.files.filter((each) => each.startsWith('src'))).toEqual([])
  })

  test('pins what it needs: another room as this workspace has it, others exactly', () => {
    const loose = Object.entries(manifest.dependencies ?? {}).filter(
      ([name, range]) => range !== 'workspace:*' || !name.startsWith('@hedgerow/'),
    )
    expect(loose.filter(([, range]) => !/^\d+\.\d+\.\d+$/u.test(range))).toEqual([])
  })
})

test('the program needs no package at run time: its bundle holds them all', () => {
  expect(rooms.find(({room}) => room === 'cli')?.manifest.dependencies).toBeUndefined()
})

/** By the name of the package, from its sources. */
const imported = (name: string): Promise<unknown> => {
  const room = rooms.find(({manifest}) => manifest.name === name)?.room
  return room === undefined ? import(name) : import(join(root, 'packages', room, 'src/index.ts'))
}

const AsyncFunction = (async () => undefined).constructor as new (
  ...words: string[]
) => (load: (name: string) => Promise<unknown>, console: {log: (...words: unknown[]) => void}) => Promise<void>

/** What a program prints that imports names from packages; its imports are done by `imported`. */
const printedBy = async (code: string): Promise<string> => {
  const script = code.replace(/^import (\{[^}]*\}) from '([^']+)'$/gmu, "const $1 = await load('$2')")
  const lines: string[] = []
  await new AsyncFunction('load', 'console', script)(imported, {log: (...words) => lines.push(words.join(' '))})
  return `${lines.join('\n')}\n`
}

describe('the example of every readme prints what the readme says', () => {
  test.each(rooms)('$room', async ({readme}) => {
    const example = readmeExample(readme)
    expect(example).not.toBeNull()
    if (example) expect(example.printed).toBe(await printedBy(example.code))
  })
})
