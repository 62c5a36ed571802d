import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {procedureSchema} from '@hedgerow/ast'
import {describe, expect, test} from 'vitest'
import {main} from '../src/main.ts'
import {commands} from '../src/commands/index.ts'
import {folderOf, missing, pair, run} from './support/run.ts'

describe('the command line', () => {
  test('without a command prints help with examples', async () => {
    const {code, stdout, stderr} = await run([])
    expect([code, stderr]).toEqual([0, ''])
    for (const name of Object.keys(commands)) expect(stdout).toContain(`hedgerow ${name}`)
    expect(stdout).toContain('Examples:')
  })

  test.each(Object.keys(commands))('%s --help tells its options and shows examples', async (name) => {
    const {code, stdout} = await run([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`hedgerow ${name}`)
    expect(stdout).toContain('Examples:')
  })

  test.each([
    [['reprot'], 'Unexpected command reprot', 'Did you mean report?'],
    [['report', '--fial-on', 'error'], 'Unexpected option --fial-on for report.', 'Did you mean --fail-on?'],
    [['report', '--topic'], 'Found nothing after --topic', 'TOPIC'],
    [['report', '--config', 'a', '--config', 'b'], 'Found --config 2 times', 'expected it once'],
    [['report', 'a', 'b'], 'Unexpected b', 'Write hedgerow report [corpus]'],
    [['report', 'no-such-folder'], 'Found nothing at no-such-folder', 'expected a folder'],
    [['report', '--format', 'htm'], 'Unexpected format htm', 'Did you mean html?'],
    [['report', '--output', 'x.html'], 'Unexpected --output x.html', 'FORMAT=PATH'],
    [['report', '--fail-on', 'eror'], 'Unexpected --fail-on eror', 'Did you mean error?'],
    [['report', '--as-at', '2026-02-30'], 'Unexpected --as-at 2026-02-30', '31/01/2027, 31 January 2027 or 2027-01-31'],
    [['report', '--as-at', '31/1/27'], 'Unexpected --as-at 31/1/27', 'the year in full: 31/01/2027'],
    [['report', '--topic', 'mising-children'], 'Found no topic mising-children', 'Did you mean missing-children?'],
    [['report', '--authority', 'ashbey'], 'Found no authority ashbey', 'Did you mean ashby?'],
    [['report', ''], 'Found an empty word after hedgerow report', 'expected a name or a path'],
    [['init', ''], 'Found an empty word after hedgerow init', 'expected a name or a path'],
    [
      ['init', 'new', '--authority', 'Ashby', '--authority', 'Ashby Council'],
      'Found Ashby Council twice',
      'Nothing was written',
    ],
    [['propose', 'ashby', '--output', 'a.pdf'], 'Unexpected --output a.pdf', 'proposals are Word files'],
    [['diff', 'ashby'], 'B is missing', 'Write hedgerow diff A B'],
    [['diff', 'ashby', 'brindel'], 'Found no authority brindel', 'Did you mean brindle?'],
    [['show', 'no-such-row'], 'Found no row, finding or step no-such-row', 'hedgerow report'],
    [['schema', 'procdure'], 'Unexpected schema procdure', 'Did you mean procedure?'],
    [['parse', 'x.md', '--format', 'xml'], 'Unexpected format xml', 'outline, json'],
    [['rules', '--format', 'csv'], 'Unexpected format csv', 'text, markdown'],
    [['--nope'], 'Unexpected option --nope', 'hedgerow --help'],
  ])('%j ends with 2, saying what was found and what to do', async (argv, found, expected) => {
    const {code, stdout, stderr} = await run(argv, {cwd: folderOf({...pair, 'hedgerow.yaml': ''})})
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(found)
    expect(stderr).toContain(expected)
    expect(stderr).not.toMatch(/\n\s+at |Error:/u)
  })

  test('a folder in place of a command is recognised', async () => {
    expect((await run(['ashby'], {cwd: folderOf(pair)})).stderr).toContain('Did you mean hedgerow report ashby?')
  })
})

describe('report', () => {
  test('writes several files whole, makes their folders, keeps standard output empty', async () => {
    const cwd = folderOf(pair)
    const {code, stdout, stderr} = await run(
      ['report', '.', '--output', 'html=reports/deep/a.html', '--output', 'json=reports/b.json'],
      {cwd},
    )
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('Wrote reports/deep/a.html (html)')
    expect(readFileSync(join(cwd, 'reports/deep/a.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/iu)
    expect(JSON.parse(readFileSync(join(cwd, 'reports/b.json'), 'utf8'))).toMatchObject({
      schemaVersion: 1,
      asAt: '2026-11-23',
    })
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['b.json', 'deep'])
  })

  test.skipIf(!existsSync('/proc/self'))('does not hang where a folder refuses a folder', async () => {
    const {code, stderr} = await run(['report', folderOf(pair), '--output', 'html=/proc/none/a.html', '--quiet'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('Cannot write /proc/none/a.html')])
  })

  test('cannot write over a folder, says so, and leaves nothing behind', async () => {
    const cwd = folderOf({...pair, 'out/': ''})
    const {code, stderr} = await run(['report', '.', '--output', 'html=out'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('Cannot write out: ')])
    expect(readdirSync(cwd).sort()).toEqual(['ashby', 'brindle', 'out'])
  })

  test('--fail-on severities and classes', async () => {
    const folder = folderOf(pair)
    const code = async (what: string) => (await run(['report', folder, '--fail-on', what, '--quiet'])).code
    expect(
      await Promise.all(['never', 'error', 'note', 'deadline', 'citation', 'citation,deadline'].map(code)),
    ).toEqual([0, 1, 1, 1, 0, 1])
  })

  test('--as-at is the day everything is judged on', async () => {
    const {stdout} = await run(['report', folderOf(pair), '--as-at', '2020-01-31'])
    expect(stdout).toContain('as at 31 January 2020')
  })

  test('--quiet writes neither progress nor tips', async () => {
    expect((await run(['report', folderOf(pair), '--quiet'])).stderr).toBe('')
  })

  test('in a terminal draws the summary, coloured unless NO_COLOR or --no-color', async () => {
    const folder = folderOf(pair)
    const drawn = await run(['report', folder, '--quiet'], {tty: true, columns: 90})
    expect(drawn.stdout).toContain('█')
    expect(drawn.stdout).toContain('Ashby and Brindle')
    const escape = String.fromCharCode(27)
    expect((await run(['report', folder, '--quiet'], {tty: true, env: {NO_COLOR: '1'}})).stdout).not.toContain(escape)
    expect((await run(['report', folder, '--quiet', '--no-color'], {tty: true})).stdout).not.toContain(escape)
    expect((await run(['report', folder, '--format', 'text', '--color'])).stdout).toContain(escape)
  })

  test('ends quietly when its reader goes away', async () => {
    const gone = new Writable({
      write: (_, __, done) => done(Object.assign(new Error('write EPIPE'), {code: 'EPIPE', syscall: 'write'})),
    })
    let told = ''
    const stderr = new Writable({write: (piece, _, done) => done(void (told += String(piece)))})
    const {stdin, env} = {stdin: process.stdin, env: {}}
    const code = await main({
      argv: ['report', folderOf(pair), '--format', 'json'],
      stdin,
      stdout: gone,
      stderr,
      cwd: '/',
      env,
      now: () => new Date(2026, 0, 1),
    })
    expect([code, told]).toEqual([0, ''])
  })
})

describe('diff', () => {
  test('of two documents shows every row in order with what differs marked', async () => {
    const cwd = folderOf({
      'ashby.md': missing('Ashby Council', '1 hour'),
      'brindle.md': missing('Brindle Council', '6 hours'),
    })
    const {code, stdout} = await run(['diff', 'ashby.md', 'brindle.md'], {cwd})
    expect(code).toBe(0)
    expect(stdout).toMatch(/differs \(deadline\)\n {2}Ashby {4}1\.1 .*\n?[\s\S]*\[6[\s\S]*> .*1 hour.*6 hours/u)
    expect(stdout).toContain('(ashby.md)')
    expect(stdout).toMatch(/within \[1\s+hour\][\s\S]*-- line 5/u)
    expect(stdout).toContain('2 rows: 1 different, 1 same')
    expect(stdout.match(/within 72\s+hours/gu)).toHaveLength(1)
    expect(stdout.match(/^[\w-]+-\d+ {2}/gmu)).toHaveLength(2)
  })

  test('of two folders says what it takes', async () => {
    const cwd = folderOf(pair)
    expect(await run(['diff', './ashby', './brindle'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('are folders, expected two documents'),
    })
  })

  test('of two editions names them by their days', async () => {
    const cwd = folderOf({
      '2026-02-22/bullying.md': '# Bullying\n\nCarers must record it within 1 day.\n',
      '2026-02-24/bullying.md': '# Bullying\n\nCarers must record it within 2 days.\n',
    })
    const {stdout} = await run(['report', cwd])
    expect(stdout).toContain('Bullying\n  2026-02-22 and 2026-02-24\n')
  })

  test('says what has moved', async () => {
    const section = (n: number, title: string, text: string) => `## ${n}. ${title}\n\n${text}\n\n`
    const a = ['Reporting', 'The carer must report the child missing to the police within 1 hour.'] as const
    const b = [
      'Return interviews',
      'An independent return interview must be offered within 72 hours of the return.',
    ] as const
    const cwd = folderOf({
      'a.md': `# A\n\n${section(1, ...a)}${section(2, ...b)}`,
      'b.md': `# B\n\n${section(1, ...b)}${section(2, ...a)}`,
    })
    expect((await run(['diff', 'a.md', 'b.md', '--topic', 'missing-children'], {cwd})).stdout).toMatch(
      /same; moved in B/u,
    )
  })

  test('of files of one name takes their folders as authorities, of one and the same makes them unique', async () => {
    const cwd = folderOf(pair)
    expect((await run(['diff', 'ashby/missing-children.md', 'brindle/missing-children.md'], {cwd})).stdout).toContain(
      'Ashby and Brindle',
    )
    const same = await run(['diff', 'ashby/missing-children.md', 'ashby/missing-children.md', '--format', 'json'], {
      cwd,
    })
    expect(JSON.parse(same.stdout).topics[0].authorities).toEqual(['missing-children', 'missing-children-2'])
  })

  test('of two authorities needs a topic in common', async () => {
    const folder = folderOf({...pair, 'carrow/escalation.md': '# Escalation\n\nStaff must escalate.\n'})
    expect((await run(['diff', 'ashby', 'brindle', folder, '--topic', 'missing'])).stdout).toContain(
      'differs (deadline)',
    )
    expect(await run(['diff', 'ashby', 'carrow', folder])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('have no topic in common'),
    })
  })

  test('of a document that is not there names it', async () => {
    const cwd = folderOf({'a.md': '# A\n\nStaff must act.\n', 'b.md': ''})
    expect(await run(['diff', 'a.md', 'b.md'], {cwd})).toMatchObject({
      code: 3,
      stderr: 'hedgerow: Cannot read b.md: it is empty. What to do: check that the document was saved.\n',
    })
    expect((await run(['diff', 'a.md', 'c.md'], {cwd})).stderr).toContain('no file c.md')
  })
})

describe('show', () => {
  test('tells a row by id, by topic and id, and by the fingerprint of its finding', async () => {
    const folder = folderOf(pair)
    const {topics} = JSON.parse((await run(['report', folder, '--format', 'json'])).stdout)
    const row = topics[0].rows.find((each: {facets: string[]}) => each.facets.includes('deadline'))
    const told = await Promise.all(
      [row.id, `missing-children/${row.id}`, row.findings[0].fingerprint, row.findings[0].id].map((id) =>
        run(['show', id, folder]),
      ),
    )
    for (const {code, stdout} of told) {
      expect(code).toBe(0)
      expect(stdout).toMatch(/^Row: +/u)
      expect(stdout).toMatch(/Deadline: +within 1 hour/u)
      expect(stdout).toMatch(/Deadline: +within 6 hours/u)
      expect(stdout).toContain('ashby/missing-children.md:5')
    }
    const step = topics[0].opportunities[0]
    expect((await run(['show', step.fingerprint, folder])).stdout).toContain(
      `Title:            ${step.title.slice(0, 20)}`,
    )
  })
})

describe('parse, rules, schema, init', () => {
  test('parse prints the tree of a file or of standard input', async () => {
    const cwd = folderOf(pair)
    expect((await run(['parse', 'ashby/missing-children.md'], {cwd})).stdout).toMatch(
      /^procedure "Missing Children[^\n]*\n {2}section 1\. /u,
    )
    const {stdout} = await run(['parse', '-', '--format', 'json'], {
      stdin: '# T\n\nThe carer must report within 1 hour.\n',
    })
    const tree = JSON.parse(stdout)
    expect(tree).toMatchObject({
      type: 'procedure',
      authority: 'stdin',
      children: [{type: 'provision', modality: 'obligation', deadlines: [{iso: 'PT1H'}]}],
    })
    expect(Object.keys(tree)).toEqual(expect.arrayContaining(procedureSchema.required as string[]))
    expect(await run(['parse', 'none.md'], {cwd})).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('it does not exist'),
    })
    expect(await run(['parse', '-'], {stdin: ''})).toMatchObject({code: 3})
  })

  test('schema prints both schemas, and the copy of the second is true', async () => {
    expect(JSON.parse((await run(['schema'])).stdout).title).toContain('analysis')
    const {stdout} = await run(['schema', 'procedure'])
    expect(stdout).toBe(readFileSync(new URL('../../ast/schema/procedure.schema.json', import.meta.url), 'utf8'))
  })

  test('rules lists every class', async () => {
    expect((await run(['rules'])).stdout).toContain('below-standard')
    expect(JSON.parse((await run(['rules', '--format', 'json'])).stdout).length).toBeGreaterThan(15)
  })

  test('init makes a corpus that is understood, and never writes over one', async () => {
    const cwd = folderOf({})
    const made = await run(['init', 'region'], {cwd})
    expect([made.code, made.stdout]).toEqual([0, 'region/hedgerow.yaml\nregion/ashby/authority.yaml\n'])
    expect(made.stderr).toContain('region/ashby/missing-children.docx')
    expect(existsSync(join(cwd, 'region/hedgerow.yaml'))).toBe(true)
    expect(await run(['report', 'region'], {cwd})).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('holds no documents'),
    })
    const before = readFileSync(join(cwd, 'region/hedgerow.yaml'), 'utf8')
    expect(await run(['init', 'region'], {cwd})).toMatchObject({code: 2, stderr: expect.stringContaining('already')})
    expect(readFileSync(join(cwd, 'region/hedgerow.yaml'), 'utf8')).toBe(before)
  })

  test('plain hedgerow in a terminal without a corpus says what to do', async () => {
    const {code, stdout} = await run([], {cwd: folderOf({}), keyboard: true, tty: true})
    expect([code, stdout]).toEqual([0, expect.stringContaining('hedgerow init my-region')])
    expect((await run([], {cwd: folderOf({})})).stdout).toContain('Commands:')
  })

  test('init goes on where one was ended before it wrote hedgerow.yaml', async () => {
    const cwd = folderOf({'region/ashby/authority.yaml': 'name: Ashby Council\nneighbours: [brindle]\n'})
    expect((await run(['init', 'region'], {cwd})).code).toBe(0)
    expect(readFileSync(join(cwd, 'region/hedgerow.yaml'), 'utf8')).toContain('region: Region')
    expect(readFileSync(join(cwd, 'region/ashby/authority.yaml'), 'utf8')).toContain('neighbours: [brindle]')
  })

  test('init asks for names in a terminal, and takes what it shows for an empty answer', async () => {
    const cwd = folderOf({})
    const typed = {cwd, keyboard: true, tty: true, stdin: '\nVale of Ashby: Council, Brindle Borough Council\n'}
    const {code, stdout} = await run(['init', 'vale-and-moor'], typed)
    expect([code, stdout.split('\n')]).toEqual([
      0,
      [
        'vale-and-moor/hedgerow.yaml',
        'vale-and-moor/vale-of-ashby/authority.yaml',
        'vale-and-moor/brindle/authority.yaml',
        '',
      ],
    ])
    expect(readFileSync(join(cwd, 'vale-and-moor/hedgerow.yaml'), 'utf8')).toContain('region: Vale and moor\n')
    expect(await run(['report', 'vale-and-moor'], {cwd})).toEqual({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/^hedgerow: Nothing was compared: the corpus holds no documents\. [^\n]+\n$/u),
    })
    const stopped = await run(['init', 'other'], {...typed, stdin: 'One\n'})
    expect([stopped.code, existsSync(join(cwd, 'other'))]).toEqual([2, false])
  })

  test('init says what it found in a folder of documents and leaves them as they are', async () => {
    const folder = folderOf({...pair, 'brindle/something-else.md': '# Something else\n\nStaff must act.\n'})
    const {code, stdout, stderr} = await run(['init', folder, '--region', 'Vale: and Moor'])
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 3])
    expect(stderr).toContain('Found 3 documents on missing-children, something-else')
    expect(stderr).toContain('No standard is known for something-else')
    expect((await run(['report', folder])).stdout).toMatch(/^Vale: and Moor, as at /u)
    expect(readFileSync(join(folder, 'brindle/authority.yaml'), 'utf8')).toContain('name: Brindle')
    const flat = folderOf({'ashby.md': '# A\n\nStaff must act.\n', 'brindle.md': '# B\n\nStaff may act.\n'})
    expect((await run(['init', flat])).stdout.trim().split('\n')).toEqual([join(flat, 'hedgerow.yaml')])
    expect((await run(['report', flat])).code).toBe(0)
  })
})
