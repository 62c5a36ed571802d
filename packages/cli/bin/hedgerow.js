#!/usr/bin/env node
// The built program: scripts/build.mjs bundles src/main.ts into dist/hedgerow.mjs.
import {setFlagsFromString} from 'node:v8'
import {main} from '../dist/hedgerow.mjs'

// With V8's own 135,168 and 920 a run of two seconds recompiles functions, and what they call, for as long as it works; a long run loses nothing by waiting.
if (process.versions.node.startsWith('20.'))
  setFlagsFromString('--interrupt-budget=1200000 --max-inlined-bytecode-size-cumulative=300')

const {argv, stdin, stdout, stderr, env} = process
process.exitCode = await main({
  argv: argv.slice(2),
  stdin,
  stdout,
  stderr,
  cwd: process.cwd(),
  env,
  now: () => new Date(),
})
