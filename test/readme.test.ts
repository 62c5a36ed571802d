import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {readableExtensions} from '../packages/ingest/src/index.ts'
import {formats} from '../packages/report/src/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A command of the README with what it says the command prints. */
interface Example {
  readonly command: string
  readonly shown: readonly string[]
}

const readme = readFileSync(join(root, 'README.md'), 'utf8')

const blocks = readme
  .split(/^```[a-z]*$/mu)
  .filter((_, at) => at % 2 === 1)
  .map((block) => block.replace(/^\n|\n$/gu, '').split('\n'))

/** A block of one line that runs the program, followed by a block of what it prints. */
const examples: readonly Example[] = blocks.flatMap((block, at) => {
  const [command = ''] = block
  const shown = blocks[at + 1]
  return block.length === 1 && command.startsWith('node packages/cli/bin/hedgerow.js ') && shown
    ? [{command, shown}]
    : []
})

const leftOut = /^… \((\d+) lines? left out here\) …$/u

/** What a README shows of an output, with the lines it leaves out taken from the output itself: equal to it where the README is true. */
const filledIn = (shown: readonly string[], printed: readonly string[]): readonly string[] => {
  const lines: string[] = []
  for (const line of shown) {
    const count = leftOut.exec(line)?.[1]
    if (count === undefined) lines.push(line)
    else lines.push(...printed.slice(lines.length, lines.length + Number(count)))
  }
  return lines
}

test('its tables name every format that is read, and every one that is written', () => {
  const heads = [...readme.matchAll(/^\| (`[^|]*) \|/gmu)].map(([, head]) => head as string)
  const named = new Set(heads.flatMap((head) => head.split(/[`, ]+/u)))
  const wanted = [...readableExtensions.map((each) => `.${each}`), ...Object.keys(formats)]
  expect(wanted.filter((each) => !named.has(each))).toEqual([])
})

describe('what the README says a command prints', () => {
  test('it shows examples', () => expect(examples.length).toBeGreaterThan(2))

  test.each(examples)('$command', ({command, shown}) => {
    const [, ...words] = command.split(' ')
    const printed = execFileSync(process.execPath, words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines = printed.replace(/\n$/u, '').split('\n')
    expect(filledIn(shown, lines)).toEqual(lines)
  })
})
