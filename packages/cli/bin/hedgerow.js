#!/usr/bin/env node
// The built program: scripts/build.mjs bundles src/main.ts into dist/hedgerow.mjs.
import {setFlagsFromString} from 'node:v8'
import {main} from '../dist/hedgerow.mjs'

// V8 recompiles a function once it has run this many bytes of its code. At its own 135,168 a run of two seconds spends as much on recompiling, in four
// threads, as on its work; a long run loses nothing, as its hot functions get there all the same. Newer V8s have other tiers, and are left alone.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=600000')

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
