import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {askedOf, filled, joinedText, type Proposal} from '../packages/assess/src/index.ts'
import {type Assessment, assessedTexts, printedAnalysis, type TopicAssessment} from './support/region.ts'

const texts = (sentences: readonly string[], section = 'Return interviews'): Record<string, string> =>
  Object.fromEntries(
    sentences.map((sentence, at) => [
      ['ashby', 'brindle', 'carrow', 'dunmore', 'elmet'][at] as string,
      `# Missing children\n\n## ${section}\n\n${sentence}\n`,
    ]),
  )

const proposed = async (sentences: readonly string[], section?: string): Promise<Proposal> => {
  const {opportunities} = await assessedTexts('missing-children', texts(sentences, section))
  const [found] = opportunities.flatMap(({proposal}) => proposal ?? [])
  if (!found) throw new Error('Expected a proposal, got none')
  return found
}

const within = (limit: string): string =>
  `The return interview must be carried out within ${limit} of the child returning home.`
const tell = (limit: string): string => `The social worker must tell the school within ${limit} of the report.`

describe('where a standard settles it', () => {
  test('the words of those that meet it are proposed, and the majority that does not is none of them', async () => {
    const {basis, wording, verbatim, changes, reason} = await proposed([
      within('5 working days'),
      within('5 working days'),
      within('72 hours'),
    ])
    expect(basis).toBe('standard')
    expect(wording?.text).toBe(within('72 hours'))
    expect(verbatim).toEqual(['carrow'])
    expect(changes).toEqual([
      {authority: 'ashby', words: 3},
      {authority: 'brindle', words: 3},
    ])
    expect(reason).toContain('not verified')
  })

  test('those that meet it in two ways leave a choice, without the value below it', async () => {
    const {basis, wording, choices} = await proposed([within('72 hours'), within('24 hours'), within('5 working days')])
    expect([basis, wording]).toEqual(['choice', null])
    expect(choices.map(({label}) => label).sort()).toEqual(['24 hours', '72 hours'])
  })

  test('where everybody falls below it nothing is proposed', async () => {
    const {basis, wording, choices} = await proposed([within('5 working days'), within('10 working days')])
    expect([basis, wording, choices]).toEqual(['none', null, []])
  })

  test('another difference beside it stays a choice', async () => {
    const carried = (who: string, limit: string): string =>
      `${who} must carry out the return interview within ${limit} of the child returning home.`
    const {basis, choices} = await proposed([
      carried('The social worker', '72 hours'),
      carried('The team manager', '72 hours'),
      carried('The social worker', '5 working days'),
    ])
    expect(basis).toBe('choice')
    expect(choices.map(({authorities}) => authorities)).toEqual([['ashby'], ['brindle']])
  })
})

describe('where nothing settles it', () => {
  test('people choose, and are told what lowers nobody', async () => {
    const {basis, wording, choices, safest, changes} = await proposed(
      [tell('24 hours'), tell('24 hours'), tell('72 hours')],
      'Notifications',
    )
    expect([basis, wording]).toEqual(['choice', null])
    expect(choices.map(({label, authorities}) => ({label, authorities}))).toEqual([
      {label: '24 hours', authorities: ['ashby', 'brindle']},
      {label: '72 hours', authorities: ['carrow']},
    ])
    expect(safest).toBe(0)
    expect(changes).toEqual([{authority: 'carrow', words: 1}])
  })

  test('a majority that says less than somebody is no safest choice', async () => {
    const {safest, changes} = await proposed([tell('72 hours'), tell('72 hours'), tell('24 hours')], 'Notifications')
    expect([safest, changes]).toEqual([null, []])
  })

  test('nor is one of values without an order', async () => {
    const act = (who: string): string => `The ${who} must tell the school of the report.`
    const {basis, safest} = await proposed([act('carer'), act('carer'), act('team manager')], 'Notifications')
    expect([basis, safest]).toEqual(['choice', null])
  })
})

test('a step is to be fixed now where somebody is below a standard or nobody has to choose', async () => {
  const classes = async (sentences: readonly string[]): Promise<readonly string[]> =>
    (await assessedTexts('missing-children', texts(sentences))).opportunities.flatMap(({class: kind}) =>
      kind === 'check' ? [] : [kind],
    )
  expect(await classes([tell('2 days'), tell('2 days'), tell('5 days')])).toEqual(['agree-value'])
  expect(await classes([within('72 hours'), within('24 hours'), within('5 working days')])).toEqual(['fix-now'])
})

describe('what looks stricter and may not be', () => {
  const safestOf = async (sentences: readonly string[]): Promise<number | null> =>
    (await proposed(sentences, 'Notifications')).safest

  test('working days against days: 10 working days can be longer than 14 days', async () => {
    expect(await safestOf([tell('10 working days'), tell('10 working days'), tell('14 days')])).toBe(null)
    expect(await safestOf([tell('24 hours'), tell('24 hours'), tell('1 working day')])).toBe(0)
  })

  test('a smaller count in a shorter window', async () => {
    const hold = (count: string, days: string): string =>
      `If a child goes missing ${count} or more times in ${days} days, the team manager must hold a meeting.`
    expect(await safestOf([hold('two', '28'), hold('two', '28'), hold('three', '90')])).toBe(null)
    expect(await safestOf([hold('two', '28'), hold('two', '28'), hold('three', '28')])).toBe(0)
  })

  test('a limit against none that was read: “before the placement begins” is one', async () => {
    const placed = (when: string): string => `The social worker must tell the host authority of the placement ${when}.`
    expect(
      await safestOf([placed('within 5 working days'), placed('within 5 working days'), placed('before it begins')]),
    ).toBe(null)
  })

  test('what is forbidden against what is allowed', async () => {
    const may = (word: string): string => `Practitioners ${word} ask for their name to be kept from the family.`
    expect(await safestOf([may('cannot'), may('cannot'), may('can')])).toBe(null)
  })
})

