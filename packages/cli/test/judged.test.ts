// Writing judgements: nothing else in the file changes, nobody's entry is lost, no half file is ever there.
import {type ChildProcess, spawn} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Assessment} from '@hedgerow/assess'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {judgementLike, withJudgement, withoutJudgement} from '../src/judgement/edit.ts'
import {judged, type Outcome} from '../src/judgement/judged.ts'
import {type Judgement, judgementsIn, saysSame} from '../src/judgement/judgement.ts'
import {agreedOf, decisionOf, pinOf} from '../src/judgement/make.ts'
import {changedOnDisk, seenNow} from '../src/judgement/seen.ts'
import {folderOf, pair, run} from './support/run.ts'

const decision = (opportunity: string, more: object = {}): Judgement => ({
  file: 'decisions',
  entry: {opportunity, decision: 'park', owner: 'R Officer', status: 'open', ...more},
})

const agreed = (finding: string, reason = 'provider contract'): Judgement => ({
  file: 'agreed',
  entry: {finding, reason, agreed: '2026-11-23', 'review-by': '2027-03-31'},
})

const pin = (kind: 'same' | 'not-same', quote = 'An independent return interview must'): Judgement => ({
  file: 'pins',
  entry: {
    [kind]: [
      {authority: 'ashby', topic: 'missing-children', quote, fingerprint: '3f9c2a1b0d4e5f67'},
      {
        authority: 'brindle',
        topic: 'missing-children',
        quote: 'The child: must, “be” offered #1',
        fingerprint: '0012345678901234',
      },
    ],
    by: 'R Officer',
    on: '2026-11-23',
  },
})

const commented = `# Our decisions.

# The first, of May
- opportunity: aaaa   # the panel's
  decision: 'park'    # until June
  owner: "R Officer"
  note: >-
    folded
    words

  # ask again

- {opportunity: bbbb, decision: take-up}   # short

# The last
- opportunity: cccc
  decision: keep-local
# - opportunity: dddd
`

