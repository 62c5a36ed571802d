// Every view over the sample region, without a terminal: keys in, screens and deeds out.
import {beforeAll, describe, expect, test} from 'vitest'
import type {Deed} from '../../src/explorer/deeds.ts'
import {frame} from '../../src/explorer/frame.ts'
import {lineText} from '../../src/explorer/lines.ts'
import type {ViewName} from '../../src/explorer/opened.ts'
import {contextOf, type Explorer, onTop, withNewWorld} from '../../src/explorer/state.ts'
import {thresholdMoved, thresholdWords} from '../../src/explorer/threshold.ts'
import {openView, viewOf} from '../../src/explorer/views/index.ts'
import {type OpportunitiesState, stepsIn} from '../../src/explorer/views/opportunities/state.ts'
import {statusAt, type TopicFacts, type World} from '../../src/explorer/world.ts'
import {
  after,
  deedsAfter,
  explorerAt,
  libraryAt,
  sampleFolder,
  screenText,
  typing,
  wholeWorld,
} from '../support/explorer.ts'

let world = {} as World
let start = {} as Explorer

beforeAll(async () => {
  world = await wholeWorld(await libraryAt(sampleFolder))
  start = explorerAt(world)
}, 60_000)

const topic = 'missing-children'

/** An explorer with one view more on top. */
const at = (view: Parameters<typeof openView>[0], columns = 80, rows = 24): Explorer => ({
  ...explorerAt(world, columns, rows),
  stack: [openView({name: 'region'}), openView(view)],
})

const lists: readonly (readonly [ViewName, () => Explorer])[] = [
  ['opportunities', () => at({name: 'opportunities'})],
  ['rows', () => at({name: 'rows', topic})],
  ['sides', () => at({name: 'sides', topic, a: 'eldermoss', b: 'thornmere'})],
  ['outline', () => at({name: 'outline', topic, authority: 'saltmarrow'})],
  ['agencies', () => at({name: 'agencies'})],
  ['faults', () => at({name: 'faults'})],
  ['pairs', () => at({name: 'pairs', topic})],
]

const stepsState = (explorer: Explorer): OpportunitiesState => onTop(explorer).state as OpportunitiesState

/** The line that is stood on. */
const stoodOn = (explorer: Explorer): string =>
  frame(explorer)
    .map(lineText)
    .find((words) => words.startsWith(explorer.signs.chosen)) ?? ''

const tableOf = (explorer: Explorer) => {
  const open = onTop(explorer)
  return viewOf(open).table(open.state, contextOf(explorer))
}

const judged = (deeds: readonly Deed[]) => {
  const [deed] = deeds
  if (deed?.do !== 'judge') throw new TypeError(`Expected a judgement, got ${JSON.stringify(deeds)}`)
  return deed.change.judgements
}

