import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {askedOf, edited, statesOnly, valueEdits} from '../packages/assess/src/index.ts'
import {isNeverLooser} from '../packages/assess/src/times.ts'
import {type Clause, clauses} from '../packages/ast/src/index.ts'
import {ingest} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {assessedTexts} from './support/region.ts'

const authority = {id: 'carrow', name: 'Carrow', partnership: null, police: null, icb: null, neighbours: []}
const whole = (sentence: string): string => `# Missing children\n\n## Return interviews\n\n${sentence}\n`

const readAs = async (sentence: string): Promise<readonly Clause[]> => {
  const document = {path: 'carrow/missing-children.md', authority: 'carrow', topic: 'missing-children'}
  const bytes = new TextEncoder().encode(whole(sentence))
  return clauses((await ingest({...document, bytes}, {lexicon, localNames: ['Carrow']})).procedure)
}

/** What Carrow's sentence would be beside two who say another, by values alone: null where no value is put into it. */
const valued = async (others: string, own: string) => {
  const topic = await assessedTexts('missing-children', {
    ashby: whole(others),
    brindle: whole(others),
    carrow: whole(own),
  })
  const values = askedOf(topic, authority).flatMap((asked) => asked.values)
  const [clause] = await readAs(own)
  if (!clause || values.length === 0) return null
  const edits = values.map((value) => valueEdits(clause, value))
  if (edits.includes(null)) return null
  const next = edited(
    clause.text,
    edits.flatMap((each) => each ?? []),
  )
  return {values, edits: edits.flatMap((each) => each ?? []), clause, next}
}

const tell = 'The social worker must tell the school about every concern'
const hold = 'The return interview must be held in a place of the child’s choice'
const found72 = 'The return interview must be completed within 72 hours of the child being found.'

describe('a value alone', () => {
  test('that a standard names is put into a sentence that falls below it, whatever its other words', async () => {
    const found = await valued(found72, `${hold} within 5 working days of the child being found.`)
    expect(found?.next).toBe(`${hold} within 72 hours of the child being found.`)
  })

  test('that only others say is for people to choose, however many and however strict they are', async () => {
    const early = 'The social worker must tell the school within 24 hours of the report.'
    expect(await valued(early, `${tell} within 72 hours of the report.`)).toBe(null)
    expect(await valued(`${tell} immediately.`, `${tell} within 1 hour.`)).toBe(null)
  })

  test('that is stricter than the standard is theirs, and for people to choose', async () => {
    const found24 = found72.replace('72 hours', '24 hours')
    expect(await valued(found24, `${hold} within 5 working days of the child being found.`)).toBe(null)
  })

  test('is not taken from somebody who allows longer, or whose limit runs from another event', async () => {
    expect(await valued(`${hold} within 5 working days of the child being found.`, found72)).toBe(null)
    expect(
      await valued(
        found72.replace('the child being found', 'the referral'),
        `${hold} within 5 working days of the child being found.`,
      ),
    ).toBe(null)
  })

  test('makes no “immediately of the report”', async () => {
    const [clause] = await readAs(`${tell} within 2 hours of the report.`)
    const value = {authority: 'carrow', class: 'deadline' as const, from: 'PT2H', to: 'PT0S', words: 'immediately'}
    expect(valueEdits(clause as Clause, value)).toBe(null)
    const [bare] = await readAs(`${tell} within 2 hours.`)
    expect(valueEdits(bare as Clause, value)).not.toBe(null)
  })

  test('is left where a sentence has two', async () => {
    expect(await valued(found72, `${hold} within 5 working days and written up within 10 working days.`)).toBe(null)
  })

  test('is refused where the sentence read again states something else too', async () => {
    const value = {
      authority: 'carrow',
      class: 'deadline' as const,
      from: 'PT72H',
      to: 'PT24H',
      words: 'within 24 hours',
    }
    const [[before], [right], [wrong]] = await Promise.all(
      [`${tell} within 72 hours.`, `${tell} within 24 hours.`, `${tell.replace('must', 'may')} within 24 hours.`].map(
        readAs,
      ),
    )
    expect(statesOnly(before as Clause, right as Clause, [value])).toBe(true)
    expect(statesOnly(before as Clause, wrong as Clause, [value])).toBe(false)
    expect(statesOnly(before as Clause, before as Clause, [value])).toBe(false)
  })
})

const who = fc.constantFrom('social worker', 'team manager', 'school nurse', 'youth worker')
const act = fc.constantFrom('carry out the return interview', 'complete the return interview')
const force = fc.constantFrom('must', 'should', 'may', 'will')
const limit = fc
  .tuple(fc.integer({min: 1, max: 20}), fc.constantFrom('hours', 'days', 'working days', 'weeks'))
  .map(([count, unit]) => `within ${count} ${count === 1 ? unit.slice(0, -1) : unit}`)
const named = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom('within 72 hours', 'within 3 days')},
  {weight: 1, arbitrary: limit},
)
const tail = fc.constantFrom('', ' of the child being found', ' if the child is under 13', ', by telephone')

/** Facts that a change of a limit or of a modality has nothing to do with. */
const others = ({actors, recipients, action, trigger, threshold, condition, citations, local, forms}: Clause) => ({
  actors,
  recipients,
  action,
  trigger,
  threshold,
  condition,
  citations,
  local,
  forms,
})

test('whatever the sentences, a value that is let through lowers nothing and leaves every other fact and word alone', async () => {
  let [put, refused] = [0, 0]
  const law = fc.asyncProperty(who, act, fc.tuple(force, force), fc.tuple(named, limit), tail, async (...given) => {
    const [actor, deed, [theirs, mine], [short, long], rest] = given
    const sentence = (modal: string, within: string): string => `The ${actor} ${modal} ${deed} ${within}${rest}.`
    const found = await valued(sentence(theirs, short), sentence(mine, long))
    if (!found) return
    const {values, edits, clause, next} = found
    for (const {start, end} of edits)
      expect(clause.evidence.some((span) => span.in === 'text' && span.start <= start && end <= span.end)).toBe(true)
    const [after, ...more] = await readAs(next)
    if (!after || more.length > 0 || !statesOnly(clause, after, values)) return void refused++
    put++
    const toOf = (name: string): string | undefined => values.find((each) => each.class === name)?.words
    expect(after.text).toBe(sentence(toOf('modality') ?? mine, toOf('deadline') ?? long))
    expect(others(after)).toEqual(others(clause))
    const [old, now] = [clause.deadlines[0], after.deadlines[0]]
    expect(old && now && isNeverLooser(now, old, lexicon)).toBe(true)
    const rising = ['permission', 'recommendation', 'obligation']
    expect(rising.indexOf(after.modality ?? '')).toBeGreaterThanOrEqual(rising.indexOf(clause.modality ?? ''))
  })
  await fc.assert(law, {numRuns: 30, seed: 20_261_123})
  expect(put).toBeGreaterThan(5)
  expect(refused).toBeLessThan(put)
}, 30_000)
