// A walk through the sample region in a terminal of its own (tmux), with the built program and real keys: from the start to a pinned match, a decision, an
// agreed difference and an exported plan. Screens are compared with explorer-walk/*.txt; after a wanted change write them with EXPECTED=write and read the
// difference. Each test goes on where the one before it left off.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {hasTmux, looksAs, program, type Terminal, type TerminalSize, terminal} from './explorer-walk/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'hedgerow-walk-'))
const corpus = join(folder, 'procedures')
const env = {HEDGEROW_CACHE: join(folder, 'cache'), EDITOR: 'true'}
const asAt = ['--as-at', '2026-11-23']
const open: Terminal[] = []

const opened = (size?: TerminalSize): Terminal => {
  const own = terminal(folder, env, size)
  open.push(own)
  return own
}

/** The explorer, started from a shell that goes on after it; its process number is kept in a file. */
const started = (own: Terminal, pid: string, ...words: readonly string[]): void => {
  const command = ['exec', process.execPath, program, 'explore', 'procedures', ...asAt, ...words].join(' ')
  own.type(`clear; sh -c 'echo $$ > ${pid}; ${command}'; echo "ended with $?"`)
  own.press('Enter')
}

const kill = (pid: string, signal: NodeJS.Signals): void => {
  process.kill(Number(readFileSync(join(folder, pid), 'utf8')), signal)
}

