import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

const at = (path: string): URL => new URL(path, import.meta.url)
const {partsOf} = (await import(at('../scripts/build/parts.mjs').href)) as {
  partsOf: (modules: ReadonlyMap<string, string>) => ReadonlyMap<string, string>
}

/** What a module exports, put together from these modules. */
const run = (modules: Readonly<Record<string, string>>, name: string): unknown => {
  const parts = partsOf(new Map(Object.entries(modules)))
  const ofNode = (from: string): unknown => ({from, named: `${from} named`})
  const linked = (each: string): unknown =>
    // oxlint-disable-next-line no-implied-eval -- what the program does with a part, too
    (new Function(`return ${parts.get(each)}`)() as (...given: unknown[]) => unknown)(
      linked,
      async (other: string) => linked(other),
      ofNode,
      'file:///place',
    )
  return linked(name)
}

const lines = (...words: readonly string[]): string => `${words.join('\n')}\n`

test('a part has what it imports under its own names, wherever the import stands', () => {
  const modules = {
    a: lines('var one = 1, two = 2;', 'export {', '  one,', '  two as second', '};'),
    b: lines(
      'import {',
      '  one as first,',
      '  second',
      '} from "./a.mjs";',
      'import "./a.mjs";',
      'var early = named + second;',
      'import { named } from "node:x";',
      'import * as all from "node:y";',
      'import { default as whole } from "node:z";',
      'export {',
      '  early, first, all, whole',
      '};',
    ),
  }
  expect(run(modules, 'b')).toMatchObject({
    early: 'node:x named2',
    first: 1,
    all: {from: 'node:y'},
    whole: {from: 'node:z'},
  })
})

test('a part that waits keeps those waiting that import it, and no others', async () => {
  const modules = {
    slow: lines('var found = await (Promise.resolve(3));', 'export {', '  found', '};'),
    asks: lines('import {', '  found', '} from "./slow.mjs";', 'var more = found + 1;', 'export {', '  more', '};'),
    lazy: lines('var asked = () => import("./asks.mjs");', 'export {', '  asked', '};'),
  }
  expect(await run(modules, 'asks')).toEqual({more: 4})
  const {asked} = run(modules, 'lazy') as {asked: () => Promise<unknown>}
  expect(await asked()).toEqual({more: 4})
})

test('what cannot be a part is told', () => {
  const circle = {a: 'import "./b.mjs";\n', b: 'import "./a.mjs";\n'}
  expect(() => run(circle, 'a')).toThrow('Expected no circle of parts, found a → b → a')
  expect(() => run({a: 'import one, {two} from "node:x";\n'}, 'a')).toThrow('Unexpected import one, {two} from node:x')
  expect(() => run({a: 'export * from "./b.mjs";\n'}, 'a')).toThrow('a cannot be made a script')
})

test('the program takes what was compiled of it when it was built', async () => {
  const said = `process.on('exit', () => {
    const {scripts} = require(${JSON.stringify(fileURLToPath(at('../packages/cli/dist/linked.cjs')))})
    console.log([...scripts.values()].filter(({cachedDataRejected}) => cachedDataRejected === false).length)
  })
  process.argv.splice(1, 1, 'hedgerow', '--version')
  import(${JSON.stringify(at('../packages/cli/bin/hedgerow.js').href)})`
  const {stdout} = await promisify(execFile)(process.execPath, ['-e', said])
  expect(Number(stdout.trim().split('\n').at(-1))).toBeGreaterThan(5)
})
