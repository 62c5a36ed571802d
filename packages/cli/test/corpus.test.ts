import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Assessment} from '@hedgerow/assess'
import {describe, expect, test} from 'vitest'
import {folderOf, missing, pair, type Ran, run} from './support/run.ts'

const analysed = async (folder: string, ...more: readonly string[]): Promise<Ran & {readonly analysis: Assessment}> => {
  const ran = await run(['report', folder, '--format', 'json', ...more])
  return {...ran, analysis: JSON.parse(ran.stdout) as Assessment}
}

const paths = ({notCompared}: Assessment): readonly string[] => notCompared.map(({path}) => path)

describe('a corpus', () => {
  test('needs no YAML: authority from the folder, name from the title, topic from the file', async () => {
    const {code, analysis} = await analysed(folderOf(pair))
    expect(code).toBe(0)
    expect(analysis.authorities.map(({id, name}) => [id, name])).toEqual([
      ['ashby', 'Ashby Council'],
      ['brindle', 'Brindle Borough Council'],
    ])
    expect(analysis.topics.map(({id, authorities}) => [id, authorities])).toEqual([
      ['missing-children', ['ashby', 'brindle']],
    ])
    expect(analysis.topics[0]?.rows.flatMap(({facets}) => facets)).toContain('deadline')
    expect(analysis.documents.map(({path}) => path)).toEqual([
      'ashby/missing-children.md',
      'brindle/missing-children.md',
    ])
  })

  test('may be flat: each file an authority, the folder the topic', async () => {
    const folder = folderOf(
      {
        'ashby.md': missing('Ashby Council', '1 hour'),
        'brindle.md': missing('Brindle Council', '2 hours'),
        'README.md': '# Not a document',
      },
      'missing protocol',
    )
    const {code, analysis} = await analysed(folder)
    expect(code).toBe(0)
    expect(analysis.topics.map(({id, authorities}) => [id, authorities])).toEqual([
      ['missing-children', ['ashby', 'brindle']],
    ])
    expect(analysis.notCompared).toEqual([])
  })

  test('holds pages saved from a browser: the folder beside a page is part of it', async () => {
    const page = (council: string, limit: string): string =>
      `<title>Missing</title><main><h1>${council}: children who go missing</h1><p>The carer must tell the police within ${limit}.</p></main>`
    const files = {
      'ashby.html': page('Ashby Council', '1 hour'),
      'ashby_files/frame.html': page('Frame', '9 hours'),
      'ashby_files/style.css': 'p {}',
      'brindle.htm': page('Brindle Council', '2 hours'),
      'brindle_files/more/x.html': page('Frame', '9 hours'),
    }
    const flat = await analysed(folderOf(files, 'missing-children'))
    expect(flat.analysis.documents.map(({path}) => path)).toEqual(['ashby.html', 'brindle.htm'])
    expect(flat.analysis.notCompared).toEqual([])
    const nested = await analysed(
      folderOf({
        'ashby/missing-children.html': files['ashby.html'],
        'ashby/missing-children_files/frame.html': files['ashby_files/frame.html'],
        'brindle/missing-children.html': files['brindle.htm'],
        'brindle/other_files/frame.html': files['ashby_files/frame.html'],
      }),
    )
    expect(paths(nested.analysis)).toEqual(['brindle/other_files/frame.html'])
  })

  test('says so where no standard applies to a topic', async () => {
    const {stdout} = await run([
      'report',
      folderOf(
        {'ashby.md': missing('Ashby Council', '1 hour'), 'brindle.md': missing('Brindle Council', '2 hours')},
        'ambulances',
      ),
    ])
    expect(stdout).toContain('No national standard was applied: ambulances is no topic of the lexicon')
  })

  test('is found in a folder above, then in ./procedures', async () => {
    const folder = folderOf({...pair, 'hedgerow.yaml': 'region: Vale\n'})
    expect((await run(['report'], {cwd: join(folder, 'ashby')})).stdout).toContain('Vale, as at 23 November 2026')
    const above = folderOf(Object.fromEntries(Object.entries(pair).map(([path, text]) => [`procedures/${path}`, text])))
    expect((await run(['report'], {cwd: above})).stdout).toContain('2 documents')
    const none = await run(['report'], {cwd: folderOf({})})
    expect(none.code).toBe(2)
    expect(none.stderr).toMatch(/Found no corpus.*hedgerow init/u)
  })

  test('with one authority works, writes what was asked, and says nothing was compared', async () => {
    const folder = folderOf({'ashby/missing-children.md': missing('Ashby Council', '1 hour')})
    const {code, analysis, stderr} = await analysed(folder)
    expect(code).toBe(3)
    expect(analysis.topics).toHaveLength(1)
    expect(stderr).toContain('Nothing was compared: only Ashby Council has documents')
  })

  test('with no document, or with a topic nobody shares, says what to do', async () => {
    expect(await run(['report', folderOf({})])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('the corpus holds no documents. Put them in as AUTHORITY/TOPIC'),
    })
    const strangers = {
      'ashby/missing-children.md': pair['ashby/missing-children.md'],
      'brindle/allegations.md': pair['brindle/missing-children.md'],
    }
    expect(await run(['report', folderOf(strangers)])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('no two authorities have the same topic'),
    })
  })

  test('keeps a topic only one authority has', async () => {
    const {code, analysis} = await analysed(
      folderOf({...pair, 'ashby/escalation.md': '# Escalation\n\nStaff must escalate within 2 days.\n'}),
    )
    expect(code).toBe(0)
    const alone = analysis.topics.find(({id}) => id === 'escalation')
    expect(alone).toMatchObject({authorities: ['ashby'], without: ['brindle'], scores: {wording: null, rule: null}})
  })

  test('folds synonyms of the lexicon and of its own', async () => {
    const folder = folderOf({
      'hedgerow.yaml': 'topics: {dogs: {title: Dogs off the lead, also: [hounds]}}',
      'ashby/missing-from-care.md': pair['ashby/missing-children.md'],
      'brindle/Missing Protocol.md': pair['brindle/missing-children.md'],
      'ashby/dogs.md': '# Dogs\n\nThe warden must catch the dog.\n',
      'brindle/hounds.md': '# Hounds\n\nThe warden should catch the dog.\n',
    })
    const {analysis} = await analysed(folder)
    expect(analysis.topics.map(({id, title, authorities}) => [id, title, authorities.length])).toEqual([
      ['dogs', 'Dogs off the lead', 2],
      ['missing-children', 'Children missing from home or care', 2],
    ])
  })

  test('takes paths with spaces and letters of any script', async () => {
    const folder = folderOf(
      {
        'Llŷn ac Eifionydd/missing children.md': pair['ashby/missing-children.md'],
        'São João/missing children.md': pair['brindle/missing-children.md'],
      },
      'y plant är här',
    )
    const {code, analysis} = await analysed(folder)
    expect(code).toBe(0)
    expect(analysis.authorities.map(({id}) => id)).toEqual(['llŷn-ac-eifionydd', 'são-joão'])
    expect(analysis.documents[0]?.path).toBe('Llŷn ac Eifionydd/missing children.md')
  })

  test('joins the parts of a topic', async () => {
    const folder = folderOf({
      ...pair,
      'ashby/missing-children.annex.md':
        '# Annex\n\n## 9. Coordinators\n\nThe social worker must tell the coordinator.\n',
    })
    const {analysis} = await analysed(folder)
    expect(analysis.documents).toHaveLength(3)
    expect(JSON.stringify(analysis.topics[0]?.rows)).toContain('must tell the coordinator')
  })

  test('gives the same bytes whatever the order its files were made in', async () => {
    const files = {...pair, 'carrow/missing-children.md': missing('Carrow Council', '3 hours')}
    const one = await run(['report', folderOf(files), '--format', 'json'])
    const other = await run([
      'report',
      folderOf(Object.fromEntries(Object.entries(files).reverse())),
      '--format',
      'json',
    ])
    expect(other.stdout).toBe(one.stdout)
  })
})

