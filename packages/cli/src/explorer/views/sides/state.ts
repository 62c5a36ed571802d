import {standingLetters, type RowEntry} from '../../../shelf/catalogue.ts'
import {inSight, type ListPlace, listStart, moved, movedWith, moveOf, nearest} from '../../list.ts'
import {choosing, holdsWords} from '../../prompts.ts'
import type {Along, Context, RowAt, Stepped} from '../../view.ts'
import {catalogueOf, statusAt, topicOf, type World} from '../../world.ts'
import {remembering} from '../parts.ts'
import {sharing} from '../rows/state.ts'

/** Two procedures beside each other, row by row. */
export interface SidesState {
  readonly topic: string
  readonly a: string
  readonly b: string
  readonly words: string
  /** `top` is the first row in sight; rows are of unlike height. */
  readonly place: ListPlace
  readonly sought: string | null
}

export const sidesStart = (topic: string, a: string, b: string, row?: string): SidesState => ({
  topic,
  a,
  b,
  words: '',
  place: listStart,
  sought: row ?? null,
})

const held = remembering(
  (
    rows: readonly RowEntry[],
    authorities: readonly string[],
    a: string,
    b: string,
    words: string,
  ): readonly RowEntry[] => {
    const [atA, atB] = [authorities.indexOf(a), authorities.indexOf(b)]
    const holds = ({standings}: RowEntry, at: number): boolean => at >= 0 && standings[at] !== standingLetters.nothing
    return rows.filter(
      (row) =>
        (holds(row, atA) || holds(row, atB)) &&
        (words === '' || holdsWords(`${row.id} ${row.words} ${row.moved.length > 0 ? 'moved' : ''}`, words)),
    )
  },
)

const none: readonly RowEntry[] = []
const nobody: readonly string[] = []

/** The rows that one of the two holds, in the order of the texts. */
export const rowsBetween = ({topic, a, b, words}: SidesState, {world}: Pick<Context, 'world'>): readonly RowEntry[] => {
  const catalogue = catalogueOf(world, topic)
  return held(catalogue?.rows ?? none, catalogue?.authorities ?? nobody, a, b, words)
}

export const placeBetween = (state: SidesState, context: Context): ListPlace => {
  const rows = rowsBetween(state, context)
  const sought = state.sought === null ? -1 : rows.findIndex(({id}) => id === state.sought)
  return sought < 0 ? state.place : {at: sought, top: Math.max(0, sought - 2)}
}

/** Rows are of several lines: a page is so many of them. */
export const pageOf = ({rows}: Pick<Context, 'rows'>): number => Math.max(2, Math.floor(rows / 4))

const settled: ReadonlySet<string> = new Set(['same', 'wording', 'local'])

export const sidesStep = (state: SidesState, key: string, context: Context): Stepped<SidesState> | null => {
  const rows = rowsBetween(state, context)
  const place = placeBetween(state, context)
  const page = pageOf(context)
  const to = (next: ListPlace): Stepped<SidesState> => ({state: {...state, sought: null, place: next}})
  const move = moveOf(key)
  if (move) return to(moved(place, move, rows.length, page))
  switch (key) {
    case 'n':
    case 'p': {
      const at = along(rows, place.at, key === 'n' ? 1 : -1, context.world)
      return at === null
        ? {state, deeds: [{do: 'say', words: 'No further row that differs.'}]}
        : to(inSight({...place, at}, rows.length, page))
    }
    case 'enter':
      return opened(state, rows[place.at])
    case 'tab':
      return {state: {...state, a: state.b, b: state.a}}
    case 's':
      return {state, deeds: [other(state, context.world)]}
    case 'o':
      return {state, deeds: [{do: 'open', view: {name: 'outline', topic: state.topic, authority: state.a}}]}
    default:
      return null
  }
}

/** The next row that one of the two holds, or the one before: every one, or those that differ. */
export const alongSides = (
  state: SidesState,
  {topic, id}: RowAt,
  by: 1 | -1,
  every: boolean,
  context: Context,
): Along<SidesState> | null => {
  const rows = rowsBetween(state, context)
  const own = rows.findIndex((row) => row.id === id)
  const from = own < 0 ? state.place.at : own
  const at = every ? from + by : along(rows, from, by, context.world)
  const row = at === null ? undefined : rows[at]
  if (at === null || row === undefined) return null
  const place = inSight({...placeBetween(state, context), at}, rows.length, pageOf(context))
  return {state: {...state, sought: null, place}, row: {topic, id: row.id, step: null}}
}

const opened = (state: SidesState, row: RowEntry | undefined): Stepped<SidesState> | null =>
  row ? {state, deeds: [{do: 'open', view: {name: 'row', topic: state.topic, id: row.id}}]} : null

const along = (rows: readonly RowEntry[], from: number, by: 1 | -1, world: World): number | null => {
  for (let at = from + by; at >= 0 && at < rows.length; at += by)
    if (!settled.has(statusAt(rows[at] as RowEntry, world.threshold))) return at
  return null
}

const other = ({topic, a, b}: SidesState, world: World) => ({
  do: 'ask' as const,
  prompt: choosing(
    `${world.name(a)} beside`,
    (topicOf(world, topic)?.summary.authorities ?? [])
      .filter((id) => id !== a)
      .map((id) => ({value: id, label: world.name(id)})),
    (chosen) => [{do: 'replace', view: {name: 'sides', topic, a, b: chosen}}],
    b,
  ),
})

/** The same row after the analysis was made anew, by its provisions. */
export const sidesRenewed = (state: SidesState, before: World, now: World): SidesState => {
  const row = rowsBetween(state, {world: before})[state.place.at]
  const at = nearest(rowsBetween(state, {world: now}), state.place.at, sharing(row))
  return state.sought === null ? {...state, place: movedWith(state.place, at)} : state
}
