#!/usr/bin/env node
// The built program: scripts/build.mjs bundles src/main.ts into dist/hedgerow.mjs.
import {setFlagsFromString} from 'node:v8'
// In a run of two seconds V8's own figures recompile functions, compile expressions twice and look for what is out of use for as long as it works.
const patience = '--interrupt-budget=1200000 --max-inlined-bytecode-size-cumulative=300 --initial-old-space-size=128'
if (process.versions.node.startsWith('20.')) setFlagsFromString(`${patience} --no-regexp-tier-up`)
const {argv, stdin, stdout, stderr, env} = process
let cwd
try {
  cwd = process.cwd()
} catch {
  // Whatever is imported may ask for it too, and end with a stack.
  stderr.write('hedgerow: The folder you are in is there no longer. Change to another one.\n')
  process.exit(2)
}
const {main} = await import('../dist/hedgerow.mjs')
process.exitCode = await main({argv: argv.slice(2), stdin, stdout, stderr, cwd, env, now: () => new Date()})
