import {expect, it} from 'vitest'
import {byAuthority} from '../src/by-authority.ts'
import type {Table} from '../src/nodes.ts'
import {html} from '../src/formats/html.ts'

const names = (count: number): readonly string[] => Array.from({length: count}, (_, at) => `Ashby ${at + 1}`)
const told = (lines: number, authorities: number) => ({
  caption: 'Standing',
  heads: ['Section', 'Kept'] as const,
  lines: Array.from({length: lines}, (_, line) => ({
    title: `Section ${line + 1}`,
    whole: ['yes'],
    cells: names(authorities).map((name) => `${line + 1} of ${name}`),
  })),
})
const tables = (lines: number, authorities: number): readonly Table[] =>
  byAuthority(told(lines, authorities), names(authorities)) as readonly Table[]
const words = ({rows}: Table): readonly string[][] =>
  rows.map((row) => row.map((cell) => cell.map((each) => ('value' in each ? each.value : '')).join('')))

it('gives each of few authorities a column', () => {
  const [table, ...more] = tables(3, 12)
  expect(more).toEqual([])
  expect(table?.head).toEqual(['Section', 'Kept', ...names(12)])
  expect(table && words(table)[1]?.slice(0, 3)).toEqual(['Section 2', 'yes', '2 of Ashby 1'])
})

it('gives each of many authorities a row, and loses no cell', () => {
  const [whole, ...parts] = tables(11, 13)
  expect(whole?.head).toEqual(['Section', 'Kept'])
  expect(parts.map(({caption, head}) => [caption, head.length])).toEqual([
    ['Standing (part 1 of 2)', 7],
    ['Standing (part 2 of 2)', 6],
  ])
  const cells = parts.flatMap((part) => words(part).flatMap(([, ...own]) => own))
  expect(cells.sort()).toEqual(
    told(11, 13)
      .lines.flatMap((line) => line.cells)
      .sort(),
  )
  for (const part of parts) expect(words(part).map(([name]) => name)).toEqual(names(13))
})

it('is nothing without lines', () => {
  expect(tables(0, 13)).toEqual([])
})

it('closes a table of hundreds of rows on a page, with all its words', () => {
  const [table] = tables(201, 2)
  const page = [
    ...html({
      type: 'outline',
      title: 'T',
      subtitle: '',
      children: [{type: 'chapter', id: 'a', title: 'A', children: [table as Table]}],
    }),
  ].join('')
  expect(page).toMatch(/<details><summary>Standing \(201 rows: [^<]*<\/summary><div class="scroll"/u)
  expect(page).toContain('201 of Ashby 2')
})
