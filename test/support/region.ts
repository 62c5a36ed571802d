import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
// By path: the workspace's root is no package of its own that could depend on the rooms. Nothing else in test/ names them.
import {assess, type Assessment, type AssessedRow, type TopicAssessment} from '../../packages/assess/src/index.ts'
import type {Procedure} from '../../packages/ast/src/index.ts'
import {main} from '../../packages/cli/src/index.ts'
import {collate} from '../../packages/collate/src/index.ts'
import {ingest} from '../../packages/ingest/src/index.ts'
import {lexicon} from '../../packages/lexicon/src/index.ts'
import {collected} from './collected.ts'

export type {Assessment, AssessedRow, TopicAssessment}

/** The day every test stands on. */
const asAt = '2026-11-23'

/** Markdown documents on one topic by authority id (`{ashby: '# …'}`), assessed through the public functions of the rooms. An authority's
 *  local names are its id and the council its title names. */
export const assessedTexts = async (
  topic: string,
  texts: Readonly<Record<string, string>>,
): Promise<TopicAssessment> => {
  const authorities = Object.keys(texts).sort()
  const procedures = await Promise.all(
    authorities.map(async (authority) => (await read(authority, topic, texts[authority] as string)).procedure),
  )
  return assessedProcedures(procedures)
}

/** Procedures on one topic, assessed as those of a corpus that says nothing of its own. */
export const assessedProcedures = (procedures: readonly Procedure[]): TopicAssessment => {
  const {topics} = assess({
    collations: [collate(procedures, lexicon)],
    lexicon,
    asAt,
    version: '0',
    region: null,
    authorities: procedures.map(({authority: id}) => ({
      id,
      name: capital(id),
      partnership: null,
      police: null,
      icb: null,
      neighbours: [],
    })),
    documents: [],
    notCompared: [],
    titles: {},
    standards: lexicon.standards,
    severities: {},
  })
  return topics[0] as TopicAssessment
}

const read = (authority: string, topic: string, text: string) => {
  const [council] = new RegExp(`${capital(authority)}(?: \\p{Lu}\\p{L}+)* Council`, 'u').exec(text) ?? []
  const localNames = [...(council ? [council] : []), capital(authority)]
  const document = {path: `${authority}/${topic}.md`, bytes: new TextEncoder().encode(text), authority, topic}
  return ingest(document, {lexicon, localNames})
}

const capital = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)

/** The Markdown documents of one folder by authority id: `ashby.md` is Ashby's. */
export const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [name.slice(0, -'.md'.length), readFileSync(join(folder, name), 'utf8')]),
  )

/** What a command of the program prints as JSON. Throws with what it said on stderr where it prints none. */
export const printedAnalysis = async (argv: readonly string[], cwd: string): Promise<Assessment> => {
  const {code, out, err} = await run(argv, cwd)
  if (out === '') throw new Error(`hedgerow ${argv.join(' ')} exited with ${code}: ${err}`)
  return JSON.parse(out) as Assessment
}

/** Runs a command of the program that writes files. Throws with what it said on stderr where it did not end well. */
export const writtenReport = async (argv: readonly string[], cwd: string): Promise<void> => {
  const {code, err} = await run(argv, cwd)
  if (code !== 0) throw new Error(`hedgerow ${argv.join(' ')} exited with ${code}: ${err}`)
}

const run = async (argv: readonly string[], cwd: string) => {
  const [out, err] = [collected(), collected()]
  const now = (): Date => new Date(`${asAt}T12:00:00Z`)
  const env = {HEDGEROW_CACHE: process.env.HEDGEROW_SUITE_CACHE}
  const code = await main({argv, stdin: Readable.from([]), stdout: out.stream, stderr: err.stream, cwd, env, now})
  return {code, out: out.text(), err: err.text()}
}

/** The quotations of a row by authority, null where it has nothing there. */
export const quotations = ({readings}: AssessedRow): Readonly<Record<string, readonly string[] | null>> =>
  Object.fromEntries(
    Object.entries(readings).map(([authority, own]) => [authority, own?.map(({text}) => text) ?? null]),
  )