describe.each(lists)('the list of %s', (name, begin) => {
  test('begins at its first item, stops at both ends and goes by pages', () => {
    const list = begin()
    expect(onTop(list).name).toBe(name)
    const first = stoodOn(list)
    expect(first).not.toBe('')
    expect(stoodOn(after(list, 'up'))).toBe(first)
    expect(stoodOn(after(list, 'page-up'))).toBe(first)
    const end = after(list, 'end')
    expect(stoodOn(after(end, 'down'))).toBe(stoodOn(end))
    expect(stoodOn(after(end, 'page-down'))).toBe(stoodOn(end))
    expect(after(end, 'home')).toEqual(after(list, 'home'))
    expect(stoodOn(after(end, 'g'))).toBe(first)
    expect(stoodOn(after(list, 'G'))).toBe(stoodOn(end))
    expect(stoodOn(after(list, 'down', 'j', 'k', 'up'))).toBe(first)
    let paged = list
    for (let page = 0; page < 400 && stoodOn(paged) !== stoodOn(end); page++) paged = after(paged, 'page-down')
    expect(stoodOn(paged)).toBe(stoodOn(end))
  })

  test('is written out with a cell for every column', () => {
    const {title, head, rows} = tableOf(begin())
    expect(title).not.toBe('')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toHaveLength(head.length)
  })

  test('is filtered as one types, with a count; Esc gives the place back, Enter keeps the words', () => {
    const list = after(begin(), 'down')
    const {filter} = viewOf(onTop(list))
    if (!filter) throw new TypeError(`Expected ${name} to be filtered`)
    const whole = tableOf(list).rows.length
    const typed = after(list, '/', ...typing('zzzz'))
    expect(typed.prompt).toMatchObject({kind: 'filter', typed: 'zzzz'})
    expect(filter.count(onTop(typed).state, contextOf(typed))).toEqual([0, expect.any(Number)])
    expect(screenText(typed)).toMatch(/\/zzzz 0 of \d+/u)
    expect(tableOf(typed).rows).toEqual([])
    expect(screenText(typed)).not.toMatch(/No body has|Every document was read|Nothing to align|No two authorities/u)
    expect(stoodOn(after(typed, 'esc'))).toBe(stoodOn(list))
    const some = after(list, '/', ...typing('a'), 'enter')
    const [left, all] = filter.count(onTop(some).state, contextOf(some))
    expect(tableOf(some).rows).toHaveLength(left)
    expect(left).toBeLessThanOrEqual(all)
    expect(some.prompt).toBeNull()
    expect(filter.words(onTop(some).state)).toBe('a')
    expect(tableOf(after(some, '/', 'backspace', 'enter')).rows).toHaveLength(whole)
  })

  test('keeps its place when the analysis is made anew', () => {
    const list = after(begin(), 'page-down', 'down')
    const same = {...world, topics: world.topics.map((facts) => ({...facts})), agencies: [...world.agencies]}
    expect(stoodOn(withNewWorld(list, same))).toBe(stoodOn(list))
    expect(screenText(withNewWorld(list, same))).toBe(screenText(list))
  })

  test('is told in words', () => {
    const list = begin()
    const {spoken} = viewOf(onTop(list))
    const told = ['home', 'down', 'end'].map((key) => spoken(onTop(after(list, key)).state, contextOf(list)))
    expect(new Set(told).size).toBe(tableOf(list).rows.length > 2 ? 3 : tableOf(list).rows.length)
  })
})

describe('the region', () => {
  test('goes from cell to cell and stops at the edges', () => {
    expect(screenText(after(start, 'left', 'up'))).toBe(screenText(start))
    const corner = after(start, ...Array.from({length: 20}, () => 'right'), 'end')
    expect(screenText(after(corner, 'right', 'down'))).toBe(screenText(corner))
    expect(onTop(corner).state).toMatchObject({authority: {at: 5}, topic: {at: world.topics.length - 1}})
  })

  test('opens the steps of the cell, its rows, its outline and pairs', () => {
    const cell = onTop(after(start, 'enter'))
    expect(cell).toMatchObject({name: 'opportunities', state: {filters: {topic: world.topics[0]?.summary.id}}})
    expect(onTop(after(start, 'r')).name).toBe('rows')
    expect(onTop(after(start, 'o')).name).toBe('outline')
    const asked = after(start, 's')
    expect(asked.prompt?.kind).toBe('choose')
    expect(onTop(after(asked, 'enter'))).toMatchObject({name: 'sides', state: {a: 'eldermoss'}})
  })

  test('is filtered by the names of authorities', () => {
    const some = after(start, '/', ...typing('salt'), 'enter')
    expect(screenText(some)).toContain('/salt 1 of 6')
    expect(screenText(some)).not.toContain('Wexbourne ')
    expect(tableOf(some).rows).toHaveLength(1)
  })
})

