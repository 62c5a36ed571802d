import type {AssessedRow, StandardVerdict} from '@hedgerow/assess'
import type {RowEntry} from '../../../shelf/catalogue.ts'
import type {Deed} from '../../deeds.ts'
import {choosing} from '../../prompts.ts'
import type {Along, Context, MarkedReading, RowAt, Stepped} from '../../view.ts'
import {catalogueOf, rowOf, statusAt, type Step, topicOf, type World} from '../../world.ts'
import {agree, decide, namedReading, pinApart, pinRead, pinTogether} from '../judging.ts'
import {choosePartner} from '../partner.ts'
import {type ReadingGroup, readingGroups} from '../parts.ts'

/** One row: which reading one stands on, and the first line in sight. */
export interface RowState {
  readonly topic: string
  readonly id: string
  /** Index of a group of readings. */
  readonly reading: number
  /** Null while the reading stood on decides. */
  readonly top: number | null
  /** The fingerprint of the step it was opened for. */
  readonly step: string | null
}

export const rowStart = (topic: string, id: string, step: string | null = null): RowState => ({
  topic,
  id,
  reading: 0,
  top: null,
  step,
})

export const rowIn = ({topic, id}: RowState, {world}: Pick<Context, 'world'>): AssessedRow | undefined =>
  rowOf(world, topic, id)

/** The readings of a row as they are shown: those that say the same together. */
export const groupsIn = (state: RowState, context: Pick<Context, 'world'>): readonly ReadingGroup[] => {
  const row = rowIn(state, context)
  return row ? readingGroups(row) : []
}

/** The steps that rest on a row. */
export const stepsOn = (topic: string, id: string, world: World): readonly Step[] =>
  (catalogueOf(world, topic)?.opportunities ?? [])
    .filter(({rows}) => rows.includes(id))
    .map((each) => ({...each, topic, place: each.rank}))

/** The standards a row is held against. */
export const standardsOn = ({topic, id}: RowState, world: World): readonly StandardVerdict[] =>
  (catalogueOf(world, topic)?.standards ?? []).filter(({rows}) => rows.includes(id))

/** Statuses nothing is to be done about. */
const settled: ReadonlySet<string> = new Set(['same', 'wording', 'local'])

/** The row so many places on, of those that fit. */
export const rowAlong = (
  {topic, id}: {readonly topic: string; readonly id: string},
  by: 1 | -1,
  world: World,
  fits: (row: RowEntry) => boolean,
): RowEntry | undefined => {
  const rows = catalogueOf(world, topic)?.rows ?? []
  const at = rows.findIndex((row) => row.id === id)
  const onward = by === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse()
  return onward.find(fits)
}

const differs =
  ({threshold}: World) =>
  (row: RowEntry): boolean =>
    !settled.has(statusAt(row, threshold))

/** The next row of the topic, or the one before: of all of them, or of those that differ. */
export const alongTopic = (
  state: RowState,
  from: RowAt,
  by: 1 | -1,
  every: boolean,
  {world}: Context,
): Along<RowState> | null => {
  const next = rowAlong(from, by, world, every ? () => true : differs(world))
  return next ? {state, row: {...from, id: next.id}} : null
}

export const rowStep = (state: RowState, key: string, context: Context): Stepped<RowState> | null => {
  const along = (by: 1 | -1, every: boolean): Stepped<RowState> => ({state, deeds: [{do: 'along', by, every}]})
  const count = groupsIn(state, context).length
  const turned = (by: number): Stepped<RowState> => ({
    state: {...state, top: null, reading: count === 0 ? 0 : (state.reading + by + count) % count},
  })
  switch (key) {
    case 'n':
      return along(1, false)
    case 'p':
      return along(-1, false)
    case 'right':
    case 'l':
    case 'J':
      return along(1, true)
    case 'left':
    case 'h':
    case 'K':
      return along(-1, true)
    case 'tab':
    case 'down':
    case 'j':
      return turned(1)
    case 'shift-tab':
    case 'up':
    case 'k':
      return turned(-1)
    case 'home':
    case 'g':
      return {state: {...state, reading: 0, top: 0}}
    case 'end':
    case 'G':
      return {state: {...state, reading: Math.max(0, count - 1), top: Number.MAX_SAFE_INTEGER}}
    default:
      return scrolled(state, key, context) ?? judged(state, key, context)
  }
}

/** Keys that go a page up or down. */
export const pageKeys: Readonly<Record<string, -1 | 1>> = {
  'page-up': -1,
  'ctrl-b': -1,
  'ctrl-u': -1,
  'page-down': 1,
  'ctrl-f': 1,
  'ctrl-d': 1,
  space: 1,
}

const scrolled = (state: RowState, key: string, {rows}: Context): Stepped<RowState> | null => {
  const way = pageKeys[key]
  return way === undefined
    ? null
    : {state: {...state, top: Math.max(0, (state.top ?? 0) + way * Math.max(1, rows - 2))}}
}

const judged = (state: RowState, key: string, context: Context): Stepped<RowState> | null => {
  const row = rowIn(state, context)
  const groups = readingsFor(state, context)
  if (!row || !groups) return null
  const deed = deedOf(key, state, row, groups, context)
  return deed === null ? null : {state, deeds: [deed]}
}

interface Chosen {
  readonly own: ReadingGroup
  readonly all: readonly ReadingGroup[]
}

const readingsFor = (state: RowState, context: Context): Chosen | null => {
  const all = groupsIn(state, context)
  const own = all[state.reading]
  return own ? {own, all} : null
}

