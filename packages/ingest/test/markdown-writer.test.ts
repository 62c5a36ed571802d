import fc from 'fast-check'
import {clauses, type Procedure} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import type {Block, Cell, ControlBlock, ListItem, Words} from '../src/blocks.ts'
import {markdown} from '../src/formats/markdown.ts'
import {outline} from '../src/index.ts'
import {ingestedReading} from '../src/ingest.ts'
import {defaultLimits} from '../src/limits.ts'
import {blocksMarkdown} from '../src/markdown/blocks.ts'
import {frontMatter} from '../src/markdown/front-matter.ts'
import {manuscript} from '../src/markdown/manuscript.ts'
import {cleaned} from '../src/markdown/inline.ts'
import {isBold} from '../src/words.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const written = (blocks: readonly Block[]): string =>
  `${blocksMarkdown(
    blocks,
    manuscript(
      () => ({}),
      () => undefined,
    ),
  )}\n`
const readBack = async (text: string): Promise<readonly Block[]> =>
  (await markdown(bytes(text), {limits: defaultLimits, selectors: {}})).blocks

/** Words as compared: where they stood in the source aside. Bold is not carried in what only prints its words. */
const bare = (words: Words): unknown => {
  const {text, strong} = cleaned(words)
  return {text, strong}
}

const bareTitle = (words: Words): unknown => bare(isBold(cleaned(words)) ? {...words, strong: []} : words)

const bareCells = (cells: readonly Cell[]): unknown =>
  cells.map(({words, controls}) => ({text: cleaned(words).text, controls: controls.map(bareControl)}))

const bareControl = ({control, label, required, options}: ControlBlock): unknown => ({
  control,
  label: cleaned(label).text,
  required,
  options: options.map((each) => each.replace(/\s+/gu, ' ').trim()).filter((each) => each !== ''),
})

/** Blocks as the law compares them: nothing empty, a box's title as the heading at its start. */
const compared = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.flatMap((block): readonly unknown[] => {
    switch (block.type) {
      case 'heading':
        return [{heading: block.level, words: bareTitle(block.words)}]
      case 'paragraph':
        return cleaned(block.words).text === '' ? [] : [{paragraph: bare(block.words)}]
      case 'note':
        return cleaned(block.words).text === '' ? [] : [{note: bare(block.words)}]
      case 'list':
        return [{items: block.items.map(comparedItem)}]
      case 'table':
        return [{caption: block.caption, head: block.head && bareCells(block.head), rows: block.rows.map(bareCells)}]
      case 'control':
        return [bareControl(block)]
      case 'definition':
        return [{term: bare(block.term), meaning: bare(block.meaning)}]
      case 'box': {
        const inside = compared(block.blocks)
        if (!block.title) return [{box: inside}]
        return [{box: [{heading: 4, words: bareTitle(block.title)}, ...inside]}]
      }
    }
  })

const comparedItem = ({marker, checked, blocks}: ListItem): unknown => ({marker, checked, blocks: compared(blocks)})