describe('the steps', () => {
  const steps = (): Explorer => at({name: 'opportunities'})

  test('are ranked best first, over all topics', () => {
    const ranks = tableOf(steps()).rows.map(([rank]) => Number(rank))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(ranks).toHaveLength(
      world.topics.reduce((sum, {catalogue}) => sum + (catalogue?.opportunities.length ?? 0), 0),
    )
  })

  test('are narrowed by a field’s value, and whole again', () => {
    const asked = after(steps(), 'f', ...typing('kind of step'), 'enter')
    expect(asked.prompt).toMatchObject({kind: 'choose'})
    const narrowed = after(asked, ...typing('fix'), 'enter')
    const kinds = new Set(tableOf(narrowed).rows.map(([, kind]) => kind))
    expect([...kinds]).toEqual(['Fix now'])
    const both = after(narrowed, 'f', ...typing('topic'), 'enter', ...typing('children missing'), 'enter')
    expect(new Set(tableOf(both).rows.map((row) => `${row[1]} ${row[3]}`)).size).toBe(1)
    expect(tableOf(both).rows.length).toBeLessThan(tableOf(narrowed).rows.length)
    expect(tableOf(after(both, 'backspace'))).toEqual(tableOf(steps()))
  })

  test.each(['class of difference', 'topic', 'authority', 'agency', 'tier', 'decision'])(
    'every %s leaves as many as it says',
    (field) => {
      const asked = after(steps(), 'f', ...typing(field), 'enter')
      const {prompt} = asked
      if (prompt?.kind !== 'choose') throw new TypeError('Expected a choice')
      expect(prompt.choices.length).toBeGreaterThan(0)
      for (const [place, {note}] of prompt.choices.entries()) {
        const chosen = after(asked, ...Array.from({length: place}, () => 'down'), 'enter')
        expect(String(tableOf(chosen).rows.length)).toBe(note)
      }
    },
    60_000,
  )

  test('copy words, open a row, and ask what becomes of them', () => {
    expect(deedsAfter(steps(), 'y')).toMatchObject([{do: 'copy', what: expect.any(String), text: expect.any(String)}])
    expect(onTop(after(steps(), 'enter')).name).toBe('row')
    expect(onTop(after(steps(), 'r')).name).toBe('rows')
    expect(after(steps(), 'd').prompt).toMatchObject({kind: 'form', title: 'Decide on a step'})
  })

  test('a decision says what was filled in, on the day of the analysis', () => {
    const form = after(steps(), 'd', 'right', 'tab', ...typing('R Officer'), 'tab', ...typing('31/1/2027'))
    const [judgement] = judged(deedsAfter(form, 'tab', 'tab', ...typing('soon'), 'enter'))
    expect(judgement).toEqual({
      file: 'decisions',
      entry: {
        opportunity: expect.stringMatching(/^[0-9a-f]{16}$/u),
        summary: expect.stringContaining('Return interview offered on every occasion'),
        'rests-on': expect.stringMatching(/^[0-9a-f]{16}$/u),
        decision: 'park',
        owner: 'R Officer',
        due: '2027-01-31',
        status: 'open',
        note: 'soon',
        on: '2026-11-23',
      },
    })
  })

  test('a day that is none is told as soon as its field is left, and no more when it is mended', () => {
    const left = after(steps(), 'd', 'tab', 'tab', ...typing('2027-02-30'), 'tab')
    expect(left.prompt).toMatchObject({kind: 'form', at: 3, faults: {due: expect.stringContaining('expected a day')}})
    const mended = after(left, 'up', ...Array.from('2027-02-30', () => 'backspace'), ...typing('1/3/2027'), 'tab')
    expect(mended.prompt).toMatchObject({kind: 'form', at: 3, faults: {}})
    expect(after(steps(), 'd', 'tab', 'tab', 'tab').prompt).toMatchObject({faults: {}})
  })

  test('a day that is none is told, and nothing is judged', () => {
    const sent = after(steps(), 'd', 'tab', 'tab', ...typing('2027-02-30'), 'ctrl-s')
    expect(sent.prompt).toMatchObject({kind: 'form', at: 2, faults: {due: expect.stringContaining('expected a day')}})
    expect(deedsAfter(sent, 'ctrl-s')).toEqual([])
    expect(after(sent, 'backspace').prompt).toMatchObject({faults: {}})
    expect(after(sent, 'esc').prompt).toBeNull()
  })
})

/** The first row of a topic that fits. */
const rowWhere = (
  fits: (row: World['rows'] extends ReadonlyMap<string, infer Row> ? Row : never) => boolean,
): string => {
  for (const [key, row] of world.rows) if (key.startsWith(`${topic}/`) && fits(row)) return row.id
  throw new TypeError('Expected such a row')
}