const deedOf = (key: string, state: RowState, row: AssessedRow, groups: Chosen, context: Context): Deed | null => {
  const {world} = context
  const {topic, id} = state
  const [authority] = groups.own.authorities
  const [reading] = groups.own.readings
  if (authority === undefined || reading === undefined) return null
  switch (key) {
    case '=':
      return same(topic, row, groups, context)
    case 'x':
      return apart(topic, row, groups, world)
    case 'm':
      return {do: 'mark', reading: marked(topic, row, groups.own, world)}
    case 'a':
      return agree(
        row,
        world,
        standardsOn(state, world).flatMap((each) => (each.tier === 'A' ? [each.id] : [])),
      )
    case 'd':
      return decideOn(stepsOn(topic, id, world), state.step, world)
    case 'y':
      return {
        do: 'copy',
        text: groups.own.readings.map(({text}) => text).join(' '),
        what: `${world.name(authority)}’s words`,
      }
    case 'Y':
      return suggested(stepsOn(topic, id, world), world)
    case 'e':
      return {do: 'edit', path: reading.source.path, line: reading.source.line ?? null}
    case 's':
      return choosePartner(world, topic, authority, id)
    case 'o':
      return {do: 'open', view: {name: 'outline', topic, authority, fingerprint: reading.fingerprint}}
    case 'r':
      return {do: 'open', view: {name: 'rows', topic, row: id}}
    default:
      return null
  }
}

const suggested = (steps: readonly Step[], world: World): Deed => {
  const [step] = steps
  const full = step && world.details.get(`${step.topic}/${step.id}`)
  const words = full?.proposal?.wording?.text
  return words
    ? {do: 'copy', text: words, what: 'the words to adopt'}
    : {do: 'say', words: 'No words are proposed here: people must choose, or there is nothing to do.'}
}

/** Asks what becomes of a step of several; the one a row was opened for stands chosen. */
export const decideOn = (steps: readonly Step[], opened: string | null, world: World): Deed => {
  const [first] = steps
  if (first === undefined) return {do: 'say', words: 'No step rests on this row, so there is nothing to decide.'}
  if (steps.length === 1) return decide(first, world)
  return {
    do: 'ask',
    prompt: choosing(
      'Decide on which step?',
      steps.map(({fingerprint, title}) => ({value: fingerprint, label: title})),
      (chosen) => [decide(steps.find(({fingerprint}) => fingerprint === chosen) ?? first, world)],
      opened ?? undefined,
    ),
  }
}

const namedGroup = (topic: string, {authorities, readings}: ReadingGroup, row: AssessedRow) =>
  authorities.flatMap((authority) =>
    (row.readings[authority] ?? readings).map((reading) => namedReading(topic, authority, reading)),
  )

const marked = (topic: string, row: AssessedRow, group: ReadingGroup, world: World): MarkedReading => ({
  topic,
  row: row.id,
  named: namedGroup(topic, group, row),
  words: `${group.authorities.map(world.name).join(', ')}: ${group.readings[0]?.text ?? ''}`,
})

/** With a reading marked in another row, that one and this are the same; else all of this row are. */
const same = (topic: string, row: AssessedRow, {own, all}: Chosen, {world, marked: other}: Context): Deed => {
  if (other && other.topic !== topic)
    return {do: 'say', words: 'The marked reading is of another topic; rows never join topics.', isFault: true}
  if (other && other.row !== row.id) return pinTogether([...other.named, ...namedGroup(topic, own, row)], world)
  const named = all.flatMap((group) => namedGroup(topic, group, row))
  if (named.length < 2)
    return {do: 'say', words: 'Only one reading here. Mark it with m, go to the row it belongs in, and press = there.'}
  return row.status === 'unsure' ? pinRead(named, world) : pinTogether(named, world)
}

/** The reading stood on does not belong with the others. */
const apart = (topic: string, row: AssessedRow, {own, all}: Chosen, world: World): Deed => {
  const [one] = namedGroup(topic, own, row)
  const others = all.filter((group) => group !== own).flatMap((group) => namedGroup(topic, group, row))
  if (one === undefined || others.length === 0)
    return {do: 'say', words: 'All readings here say the same to the letter: nothing to part.'}
  const pin = pinApart(one, others, world)
  const below = row.findings.find(({class: name, severity}) => name === 'below-standard' && severity !== 'off')
  if (below === undefined) return pin
  return {
    do: 'ask',
    prompt: choosing(
      `That may take away: ${world.short(below.summary)}`,
      [
        {value: 'leave', label: 'Leave the row as it is'},
        {value: 'part', label: 'They are not the same provision: pin them apart'},
      ],
      (answer) => (answer === 'part' ? [pin] : []),
    ),
  }
}

/** The row that holds most of the same provisions after the analysis was made anew. */
export const rowRenewed = (state: RowState, before: World, now: World): RowState => {
  const old = catalogueOf(before, state.topic)?.rows.find(({id}) => id === state.id)
  const rows = catalogueOf(now, state.topic)?.rows ?? []
  if (!old || !topicOf(now, state.topic)) return state
  const shared = (row: RowEntry): number => row.fingerprints.filter((each) => old.fingerprints.includes(each)).length
  const best = rows.reduce<RowEntry | null>(
    (found, row) => (shared(row) > (found ? shared(found) : 0) ? row : found),
    null,
  )
  return best === null ? state : {...state, id: best.id, top: null}
}
