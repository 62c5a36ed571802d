import {readdirSync, readFileSync, existsSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {join} from 'node:path'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {clauses, type HedgerowNode, isClause, type Procedure} from '@hedgerow/ast'
import {ingest, outline} from '../src/index.ts'

const home = fileURLToPath(new URL('fixtures/', import.meta.url))

/** The tree alone: what the annotators read is tested beside them, and must not change these files. */
const bare = (procedure: Procedure): Procedure => {
  const visit = <Node extends HedgerowNode>(node: Node): Node =>
    isClause(node)
      ? {...node, modality: null, actors: [], deadlines: []}
      : {...node, children: node.children.map((child) => visit(child))}
  return visit(procedure)
}

for (const behaviour of readdirSync(home).sort()) {
  const folder = join(home, behaviour)
  const input = readdirSync(folder).find((name) => name.startsWith('input.')) as string
  const options = existsSync(join(folder, 'options.json'))
    ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'))
    : {}
  test(behaviour, async () => {
    const bytes = readFileSync(join(folder, input))
    const {procedure, messages} = await ingest(
      {path: input, bytes, authority: 'ashby', topic: options.topic ?? 'missing-children'},
      {lexicon, ...options},
    )
    const told = messages
      .map(({ruleId, line, severity, reason}) => `${severity} ${ruleId} ${line ?? '-'} ${reason}\n`)
      .join('')
    const got = outline(bare(procedure)) + told
    const expected = join(folder, 'expected.txt')
    // Run with EXPECTED=write after a wanted change, and read the difference before committing it.
    if (process.env['EXPECTED'] === 'write') writeFileSync(expected, got)
    expect(got).toBe(readFileSync(expected, 'utf8'))
    expect(clauses(procedure).every(({id, fingerprint}) => id !== '' && /^[\da-f]{16}$/u.test(fingerprint))).toBe(true)
  })
}