const holders = (readings: Readonly<Record<string, readonly unknown[] | undefined>>): number =>
  Object.values(readings).filter((own) => own && own.length > 0).length

test('an unsure row in the list is not said to have no difference', () => {
  const rows = world.topics.find(({summary}) => summary.id === topic)?.catalogue?.rows ?? []
  const place = rows.findIndex((row) => row.status === 'unsure' && row.facets.length === 0)
  expect(place).toBeGreaterThan(-1)
  const screen = screenText(after(at({name: 'rows', topic}), ...Array.from({length: place}, () => 'down')))
  expect(screen).toContain('? unsure, please check; Enter says why')
  expect(screen).not.toContain('no difference')
})

describe('a row', () => {
  const whole = (): Explorer => at({name: 'row', topic, id: rowWhere(({readings}) => holders(readings) === 6)})
  const lone = (): Explorer => at({name: 'row', topic, id: rowWhere(({readings}) => holders(readings) === 1)})

  test('turns from reading to reading and round', () => {
    const names = ['tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab'].reduce<readonly Explorer[]>(
      (all, key) => [...all, after(all.at(-1) as Explorer, key)],
      [whole()],
    )
    expect(new Set(names.map(stoodOn)).size).toBeGreaterThan(1)
    expect(stoodOn(after(whole(), 'tab', 'shift-tab'))).toBe(stoodOn(whole()))
  })

  test('goes to the next row and back, and to the next that differs', () => {
    const next = after(whole(), 'right')
    expect(onTop(after(next, 'left')).state).toMatchObject({id: (onTop(whole()).state as {id: string}).id})
    const rows = world.topics.find(({summary}) => summary.id === topic)?.catalogue?.rows ?? []
    let now = at({name: 'row', topic, id: rows[0]?.id ?? ''})
    const met: string[] = []
    for (;;) {
      const then = after(now, 'n')
      if (then.said) break
      now = then
      met.push((onTop(now).state as {id: string}).id)
    }
    const differing = rows
      .slice(1)
      .filter((row) => !['same', 'wording', 'local'].includes(statusAt(row, world.threshold)))
      .map(({id}) => id)
    expect(met).toEqual(differing)
  })

  test('a filter goes to the list of rows, so that no letter of it is taken for a key', () => {
    const typed = after(whole(), '/', ...typing('exploitation'))
    expect(onTop(typed).name).toBe('rows')
    expect(typed.prompt).toMatchObject({kind: 'filter', typed: 'exploitation'})
  })

  test('stays among the rows that were listed where it was opened', () => {
    const list = after(at({name: 'rows', topic}), '/', ...typing('police'), 'enter')
    const listed = tableOf(list).rows.length
    let now = after(list, 'home', 'enter')
    let count = 1
    for (;;) {
      const then = after(now, 'right')
      if (then.said) {
        expect(then.said.words).toBe('That was the last one of those listed.')
        break
      }
      now = then
      count++
    }
    expect([listed > 1, count]).toEqual([true, listed])
  })

  test('from the steps goes on by their list, over topics, and Esc comes back to the step one is at', () => {
    const list = at({name: 'opportunities'})
    const ranked = stepsIn(stepsState(list), contextOf(list)).filter(({rows}) => rows.length === 1)
    let now = after(list, 'enter')
    for (const step of ranked.slice(1, 12)) {
      now = after(now, 'n')
      expect(onTop(now).state).toMatchObject({topic: step.topic, id: step.rows[0]})
      expect(screenText(now)).toContain(`step ${step.place} of`)
    }
    expect(new Set(ranked.slice(0, 12).map((step) => step.topic)).size).toBeGreaterThan(1)
    expect(stoodOn(after(now, 'esc'))).toMatch(new RegExp(`^› +${ranked[11]?.place} `, 'u'))
    expect(onTop(after(now, 'p')).state).toMatchObject({id: ranked[10]?.rows[0]})
    expect(after(list, 'enter', 'p').said?.words).toBe('That was the first one of those listed.')
  })

  test('from steps that are filtered stays among them; a step that a decision takes off the list is not skipped past', () => {
    const list = at({name: 'opportunities', filters: {decision: 'none', topic}})
    const steps = stepsIn(stepsState(list), contextOf(list)).filter(({rows}) => rows.length === 1)
    const [first, second] = steps
    const row = after(list, 'enter')
    expect(onTop(after(row, 'n')).state).toMatchObject({topic, id: second?.rows[0]})
    const entry = {opportunity: first?.fingerprint ?? '', decision: 'park' as const, on: '2026-11-23'}
    const decided = {...row, world: {...world, judgements: {...world.judgements, decisions: [entry]}}}
    expect(onTop(after(decided, 'n')).state).toMatchObject({topic, id: second?.rows[0]})
    expect(stoodOn(after(decided, 'esc'))).toContain(` ${second?.place} `)
  })

  test('keeps its step when the analysis is made anew', () => {
    const row = after(at({name: 'opportunities'}), 'down', 'down', 'enter')
    const same = {...world, topics: world.topics.map((facts) => ({...facts}))}
    expect(screenText(withNewWorld(row, same))).toBe(screenText(row))
    const lost = {...row, stack: [...row.stack.slice(0, -2), openView({name: 'opportunities'}), onTop(row)]}
    expect(screenText(withNewWorld(lost, same))).toBe(screenText(row))
  })

  test('goes on from the place of its step where that is another after the analysis was made anew', () => {
    const row = after(at({name: 'opportunities'}), 'down', 'down', 'enter')
    const third = stepsIn(stepsState(at({name: 'opportunities'})), contextOf(row))[2]
    const renamed = (facts: TopicFacts): TopicFacts =>
      facts.catalogue
        ? {
            ...facts,
            catalogue: {
              ...facts.catalogue,
              opportunities: facts.catalogue.opportunities.map((each) =>
                each.fingerprint === third?.fingerprint ? {...each, fingerprint: 'f00d', rank: 1000} : each,
              ),
            },
          }
        : facts
    const anew = withNewWorld(row, {...world, topics: world.topics.map(renamed)})
    expect(screenText(anew)).not.toContain('; step ')
    expect(screenText(after(anew, 'n'))).toContain('; step 3 of')
    expect(screenText(after(anew, 'p'))).toContain('; step 2 of')
    expect(screenText(withNewWorld(anew, world))).toBe(screenText(row))
  })

  test('a key that means nothing is told', () => {
    expect(after(whole(), 'z').said?.words).toBe('z does nothing here; ? tells what the keys do.')
  })

  test('steps that no row states are passed over, and that is told', () => {
    const steps = stepsIn(stepsState(at({name: 'opportunities'})), contextOf(start))
    const before = steps.findIndex((step, place) => step.rows.length > 0 && steps[place + 1]?.rows.length === 0)
    const list = after(at({name: 'opportunities'}), ...Array.from({length: before}, () => 'down'), 'enter', 'n')
    expect(list.said?.words).toMatch(/^Passed over/u)
  })

  test('side by side begins at the row it was asked for in', () => {
    const row = after(at({name: 'rows', topic}), 'end', 'enter')
    const {id} = onTop(row).state as {id: string}
    for (const keys of [['s'], ['4', 'enter'], ['esc', '4', 'enter']]) {
      const sides = after(row, ...keys, 'enter')
      expect(onTop(sides)).toMatchObject({name: 'sides', state: {sought: id}})
    }
  })

  test('from work by agency and from two side by side goes on by their lists', () => {
    const work = after(at({name: 'agencies'}), 'enter')
    const next = after(work, 'n')
    expect(onTop(next).state).not.toEqual(onTop(work).state)
    expect(onTop(after(next, 'esc', 'enter')).state).toEqual(onTop(next).state)
    const sides = after(at({name: 'sides', topic, a: 'eldermoss', b: 'thornmere'}), 'enter', 'n', 'n')
    expect(onTop(after(sides, 'esc', 'enter')).state).toEqual(onTop(sides).state)
  })

  test('pages on from what is in sight, also from the end', () => {
    const end = after(whole(), 'end')
    expect(screenText(after(end, 'page-up'))).not.toBe(screenText(end))
    expect(screenText(after(end, 'page-up', 'page-down', 'page-down'))).toBe(screenText(end))
    const low = after(whole(), ...Array.from({length: 30}, () => 'page-down'))
    expect(screenText(after(low, 'page-up'))).not.toBe(screenText(low))
  })

  test('= pins all its readings as the same', () => {
    const [judgement, ...more] = judged(deedsAfter(whole(), '='))
    expect(more).toEqual([])
    if (judgement?.file !== 'pins' || !('same' in judgement.entry)) throw new TypeError('Expected a pin')
    expect(new Set(judgement.entry.same.map(({authority}) => authority)).size).toBe(6)
    for (const {quote, fingerprint} of judgement.entry.same) {
      expect(quote.split(/\s+/u).length).toBeLessThanOrEqual(14)
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/u)
    }
  })

  test('x pins the reading stood on apart from the others', () => {
    const judgements = judged(deedsAfter(whole(), 'tab', 'x'))
    const ones = judgements.map((each) =>
      each.file === 'pins' && 'not-same' in each.entry ? each.entry['not-same'] : [],
    )
    expect(ones.length).toBeGreaterThan(1)
    expect(new Set(ones.map(([one]) => one?.fingerprint)).size).toBe(1)
    for (const [one, other] of ones) expect(other?.authority).not.toBe(one?.authority)
  })

  test('a marked reading is pinned to one of another row', () => {
    const marked = after(lone(), 'm')
    expect(marked.marked?.named).toHaveLength(1)
    expect(screenText(after(marked, 'esc'))).toContain('Marked: ')
    const there = {...marked, stack: whole().stack}
    const [judgement] = judged(deedsAfter(there, '='))
    if (judgement?.file !== 'pins' || !('same' in judgement.entry)) throw new TypeError('Expected a pin')
    expect(judgement.entry.same).toEqual(expect.arrayContaining([...(marked.marked?.named ?? [])]))
    expect(deedsAfter(lone(), '=')).toEqual([])
    expect(after(lone(), '=').said?.words).toContain('Only one reading')
  })

  test('a marked reading of another topic is never pinned', () => {
    const marked = after(lone(), 'm')
    const elsewhere = {
      ...marked,
      marked: marked.marked && {...marked.marked, topic: 'referral-form'},
      stack: whole().stack,
    }
    expect(deedsAfter(elsewhere, '=')).toEqual([])
    expect(after(elsewhere, '=').said).toMatchObject({isFault: true})
  })

  test('agreeing needs a reason and a later day', () => {
    const id = rowWhere(({findings}) => findings.length === 1 && findings[0]?.class !== 'below-standard')
    const asked = after(at({name: 'row', topic, id}), 'a')
    expect(after(asked, 'ctrl-s').prompt).toMatchObject({
      faults: {reason: expect.any(String), 'review-by': expect.any(String)},
    })
    const early = after(asked, ...typing('why'), 'tab', ...typing('2026-11-23'), 'ctrl-s')
    expect(early.prompt).toMatchObject({faults: {'review-by': expect.stringContaining('after today')}})
    const [judgement] = judged(deedsAfter(asked, ...typing('why'), 'tab', ...typing('2027-03-31'), 'ctrl-s'))
    expect(judgement).toMatchObject({
      file: 'agreed',
      entry: {reason: 'why', agreed: '2026-11-23', 'review-by': '2027-03-31'},
    })
    expect(judgement?.entry).not.toHaveProperty('below-statute')
  })

  test('what falls below a statutory standard is agreed only by typing accepted', () => {
    const standards = new Set(
      (world.topics.find(({summary}) => summary.id === topic)?.catalogue?.standards ?? []).flatMap(({tier, id}) =>
        tier === 'A' ? [id] : [],
      ),
    )
    const id = rowWhere(({findings}) =>
      findings.some((each) => standards.has(each.standard ?? '') && each.class === 'below-standard'),
    )
    let form = after(at({name: 'row', topic, id}), 'a')
    if (form.prompt?.kind === 'choose') form = after(form, ...typing('below-standard'), 'enter')
    const filled = after(form, ...typing('why'), 'tab', ...typing('2027-03-31'))
    expect(deedsAfter(filled, 'ctrl-s')).toEqual([])
    const [judgement] = judged(deedsAfter(filled, 'tab', 'tab', ...typing('accepted'), 'ctrl-s'))
    expect(judgement).toMatchObject({file: 'agreed', entry: {'below-statute': 'accepted'}})
  })

  test('copies, edits at the line, and opens what is around it', () => {
    expect(deedsAfter(whole(), 'y')).toMatchObject([{do: 'copy', what: expect.stringContaining('words')}])
    expect(deedsAfter(whole(), 'e')).toMatchObject([{do: 'edit', path: expect.stringContaining('missing-children')}])
    expect(onTop(after(whole(), 'o'))).toMatchObject({name: 'outline', state: {topic}})
    expect(onTop(after(whole(), 'r'))).toMatchObject({name: 'rows', state: {topic}})
    expect(stoodOn(after(whole(), 'r'))).toContain((onTop(whole()).state as {id: string}).id.slice(0, 12))
  })
})