const carrow = {id: 'carrow', name: 'Carrow', partnership: null, police: null, icb: null, neighbours: []}

test('other words that differ are not replaced, but told', async () => {
  const own =
    'The return interview must be carried out, wherever the child lives, within 5 working days of the child returning home.'
  const topic = await assessedTexts('missing-children', texts([within('72 hours'), within('72 hours'), own]))
  const [change] = askedOf(topic, carrow).filter(({kind}) => kind === 'change')
  expect(change?.text).toBe(within('72 hours'))
  expect(change?.edits).toEqual([])
  expect(change?.because).toContain('Other words differ too')
})

test.each([
  ['a limit', tell('24 hours'), tell('72 hours')],
  [
    '“within 1 hour” beside “immediately”',
    'The carer must tell the police immediately.',
    'The carer must tell the police within 1 hour.',
  ],
  ['the force', tell('24 hours'), tell('24 hours').replace('must', 'should')],
  ['who acts', tell('24 hours'), tell('24 hours').replace('social worker', 'team manager')],
])('what no standard settles is asked of people and never made: %s', async (_, theirs, own) => {
  const topic = await assessedTexts('missing-children', texts([theirs, theirs, own], 'Notifications'))
  const asked = askedOf(topic, carrow)
  expect(asked.map(({kind}) => kind)).toContain('choose')
  for (const {kind, edits, values} of asked) expect([kind, edits, values]).toEqual(['choose', [], []])
})

test('a wording with fewer superseded terms is taken, whoever is nearest', async () => {
  const chaired = (who: string): string => `The meeting must send its minutes to the ${who} after each meeting.`
  const topic = await assessedTexts(
    'missing-children',
    texts([chaired('LSCB'), chaired('LSCB'), chaired('safeguarding partners')], 'Governance'),
  )
  const [found] = topic.opportunities.flatMap(({proposal}) => proposal ?? [])
  const offered = [found?.wording?.text, ...(found?.choices ?? []).map(({wording}) => wording.text)].filter(Boolean)
  expect(offered).toEqual([chaired('safeguarding partners')])
})

describe('the sample region', () => {
  let analysis: Assessment
  beforeAll(async () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    analysis = await printedAnalysis(['report', 'procedures', '--format', 'json', '--as-at', '2026-11-23'], root)
  }, 60_000)

  const proposals = ({rows, opportunities}: TopicAssessment) =>
    opportunities.flatMap(({proposal, rows: [id]}) => {
      const row = rows.find((each) => each.id === id)
      return proposal && row ? [{proposal, row}] : []
    })
  const wordingsOf = ({wording, choices}: Proposal) => [
    ...(wording ? [wording] : []),
    ...choices.map((choice) => choice.wording),
  ]

  test('a step has a title of its own among those of a topic', () => {
    for (const {opportunities} of analysis.topics) {
      expect(opportunities.length).toBeGreaterThan(20)
      expect(new Set(opportunities.map(({title}) => title)).size).toBe(opportunities.length)
    }
  })

  test('every wording is its authority’s own words, once its fields are filled in', () => {
    const all = analysis.topics.flatMap(proposals)
    expect(all.length).toBeGreaterThan(100)
    for (const {proposal, row} of all)
      for (const {authority, text} of wordingsOf(proposal)) {
        const own = joinedText(row.readings[authority] ?? [])
        const valueOf = (name: string) => proposal.fields.find((field) => field.name === name)?.values[authority]
        expect(filled(text, valueOf)).toBe(own)
      }
  })

  test('nobody below a standard is proposed or offered', () => {
    for (const {proposal, row} of analysis.topics.flatMap(proposals)) {
      const below = row.findings
        .filter((finding) => finding.class === 'below-standard')
        .flatMap(({variants}) => variants.flatMap(({authorities}) => authorities))
      expect(wordingsOf(proposal).filter(({authority}) => below.includes(authority))).toEqual([])
    }
  })

  test('a wording is proposed only where nobody says something stricter', () => {
    for (const {proposal, row} of analysis.topics.flatMap(proposals)) {
      const target = proposal.wording ?? (proposal.safest === null ? null : proposal.choices[proposal.safest]?.wording)
      if (!target) continue
      for (const {direction} of row.findings) {
        const own = direction[target.authority]
        const stricter = Object.keys(direction).filter((authority) => direction[authority] === 'stricter')
        if (own !== 'stricter') expect({row: row.id, stricter}).toEqual({row: row.id, stricter: []})
      }
    }
  })

  test('an uncertain row has no wording', () => {
    for (const {proposal, row} of analysis.topics.flatMap(proposals))
      if (row.status === 'unsure') expect(proposal.basis).toBe('none')
  })

  test('the names of one place are fields', () => {
    const said = analysis.topics.flatMap(proposals).flatMap(({proposal}) => wordingsOf(proposal).map(({text}) => text))
    expect(
      said.filter((text) => /Thornmere|Eldermoss|Saltmarrow|Moorland Constabulary|Bridgeway|@/u.test(text)),
    ).toEqual([])
    expect(said.some((text) => text.includes('«front door»'))).toBe(true)
  })
})
