import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {report} from '@hedgerow/report'
import {dendrogram, joinsOf, leavesOf} from '../src/dendrogram.ts'
import {script, scriptHash} from '../src/formats/html-script.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const page = [...report(threeAuthorities, 'html', {lexicon: testLexicon})].join('')

describe('the page', () => {
  it('lets its own script run and no other', () => {
    const hash = createHash('sha256').update(script).digest('base64')
    expect(scriptHash).toBe(hash)
    expect(page.split('<script>')).toHaveLength(2)
    expect(page).toContain(`<script>${script}</script>`)
    expect(page.replaceAll('&#x27;', "'")).toContain(`script-src 'sha256-${hash}'`)
  })
  it('hides the filters until the script shows them, and nothing else', () => {
    expect(page.match(/ hidden(?=[ >])/g)).toHaveLength(1)
    expect(page).toMatch(/<search id="filters"[^>]* hidden>/)
  })
  it('has a place for every row, linked to from wherever it is named', () => {
    const rows = threeAuthorities.topics.flatMap(({id, rows: own}) => own.map((row) => `row--${id}--${row.id}`))
    expect(rows.filter((id) => page.split(` id="${id}"`).length !== 2)).toEqual([])
  })
  it('says in words what each drawing shows, and gives its figures in a table', () => {
    const figures = page.match(/<figure .*?<\/figure>/gs) ?? []
    expect(figures.length).toBeGreaterThanOrEqual(2)
    for (const figure of figures) {
      expect(figure).toMatch(/role="img" aria-label="[^"]{40,}"/)
      expect(figure).toContain('aria-hidden="true"')
      expect(figure).toContain('<figcaption>')
    }
    expect(page).toContain('whose texts are nearest, joined step by step')
    expect(page).toContain('the two scores of each pair')
  })
})

describe('the tree of texts', () => {
  const alike = [
    [1, 0.2, 0.9, 0.3],
    [0.2, 1, 0.3, 0.6],
    [0.9, 0.3, 1, 0.5],
    [0.3, 0.6, 0.5, 1],
  ]
  const tree = dendrogram(['A', 'B', 'C', 'D'], (a, b) => alike[a]?.[b] ?? 0)
  it('joins the most alike first, groups by the mean of their members', () => {
    if (tree === null) throw new Error('Expected a tree')
    expect(leavesOf(tree)).toEqual(['A', 'C', 'B', 'D'])
    expect(joinsOf(tree).map(({share}) => Math.round(share * 1000) / 1000)).toEqual([0.9, 0.6, 0.325])
  })
  it('joins the first of equals first, and is not there for one', () => {
    expect(dendrogram(['A', 'B', 'C'], () => 0.5)).toEqual({
      share: 0.5,
      parts: [{share: 0.5, parts: ['A', 'B']}, 'C'],
    })
    expect(dendrogram(['A'], () => 1)).toBeNull()
  })
})