describe('number keys', () => {
  test('come back to each view as it was left', () => {
    const down = after(start, '2', 'down', 'down', 'down')
    const place = stoodOn(down)
    const back = after(down, '3', 'down', '6', 'down', '7', '1', '2')
    expect(stoodOn(back)).toBe(place)
    expect(onTop(after(back, '3')).name).toBe('rows')
  })

  test('ask for no pair where there are only two, or one', () => {
    const among = (count: number): Explorer => ({
      ...start,
      world: {
        ...world,
        topics: world.topics.map((facts) => ({
          ...facts,
          summary: {...facts.summary, authorities: facts.summary.authorities.slice(0, count)},
        })),
      },
    })
    expect(onTop(after(among(2), '4'))).toMatchObject({name: 'sides', state: {a: 'eldermoss', b: 'harrowmead'}})
    expect(after(among(1), '4').said?.words).toContain('nothing to lay beside it')
  })

  test('ask whose where that is not known, and keep that too', () => {
    const sides = after(start, '4', ...typing('elder'), 'enter', ...typing('wex'), 'enter', 'down')
    expect(onTop(sides)).toMatchObject({name: 'sides', state: {a: 'eldermoss', b: 'wexbourne'}})
    expect(onTop(after(sides, '2', '4'))).toEqual(onTop(sides))
    const outline = after(start, '5', ...typing('salt'), 'enter')
    expect(onTop(outline)).toMatchObject({name: 'outline', state: {authority: 'saltmarrow'}})
  })

  test('Esc goes back the way one came', () => {
    const deep = after(start, '2', 'enter', 'r', 'enter')
    expect(deep.stack.map(({name}) => name)).toEqual(['region', 'opportunities', 'row', 'rows', 'row'])
    expect(after(deep, 'esc', 'esc', 'esc').stack.map(({name}) => name)).toEqual(['region', 'opportunities'])
    expect(after(deep, 'esc', 'esc', 'esc', 'esc', 'esc').said?.words).toContain('q quits')
  })
})

