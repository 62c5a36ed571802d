import {expect, test} from 'vitest'
import {assess} from '../packages/assess/src/index.ts'
import {collate} from '../packages/collate/src/index.ts'
import {ingest} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'

const topic = 'missing-children'
const body = 'An independent return interview must be offered within 72 hours of the child’s return.'
const more = 'The carer must tell the police at once.'

const read = async (authority: string, text: string) =>
  (await ingest({path: `${authority}.md`, bytes: new TextEncoder().encode(text), authority, topic}, {lexicon}))
    .procedure

/** Two authorities of which the second says less; `front` is its front matter. */
const assessed = async (front: string) => {
  const procedures = await Promise.all([
    read('ashby', `# Missing children\n\n## Return interview\n\n${body}\n\n## Telling others\n\n${more}\n`),
    read('brindle', `${front}# Missing children\n\n## Telling others\n\n${more}\n`),
  ])
  const authority = (id: string) => ({id, name: id, partnership: null, police: null, icb: null, neighbours: []})
  return assess({
    collations: [collate(procedures, lexicon)],
    lexicon,
    asAt: '2026-11-23',
    version: '0',
    region: null,
    authorities: ['ashby', 'brindle'].map(authority),
    documents: [],
    notCompared: [],
    titles: {},
    standards: lexicon.standards,
    severities: {},
  }).topics[0]
}

test('what a whole document does not say is absent', async () => {
  const topicFound = await assessed('')
  expect(topicFound?.rows.map(({status}) => status).sort()).toEqual(['absent', 'same'])
})

test('what a document read in part does not say is unsure, and says why; so is a standard it does not speak to', async () => {
  const found = await assessed('---\nunread: [page 1, page 4]\n---\n\n')
  const row = found?.rows.find(({readings}) => readings['brindle'] === null)
  expect(row?.status).toBe('unsure')
  expect(row?.unsure).toEqual(['brindle may say this where its document could not be read (page 1, page 4)'])
  expect(found?.rows.find(({readings}) => readings['brindle'] !== null)?.status).toBe('same')
  const verdicts = found?.standards.map(({met}) => met['brindle'])
  expect(verdicts).toContain('unsure')
  expect(verdicts).not.toContain('not-stated')
})
