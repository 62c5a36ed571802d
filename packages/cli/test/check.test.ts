import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {folderOf, missing, pair, run} from './support/run.ts'

const changed = (folder: string, path: string, from: string, to: string): void => {
  const file = join(folder, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

const recordedPair = async (): Promise<string> => {
  const folder = folderOf(pair)
  expect((await run(['baseline', folder])).code).toBe(0)
  return folder
}

const drift = async (folder: string, ...more: readonly string[]) => {
  const {code, stdout, stderr} = await run(['check', folder, '--format', 'json', ...more])
  return {code, stderr, drift: JSON.parse(stdout)}
}

describe('baseline', () => {
  test('is written once, refuses to overwrite, and is the same bytes again', async () => {
    const folder = await recordedPair()
    const first = readFileSync(join(folder, 'baseline.json'), 'utf8')
    const again = await run(['baseline', folder])
    expect([again.code, again.stdout]).toEqual([2, ''])
    expect(again.stderr).toContain('--update')
    expect((await run(['baseline', folder, '--update'])).code).toBe(0)
    expect(readFileSync(join(folder, 'baseline.json'), 'utf8')).toBe(first)
  })

  test('that cannot be read is replaced by --update', async () => {
    const folder = folderOf({...pair, 'baseline.json': '{'})
    const refused = await run(['baseline', folder])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--update')])
    expect((await run(['baseline', folder, '--update'])).code).toBe(0)
    expect((await run(['check', folder])).code).toBe(0)
  })

  test('names no line, and one changed provision is one changed line of provisions', async () => {
    const folder = await recordedPair()
    const before = readFileSync(join(folder, 'baseline.json'), 'utf8')
    expect(before).not.toMatch(/"line"/u)
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 hours')
    await run(['baseline', folder, '--update'])
    const lines = before.split('\n')
    const fresh = readFileSync(join(folder, 'baseline.json'), 'utf8')
      .split('\n')
      .filter((line) => !lines.includes(line))
    expect(fresh.filter((line) => line.includes('"key"'))).toHaveLength(1)
  })

  test('--prune forgets a procedure that has gone and accepts nothing new', async () => {
    const folder = folderOf({...pair, 'carrow/missing-children.md': missing('Carrow Council', '3 hours')})
    await run(['baseline', folder])
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 hours')
    writeFileSync(join(folder, 'carrow/missing-children.md'), '')
    const {rmSync} = await import('node:fs')
    rmSync(join(folder, 'carrow'), {recursive: true})
    expect((await run(['baseline', folder, '--prune'])).code).toBe(0)
    const {drift: found} = await drift(folder)
    expect(found.text.map((each: {status: string}) => each.status)).toEqual(['changed', 'same'])
  })
})

describe('check', () => {
  test('says that nothing changed, and ends with 0', async () => {
    const {code, stdout, stderr} = await run(['check', await recordedPair()])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('No authority changed its text')
  })

  test('another day alone is not worth a word', async () => {
    const {code, stdout} = await run(['check', await recordedPair(), '--as-at', '2026-11-24'])
    expect(code).toBe(0)
    expect(stdout).not.toContain('What judges changed')
  })

  test('without a baseline ends with 2 and says what to do', async () => {
    const {code, stdout, stderr} = await run(['check', folderOf(pair)])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('hedgerow baseline')
  })

  test('fails for a time limit, with both values, the rule and the direction', async () => {
    const folder = await recordedPair()
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    const {code, stdout} = await run(['check', folder])
    expect(code).toBe(1)
    expect(stdout).toContain('The time limit was 1 hour and is 2 days (weaker) (serious)')
    expect(stdout).toContain('ashby/missing-children.md:5')
  })

  test('tells first what was lost: standards newly unmet, then what came apart, then the rest', async () => {
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': missing('Carrow Council', '1 hour').replace('must report', 'should report'),
    })
    await run(['baseline', folder])
    changed(folder, 'ashby/missing-children.md', 'within 72 hours', 'within 10 working days')
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    const {stdout} = await run(['check', folder, '--format', 'markdown'])
    const short = stdout.slice(stdout.indexOf('## In short'), stdout.indexOf('## Texts'))
    expect(short.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- **Newly unmet:** Ashby no longer meets the standard “Return interview within 72 hours”.',
      '- **Came apart:** Return interview (return-interview-1). Different time limit. Brindle, Carrow: 72 hours \\| Ashby: 10 working days.',
      '- **Came apart:** Reporting to the police (reporting-to-police-1). Different time limit. Ashby: 2 days \\| Brindle: 6 hours \\| Carrow: 1 hour.',
      '- **Weaker:** 2 provisions ask for less than before.',
      expect.stringContaining('1 procedure of 3 changed'),
      expect.stringContaining('the region drifted apart'),
      expect.stringContaining('Standards: 1 newly unmet'),
      expect.stringContaining('Differences between the authorities: '),
    ])
  })

  test('neither another value where nobody agreed, nor what somebody adds, is told as having come apart', async () => {
    const folder = await recordedPair()
    changed(folder, 'brindle/missing-children.md', 'within 6 hours', 'within 5 hours')
    changed(folder, 'ashby/missing-children.md', '## 2.', '1.2 The carer must search the home within 2 hours.\n\n## 2.')
    const {stdout} = await run(['check', folder])
    expect(stdout).toContain('Differences with other values (1)')
    expect(stdout).toContain('Provisions: 1 changed, 1 added')
    expect(stdout).not.toContain('Came apart')
  })

  test('--fail-on takes severities and classes', async () => {
    const folder = await recordedPair()
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    for (const [what, code] of [
      ['never', 0],
      ['deadline', 1],
      ['modality', 0],
      ['error', 1],
      ['note', 1],
    ] as const)
      expect([what, (await run(['check', folder, '--fail-on', what])).code]).toEqual([what, code])
  })

  test('a severity of the corpus decides what fails', async () => {
    const folder = folderOf({
      ...pair,
      'hedgerow.yaml': 'severities: {deadline: note, below-standard: note, absent: note}\n',
    })
    await run(['baseline', folder])
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    expect((await run(['check', folder])).code).toBe(0)
    expect((await run(['check', folder, '--fail-on', 'note'])).code).toBe(1)
  })

  test('a change that brings the region closer is told and does not fail', async () => {
    const folder = await recordedPair()
    changed(folder, 'brindle/missing-children.md', 'within 6 hours', 'within 1 hour')
    const {code, drift: found} = await drift(folder)
    expect(code).toBe(0)
    expect(found.text[1].changes[0]).toMatchObject({closer: true, severity: 'note'})
    expect(found.alignment[0].tendency).toBe('closer')
  })

  test('a change that brings the region closer by weakening still fails', async () => {
    const folder = await recordedPair()
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 6 hours')
    const {code, drift: found} = await drift(folder)
    expect([code, found.text[0].changes[0]]).toMatchObject([1, {closer: false, severity: 'error'}])
  })

  test('a change that brings the region closer and may protect less keeps its weight', async () => {
    const folder = folderOf({
      ...pair,
      'brindle/missing-children.md': missing('Brindle Borough Council', '1 hour').replace(
        'The carer must report',
        'The social worker must report',
      ),
    })
    await run(['baseline', folder])
    changed(folder, 'brindle/missing-children.md', 'The social worker must report', 'The carer must report')
    const {code, drift: found} = await drift(folder)
    expect([code, found.text[1].changes[0]]).toMatchObject([1, {closer: true, severity: 'error'}])
  })

  test('another name of a file alone is no drift', async () => {
    const folder = await recordedPair()
    const {renameSync} = await import('node:fs')
    renameSync(join(folder, 'ashby/missing-children.md'), join(folder, 'ashby/missing-protocol.md'))
    const {code, drift: found} = await drift(folder)
    expect([code, found.text[0].status, found.text[0].changes]).toEqual([0, 'same', []])
  })

  test('another name of an authority alone is no drift', async () => {
    const folder = await recordedPair()
    const {renameSync} = await import('node:fs')
    renameSync(join(folder, 'ashby'), join(folder, 'ashby-forest'))
    const {drift: found} = await drift(folder)
    const own = found.text.find((each: {authority: string}) => each.authority === 'ashby-forest')
    expect(own).toMatchObject({
      status: 'same',
      changes: [],
      renamedFrom: {authority: 'ashby', topic: 'missing-children'},
    })
  })

  test.each(['version', 'lexicon', 'settings'])(
    'another %s alone is no drift of a text or of the alignment',
    async (part) => {
      const folder = await recordedPair()
      const path = join(folder, 'baseline.json')
      const record = JSON.parse(readFileSync(path, 'utf8'))
      record.made[part] = 'another'
      // What another tool would have recorded: one finding fewer.
      record.topics[0].findings.pop()
      writeFileSync(path, JSON.stringify(record))
      const {code, drift: found} = await drift(folder, '--fail-on', 'note')
      expect(code).toBe(0)
      expect(found.text.every((each: {status: string}) => each.status === 'same')).toBe(true)
      expect(found.alignment[0]).toMatchObject({found: [], gone: [], standards: [], rows: []})
      expect(found.tool.changed).toEqual([part])
      expect(found.tool.found).toHaveLength(1)
    },
  )

  test('another tool and a changed text are told apart', async () => {
    const folder = await recordedPair()
    const path = join(folder, 'baseline.json')
    const record = JSON.parse(readFileSync(path, 'utf8'))
    record.made.version = '0.0.1'
    record.topics[0].findings = []
    writeFileSync(path, JSON.stringify(record))
    changed(
      folder,
      'ashby/missing-children.md',
      'An independent return interview must be offered',
      'An independent return interview may be offered',
    )
    const {drift: found} = await drift(folder)
    const classes = found.alignment[0].found.map(({finding}: {finding: {class: string}}) => finding.class)
    expect(classes).toContain('modality')
    expect(classes).not.toContain('deadline')
    expect(found.tool.found.map(({finding}: {finding: {class: string}}) => finding.class)).toContain('deadline')
  })

  test('a document that cannot be read any more is not taken for one that was withdrawn', async () => {
    const folder = await recordedPair()
    writeFileSync(join(folder, 'ashby/missing-children.md'), '')
    const {code, drift: found} = await drift(folder)
    expect(found.text[0]).toMatchObject({status: 'unread', changes: []})
    expect(found.notCompared).toHaveLength(1)
    expect(code).toBe(0)
    expect((await run(['check', folder, '--strict'])).code).toBe(3)
  })

  test('of some authorities only what they changed counts, and differences among themselves', async () => {
    const neighbours = (...ids: readonly string[]): string => `neighbours: [${ids.join(', ')}]\n`
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': missing('Carrow Council', '3 hours'),
      'ashby/authority.yaml': neighbours('brindle'),
    })
    await run(['baseline', folder])
    changed(folder, 'carrow/missing-children.md', '72 hours', '96 hours')
    expect((await drift(folder, '--authority', 'carrow')).code).toBe(1)
    const others = await drift(folder, '--neighbours-of', 'ashby')
    const found = others.drift.alignment.flatMap((each: {found: readonly unknown[]}) => each.found)
    expect([others.code, found, others.drift.tool.changed]).toEqual([0, [], []])
    expect(others.drift.text.map((each: {authority: string; status: string}) => [each.authority, each.status])).toEqual(
      [
        ['ashby', 'same'],
        ['brindle', 'same'],
      ],
    )
  })

  test('two folders are compared', async () => {
    const [before, after] = [
      folderOf(pair),
      folderOf({...pair, 'ashby/missing-children.md': missing('Ashby Council', '2 hours')}),
    ]
    const {code, stdout} = await run(['check', before, after])
    expect([code, stdout.includes('The time limit was 1 hour and is 2 hours (weaker)')]).toEqual([1, true])
  })

  test('a comment in the document suppresses one class, is counted and listed, and is told when it does nothing', async () => {
    const folder = await recordedPair()
    changed(
      folder,
      'ashby/missing-children.md',
      '1.1 The carer must report the child missing to the police within 1 hour',
      '<!-- hedgerow-ignore deadline -- the contract ends in March -->\n1.1 The carer must report the child missing to the police within 2 days',
    )
    changed(
      folder,
      'brindle/missing-children.md',
      '## 2. Return',
      '<!-- hedgerow-ignore actor -- nothing there -->\n\n## 2. Return',
    )
    const {code, stdout} = await run(['check', folder])
    expect(code).toBe(0)
    expect(stdout).toContain('the contract ends in March; suppresses')
    expect(stdout.replace(/\s+/gu, ' ')).toContain('it suppresses nothing: take it out')
    expect((await drift(folder)).drift.text[0].changes[0].suppressed).toMatchObject({by: 'inline'})
  })

  test('a comment without a reason does not hold, nor one that hides a statutory shortfall without saying so', async () => {
    const folder = await recordedPair()
    const [from, to] = [
      '2.1 An independent return interview must be offered within 72 hours',
      '2.1 An independent return interview must be offered within 10 days',
    ]
    const withComments = (...lines: readonly string[]): void =>
      writeFileSync(
        join(folder, 'ashby/missing-children.md'),
        missing('Ashby Council', '1 hour').replace(from, `${lines.join('\n')}\n${to}`),
      )
    withComments('<!-- hedgerow-ignore deadline -->', '<!-- hedgerow-ignore below-standard -- contract -->')
    const refused = await run(['check', folder])
    expect(refused.code).toBe(1)
    expect(refused.stdout.replace(/\s+/gu, ' ')).toContain('no reason given, so it does not hold')
    expect(refused.stdout.replace(/\s+/gu, ' ')).toContain('needs the words “below-statute: accepted”')
    withComments(
      '<!-- hedgerow-ignore deadline -- contract -->',
      '<!-- hedgerow-ignore below-standard -- contract; below-statute: accepted -->',
    )
    const {code, drift: found} = await drift(folder)
    expect([code, found.alignment[0].standards[0]]).toMatchObject([0, {outcome: 'unmet', suppressed: {by: 'inline'}}])
  })

  test('bytes that this version reads otherwise than the recorded one are no drift of a text', async () => {
    const folder = await recordedPair()
    const path = join(folder, 'baseline.json')
    const record = JSON.parse(readFileSync(path, 'utf8'))
    record.made.version = '0.0.1'
    // An older reader that took each whole document for one provision.
    for (const document of record.documents) {
      const all = document.sections.flatMap(({provisions}: {provisions: {text: string}[]}) => provisions)
      document.sections = [
        {section: null, provisions: [{...all[0], text: all.map(({text}: {text: string}) => text).join(' ')}]},
      ]
    }
    writeFileSync(path, JSON.stringify(record))
    const {code, drift: found} = await drift(folder)
    expect([code, found.text.map(({status}: {status: string}) => status)]).toEqual([0, ['same', 'same']])
  })

  test('an agreed difference is left out of the exit code until its review, is counted, and counts again after it', async () => {
    const folder = await recordedPair()
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    const [found] = (await drift(folder)).drift.alignment[0].updated
    const entry = `- finding: ${found.finding.fingerprint}\n  reason: provider contract\n  agreed: 2026-11-23\n  review-by: 2027-03-31\n`
    writeFileSync(join(folder, 'agreed.yaml'), entry)
    const {code, drift: agreed} = await drift(folder)
    expect(code).toBe(0)
    expect(agreed.text[0].changes[0].suppressed).toMatchObject({by: 'agreed', reason: 'provider contract'})
    expect(agreed.alignment[0].updated[0].suppressed).toMatchObject({by: 'agreed'})
    expect((await run(['check', folder])).stdout).toContain('Agreed differences (1)')
    expect((await run(['check', folder, '--as-at', '2027-04-01'])).code).toBe(1)
  })

  test('a report is there when the check has failed, and standard output is empty', async () => {
    const folder = await recordedPair()
    changed(folder, 'ashby/missing-children.md', 'within 1 hour', 'within 2 days')
    const {code, stdout} = await run(['check', folder, '--output', `sarif=${folder}/out/drift.sarif`])
    expect([code, stdout]).toEqual([1, ''])
    expect(JSON.parse(readFileSync(join(folder, 'out/drift.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0)
  })
})

describe('the same text in another format', () => {
  const texts = fileURLToPath(new URL('../../../test/same-text', import.meta.url))
  const corpusOf = (name: string): string => {
    const extension = name.split('.').at(-1)
    return folderOf({[`ashby/missing-children.${extension}`]: readFileSync(join(texts, name))})
  }

  test.each(['brindle.html', 'carrow.docx', 'dunmere.odt', 'elderfield.pdf'])(
    '%s says what the Markdown says: no drift',
    async (name) => {
      const {code, stdout} = await run([
        'check',
        corpusOf('ashby.md'),
        corpusOf(name),
        '--format',
        'json',
        '--fail-on',
        'note',
      ])
      const {text} = JSON.parse(stdout)
      expect([code, text[0].status, text[0].changes]).toEqual([0, 'same', []])
    },
  )
})