describe('a file with a judgement put in', () => {
  test('is begun with a header that says what it is', () => {
    for (const each of [pin('same'), agreed('a1'), decision('b1')]) {
      const text = withJudgement('', each)
      expect(text).toMatch(/^# \S/u)
      expect(judgementsIn(text, each.file).map((one) => saysSame(one, each))).toEqual([true])
      expect(withoutJudgement(text, each)).toBe('')
    }
    expect(withJudgement('', pin('same')).split('\n').slice(2)).toEqual([
      '- same:',
      '    - {authority: ashby, topic: missing-children, quote: An independent return interview must, fingerprint: 3f9c2a1b0d4e5f67}',
      '    - {authority: brindle, topic: missing-children, quote: "The child: must, “be” offered #1", fingerprint: "0012345678901234"}',
      '  by: R Officer',
      '  on: 2026-11-23',
      '',
    ])
  })

  test('keeps every byte of the rest, and the comments of an entry that is replaced', () => {
    expect(withJudgement(commented, decision('eeee'))).toBe(
      `${commented}- opportunity: eeee\n  decision: park\n  owner: R Officer\n  status: open\n`,
    )
    expect(withJudgement(commented, decision('aaaa', {decision: 'take-up', note: 'now'}))).toBe(
      commented
        .replace("'park'    # until June", "'take-up' # until June")
        .replace('aaaa   #', 'aaaa #')
        .replace('note: >-\n    folded\n    words\n', 'note: >-\n    now\n  status: open\n'),
    )
    expect(withJudgement(commented, decision('bbbb'))).toBe(
      commented.replace(
        '- {opportunity: bbbb, decision: take-up}   #',
        '- {opportunity: bbbb, decision: park, owner: R Officer, status: open} #',
      ),
    )
    expect(withoutJudgement(commented, decision('bbbb'))).toBe(commented.replace(/- \{.*\n/u, ''))
    expect(withoutJudgement(commented, decision('none'))).toBe(commented)
  })

  test('a pin that is turned round takes the place of the other', () => {
    const text = `# mine\n${withJudgement('', pin('same')).split('\n').slice(2).join('\n')}`
    const turned = withJudgement(text, pin('not-same'))
    expect(turned).toBe(text.replace('- same:', '- not-same:'))
    expect(withJudgement(turned, pin('same'))).toBe(text)
  })

  test.each([
    ['lines that end as on Windows', commented.replaceAll('\n', '\r\n')],
    ['a mark of the order of bytes', `\uFEFF${commented}`],
    ['entries further in', commented.replace(/^(?=.)/gmu, '  ')],
    ['no line feed at the end', '- opportunity: aaaa\n  decision: park'],
    ['a mark of its end', '---\n- opportunity: aaaa\n  decision: park\n...\n'],
    ['comments alone', '# nothing yet'],
    ['nothing but lines', '\n\n'],
    ['a block that keeps its lines', '- opportunity: aaaa\n  decision: park\n  note: |+\n    x\n\n\n'],
  ])('with %s, and taken out again', (_, text) => {
    const put = withJudgement(text, decision('eeee'))
    expect(judgementsIn(put, 'decisions').at(-1)?.entry).toMatchObject({opportunity: 'eeee'})
    expect(withoutJudgement(put, decision('eeee'))).toBe(text)
    expect(/(?<!\r)\n/u.test(put)).toBe(!text.includes('\r'))
    if (!text.includes('aaaa')) return
    const other = withJudgement(text, decision('aaaa', {owner: 'Another'}))
    expect(judgementsIn(other, 'decisions').map(({entry}) => entry)[0]).toMatchObject({owner: 'Another'})
    expect(/(?<!\r)\n/u.test(other)).toBe(!text.includes('\r'))
  })

  test.each([
    ['an empty list', '[]\n'],
    ['a list in one line', '[{opportunity: aaaa, decision: park}] # why\n'],
    ['a single entry that is no list', 'opportunity: aaaa # why\ndecision: park\n'],
  ])('where it holds %s', (_, text) => {
    const put = withJudgement(text, decision('eeee'))
    const ids = (one: string): readonly unknown[] =>
      judgementsIn(one, 'decisions').map(({entry}) => Object.values(entry)[0])
    expect(ids(put)).toEqual([...ids(text), 'eeee'])
    expect(put.includes('# why')).toBe(text.includes('# why'))
    expect(ids(withoutJudgement(put, decision('eeee')))).toEqual(ids(text))
    expect(judgementsIn(withJudgement(put, decision('eeee', {owner: 'X'})), 'decisions').at(-1)?.entry).toMatchObject({
      owner: 'X',
    })
  })

  test('laws: put in and taken out gives the same bytes; what is put in is read back; the others are not touched', () => {
    const word = fc
      .oneof(
        fc.constantFrom(
          'yes',
          'null',
          '0012',
          '1e5',
          '2027-01-31',
          '- x',
          '# no',
          'a: b',
          '{',
          "it's",
          '“quoted”',
          '|',
          '&a',
          '*a',
          '!tag',
          'a\nb',
          ' a ',
          '%',
          '@x',
          'x #y',
        ),
        fc.string({minLength: 1, unit: 'grapheme'}),
      )
      .filter((each) => each.trim() !== '')
    const id = fc.stringMatching(/^[0-9a-f]{16}$/u)
    const entry = fc.record(
      {opportunity: id, decision: fc.constantFrom('park', 'take-up', 'keep-local'), owner: word, note: word},
      {requiredKeys: ['opportunity', 'decision']},
    )
    const comment = fc.constantFrom('', '# a comment\n', '\n', '\n# two\n\n')
    const end = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entry, comment), {maxLength: 5}),
        entry,
        end,
        fc.boolean(),
        (all, own, eol, isCut) => {
          const known = all.filter(
            ([one], at) =>
              one.opportunity !== own.opportunity &&
              all.findIndex(([other]) => other.opportunity === one.opportunity) === at,
          )
          const made = known.reduce(
            (text, [one, before]) => withJudgement(text + before, {file: 'decisions', entry: one} as Judgement),
            '# kept\n',
          )
          const text = (isCut ? made.replace(/\n+$/u, '') : made).replaceAll('\n', eol)
          const judgement = {file: 'decisions', entry: own} as Judgement
          const put = withJudgement(text, judgement)
          expect(withoutJudgement(put, judgement)).toBe(text)
          expect(put.includes(text)).toBe(true)
          const back = judgementsIn(put, 'decisions')
          expect(back).toHaveLength(known.length + 1)
          const plain = (value: unknown): unknown =>
            JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === 'string' ? each.trim() : each))
          expect(plain(back.at(-1)?.entry)).toEqual(plain(own))
          const again = withJudgement(put, decision(own.opportunity))
          expect(judgementsIn(again, 'decisions').slice(0, -1)).toEqual(back.slice(0, -1))
          expect(withJudgement(again, judgementLike(put, judgement) as Judgement)).toBe(put)
        },
      ),
      {numRuns: 300},
    )
  })
})

