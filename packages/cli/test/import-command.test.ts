import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folderOf, missing, pair, run} from './support/run.ts'

const page = (council: string, limit: string): string =>
  `<!doctype html><title>${council}</title><main><h1>Missing Children: ${council} Procedure</h1>
<p>Version 2.1, approved 4 May 2024.</p><h2>1. Reporting</h2>
<p>1.1 The carer <b>must</b> report the child missing to the police within ${limit} of the child being found absent.</p>
<p>The carer must then:</p><ol type="a"><li>ring the child’s friends</li><li>write down * what was worn</li></ol>
<p><img src="x.png" alt="Flow of a report"></p>
<h2>2. Return interviews</h2><p>2.1 An independent return interview must be offered within 72 hours of the child being found.</p></main>`

const corpus = (): string =>
  folderOf({...pair, 'carrow/missing-children.html': page('Carrow Council', '2 hours'), 'hedgerow.yaml': ''})
const text = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')

describe('import', () => {
  test('writes Markdown beside a document of the corpus, prints its path, tells what is lost', async () => {
    const cwd = corpus()
    const {code, stdout, stderr} = await run(['import', 'carrow/missing-children.html'], {cwd})
    expect([code, stdout]).toEqual([0, 'carrow/missing-children.md\n'])
    expect(stderr).toContain('Unexpected picture "Flow of a report"')
    const made = text(cwd, 'carrow/missing-children.md')
    expect(made).toMatch(
      /^---\nauthority: carrow\ntopic: missing-children\nversion: "2\.1"\ndate: 2024-05-04\nsource: missing-children\.html\nsha256: "[\da-f]{64}"\nimported-by: "?hedgerow [\d.]+"?\n---\n\n# Missing Children: Carrow Council Procedure\n/u,
    )
    expect(made).toContain('1.1 The carer **must** report')
    expect(made).toContain('- b.\u2007write down \\* what was worn')
    expect(readdirSync(join(cwd, 'carrow')).sort()).toEqual(['missing-children.html', 'missing-children.md'])
  })

  test('the report on the Markdown says what it said on the original', async () => {
    const cwd = corpus()
    const facts = async (): Promise<unknown> => {
      const {stdout} = await run(['report', '--format', 'json'], {cwd})
      return JSON.parse(
        stdout
          .replace(/"source":\s*\{[^}]*\}/gu, '"source":{}')
          .replaceAll('missing-children.html', 'missing-children.md')
          .replace(/"sha256":\s*"[^"]*"/gu, '"sha256":""')
          .replace(/"messages":\s*\[[^\]]*\]/gu, '"messages":[]'),
      )
    }
    const before = await facts()
    await run(['import', 'carrow/missing-children.html'], {cwd})
    expect(await facts()).toEqual(before)
  })

  test('a second import of the same bytes changes nothing and says so', async () => {
    const cwd = corpus()
    await run(['import', 'carrow/missing-children.html'], {cwd})
    writeFileSync(join(cwd, 'carrow/missing-children.md'), `${text(cwd, 'carrow/missing-children.md')}\nReviewed.\n`)
    const {code, stdout, stderr} = await run(['import', 'carrow/missing-children.html'], {cwd})
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('left as it is')
    expect(text(cwd, 'carrow/missing-children.md')).toContain('Reviewed.')
  })

  test('does not overwrite what it did not make; --update does', async () => {
    const cwd = folderOf({
      ...pair,
      'ashby/missing-children.html': page('Ashby Council', '3 hours'),
      'hedgerow.yaml': '',
    })
    const refused = await run(['import', 'ashby/missing-children.html'], {cwd})
    expect([refused.code, refused.stdout]).toEqual([3, ''])
    expect(refused.stderr).toContain('ashby/missing-children.md is there already')
    expect(refused.stderr).toContain('--update')
    expect(text(cwd, 'ashby/missing-children.md')).toBe(missing('Ashby Council', '1 hour'))
    const updated = await run(['import', 'ashby/missing-children.html', '--update'], {cwd})
    expect([updated.code, updated.stdout]).toEqual([0, 'ashby/missing-children.md\n'])
    expect(text(cwd, 'ashby/missing-children.md')).toContain('3 hours')
  })

  test('a document from elsewhere goes where it is told to, its original beside it', async () => {
    const cwd = corpus()
    const elsewhere = join(
      folderOf({'Missing protocol FINAL.html': page('Delph Council', '1 hour')}),
      'Missing protocol FINAL.html',
    )
    const {code, stdout} = await run(['import', elsewhere, '--authority', 'Delph', '--quiet'], {cwd})
    expect([code, stdout]).toEqual([0, 'delph/missing-children.md\ndelph/missing-children.html\n'])
    expect(text(cwd, 'delph/missing-children.html')).toBe(text(elsewhere))
    expect((await run(['report', '--format', 'json'], {cwd})).stdout).not.toContain('is a document of delph')
    const again = await run(['import', elsewhere, '--authority', 'delph'], {cwd})
    expect([again.code, again.stdout]).toEqual([0, ''])
  })

  test.each([
    [['x.html'], 'Say whose it is with --authority'],
    [['x.html', '--authority', 'ashbey'], 'Did you mean ashby?'],
    [['carrow/missing-children.html', '--authority', 'ashby'], 'lies in the folder of carrow'],
    [['carrow/missing-children.html', '--topic', 'child-exploitation'], 'is on missing-children by its name'],
    [['carrow/missing-children.html', '--output', 'x.md'], 'expected -'],
    [['a.html', 'b.html', '--output', '-'], 'expected one'],
    [[], 'FILE… is missing. Write hedgerow import FILE…, as in: hedgerow import'],
  ])('%j ends with 2 and writes nothing', async (argv, expected) => {
    const cwd = corpus()
    writeFileSync(join(cwd, 'x.html'), page('X', '1 hour'))
    const {code, stdout, stderr} = await run(['import', ...argv], {cwd})
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(expected)
    expect(existsSync(join(cwd, 'carrow/missing-children.md'))).toBe(false)
  })

  test('names what cannot be imported and imports the rest; --strict ends with 3', async () => {
    const cwd = corpus()
    writeFileSync(join(cwd, 'carrow/referral-form.html'), '')
    const argv = [
      'import',
      'carrow/referral-form.html',
      'carrow/missing-children.html',
      'ashby/missing-children.md',
      'ashby/none.html',
    ]
    const {code, stdout, stderr} = await run([...argv, '--strict'], {cwd})
    expect([code, stdout]).toEqual([3, 'carrow/missing-children.md\n'])
    expect(stderr).toContain('Cannot import carrow/referral-form.html: it is empty')
    expect(stderr).toContain('Cannot import ashby/missing-children.md: it is Markdown already')
    expect(stderr).toContain('Cannot import ashby/none.html: it cannot be opened')
    expect((await run(argv, {cwd})).code).toBe(0)
    expect((await run(['import', 'carrow/referral-form.html'], {cwd})).code).toBe(3)
  })

  test('refuses to put a second document into one place', async () => {
    const cwd = corpus()
    const elsewhere = join(folderOf({'missing-children.htm': page('Carrow Council', '1 hour')}), 'missing-children.htm')
    const {code, stderr} = await run(['import', elsewhere, '--authority', 'carrow'], {cwd})
    expect(code).toBe(3)
    expect(stderr).toContain('carrow/missing-children.html is the document of carrow on missing-children already')
    expect(readdirSync(join(cwd, 'carrow'))).toEqual(['missing-children.html'])
  })

  test('refuses either of two originals that claim one place', async () => {
    const cwd = corpus()
    writeFileSync(join(cwd, 'carrow/missing-children.htm'), page('Carrow Council', '1 hour'))
    const {code, stderr} = await run(['import', 'carrow/missing-children.htm', 'carrow/missing-children.html'], {cwd})
    expect(code).toBe(3)
    expect(stderr).toContain('carrow/missing-children.html is the document of carrow on missing-children already')
    expect(existsSync(join(cwd, 'carrow/missing-children.md'))).toBe(false)
  })

  test('does not leave a former original as a second document', async () => {
    const cwd = corpus()
    await run(['import', 'carrow/missing-children.html'], {cwd})
    const other = join(folderOf({'new.htm': page('Carrow Council', '5 hours')}), 'new.htm')
    const {code, stderr} = await run(['import', other, '--authority', 'carrow', '--update'], {cwd})
    expect(code).toBe(3)
    expect(stderr).toContain('move missing-children.html out of the corpus')
    expect(readdirSync(join(cwd, 'carrow')).sort()).toEqual(['missing-children.html', 'missing-children.md'])
  })

  test('a part of a topic and a flat folder keep their names', async () => {
    const parts = folderOf({...pair, 'carrow/missing-children.policy.html': page('Carrow Council', '1 hour')})
    const policy = await run(['import', 'carrow/missing-children.policy.html', '--corpus', '.'], {cwd: parts})
    expect([policy.code, policy.stdout]).toEqual([0, 'carrow/missing-children.policy.md\n'])
    const flat = folderOf({
      'ashby.html': page('Ashby Council', '1 hour'),
      'brindle.html': page('Brindle Council', '2 hours'),
    })
    const {code, stdout} = await run(['import', 'ashby.html', '--corpus', '.'], {cwd: flat})
    expect([code, stdout]).toEqual([0, 'ashby.md\n'])
    expect(text(flat, 'ashby.md')).toContain('authority: ashby\ntopic: corpus\n')
  })

  test('--output - prints the Markdown and writes nothing', async () => {
    const cwd = corpus()
    const {code, stdout} = await run(['import', 'carrow/missing-children.html', '--output', '-'], {cwd})
    expect(code).toBe(0)
    expect(stdout).toContain('# Missing Children: Carrow Council Procedure')
    expect(readdirSync(join(cwd, 'carrow'))).toEqual(['missing-children.html'])
  })
})
