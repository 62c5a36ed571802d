// Brings the outputs shown in README.md up to date: each shown stretch is found again by its first and last line, numbers apart, and the lines between are
// taken from what the command prints now. test/readme.test.ts says where they are not. node scripts/readme-examples.mjs
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = join(root, 'README.md')
const leftOut = /^… \(\d+ lines? left out here\) …$/u
const plain = (line) => line.replace(/[\d,]+|\b(?:one|two|three|four|five|six)\b/giu, '#')

const stretches = (shown) =>
  shown
    .join('\n')
    .split(/\n*^… \(\d+ lines? left out here\) …$\n*/mu)
    .map((words) => words.split('\n'))
    .filter((lines) => lines.some((line) => line !== ''))

const located = (lines, printed, from) => {
  const start = printed.findIndex((line, at) => at >= from && plain(line) === plain(lines[0]))
  if (start < 0) throw new Error(`Found no line like ${lines[0]}`)
  const end = printed.findIndex((line, at) => at >= start && plain(line) === plain(lines.at(-1)))
  return [start, end < 0 ? start + lines.length : end + 1]
}

const omission = (count) => `… (${count} ${count === 1 ? 'line' : 'lines'} left out here) …`

// A blank line beside a stretch is shown with it.
const widened = ([start, end], printed, least) => [
  start > least && printed[start - 1] === '' ? start - 1 : start,
  printed[end] === '' ? end + 1 : end,
]

const renewed = (shown, printed) => {
  const result = []
  let at = 0
  for (const lines of stretches(shown)) {
    const [start, end] = widened(located(lines, printed, at), printed, at)
    if (start > at) result.push(omission(start - at))
    result.push(...printed.slice(start, end))
    at = end
  }
  if (at < printed.length) result.push(omission(printed.length - at))
  return result
}

const parts = readFileSync(readme, 'utf8').split(/^(```[a-z]*\n)/mu)
for (let at = 2; at + 4 < parts.length; at += 4) {
  const [command, rest] = [parts[at].trim(), parts[at + 4]]
  if (command.includes('\n') || !command.startsWith('node packages/cli/bin/hedgerow.js ') || !rest) continue
  const shown = rest.replace(/\n$/u, '').split('\n')
  if (!shown.some((line) => leftOut.test(line))) continue
  const printed = execFileSync(process.execPath, command.split(' ').slice(1), {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  parts[at + 4] = `${renewed(shown, printed.replace(/\n$/u, '').split('\n')).join('\n')}\n`
}
writeFileSync(readme, parts.join(''))
