import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {clauses, type Procedure} from '../packages/ast/src/index.ts'
import {ingest} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {expect, test} from 'vitest'
import {assessedProcedures} from './support/region.ts'

const folder = fileURLToPath(new URL('same-text/', import.meta.url))
const topic = 'missing-children'

/** One text in every format. Markdown is the source; pandoc made the HTML, a Word and an OpenDocument file of it, LibreOffice 7.4 a Word, an OpenDocument
 *  and two PDF files (without and with tags) of the HTML, Chromium a PDF. `scripts/make-same-text.sh` makes them again. */
const names = readdirSync(folder).sort()

const read = async (name: string): Promise<Procedure> => {
  const authority = name.replace(/\..*$/u, '')
  const {procedure} = await ingest({path: name, bytes: readFileSync(folder + name), authority, topic}, {lexicon})
  return procedure
}

test('there is a document of each kind', () => {
  expect(names.map((name) => name.replace(/^.*\./u, ''))).toEqual([
    'md',
    'html',
    'docx',
    'odt',
    'pdf',
    'pdf',
    'pdf',
    'docx',
    'odt',
  ])
})

test.each(names.slice(1))('%s has the clauses of the Markdown, with all that was read in them', async (name) => {
  const known = async (each: string): Promise<readonly unknown[]> =>
    clauses(await read(each)).map(({type, text, number, leadIn, modality, actors, deadlines, trigger, condition}) => ({
      type,
      text,
      number,
      leadIn,
      modality,
      actors,
      deadlines,
      trigger,
      condition,
    }))
  expect(await known(name)).toEqual(await known(names[0] as string))
})

test('collated, every row is the same in all of them', async () => {
  const procedures = await Promise.all(names.map(read))
  const {rows} = assessedProcedures(procedures)
  expect(rows).toHaveLength(22)
  expect(
    rows.map(({status, readings}) => [status, Object.values(readings).filter((each) => each !== null).length]),
  ).toEqual(rows.map(() => ['same', names.length]))
})
