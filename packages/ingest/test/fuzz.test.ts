import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {outcome} from './support/hostile.ts'
import {mutatedAll, mutatedParts, mutatedStreams, mutation} from './support/mutations.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const places = ['packages/ingest/test/fixtures', 'procedures', 'test/same-text']

/** How many documents of each format are made and read: `HEDGEROW_FUZZ=5000` tries longer, `HEDGEROW_FUZZ_SEED` another way. */
const asked = Number(process.env['HEDGEROW_FUZZ'] ?? 0)
const seed = Number(process.env['HEDGEROW_FUZZ_SEED'] ?? 11)
const slowest = 10

const fixtures = places.flatMap((place) =>
  readdirSync(join(root, place), {recursive: true, encoding: 'utf8'})
    .sort()
    .map((path) => join(root, place, path)),
)
const ofKind = (extension: string): readonly Uint8Array[] =>
  fixtures
    .filter((path) => path.endsWith(`.${extension}`) && !/expected|README|_files/u.test(path))
    .map((path) => new Uint8Array(readFileSync(path)))

const zips = new Set(['docx', 'odt', 'xlsx', 'ods'])

const changed = (
  extension: string,
  [bytes, other]: readonly [Uint8Array, Uint8Array],
  all: Parameters<typeof mutatedAll>[1],
  pick: number,
  inside: boolean,
): Uint8Array => {
  if (!inside) return mutatedAll(bytes, all, other)
  if (zips.has(extension)) return mutatedParts(bytes, all, other, pick)
  return extension === 'pdf' ? mutatedStreams(bytes, all, other, pick) : mutatedAll(bytes, all, other)
}

// How many in the suite: PDFs take longest to read.
test.each([
  ['md', 40],
  ['html', 40],
  ['docx', 30],
  ['odt', 25],
  ['xlsx', 25],
  ['ods', 25],
  ['pdf', 10],
  ['csv', 60],
  ['txt', 60],
])(
  'a damaged .%s is read or refused, never a fault and never for long',
  async (extension, few) => {
    const all = ofKind(extension)
    expect(all.length).toBeGreaterThan(0)
    const one = fc.integer({min: 0, max: all.length - 1})
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(one, one),
        fc.array(mutation, {minLength: 1, maxLength: 4}),
        fc.double({min: 0, max: 0.999, noNaN: true}),
        // Changes to the outside of a packed file mostly make it no file at all: most are made inside.
        fc.integer({min: 0, max: 5}).map((n) => n > 0),
        async ([a, b], mutations, pick, inside) => {
          const pair = [all[a] as Uint8Array, all[b] as Uint8Array] as const
          const {read, reason, remedy, seconds} = await outcome(
            `a.${extension}`,
            changed(extension, pair, mutations, pick, inside),
          )
          if (read === null) expect([reason, remedy].every((text) => text !== '')).toBe(true)
          expect(seconds).toBeLessThan(slowest)
        },
      ),
      {numRuns: asked > 0 ? asked : few, seed, endOnFailure: asked > 0},
    )
  },
  asked > 0 ? 7_200_000 : 60_000,
)