const written = (outcome: Outcome) => {
  if (outcome.type !== 'written') throw new Error(`Expected it to be written, got ${JSON.stringify(outcome)}`)
  return outcome.undo
}

const textOf = (folder: string, name = 'decisions.yaml'): string | null =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null

describe('judged', () => {
  test('writes, takes back and does again, down to the byte', async () => {
    for (const before of [null, '', commented]) {
      const folder = folderOf(before === null ? {} : {'decisions.yaml': before})
      const put = written(await judged(folder, {from: null, to: decision('eeee')}))
      const after = textOf(folder)
      const changed = written(await judged(folder, {from: decision('eeee'), to: decision('eeee', {note: 'b'})}))
      const back = written(await judged(folder, changed))
      expect(textOf(folder)).toBe(after)
      written(await judged(folder, back))
      expect(judgementLike(textOf(folder) as string, decision('eeee'))?.entry).toMatchObject({note: 'b'})
      written(await judged(folder, changed))
      const redo = written(await judged(folder, put))
      expect(textOf(folder) ?? '').toBe(before ?? '')
      written(await judged(folder, redo))
      expect(textOf(folder)).toBe(after)
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    }
  })

  test('an entry taken out comes back where it stood, comments and all, also when others wrote meanwhile', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const seen = judgementLike(commented, decision('aaaa')) as Judgement
    const undo = written(await judged(folder, {from: seen, to: null}))
    expect(textOf(folder)).not.toContain('aaaa')
    await judged(folder, {from: null, to: decision('eeee')})
    written(await judged(folder, undo))
    const text = textOf(folder) as string
    expect(text).toContain(seen.written)
    expect(judgementsIn(text, 'decisions').map(({entry}) => Object.values(entry)[0])).toEqual([
      'bbbb',
      'cccc',
      'eeee',
      'aaaa',
    ])
  })

  test('does not write over what somebody else wrote since', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const mine = judgementLike(commented, decision('aaaa')) as Judgement
    const theirs = commented.replace("'park' ", "'keep-local' ")
    writeFileSync(join(folder, 'decisions.yaml'), theirs)
    expect(await judged(folder, {from: mine, to: decision('aaaa')})).toMatchObject({
      type: 'conflict',
      theirs: {entry: {decision: 'keep-local'}},
    })
    expect(await judged(folder, {from: null, to: decision('bbbb')})).toMatchObject({type: 'conflict'})
    expect(await judged(folder, {from: decision('gone'), to: null})).toEqual({type: 'conflict', theirs: null})
    expect(textOf(folder)).toBe(theirs)
    // Another entry, or this one only written down otherwise, is no conflict.
    writeFileSync(join(folder, 'decisions.yaml'), commented.replace("'park' ", 'park ').replace('cccc', 'ffff'))
    expect((await judged(folder, {from: mine, to: null})).type).toBe('written')
  })

  test('an undo that comes too late is a conflict too', async () => {
    const folder = folderOf({})
    const undo = written(await judged(folder, {from: null, to: decision('eeee')}))
    await judged(folder, {from: decision('eeee'), to: decision('eeee', {owner: 'Another'})})
    expect(await judged(folder, undo)).toMatchObject({type: 'conflict', theirs: {entry: {owner: 'Another'}}})
  })

  test('a file with a fault in it, or one that is no UTF-8, is left as it is', async () => {
    const faulty = '- {opportunity: a, decision: later}\n'
    const folder = folderOf({'decisions.yaml': faulty, 'agreed.yaml': Buffer.from('# caf\xe9\n', 'latin1')})
    await expect(judged(folder, {from: null, to: decision('b')})).rejects.toThrow(
      'decisions.yaml:1: Unexpected "later"',
    )
    await expect(judged(folder, {from: null, to: agreed('b')})).rejects.toThrow('agreed.yaml is not UTF-8')
    await expect(judged(folder, {from: null, to: {file: 'pins', entry: {same: [], on: ' '}}})).rejects.toThrow(
      'expected words',
    )
    expect(textOf(folder)).toBe(faulty)
    expect(readdirSync(folder).sort()).toEqual(['agreed.yaml', 'decisions.yaml'])
  })

  test('keeps the mode, and writes through a link', async () => {
    const folder = folderOf({'elsewhere/real.yaml': commented})
    const real = join(folder, 'elsewhere/real.yaml')
    chmodSync(real, 0o640)
    symlinkSync('elsewhere/real.yaml', join(folder, 'decisions.yaml'))
    await judged(folder, {from: null, to: decision('eeee')})
    expect(lstatSync(join(folder, 'decisions.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toContain('eeee')
    expect(statSync(real).mode & 0o777).toBe(0o640)
    const empty = folderOf({'elsewhere/': ''})
    symlinkSync('elsewhere/new.yaml', join(empty, 'agreed.yaml'))
    await judged(empty, {from: null, to: agreed('a1')})
    expect(readFileSync(join(empty, 'elsewhere/new.yaml'), 'utf8')).toContain('a1')
  })

  test('what was written is what the next run reads', async () => {
    const folder = folderOf(pair)
    const report = async (...words: readonly string[]) => {
      const {stdout, stderr, code} = await run(['report', folder, '--format', 'json', '--quiet', ...words])
      return {topic: (JSON.parse(stdout) as Assessment).topics[0] as Assessment['topics'][number], stderr, code}
    }
    const {topic} = await report()
    const finding = topic.rows.flatMap((row) => row.findings).find((each) => each.class === 'deadline')
    const ids = topic.rows
      .filter((row) => row.findings.some((each) => each === finding))
      .flatMap((row) => Object.values(row.readings).flatMap((each) => (each ?? []).map(({id}) => id)))
    const entry = pinOf(topic, ids, 'not-same', {by: 'R Officer', on: '2026-11-23'})
    const opportunity = topic.opportunities[0]
    if (!finding || !opportunity || !entry) throw new Error('Expected a difference')
    expect(entry['not-same']?.map(({quote}) => quote)).toEqual(Array(2).fill('The carer must report the child'))
    const words = {reason: 'contract', agreed: '2026-11-23', reviewBy: '2027-01-31'}
    await judged(folder, {from: null, to: {file: 'agreed', entry: agreedOf(finding, words)}})
    await judged(folder, {
      from: null,
      to: {file: 'decisions', entry: decisionOf(opportunity, {decision: 'take-up', owner: 'Ashby'})},
    })
    const after = await report('--fail-on', 'deadline')
    expect([after.code, after.stderr]).toEqual([0, ''])
    expect(after.topic.opportunities.find((each) => each.id === opportunity.id)?.decision).toMatchObject({
      owner: 'Ashby',
    })
    await judged(folder, {from: null, to: {file: 'pins', entry}})
    const pinned = await report()
    expect(pinned.topic.rows.length).toBe(topic.rows.length + 1)
    expect(pinned.stderr).toMatch(/agreed\.yaml: the finding/u)
    expect(pinned.stderr).not.toContain('pins.yaml')
  })

  test('a pin quotes as much as tells a provision from the others, and is none where nothing does', async () => {
    const text = (last: string): string =>
      `# P\n\n## A\n\n1. The carer must tell the police at once by telephone.\n2. The carer must tell the police at once by ${last}.\n`
    const topicOf = async (last: string) => {
      const folder = folderOf({'ashby/p.md': text(last), 'brindle/p.md': text(last)})
      return (JSON.parse((await run(['report', folder, '--format', 'json', '--quiet'])).stdout) as Assessment).topics[0]
    }
    const signed = {by: 'R', on: '2026-11-23'}
    const two = await topicOf('letter')
    const ids = ['ashby/p/1', 'brindle/p/2']
    expect(pinOf(two as never, ids, 'same', signed)?.same?.map(({quote}) => quote)).toEqual([
      'The carer must tell the police at once by telephone.',
      'The carer must tell the police at once by letter.',
    ])
    expect(pinOf((await topicOf('telephone')) as never, ids, 'same', signed)).toBeNull()
    expect(pinOf(two as never, ['ashby/p/1', 'none'], 'same', signed)).toBeNull()
  })
})

test('a change by somebody else is seen, a touch without one is not', async () => {
  const folder = folderOf({'decisions.yaml': commented, 'pins.yaml': '[]\n'})
  const seen = await seenNow(folder)
  expect(await changedOnDisk(folder, seen)).toEqual([])
  utimesSync(join(folder, 'decisions.yaml'), new Date(), new Date(0))
  expect(await changedOnDisk(folder, seen)).toEqual([])
  writeFileSync(join(folder, 'decisions.yaml'), commented.replace('aaaa', 'abab'))
  writeFileSync(join(folder, 'agreed.yaml'), '')
  rmSync(join(folder, 'pins.yaml'))
  expect(await changedOnDisk(folder, seen)).toEqual(['pins', 'agreed', 'decisions'])
})

const built = fileURLToPath(new URL('../dist/judgement/judged.js', import.meta.url))

/** A process that puts decisions into a folder, one after the other, from a number on, and tells each that was written. */
const writer = (folder: string, name: string, count: number): ChildProcess =>
  spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import {judged} from ${JSON.stringify(built)}
     for (let n = 0; n < ${count}; n++) {
       const entry = {opportunity: '${name}-' + n, decision: 'park', note: 'x'.repeat(200)}
       const {type} = await judged(${JSON.stringify(folder)}, {from: null, to: {file: 'decisions', entry}})
       if (type !== 'written') throw new Error(type)
       process.stdout.write(entry.opportunity + '\\n')
     }`,
  ])

const ended = (
  child: ChildProcess,
): Promise<{readonly code: number | null; readonly told: readonly string[]; readonly fault: string}> =>
  new Promise((resolve) => {
    let [out, fault] = ['', '']
    child.stdout?.on('data', (piece) => (out += String(piece)))
    child.stderr?.on('data', (piece) => (fault += String(piece)))
    child.on('close', (code) => resolve({code, told: out.split('\n').filter(Boolean), fault}))
  })

const opportunities = (folder: string): readonly string[] =>
  judgementsIn(textOf(folder) ?? '', 'decisions').map(({entry}) => String((entry as {opportunity: string}).opportunity))

describe('several at once', () => {
  test('three processes and this one lose no entry', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const names = ['one', 'two', 'three']
    const here = Array.from({length: 20}, (_, n) => judged(folder, {from: null, to: decision(`here-${n}`)}))
    const done = await Promise.all(names.map((name) => ended(writer(folder, name, 20))))
    expect(done.map(({code, fault}) => [code, fault])).toEqual(names.map(() => [0, '']))
    expect((await Promise.all(here)).every(({type}) => type === 'written')).toBe(true)
    const all = opportunities(folder)
    expect(all).toHaveLength(3 + 60 + 20)
    expect(new Set(all).size).toBe(all.length)
    expect(textOf(folder)?.startsWith(commented)).toBe(true)
    expect(readdirSync(folder)).toEqual(['decisions.yaml'])
  }, 120_000)

  test('killed at any moment, a writer leaves a whole file with all it had told, and the lock is had again', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const told: string[] = []
    for (let round = 0; round < 8; round++) {
      const child = writer(folder, `round-${round}`, 1000)
      const end = ended(child)
      await new Promise<void>((resolve) => {
        child.stdout?.once('data', () => resolve())
      })
      await new Promise((resolve) => setTimeout(resolve, (round * 17) % 40))
      child.kill('SIGKILL')
      told.push(...(await end).told)
      const all = opportunities(folder)
      expect(all.filter((each) => told.includes(each))).toHaveLength(told.length)
      expect(textOf(folder)?.startsWith(commented)).toBe(true)
    }
    expect((await judged(folder, {from: null, to: decision('after')})).type).toBe('written')
    for (const name of readdirSync(folder).filter((each) => each.startsWith('.'))) utimesSync(join(folder, name), 0, 0)
    await judged(folder, {from: decision('after'), to: null})
    expect(readdirSync(folder)).toEqual(['decisions.yaml'])
    const report = await run([
      'report',
      folderOf({...pair, '.hedgerow-judgement.lock': '{}'}),
      '--format',
      'json',
      '--quiet',
    ])
    expect((JSON.parse(report.stdout) as Assessment).notCompared).toEqual([])
  }, 120_000)
})
