import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, test} from 'vitest'
import {formats} from '../packages/report/src/index.ts'
import {writtenReport} from './support/region.ts'

const corpus = fileURLToPath(new URL('planted', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'hedgerow-same-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

/** Every file that is written in a time zone, with its SHA-256. */
const writtenIn = async (zone: string): Promise<Readonly<Record<string, string>>> => {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  const folder = mkdtempSync(join(root, 'run-'))
  const asAt = ['--as-at', '2026-11-23', '--quiet']
  const outputs = Object.keys(formats).flatMap((name) => ['--output', `${name}=${join(folder, `report.${name}`)}`])
  await writtenReport(['report', corpus, ...outputs, ...asAt], root)
  const drafts = ['md', 'docx'].flatMap((extension) => ['--output', join(folder, `draft.${extension}`)])
  await writtenReport(['draft', 'missing-children', corpus, ...drafts, ...asAt], root)
  await writtenReport(['propose', 'brindle', corpus, '--output', join(folder, 'proposal.docx'), ...asAt], root)
  process.env['TZ'] = before
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

// Locales of the machine too: node scripts/office.mjs.
test('every file is the same bytes, whatever the time zone and the clock', async () => {
  const here = await writtenIn('Pacific/Auckland')
  expect(Object.keys(here)).toHaveLength(Object.keys(formats).length + 3)
  expect(Object.keys(here)).toEqual(
    expect.arrayContaining(['report.html', 'report.docx', 'report.xlsx', 'report.ods', 'draft.docx', 'proposal.docx']),
  )
  expect(await writtenIn('America/Los_Angeles')).toEqual(here)
}, 60_000)