describe('prompts', () => {
  test('a list that goes on says by how much, what people open first, until its end is in sight', () => {
    const asked = after(start, 'w')
    expect(screenText(asked)).toMatch(/14 of 14; ↓ 2 more below[^]*Word document for a board[^]*SARIF/u)
    expect(screenText(after(asked, 'end'))).not.toContain('more below')
  })

  test('the help finds keys by what they do', () => {
    const help = after(start, '?', ...typing('take back'))
    expect(screenText(help)).toContain('Take back the last judgement')
    expect(screenText(help)).not.toContain('Draw the screen anew')
    expect(after(help, 'esc').prompt).toBeNull()
    expect(after(start, '?', '?').prompt).toBeNull()
  })

  test('the commands do what is chosen, and go where', () => {
    const quit = deedsAfter(start, ':', ...typing('quit;'), 'enter')
    expect(quit).toEqual([{do: 'quit'}])
    expect(onTop(after(start, 'ctrl-p', ...typing('outline of pell missing'), 'enter'))).toMatchObject({
      name: 'outline',
      state: {authority: 'pellmoor', topic},
    })
    expect(after(start, ':', ...typing('nothing of the kind'), 'enter').prompt).toMatchObject({kind: 'choose'})
  })

  test('typed signs are taken away one by one, by word and all', () => {
    const typed = after(start, ':', ...typing('one twó'))
    expect(after(typed, 'backspace').prompt).toMatchObject({typed: 'one tw'})
    expect(after(typed, 'ctrl-w').prompt).toMatchObject({typed: 'one '})
    expect(after(typed, 'ctrl-u').prompt).toMatchObject({typed: ''})
  })

  test('what is typed in a form is mended in its middle', () => {
    const field = (...keys: readonly string[]) => {
      const {prompt} = after(at({name: 'opportunities'}), 'd', 'tab', ...keys)
      return prompt?.kind === 'form' ? prompt.fields[1]?.value : null
    }
    expect(field(...typing('R Oficer'), 'left', 'left', 'left', 'left', 'left', 'f')).toBe('R Officer')
    expect(field(...typing('xR Officer'), 'home', 'delete')).toBe('R Officer')
    expect(field(...typing('Officer'), 'ctrl-a', ...typing('R '), 'end', '!', 'backspace')).toBe('R Officer')
    expect(field(...typing('an R Officer'), ...Array.from({length: 9}, () => 'left'), 'ctrl-u')).toBe('R Officer')
    expect(field(...typing('ab'), 'right', 'delete', 'left', 'left', 'left', 'left', 'backspace', 'c')).toBe('cab')
  })

  test('the welcome passes the key on that answered it', () => {
    const isNew = {...start, prompt: {kind: 'welcome'}} as Explorer
    expect(onTop(after(isNew, '2')).name).toBe('opportunities')
    expect(deedsAfter(isNew, 'space')).toEqual([{do: 'welcomed'}])
  })

  test('a form is in sight on the smallest screen, whichever field is stood on', () => {
    const small = after(at({name: 'opportunities'}, 40, 12), 'd')
    for (let field = 0; field < 5; field++) {
      const form = after(small, ...Array.from({length: field}, () => 'down'))
      expect(stoodOn(form)).not.toBe('')
      expect(screenText(form)).toContain('Decide on a step')
    }
  })
})

