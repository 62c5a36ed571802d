import {expect, test} from 'vitest'
import {
  type Clause,
  clauses,
  contact,
  definition,
  field,
  form,
  identified,
  isParent,
  list,
  noEdition,
  noFacts,
  notice,
  procedure,
  procedureSchema,
  provision,
  section,
  source,
  table,
} from '../src/index.ts'

const built: readonly Clause[] = [provision('a'), definition('a', 'a b'), field('a'), contact('a', 'a b')]

test.each(built)('a $type is built with every fact unknown', (clause) => {
  expect(clause).toMatchObject({...noFacts, id: '', fingerprint: '', number: null, leadIn: null, source: source('')})
  expect('position' in clause || 'cells' in clause).toBe(false)
})

test('what is given is kept, and stands before the default', () => {
  expect(provision('a', {number: '4.1', modality: 'obligation'})).toMatchObject({
    type: 'provision',
    text: 'a',
    number: '4.1',
    modality: 'obligation',
    actors: [],
  })
  expect(definition('term', 'the words')).toMatchObject({type: 'definition', term: 'term', text: 'the words'})
  expect(contact('who', 'who: 1')).toMatchObject({type: 'contact', who: 'who', text: 'who: 1'})
  expect(field('Name', {required: true})).toMatchObject({
    type: 'field',
    text: 'Name',
    item: null,
    control: 'unknown',
    required: true,
    options: [],
  })
})

test('parents are built with the plainest of each choice', () => {
  expect(section('A', [])).toEqual({type: 'section', title: 'A', number: null, kind: null, depth: 1, children: []})
  expect(list(null, [])).toEqual({type: 'list', leadIn: null, ordered: false, children: []})
  expect(table(['h'], [])).toEqual({type: 'table', use: 'plain', caption: null, head: ['h'], children: []})
  expect(form('F', [])).toEqual({type: 'form', title: 'F', children: []})
  expect(notice('note', 'N', 'words')).toEqual({
    type: 'notice',
    kind: 'note',
    title: 'N',
    text: 'words',
    citations: [],
    children: [],
  })
  expect(procedure('ashby', 't', [])).toEqual({
    type: 'procedure',
    authority: 'ashby',
    topic: 't',
    title: '',
    edition: noEdition,
    unread: [],
    children: [],
  })
})

test('a place has a null for what its format lacks', () => {
  expect(source('a.md', {line: 3})).toEqual({
    path: 'a.md',
    line: 3,
    page: null,
    paragraph: null,
    sheet: null,
    cell: null,
  })
})

test('a parent does not share its list of children with the caller', () => {
  const children = [provision('a')]
  for (const parent of [
    section('A', children),
    list(null, children),
    form(null, children),
    procedure('a', 't', children),
    notice('scope', 'S', 'a', {children}),
  ])
    expect(isParent(parent) && parent.children !== children && parent.children).toEqual(children)
})

test('a tree is plain JSON', () => {
  const tree = identified(procedure('ashby', 't', [section('A', built)]))
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
  expect(clauses(tree)).toHaveLength(built.length)
})

const required = (name: string): readonly string[] => {
  const defs = procedureSchema['$defs'] as Readonly<Record<string, {readonly required: readonly string[]}>>
  return [...(defs[name]?.required ?? [])].sort()
}

test.each<readonly [string, object]>([
  ...built.map((clause) => [clause.type, clause] as const),
  ['section', section('A', [])],
  ['list', list(null, [])],
  ['table', table([], [])],
  ['form', form(null, [])],
  ['notice', notice('note', 'N', 'words')],
])('a built %s has the keys the schema requires, and no others', (type, node) => {
  expect(Object.keys(node).sort()).toEqual(required(type))
})

test('the schema file is the schema', async () => {
  await expect(`${JSON.stringify(procedureSchema, null, 2)}\n`).toMatchFileSnapshot('../schema/procedure.schema.json')
})