const token = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      ...'must the child worker 72 hours 1. 1) 10. 4.1 (a) iv. (b) a) A. to - + * ** *** _ __ ____ # ## ###### > >> | || <span> </b> <b> < << <br> <div> <td> <!-- & &amp; &amp &#49; &copy; [ ] [[x]] [[a|b]] [a](b) [a]: //so// // / == ===== = ~ ~~ ~~~ ` `` ``` \\ \\\\ \\* http://x.example/a_b https://y.example//c www.x.example WWW.y.example a@b.example a_b@c.example ! ![ ![a](b) [^1] [^1]: [ ] [x] ☐ ☑ --- -- :-- :-: |---| : ; . ... … “q” é 😀 中文 {=x} $ ^ % " \' ( ) {} @ www. :// ftp://z ____: Name: Date: Yes/No <5 &lt; =a= %% setext --- === 1'.split(
        ' ',
      ),
      '<!-- page 3 -->',
      '[ ]',
      '<p>x</p>',
      '\u2060',
      '\u00a0',
    ),
    weight: 6,
  },
  {arbitrary: fc.string({maxLength: 4, unit: 'grapheme'}), weight: 1},
)
const glue = fc.constantFrom(' ', ' ', ' ', '', '\n')
const text = fc.array(fc.tuple(token, glue), {minLength: 1, maxLength: 10}).map((all) =>
  all
    .map(([each, mark]) => each + mark)
    .join('')
    // As whatever is read is: without NUL, letters with accents as one sign each.
    .replace(/\0/gu, '')
    .normalize('NFC'),
)
const span = fc.tuple(fc.nat(40), fc.integer({min: 1, max: 12}))
const words = fc.tuple(text, fc.array(span, {maxLength: 3})).map(([each, spans]): Words => {
  const strong = spans
    .map(([from, length]) => [from, Math.min(from + length, each.length)] as const)
    .filter(([from, to]) => to > from && ![from, to].some((at) => /[\uDC00-\uDFFF]/u.test(each[at] ?? '')))
  return cleaned({text: each, pieces: [], strong})
})
const nonempty = words.filter((each) => each.text !== '')
const plain = text.map((each): Words => cleaned({text: each, pieces: [], strong: []}))
const option = plain.map((each) => each.text.replaceAll('\n', ' '))
const control = fc.record({
  type: fc.constant('control' as const),
  control: fc.constantFrom('text', 'date', 'time', 'number', 'tick', 'choice', 'signature', 'unknown'),
  label: fc.oneof(plain, fc.constant({text: '', pieces: [], strong: []})),
  required: fc.boolean(),
  options: fc.array(option, {maxLength: 3}),
})
const cell = fc.record({
  words: fc.oneof(plain, fc.constant({text: '', pieces: [], strong: []})),
  controls: fc.oneof(
    {arbitrary: fc.constant([]), weight: 8},
    {arbitrary: fc.array(control, {maxLength: 2}), weight: 1},
  ),
})
const table = fc
  .record({
    type: fc.constant('table' as const),
    caption: fc.oneof(fc.constant(null), option),
    head: fc.oneof(fc.constant(null), fc.array(cell, {minLength: 1, maxLength: 3})),
    rows: fc.oneof(
      fc.array(fc.array(cell, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 3}),
      fc.array(fc.array(cell, {minLength: 2, maxLength: 2}), {minLength: 1, maxLength: 3}),
    ),
  })
  .map((each) => ({...each, caption: each.caption === '' ? null : each.caption}))
const marker = fc.constantFrom(
  '1.',
  '2.',
  '3)',
  '10.',
  '(a)',
  '(b)',
  'iv.',
  'A.',
  '4.1',
  'Step 1:',
  '*',
  '#',
  '§2',
  null,
)

const {block} = fc.letrec<{block: Block; item: ListItem}>((tie) => ({
  // Readers find tick boxes before words, and nowhere else.
  item: fc
    .record({
      marker,
      checked: fc.constantFrom(null, null, null, true, false),
      blocks: fc.array(tie('block'), {maxLength: 3}),
    })
    .map((each) => (each.blocks[0]?.type === 'paragraph' ? each : {...each, checked: null})),
  block: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({type: fc.constant('paragraph' as const), words: nonempty}),
    fc.record({type: fc.constant('heading' as const), level: fc.integer({min: 1, max: 6}), words}),
    control,
    fc.record({type: fc.constant('definition' as const), term: words, meaning: words}),
    fc.record({type: fc.constant('note' as const), mark: fc.constantFrom('1', '1', '*', 'a b', null), words: nonempty}),
    table,
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('item'), {maxLength: 4}),
    }),
    fc.record({
      type: fc.constant('box' as const),
      title: fc.oneof(fc.constant(null), words),
      blocks: fc.array(tie('block'), {maxLength: 3}),
    }),
  ) as fc.Arbitrary<Block>,
}))

const runs = Number(process.env['RUNS'] ?? 400)

test('any words are read back from Markdown as they were', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (each) => {
      const blocks: readonly Block[] = [
        {type: 'paragraph', words: each},
        {type: 'heading', level: 2, words: each},
        {
          type: 'list',
          ordered: false,
          items: [{marker: null, checked: null, blocks: [{type: 'paragraph', words: each}]}],
        },
      ]
      const page = written(blocks)
      expect(compared(await readBack(page)), page).toEqual(compared(blocks))
    }),
    {numRuns: runs * 2, ...(process.env['SEED'] ? {seed: Number(process.env['SEED'])} : {seed: 11})},
  )
}, 600_000)

test('any blocks are read back from Markdown as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, {minLength: 1, maxLength: 5}), async (blocks) => {
      const page = written(blocks)
      expect(compared(await readBack(page)), page).toEqual(compared(blocks))
    }),
    {numRuns: runs, ...(process.env['SEED'] ? {seed: Number(process.env['SEED'])} : {seed: 12})},
  )
}, 600_000)

