import {expect, test} from 'vitest'
import {assessedTexts} from './support/region.ts'

const interview = 'An independent return interview must be offered within 72 hours of the child’s return.'
const telling = '## Telling others\n\nThe carer must tell the police at once.\n'

/** Two authorities of which the second says less; `front` is its front matter. */
const assessed = (front: string) =>
  assessedTexts('missing-children', {
    ashby: `# Missing children\n\n## Return interview\n\n${interview}\n\n${telling}`,
    brindle: `${front}# Missing children\n\n${telling}`,
  })

test('what a whole document does not say is absent', async () => {
  const {rows, standards} = await assessed('')
  expect(rows.map(({status}) => status).sort()).toEqual(['absent', 'same'])
  expect(standards.map(({met}) => met['brindle'])).toContain('not-stated')
})

test('what a document read in part does not say is unsure, and says why; so is a standard it does not speak to', async () => {
  const {rows, standards} = await assessed('---\nunread: [page 1, page 4]\n---\n\n')
  const row = rows.find(({readings}) => readings['brindle'] === null)
  expect(row?.status).toBe('unsure')
  expect(row?.unsure).toEqual(['Brindle may say this where its document could not be read (page 1, page 4)'])
  expect(rows.find(({readings}) => readings['brindle'] !== null)?.status).toBe('same')
  const verdicts = standards.map(({met}) => met['brindle'])
  expect(verdicts).toContain('unsure')
  expect(verdicts).not.toContain('not-stated')
})
