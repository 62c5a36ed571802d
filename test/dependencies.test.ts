// packages/cli/dependencies.md says what the program brings along: it is held to the lockfile, so that a change of one is a change of both.
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {parse} from 'yaml'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

interface Versions {
  readonly [name: string]: {readonly version: string}
}

interface Lockfile {
  readonly importers: Readonly<Record<string, {readonly dependencies?: Versions; readonly devDependencies?: Versions}>>
  readonly snapshots: Readonly<Record<string, {readonly dependencies?: Readonly<Record<string, string>>}>>
}

const {importers, snapshots} = parse(read('pnpm-lock.yaml')) as Lockfile

/** Everything that is needed to run, as `name@version`, by the lockfile. What the program is bundled from counts. */
const locked = (): readonly string[] => {
  const found = new Set<string>()
  const visit = (key: string): void => {
    if (found.has(key)) return
    found.add(key)
    for (const [name, version] of Object.entries(snapshots[key]?.dependencies ?? {})) visit(`${name}@${version}`)
  }
  for (const [room, {dependencies = {}, devDependencies = {}}] of Object.entries(importers)) {
    if (room === '.') continue
    const bundled = Object.entries(room === 'packages/cli' ? devDependencies : {}).filter(
      ([name]) => !name.startsWith('@types/'),
    )
    for (const [name, {version}] of [...Object.entries(dependencies), ...bundled])
      if (!version.startsWith('link:')) visit(`${name}@${version}`)
  }
  return [...new Set([...found].map((key) => key.replace(/\(.*$/u, '')))].sort()
}

const rows = read('packages/cli/dependencies.md')
  .split('\n')
  .filter((line) => /^\| \S+ \| \d/u.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/gu, '')))

test('lists every package of the lockfile that is needed to run, and no other: node scripts/dependencies.mjs --write', () => {
  expect(rows.map(([name, version]) => `${name}@${version}`).sort()).toEqual(locked())
})

test('each has a licence that lets a council use it and hand it on; each that we chose has a reason', () => {
  const free = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|\(MIT OR CC0-1\.0\))$/u
  expect(rows.filter(([, , licence = '']) => !free.test(licence))).toEqual([])
  const chosen = rows.filter((cells) => cells.length === 6)
  expect(chosen.length).toBeGreaterThan(10)
  expect(chosen.filter((cells) => (cells[5] ?? '').length < 10 || cells[5]?.includes('no reason'))).toEqual([])
})
