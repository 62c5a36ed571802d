import {type Clause, type HedgerowNode, isClause, type Procedure} from '@hedgerow/ast'
import {type Document, ingest, ingestedReading, type IngestOptions, readingOf} from './ingest.ts'
import {blocksMarkdown} from './markdown/blocks.ts'
import {frontMatter} from './markdown/front-matter.ts'
import {manuscript} from './markdown/manuscript.ts'
import type {Message} from './message.ts'

/** What the front matter of an imported document says about the import. */
export interface Importing {
  /** The original's file name, relative to the Markdown. */
  readonly source: string
  /** The program and version that imports. */
  readonly by: string
}

export interface Imported {
  /** With front matter: authority, topic, title, edition, what could not be read, the original's name and hash. */
  readonly markdown: string
  /** What was odd in the original, and what Markdown does not hold of it. */
  readonly messages: readonly Message[]
  /** Of the original's bytes, 64 hex digits. */
  readonly sha256: string
  /** What would be read otherwise from the Markdown than from the original, in words; empty as long as the import is true. */
  readonly differences: readonly string[]
}

/** A document of any format as Markdown that gives the same clauses and sections when it is read, which is tried out. Throws Unreadable. */
export const imported = async (document: Document, options: IngestOptions, importing: Importing): Promise<Imported> => {
  const reading = await readingOf(document, options)
  const {procedure, messages, sha256} = ingestedReading(reading, document, options)
  const lost: Message[] = []
  const body = blocksMarkdown(
    reading.blocks,
    manuscript(reading.place, (found) => lost.push(found)),
  )
  const {version, date, review, owner} = procedure.edition
  const head = frontMatter([
    ['authority', document.authority],
    ['topic', document.topic],
    ['title', reading.title],
    ...Object.entries({version, date, review, owner}),
    ['unread', procedure.unread],
    ['source', importing.source],
    ['sha256', sha256],
    ['imported-by', importing.by],
  ])
  const markdown = `${head}\n\n${body}\n`
  const again = await readAgain(markdown, document, options)
  const differences = differing(said(procedure), again)
  return {markdown, messages: [...messages, ...lost], sha256, differences}
}

const readAgain = async (markdown: string, document: Document, options: IngestOptions): Promise<readonly string[]> => {
  const path = document.path.replace(/\.[^./\\]*$/u, '.md')
  const bytes = new TextEncoder().encode(markdown)
  return said((await ingest({...document, path, bytes}, options)).procedure)
}

/** Everything a tree says that rows and findings rest on, a line each: title, edition and what could not be read, sections, clauses with all their facts. */
const said = ({title, edition, unread, ...procedure}: Procedure): readonly string[] => [
  JSON.stringify({title, edition, unread}),
  ...procedure.children.flatMap(nodeSaid),
]

const nodeSaid = (node: HedgerowNode): readonly string[] => {
  if (isClause(node)) return [clauseSaid(node)]
  const below = node.children.flatMap(nodeSaid)
  if (node.type !== 'section') return below
  const {title, number, kind, depth} = node
  return [JSON.stringify({section: title, number, kind, depth}), ...below]
}

const clauseSaid = (clause: Clause): string => {
  const {id: _id, source: _source, position: _position, ...facts} = clause
  return JSON.stringify(facts)
}

const differing = (original: readonly string[], again: readonly string[]): readonly string[] => {
  const at = original.findIndex((line, n) => line !== again[n])
  if (at < 0 && original.length === again.length) return []
  const from = at < 0 ? original.length : at
  return [`the original says ${original[from] ?? 'nothing more'}, the Markdown ${again[from] ?? 'nothing more'}`]
}