const said = (procedure: Procedure): unknown => ({
  // Whether a list says of itself that it is in order is nothing that is compared: its markers are.
  outline: outline(procedure).replace(/^(\s*list) ordered/gmu, '$1'),
  facts: clauses(procedure).map(({id: _id, source: _source, position: _position, ...facts}) => facts),
})

test('any blocks give the same tree once written and read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, {minLength: 1, maxLength: 5}), async (blocks) => {
      const page = written(blocks)
      const document = {path: 'x.md', bytes: bytes(page), authority: 'a', topic: 'missing-children'}
      const reading = {title: null, frontMatter: {}, messages: [], place: () => ({})}
      const again = await readBack(page)
      const tree = (found: readonly Block[]): Procedure =>
        ingestedReading({...reading, blocks: found}, document, {lexicon}).procedure
      expect(said(tree(again)), page).toEqual(said(tree(blocks)))
    }),
    {numRuns: runs, ...(process.env['SEED'] ? {seed: Number(process.env['SEED'])} : {seed: 14})},
  )
}, 600_000)

test('headings deeper than Markdown has them stand under the same headings', async () => {
  const heading = (level: number): Block => ({
    type: 'heading',
    level,
    words: {text: `H${level}`, pieces: [], strong: []},
  })
  const levels = async (given: readonly number[]): Promise<readonly unknown[]> =>
    (await readBack(written(given.map(heading)))).map((block) => block.type === 'heading' && block.level)
  expect(await levels([1, 2, 4, 7, 9, 4])).toEqual([1, 2, 3, 4, 5, 3])
  expect(await levels([2, 8, 2])).toEqual([2, 3, 2])
  expect(await levels([1, 3, 6])).toEqual([1, 3, 6])
})

test('any value of front matter is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const page = `${frontMatter([
        ['title', value],
        ['unread', [value, 'page 4']],
        ['owner', null],
      ])}\n\nText.\n`
      const read = await markdown(bytes(page), {limits: defaultLimits, selectors: {}})
      expect(read.frontMatter, page).toEqual({title: value, unread: [value, 'page 4']})
    }),
    {numRuns: runs, seed: 13},
  )
})

test('the page of the original is known after the import, in steps and rows as well', async () => {
  const on = (page: number, said: string): Words => ({text: said, pieces: [{at: 0, offset: page * 1000}], strong: []})
  const step = (words: Words): ListItem => ({marker: '(a)', checked: null, blocks: [{type: 'paragraph', words}]})
  const cells = (words: Words): readonly Cell[] => [
    {words, controls: []},
    {words: {text: 'b', pieces: [], strong: []}, controls: []},
  ]
  const blocks: readonly Block[] = [
    {type: 'heading', level: 1, words: on(1, 'First')},
    {type: 'paragraph', words: on(2, 'Second')},
    {type: 'list', ordered: true, items: [step(on(2, 'Second again')), step(on(3, 'Third'))]},
    {type: 'table', caption: null, head: null, rows: [cells(on(3, 'Third again')), cells(on(4, 'Fourth'))]},
    {type: 'box', title: null, blocks: [{type: 'paragraph', words: on(5, 'Fifth')}]},
  ]
  const place = (offset: number) => ({page: Math.floor(offset / 1000)})
  const text = `${blocksMarkdown(
    blocks,
    manuscript(place, () => undefined),
  )}\n`
  const again = await markdown(bytes(text), {limits: defaultLimits, selectors: {}})
  expect(compared(again.blocks), text).toEqual(compared(blocks))
  for (const [n, word] of ['First', 'Second', 'Second again', 'Third', 'Third again', 'Fourth', 'Fifth'].entries())
    expect([word, again.place(text.indexOf(word)).page]).toEqual([word, [1, 2, 2, 3, 3, 4, 5][n]])
})

test('long lists and tables are read whole, whatever marks they hold', async () => {
  const said = (n: number): Words => ({text: `Ring * the _ child [ ${n}`, pieces: [], strong: [[0, 4]]})
  const rows = Array.from({length: 1000}, (_, n): readonly Cell[] => [
    {words: said(n), controls: []},
    {words: said(n), controls: []},
  ])
  const blocks: readonly Block[] = [
    {
      type: 'list',
      ordered: false,
      items: rows.map((_, n) => ({marker: null, checked: null, blocks: [{type: 'paragraph', words: said(n)}]})),
    },
    {type: 'table', caption: null, head: rows[0] ?? null, rows},
    {type: 'table', caption: 'Signs', head: rows[0] ?? null, rows},
  ]
  expect(compared(await readBack(written(blocks)))).toEqual(compared(blocks))
})
