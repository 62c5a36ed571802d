// Makes scripts of the modules that esbuild writes, for scripts/build/linked.cjs to put together.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** Which way of making parts this is. */
export const madeBy = createHash('sha256')
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest('hex')
  .slice(0, 16)

const namesIn = (list) => list.split(',').map((each) => each.trim().split(/\s+as\s+/u))

/** `{a as b, c}` of an import as a pattern, `{a: b, c}`. */
const pattern = (list) => `{${namesIn(list).map(([own, here = own]) => (own === here ? own : `${own}: ${here}`))}}`

const exported = (list) =>
  `return {${namesIn(list).map(([own, there = own]) => (own === there ? own : `${there}: ${own}`))}}`

const statement = /^import (?:(?<clause>[^"'()]+?) from )?"(?<from>[^"]+)";$/gmu
const exporting = /^export \{(?<list>[^}]*)\};\s*$/mu
const calling = /\bimport\("(?<from>\.\/[\w.-]+\.mjs|node:[\w/]+)"\)/gu

const partName = (path) => /^\.\/(?<name>[\w.-]+)\.mjs$/u.exec(path)?.groups.name

// A module of Node's own is its own default.
const ofNode = (from, clause) => {
  const asked = `require(${JSON.stringify(from)})`
  if (clause === undefined) return `${asked};`
  const all = /^(?:\* as )?(?<name>[\w$]+)$|^\{\s*default as (?<byDefault>[\w$]+)\s*\}$/u.exec(clause)?.groups
  if (all) return `const ${all.name ?? all.byDefault} = ${asked};`
  if (!clause.startsWith('{') || /\bdefault\b/u.test(clause))
    throw new Error(`Unexpected import ${clause} from ${from}, expected one name or a list`)
  return `const ${pattern(clause.slice(1, -1))} = ${asked};`
}

const ofPart = (name, clause, waits) => {
  const asked = `${waits ? 'await ' : ''}__linked("${name}")`
  if (clause === undefined) return `${asked};`
  if (!clause.startsWith('{')) throw new Error(`Unexpected import ${clause} from ${name}, expected a list of names`)
  return `const ${pattern(clause.slice(1, -1))} = ${asked};`
}

/** The parts that a module imports before it runs. */
const needed = (text) => [...text.matchAll(statement)].flatMap(({groups}) => partName(groups.from) ?? [])

const isCallable = (text) => {
  try {
    return Boolean(new Function(text))
  } catch {
    return false
  }
}

// What a module imports is there before its first line runs, wherever the import stands.
const body = (text, waiting) => {
  const imports = []
  const rest = text
    .replace(statement, (_, clause, from) => {
      const name = partName(from)
      imports.push(name === undefined ? ofNode(from, clause) : ofPart(name, clause, waiting.has(name)))
      return ''
    })
    .replace(exporting, (_, list) => exported(list))
    .replace(calling, (_, from) => `__later("${partName(from) ?? from}")`)
  return `${imports.join('\n')}\n${rest}`
}

const none = new Set()

// In a static block no name may be `await`, as in a module: in a function that does not wait, `await (x)` would be a call.
const isWaiting = (text) => !isCallable(`class Whole {static {${body(text.replace(exporting, ''), none)}}}`)

/** The modules that wait at their top level, and those that import them. */
const waitingIn = (modules) => {
  const waiting = new Set([...modules].flatMap(([name, text]) => (isWaiting(text) ? [name] : [])))
  for (let before = -1; before < waiting.size; ) {
    before = waiting.size
    for (const [name, text] of modules) if (needed(text).some((each) => waiting.has(each))) waiting.add(name)
  }
  return waiting
}

/** Throws where modules import each other in a circle: a part takes what another exports as it is once that has run. */
const assertStraight = (modules) => {
  const done = new Set()
  const walk = (name, path) => {
    if (path.includes(name)) throw new Error(`Expected no circle of parts, found ${[...path, name].join(' → ')}`)
    if (done.has(name)) return
    for (const each of needed(modules.get(name))) walk(each, [...path, name])
    done.add(name)
  }
  for (const name of modules.keys()) walk(name, [])
}

/** The scripts of modules, by name: each gives a function of what linked.cjs hands it, that returns what the module exports. Throws where a module holds
 *  what cannot be said in a script. */
export const partsOf = (modules) => {
  assertStraight(modules)
  const waiting = waitingIn(modules)
  return new Map(
    [...modules].map(([name, text]) => {
      const script = `(${waiting.has(name) ? 'async ' : ''}function (__linked, __later, require, __place) {'use strict';\n${body(text, waiting)}\n})\n`
      if (!isCallable(`return ${script}`)) throw new Error(`${name} cannot be made a script`)
      return [name, script]
    }),
  )
}
