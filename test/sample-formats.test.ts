import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {clauses, type HedgerowNode} from '../packages/ast/src/index.ts'
import {ingest, readableExtensions} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const texts = join(root, 'scripts/sample')

/** The text that a document of the sample was made from, and the document. */
const made = readdirSync(texts, {recursive: true, encoding: 'utf8'})
  .filter((path) => /\/[^/]+\.(?:md|html)$/u.test(path))
  .sort()
  .map((path) => {
    const stem = path.replace(/\.[^.]*$/u, '')
    const names = readdirSync(join(root, 'procedures', dirname(path)))
    const [name] = names.filter((each) =>
      readableExtensions.some((ext) => `${dirname(path)}/${each}` === `${stem}.${ext}`),
    )
    if (name === undefined) throw new Error(`Expected procedures/ to have a document made from scripts/sample/${path}`)
    return {text: `scripts/sample/${path}`, document: `procedures/${dirname(path)}/${name}`, stem}
  })

const read = async (path: string, stem: string) => {
  const [authority = '', name = ''] = stem.split('/')
  const bytes = readFileSync(join(root, path))
  return ingest({path, bytes, authority, topic: name.replace(/\..*$/u, '')}, {lexicon})
}

/** A clause without where it stands in its document. */
const said = (clause: ReturnType<typeof clauses>[number]): object => {
  const {source: _, id: __, position: ___, ...rest} = clause
  return rest
}

/** The sections with what is printed of their numbers. */
const outline = (node: HedgerowNode): readonly object[] => {
  const below = 'children' in node ? node.children.flatMap(outline) : []
  return node.type === 'section' ? [{number: node.number, title: node.title, kind: node.kind}, ...below] : below
}

describe.each(made.map((each) => [each.document, each] as const))('%s', (_, {text, document, stem}) => {
  test('reads as the text it was made from does: clause by clause, with every fact', async () => {
    const [wanted, got] = [await read(text, stem), await read(document, stem)]
    expect(clauses(got.procedure).map(said)).toEqual(clauses(wanted.procedure).map(said))
  })

  test('has the title, edition and sections of that text', async () => {
    const [wanted, got] = [(await read(text, stem)).procedure, (await read(document, stem)).procedure]
    expect([got.title, got.edition, outline(got)]).toEqual([wanted.title, wanted.edition, outline(wanted)])
  })
})

test('the sample has documents in every format that councils use most', () => {
  const extensions = made.map(({document}) => document.replace(/^.*\./u, ''))
  expect([...new Set(extensions)].sort()).toEqual(['docx', 'html', 'pdf', 'xlsx'])
})

test('the documents are what scripts/make-sample.mjs makes of the texts', () => {
  expect(() => execFileSync(process.execPath, ['scripts/make-sample.mjs', '--check'], {cwd: root})).not.toThrow()
})
