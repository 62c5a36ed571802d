import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {editionsCompared, type TextChange} from '../../packages/assess/src/index.ts'
import type {Procedure} from '../../packages/ast/src/index.ts'
import {authorityOf} from '../../packages/cli/src/corpus/config.ts'
import {localNames, localRoles, nameOf} from '../../packages/cli/src/corpus/names.ts'
import {ingest} from '../../packages/ingest/src/index.ts'
import {lexicon} from '../../packages/lexicon/src/index.ts'
import {parse} from '../../packages/cli/node_modules/yaml/dist/index.js'

/** One replacement in a document. */
interface Replacement {
  readonly find: string
  readonly replace: string
}

/** One planted edit and what must be reported of it. */
export interface Edit {
  readonly id: string
  /** `authority/topic.extension` in procedures/. */
  readonly in: string
  readonly class: string
  /** What a rule-keeping edit may be called. */
  readonly instead?: readonly string[]
  /** Any substantive class will do. */
  readonly any?: boolean
  /** Every occurrence is replaced, not the first alone. */
  readonly every?: boolean
  readonly why: string
  readonly make: readonly Replacement[]
}

const sample = fileURLToPath(new URL('../../procedures', import.meta.url))

/** The planted edits of a file of test/drift/. */
export const edits = (name: string): readonly Edit[] =>
  parse(readFileSync(fileURLToPath(new URL(`../drift/${name}`, import.meta.url)), 'utf8')) as readonly Edit[]

const procedureOf = async (path: string, text: string): Promise<Procedure> => {
  const [authority, file] = path.split('/') as [string, string]
  const stated = authorityOf(readFileSync(join(sample, authority, 'authority.yaml'), 'utf8'), path)
  const member = {id: authority, stated}
  const {procedure} = await ingest(
    {path, bytes: new TextEncoder().encode(text), authority, topic: file.replace(/\..*$/u, '')},
    {lexicon, localNames: localNames(member, nameOf(member)), localRoles: localRoles(member)},
  )
  return procedure
}

/** A document of the sample as it is, and with edits. Throws where a text to be replaced is not there. */
const editions = async (path: string, all: readonly Edit[]): Promise<readonly [Procedure, Procedure]> => {
  const text = readFileSync(join(sample, path), 'utf8')
  const edited = all.reduce(
    (known, {id, make, every}) =>
      make.reduce((now, {find, replace}) => {
        if (!now.includes(find)) throw new Error(`${id}: found no “${find}” in ${path}`)
        return every ? now.replaceAll(find, () => replace) : now.replace(find, () => replace)
      }, known),
    text,
  )
  return Promise.all([procedureOf(path, text), procedureOf(path, edited)])
}

/** What is reported of edits made in one document. */
export const reported = async (path: string, all: readonly Edit[]): Promise<readonly TextChange[]> => {
  const [before, after] = await editions(path, all)
  const severityOf = (name: string) => lexicon.differences.find((each) => each.class === name)?.severity ?? 'warning'
  return editionsCompared(before, after, {lexicon, severityOf}).changes
}

const weighty = new Set([
  ...lexicon.differences.filter(({substantive}) => substantive).map((each) => each.class),
  'added',
  'removed',
])

/** The classes of changes that change what is to be done. */
export const substantiveClasses = (changes: readonly TextChange[]): readonly string[] =>
  changes.flatMap(({classes}) => classes.map((each) => each.class)).filter((name) => weighty.has(name))
