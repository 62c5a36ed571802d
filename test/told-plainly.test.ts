// What an officer reads of a row: a title that says what it is about, who acts in the text's own words, and in which words two texts differ.
import {describe, expect, test} from 'vitest'
import {assessedTexts} from './support/region.ts'

const page = (name: string, ...duties: readonly string[]): string =>
  `# ${name}: Missing Children\n\n## 1. Return interview\n\n${duties.join('\n\n')}\n`

const of = (...texts: readonly (readonly string[])[]) =>
  assessedTexts(
    'missing-children',
    Object.fromEntries(
      texts.map((duties, at) => [['ashby', 'brindle', 'colne'][at] as string, page('Missing', ...duties)]),
    ),
  )

describe('a step', () => {
  const titles = async (one: string, other: string): Promise<readonly string[]> =>
    (await of([one], [other])).opportunities.map(({title}) => title).filter((title) => !title.startsWith('“'))

  test.each([
    [
      'The social worker must tell the parents within 24 hours.',
      'The social worker must tell the parents within 72 hours.',
      'Tell the parents: different time limit (Return interview)',
    ],
    [
      'A record of the interview must be sent to the police by the social worker within 24 hours.',
      'A record of the interview must be sent to the police by the social worker within 72 hours.',
      'Record of the interview sent to the police: different time limit (Return interview)',
    ],
    [
      'If the child declines, the interviewer must record the reason.',
      'If the child declines, the interviewer should record the reason.',
      'Record the reason: different force (Return interview)',
    ],
    [
      'A carer must not wait before reporting.',
      'A carer should not wait before reporting.',
      'Do not wait before reporting: different force (Return interview)',
    ],
  ])('is titled by what is to be done: %s', async (one, other, title) => {
    expect(await titles(one, other)).toContain(title)
  })
})

describe('who acts', () => {
  const labels = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const {rows} = await of(...texts.map((text) => [text]))
    return rows.flatMap(({findings}) =>
      findings.filter((each) => each.class === 'actor').flatMap(({variants}) => variants.map(({label}) => label)),
    )
  }

  test('is named as the text names it', async () => {
    expect(
      await labels(
        'The school nurse must offer the child a health check within 5 days.',
        'The social worker must offer the child a health check within 5 days.',
      ),
    ).toEqual(['School nurse', 'Social worker'])
  })

  test('is told by each post where all who name the service name one', async () => {
    const three = await labels(
      'The school nurse must offer the child a health check within 5 days.',
      'The health visitor must offer the child a health check within 5 days.',
      'The social worker must offer the child a health check within 5 days.',
    )
    expect(three).toEqual(['School nurse', 'Health visitor', 'Social worker'])
  })
})

describe('a row that is unsure for its words', () => {
  const reasons = async (one: string, other: string): Promise<readonly string[]> =>
    (await of([one], [other])).rows.flatMap(({unsure}) => unsure)

  test('quotes them where they are few', async () => {
    expect(
      await reasons(
        'A copy of the record must be kept on the file of the child.',
        'A copy of the record must be placed on the file of the child.',
      ),
    ).toEqual(['said with “kept” here and “placed” there: check that the rule is the same'])
  })
})
