// A program as one file of plain script, as Node's single executables and threads without a file want it: no import is left in it.
import {builtinModules} from 'node:module'
import {join} from 'node:path'
import {build} from 'esbuild'
import {bundling, countingLate, root, withoutDevtools} from '../build/bundling.mjs'

// Node's own modules by `require`: an import statement may stand in no script.
const required = {
  name: 'required',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^node:/}, ({path}) => ({path, namespace: 'required'}))
    onLoad({filter: /.*/, namespace: 'required'}, ({path}) => ({contents: `module.exports = __required('${path}')`}))
  },
}

const unprefixed = {
  name: 'unprefixed',
  setup: (building) => {
    const own = new Set(builtinModules)
    building.onResolve({filter: /^[a-z_/]+$/}, ({path}) =>
      own.has(path) ? {path: `node:${path}`, namespace: 'required'} : null,
    )
  },
}

// The program's start asks for the bundle beside it; here the sources are put in its place.
const fromSources = {
  name: 'from-sources',
  setup: ({onResolve}) =>
    onResolve({filter: /dist\/hedgerow\.mjs$/}, () => ({path: join(root, 'packages/cli/src/main.ts')})),
}

// Modules may wait at their top level (Ink's do), scripts may not: the whole is one function that waits.
const start = `'use strict'; const __required = require; const __place = require('node:url').pathToFileURL(process.execPath).href; (async () => {`

/** The text of a program with all it imports, and what is in it. */
export const oneFile = async (entry) => {
  const {outputFiles, metafile} = await build({
    ...bundling(),
    entryPoints: [join(root, entry)],
    outfile: 'one-file.js',
    define: {...bundling().define, 'import.meta.url': '__place'},
    supported: {'dynamic-import': false},
    minifyWhitespace: true,
    plugins: [withoutDevtools, countingLate, fromSources, required, unprefixed],
    banner: {js: start},
    footer: {js: '})()'},
  })
  return {text: outputFiles[0].text.replace(/^#!.*\n/, ''), metafile}
}
