'use strict'
// Puts the parts of the bundle together: scripts/build/parts.mjs makes them, scripts/build.mjs copies this file beside them. A part is a script of its own
// and not a module, because of a script V8 takes what it compiled in an earlier process: of that, loading and the first second of work are half.
const {existsSync, readFileSync} = require('node:fs')
const {join} = require('node:path')
const {pathToFileURL} = require('node:url')
const {Script} = require('node:vm')

const folder = join(__dirname, 'parts')
const compiled = join(__dirname, 'compiled')
const isCompiled = existsSync(compiled)
// Where the program lies, as its modules see it.
const place = pathToFileURL(join(__dirname, 'hedgerow.mjs')).href

/** The scripts that were loaded, by the name of the part. */
const scripts = new Map()
const loaded = new Map()

const bytesAt = (path) => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

// What another version of V8 compiled is refused by this one, which then compiles anew.
const scriptOf = (name) => {
  const path = join(folder, `${name}.js`)
  const cachedData = isCompiled ? bytesAt(join(compiled, name)) : undefined
  const script = new Script(readFileSync(path, 'utf8'), {filename: path, ...(cachedData && {cachedData})})
  scripts.set(name, script)
  return script
}

/** What a part exports; a promise of it where the part waits at its top level. Each is run once. */
const linked = (name) => {
  if (!loaded.has(name)) loaded.set(name, scriptOf(name).runInThisContext()(linked, later, require, place))
  return loaded.get(name)
}

/** What `import()` gives: of a part, or of a module of Node's own. */
const later = async (name) => (name.startsWith('node:') ? require(name) : linked(name))

module.exports = {linked, scripts}
