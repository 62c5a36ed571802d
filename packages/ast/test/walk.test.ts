import {expect, test} from 'vitest'
import {
  binds,
  clauses,
  contact,
  definition,
  field,
  form,
  holdsClauses,
  isClause,
  isParent,
  list,
  mapClauses,
  notice,
  placedClauses,
  procedure,
  provision,
  section,
  sections,
  table,
} from '../src/index.ts'

const tree = procedure('ashby', 'missing-children', [
  notice('scope', 'Scope', 'All', {children: [provision('scope')]}),
  provision('above'),
  section('One', [
    provision('first'),
    section('Two', [list('Staff must:', [provision('step'), list(null, [provision('inner step')])])], {depth: 2}),
    provision('after'),
  ]),
  section('Three', [table(['a'], [definition('b', 'b')]), form('F', [field('c')]), contact('d', 'd')]),
])

test('clauses come in reading order, whatever they stand in', () => {
  expect(clauses(tree).map(({text}) => text)).toEqual([
    'scope',
    'above',
    'first',
    'step',
    'inner step',
    'after',
    'b',
    'c',
    'd',
  ])
})

test('sections come in reading order, nested ones after their parent', () => {
  expect(sections(tree).map(({title}) => title)).toEqual(['One', 'Two', 'Three'])
})

test('a clause is placed in the sections above it, outermost first', () => {
  const placed = new Map(
    placedClauses(tree).map(({clause, sections: above}) => [clause.text, above.map(({title}) => title)]),
  )
  expect(placed.get('scope')).toEqual([])
  expect(placed.get('inner step')).toEqual(['One', 'Two'])
  expect(placed.get('after')).toEqual(['One'])
  expect(placed.get('c')).toEqual(['Three'])
})

test('mapping changes every clause and nothing else, and leaves the input alone', () => {
  const kept = structuredClone(tree)
  const seen: string[] = []
  const changed = mapClauses(tree, (clause, above) => {
    seen.push(`${above.map(({title}) => title).join('/')}:${clause.text}`)
    return {...clause, text: clause.text.toUpperCase()}
  })
  expect(seen).toEqual(
    placedClauses(tree).map(({clause, sections: above}) => `${above.map(({title}) => title).join('/')}:${clause.text}`),
  )
  expect(clauses(changed).map(({text}) => text)).toEqual(clauses(tree).map(({text}) => text.toUpperCase()))
  expect(mapClauses(tree, (clause) => clause)).toEqual(tree)
  expect(sections(changed).map(({title, depth}) => [title, depth])).toEqual(
    sections(tree).map(({title, depth}) => [title, depth]),
  )
  expect(tree).toEqual(kept)
})

test('every node is either a clause or a parent', () => {
  const all = [tree, ...tree.children, ...sections(tree).flatMap(({children}) => children), ...clauses(tree)]
  expect(all.filter((node) => isClause(node) === isParent(node))).toEqual([])
  expect(all.filter(isParent).map(({type}) => type)).not.toContain('provision')
})

test('a clause binds when it has a modality', () => {
  expect([provision('a', {modality: 'permission'}), provision('a')].map(binds)).toEqual([true, false])
})

test('a parent holds clauses at any depth', () => {
  expect(holdsClauses(section('A', [section('B', [list(null, [provision('c')])])]))).toBe(true)
  expect(holdsClauses(section('A', [section('B', [list(null, [])]), notice('note', 'N', 'words')]))).toBe(false)
})