describe('a document that cannot be compared is named, and nothing else is lost', () => {
  test('two documents for one topic', async () => {
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': missing('Carrow', '1 hour'),
      'carrow/missing-protocol.md': missing('Carrow', '2 hours'),
    })
    const {code, analysis} = await analysed(folder)
    expect(code).toBe(0)
    expect(analysis.topics[0]?.authorities).toEqual(['ashby', 'brindle'])
    expect(analysis.topics[0]?.without).toEqual(['carrow'])
    expect(analysis.notCompared).toEqual([
      {
        path: 'carrow/missing-children.md',
        reason: 'carrow/missing-protocol.md is a document of carrow on missing-children too',
        remedy: expect.stringContaining('TOPIC.PART'),
      },
      {
        path: 'carrow/missing-protocol.md',
        reason: 'carrow/missing-children.md is a document of carrow on missing-children too',
        remedy: expect.stringContaining('TOPIC.PART'),
      },
    ])
    expect((await analysed(folder, '--strict')).code).toBe(3)
  })

  test('not the original of an imported Markdown', async () => {
    const folder = folderOf({
      ...pair,
      'ashby/missing-children.md': `---\nsource: missing-children.html\n---\n\n${pair['ashby/missing-children.md']}`,
      'ashby/missing-children.html': '<h1>Original</h1>',
    })
    const {analysis} = await analysed(folder)
    expect(analysis.notCompared).toEqual([])
    expect(paths(analysis)).toEqual([])
    expect(analysis.documents[0]?.path).toBe('ashby/missing-children.md')
  })

  test('an empty document, a binary named .md, an unknown extension, a folder in a folder, a document beside the folders', async () => {
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': '',
      'dunmere/missing-children.md': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 255]),
      'eldon/missing-children.wpd': 'old',
      'ashby/annexes/form.md': '# Form\n',
      'stray.md': '# Stray\n',
    })
    const {code, analysis} = await analysed(folder)
    expect(code).toBe(0)
    expect(paths(analysis)).toEqual([
      'ashby/annexes/form.md',
      'carrow/missing-children.md',
      'dunmere/missing-children.md',
      'eldon/missing-children.wpd',
      'stray.md',
    ])
    expect(analysis.notCompared.map(({reason}) => reason)).toEqual([
      'it lies in a folder within an authority’s folder',
      'it is empty',
      'it is a zip or Office file under another name',
      'documents of the kind .wpd cannot be read by this version',
      'it lies beside the authorities’ folders, so it has no authority',
    ])
    for (const {remedy} of analysis.notCompared) expect(remedy).not.toBe('')
    expect(analysis.notCompared[3]?.remedy).toBe('open it in the program it was written in and save it as .docx')
  })

  test('one part that cannot be read takes the other parts of its procedure with it', async () => {
    const {analysis} = await analysed(folderOf({...pair, 'ashby/missing-children.annex.md': ''}))
    expect(paths(analysis)).toEqual(['ashby/missing-children.annex.md', 'ashby/missing-children.md'])
    expect(analysis.notCompared[1]?.reason).toContain('ashby/missing-children.annex.md, could not be read')
  })

  test('50 MB of one line, and a document above the limit of the corpus', async () => {
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': 'a '.repeat(25_000_001),
      'dunmere/missing-children.md': 'b '.repeat(24_000_000),
    })
    const {analysis} = await analysed(folder)
    expect(paths(analysis)).toEqual(['carrow/missing-children.md', 'dunmere/missing-children.md'])
    expect(analysis.notCompared[0]).toMatchObject({
      reason: 'it has 50.0 MB, more than the 50 MB that are read',
      remedy: expect.stringContaining('file-megabytes'),
    })
    writeFileSync(join(folder, 'hedgerow.yaml'), 'limits: {file-megabytes: 0.0001}\n')
    expect(await run(['report', folder])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('more than the 0.0001 MB that are read'),
    })
  })

  test('a circle of links ends, and a link that leads nowhere is named', async () => {
    const folder = folderOf(pair)
    symlinkSync('..', join(folder, 'ashby/back'))
    symlinkSync('.', join(folder, 'brindle/here'))
    symlinkSync('nowhere.md', join(folder, 'brindle/allegations.md'))
    const {code, analysis} = await analysed(folder)
    expect(code).toBe(0)
    expect(paths(analysis)).toEqual(['brindle/allegations.md'])
    expect(analysis.documents).toHaveLength(2)
  })

  test('documents of an authority reached through a link are read', async () => {
    const folder = folderOf({'ashby/missing-children.md': pair['ashby/missing-children.md']})
    const elsewhere = folderOf({'missing-children.md': pair['brindle/missing-children.md']})
    symlinkSync(elsewhere, join(folder, 'brindle'))
    mkdirSync(join(folder, 'logos'))
    expect((await analysed(folder)).analysis.authorities.map(({id}) => id)).toEqual(['ashby', 'brindle'])
  })
})