describe('the threshold', () => {
  test('moves by twentieths within bounds, and says what that changes', () => {
    expect(thresholdMoved(0.98, 1)).toBe(1)
    expect(thresholdMoved(0, -1)).toBe(0)
    const stricter = after(start, ']')
    expect(stricter.world.threshold).toBe(thresholdMoved(world.threshold, 1))
    expect(stricter.said?.words).toBe(thresholdWords(world, stricter.world.threshold))
    expect(after(stricter, '[').world.threshold).toBe(world.threshold)
  })

  test('counts every row once, and at the analysis’s own says nothing changed', () => {
    const rows = world.topics.reduce((sum, {catalogue}) => sum + (catalogue?.rows.length ?? 0), 0)
    for (const to of [0, world.ownThreshold, 1]) {
      const words = thresholdWords(world, to)
      const [agree = 0, differ = 0, unsure = 0] = ['agree', 'differ', 'unsure'].map((name) =>
        Number(new RegExp(`(\\d+) ${name}`, 'u').exec(words)?.[1]),
      )
      expect(agree + differ + unsure).toBe(rows)
    }
    expect(thresholdWords(world, world.ownThreshold)).not.toMatch(/\([+-]\d/u)
  })

  test('never makes more rows agree than hold without a doubt of another kind', () => {
    for (const {catalogue} of world.topics)
      for (const row of catalogue?.rows ?? []) {
        expect(statusAt(row, world.ownThreshold)).toBe(row.status)
        if (row.doubted) expect(statusAt(row, 0)).toBe('unsure')
        if (row.facets.some((facet) => !['wording', 'local'].includes(facet)))
          expect(['same', 'wording', 'local']).not.toContain(statusAt(row, 0))
      }
  })
})
