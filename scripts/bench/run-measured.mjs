// Runs the built program in this process and prints, on the last line of stderr, what it took:  node run-measured.mjs WORDS…
import {resourceUsage} from 'node:process'

const begun = performance.now()
process.argv.splice(1, 1, 'hedgerow')
process.on('exit', () => {
  const {maxRSS, userCPUTime, systemCPUTime} = resourceUsage()
  const told = {
    seconds: (performance.now() - begun) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    // Kilobytes on every system Node runs on.
    megabytes: Math.round(maxRSS / 1024),
  }
  process.stderr.write(`\n${JSON.stringify(told)}\n`)
})
await import('../../packages/cli/bin/hedgerow.js')