const file = (name: string): string => {
  const path = join(corpus, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const heads = {
  pins: '# Matches we looked at together\n',
  agreed: '# Agreed in the partnership’s meeting\n',
  decisions: '# The plan of 2026\n# Kept by the policy officer\n',
}

/** Whether the terminal is as it was before: the shell's screen, a cursor, wrapping, and what is typed is seen. */
const isGivenBack = async (own: Terminal): Promise<void> => {
  await expect.poll(() => own.state('alternate_on'), {timeout: 20_000}).toBe('0')
  expect([own.state('cursor_flag'), own.state('wrap_flag'), own.state('mouse_any_flag')]).toEqual(['1', '1', '0'])
  own.type(`stty -a | tr ' ;' '\\n\\n' | grep -xE -- '-?(icanon|echo|isig)' | sort | tr '\\n' ' '`)
  own.press('Enter')
  await own.shows(/^echo icanon isig/mu)
}

const report = (): {readonly stdout: string; readonly stderr: string} =>
  spawnSync(process.execPath, [program, 'report', 'procedures', ...asAt, '--format', 'json', '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, ...env},
    maxBuffer: 64 * 1024 * 1024,
  })

beforeAll(() => {
  cpSync(fileURLToPath(new URL('../procedures', import.meta.url)), corpus, {recursive: true})
  for (const [name, head] of Object.entries(heads)) writeFileSync(join(corpus, `${name}.yaml`), head)
  if (hasTmux) report()
}, 180_000)

afterAll(() => {
  for (const own of open) own.end()
  rmSync(folder, {recursive: true, force: true})
})

describe.skipIf(!hasTmux)('a walk in a terminal (needs tmux)', {timeout: 120_000}, () => {
  let own: Terminal
  let isLost = false

  beforeEach((context) => context.skip(isLost, 'the walk was lost before'))

  afterEach(({task}) => {
    isLost ||= task.result?.state === 'fail'
  })

  test('begins with a welcome that any key answers', async () => {
    own = opened()
    started(own, 'first.pid')
    await own.shows('Press any key to begin')
    await looksAs(own, 'welcome')
    own.press('Space')
    await own.shows('authorities, 3 topics')
    await looksAs(own, 'region')
  })

  test('leads to the first step and everybody’s words on it', async () => {
    own.press('2')
    await own.shows(/^1 of \d+$/mu)
    await looksAs(own, 'first-steps')
    own.press('Enter')
    await own.shows('Who says what')
    await looksAs(own, 'row')
  })

  test('takes one reading out of a row, and puts it back', async () => {
    own.press('Tab', 'Tab', 'Tab')
    await own.shows(/^› Saltmarrow/mu)
    own.press('x')
    // What it is held against would no longer hold for it, so that is asked first.
    await own.shows('That may take away: Below the national standard')
    await looksAs(own, 'parting-asked')
    own.press('Down', 'Enter')
    await own.shows('Written to pins.yaml')
    await expect.poll(() => file('pins.yaml')).toContain('not-same')
    await own.shows('Row 61 of 125')
    await looksAs(own, 'parted')
    own.press('u')
    await own.shows('Taken back')
    await own.shows('Row 60 of 124')
    await expect.poll(() => file('pins.yaml')).toBe(heads.pins)
    await looksAs(own, 'put-back')
  })

  test('pins a match', async () => {
    own.press('=')
    await own.shows('Written to pins.yaml')
    await looksAs(own, 'pinned')
    expect(file('pins.yaml').startsWith(heads.pins)).toBe(true)
    expect(file('pins.yaml')).toMatch(/^- same:$[^-]+- \{authority: eldermoss, topic: missing-children, quote: /mu)
  })

  test('records a decision, and says what is wrong with one before', async () => {
    own.press('d')
    await own.shows('Decide on a step')
    own.press('Tab')
    own.type('R Officer')
    own.press('Tab')
    own.type('soon')
    own.press('C-s')
    await own.shows('! expected a day')
    await looksAs(own, 'decision-faulty')
    own.press('C-u')
    own.type('2027-01-31')
    own.press('Tab', 'Tab')
    own.type('with the co-ordinator')
    own.press('Enter')
    await own.shows('Written to decisions.yaml')
    expect(file('decisions.yaml').startsWith(heads.decisions)).toBe(true)
    expect(file('decisions.yaml')).toMatch(
      /decision: take-up\n {2}owner: R Officer\n {2}due: 2027-01-31\n {2}status: open\n {2}note: with the co-ordinator\n/u,
    )
  })

  test('agrees to a difference for a time', async () => {
    own.press('n')
    // The next step is of another topic, and a key that comes before its row is read is answered for none.
    await own.shows('step 2 of')
    own.press('a')
    await own.shows(/Agree to a difference|Which difference/u)
    if (own.screen().includes('Which difference')) own.press('Enter')
    await own.shows('Agree to a difference')
    own.press('C-s')
    await own.shows('A reason is needed')
    own.type('provider contract')
    own.press('Enter')
    own.type('2027-03-31')
    own.press('C-s')
    await own.shows('! a statutory shortfall is agreed only by typing')
    await looksAs(own, 'agreed-faulty')
    own.type('accepted')
    own.press('C-s')
    await own.shows('Written to agreed.yaml')
    await own.shows('Agreed until 31 March 2027: provider contract')
    await looksAs(own, 'agreed')
    expect(file('agreed.yaml').startsWith(heads.agreed)).toBe(true)
    expect(file('agreed.yaml')).toMatch(
      /reason: provider contract\n {2}agreed: 2026-11-23\n {2}review-by: 2027-03-31\n {2}below-statute: accepted\n/u,
    )
  })

  test('writes the plan: what was taken up, as Markdown and for a spreadsheet', async () => {
    own.press('2', 'f')
    own.type('decision')
    own.press('Enter')
    await own.shows('Show only steps of one decision')
    own.type('taken')
    own.press('Enter')
    await own.shows('1 of 1; decision: taken up')
    await looksAs(own, 'plan')
    own.press('w')
    await own.shows('Write what?')
    own.press('Enter', 'C-u')
    own.type('plan.md')
    own.press('Enter')
    await own.shows('Wrote plan.md: 1 row.')
    own.press('w', 'Down', 'Enter', 'C-u')
    own.type('plan.csv')
    own.press('Enter')
    await own.shows('Wrote plan.csv: 1 row.')
    const [markdown, sheet] = ['plan.md', 'plan.csv'].map((name) => readFileSync(join(folder, name), 'utf8'))
    for (const text of [markdown, sheet])
      for (const words of ['Return interview offered on every occasion', 'taken up', 'R Officer', '2027-01-31'])
        expect(text).toContain(words)
  })

  test('writes a whole report, and stays answering while it does', async () => {
    own.press('w')
    own.type('html')
    own.press('Enter', 'Enter')
    await own.shows('Wrote reports/hedgerow-report.html (html).')
    expect(readFileSync(join(folder, 'reports/hedgerow-report.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*provider contract/iu,
    )
  })

  test('shows every other view', async () => {
    own.press('3')
    await own.shows('Every row')
    await looksAs(own, 'rows')
    own.press('4')
    own.type('harrow')
    own.press('Enter')
    own.type('thorn')
    own.press('Enter')
    await own.shows('Harrowmead beside Thornmere')
    await looksAs(own, 'sides')
    own.press('5')
    own.type('salt')
    own.press('Enter')
    await own.shows('Outline: Saltmarrow')
    await looksAs(own, 'outline')
    own.press('6')
    await own.shows('Work by agency')
    await looksAs(own, 'agencies')
    own.press('7')
    await own.shows('Faults, and what')
    await looksAs(own, 'faults')
    own.press('?')
    own.type('undo')
    await looksAs(own, 'help')
    own.press('Escape')
    own.press(':')
    own.type('outline of salt')
    await looksAs(own, 'palette')
    own.press('Escape')
    await own.shows('What was found')
  })

  test('fits another size and comes back', async () => {
    own.press('2', 'Down')
    await own.shows('First steps')
    const before = own.screen()
    own.resize(120, 40)
    await own.shows(/^.{100,}$/mu)
    await looksAs(own, 'large')
    own.resize(40, 12)
    await looksAs(own, 'small')
    own.resize(30, 8)
    await own.shows('Too small')
    own.resize(80, 24)
    await expect.poll(own.screen, {timeout: 20_000}).toBe(before)
  })

  test('hears fast keys one by one, and what is pasted as no keys', async () => {
    own.press('BSpace', 'Home')
    await own.shows(/^1 of \d{3}/mu)
    own.type('jjjjjjjjjjjjkkk')
    await own.shows(/^10 of \d{3}/mu)
    own.paste('dqx=jjj\nu')
    await own.shows('Pasted text is only taken')
    await own.shows(/^10 of \d{3}/mu)
    own.press('/')
    await own.shows('Filter:')
    own.paste('return\ninterview')
    await own.shows(/\/return interview \d+ of \d{3}/u)
    own.press('Escape')
    await own.shows(/^10 of \d{3}/mu)
  })

  test('moves the threshold and tells what that changes', async () => {
    own.press(']', ']')
    await own.shows('Threshold 60%')
    await looksAs(own, 'threshold')
    own.press('[', '[')
    await own.shows('Threshold 50%')
  })

  test('stops to the shell and comes back to the same place', async () => {
    own.press('C-l')
    // The key itself takes what was said off the screen.
    await own.shows(/\? help/u)
    const before = own.screen()
    own.press('C-z')
    await own.shows('Stopped')
    await isGivenBack(own)
    own.type('clear; fg; echo "ended with $?"')
    own.press('Enter')
    await expect.poll(own.screen, {timeout: 20_000}).toBe(before)
    expect([own.state('alternate_on'), own.state('cursor_flag')]).toEqual(['1', '0'])
  })

  test('shows what a second explorer on the same files decides; killed hard it is in nobody’s way', async () => {
    const second = opened()
    started(second, 'second.pid')
    await second.shows('authorities, 3 topics')
    second.press('2')
    await second.shows(/^1 of \d{3}$/mu)
    second.press('Down', 'd')
    await second.shows('Decide on a step')
    second.press('Right', 'C-s')
    await second.shows('Written to decisions.yaml')
    await own.shows('Somebody else changed decisions.yaml')
    own.press('2', 'Home')
    await own.shows('[parked]')
    kill('second.pid', 'SIGKILL')
    await second.shows('Killed')
    own.press('Down', 'Down', 'd')
    await own.shows('Decide on a step')
    own.press('Right', 'Right', 'C-s')
    await own.shows('Written to decisions.yaml')
    expect(file('decisions.yaml').match(/^ {2}decision: .*$/gmu)).toEqual([
      '  decision: take-up',
      '  decision: park',
      '  decision: keep-local',
    ])
    own.press('u')
    await own.shows('Taken back')
    expect(file('decisions.yaml')).not.toContain('keep-local')
    expect(file('decisions.yaml')).toContain('decision: park')
  })

  test('gives the terminal back when it is quit, and when it is told to end', async () => {
    own.press('q')
    await own.shows('ended with 0')
    await isGivenBack(own)
    started(own, 'third.pid')
    await own.shows('authorities, 3 topics')
    kill('third.pid', 'SIGTERM')
    await own.shows('ended with 143')
    await isGivenBack(own)
  })

  test('reports honour what was judged', () => {
    const {stdout} = report()
    const {topics} = JSON.parse(stdout)
    const opportunities = topics.flatMap((topic: {opportunities: unknown}) => topic.opportunities)
    const findings = topics.flatMap((topic: {rows: {findings: unknown}[]}) => topic.rows.flatMap((row) => row.findings))
    expect(
      opportunities
        .flatMap(({decision}: {decision?: {decision: string}}) => (decision ? [decision.decision] : []))
        .sort(),
    ).toEqual(['park', 'take-up'])
    expect(
      findings.flatMap(({agreed}: {agreed?: {state: string; reason: string}}) => (agreed ? [agreed.reason] : [])),
    ).toEqual(['provider contract'])
  })
})

describe.skipIf(!hasTmux)('read aloud in a terminal (needs tmux)', {timeout: 120_000}, () => {
  test('says where one stands line by line and never draws', async () => {
    const own = opened({columns: 100, rows: 40, joined: true})
    const path = join(folder, 'aloud.raw')
    started(own, 'aloud.pid', '--screen-reader')
    await own.shows('Reading the procedures')
    own.recorded(path)
    await own.shows(/Eldermoss on .*: \d+%/u)
    own.press('2')
    await own.shows('First steps: what to align, best first. 1 of')
    own.press('j')
    await own.shows(/best first\. 2 of \d+/u)
    own.press('Enter')
    await own.shows(/Row \d+ of \d+/u)
    own.press('d')
    await own.shows('Decide on a step. Decision:')
    own.press('Escape')
    own.press('C-l')
    own.resize(60, 30)
    own.press('?')
    await own.shows('What every key does')
    own.press('Escape', 'q')
    await own.shows('ended with 0')
    expect(own.state('alternate_on')).toBe('0')
    const raw = readFileSync(path, 'utf8')
    const said = raw.slice(0, raw.indexOf('ended with'))
    expect(said).toContain('best first. 2 of')
    expect(said.replace(/[\r\n]/gu, '')).not.toMatch(/\p{Cc}/u)
  })
})

test('without a terminal it says so and names the plain command', () => {
  const {status, stderr, stdout} = spawnSync(process.execPath, [program, 'explore', 'procedures'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, ...env},
  })
  expect(status).toBe(2)
  expect(stderr).toContain('no terminal')
  expect(stderr).toContain('hedgerow report')
  expect(stdout).toBe('')
})
