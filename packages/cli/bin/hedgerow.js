#!/usr/bin/env node
// The built program: scripts/build.mjs bundles src/main.ts into dist/hedgerow.mjs.
import {main} from '../dist/hedgerow.mjs'

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
