import {inSight, type ListPlace, listStart, moved, movedWith, moveOf, nearest} from '../../list.ts'
import {statusWords} from '@hedgerow/report'
import type {Status} from '@hedgerow/assess'
import type {RowEntry} from '../../../catalogue.ts'
import {choosing, holdsWords} from '../../prompts.ts'
import type {Context, Stepped} from '../../view.ts'
import {catalogueOf, statusAt, type World} from '../../world.ts'
import {remembering} from '../parts.ts'
import {listHeightIn} from './theme.ts'

/** Every row of a topic, and the one stood on. */
export interface RowsState {
  readonly topic: string
  /** Only rows of this status; null for all. */
  readonly status: Status | null
  readonly words: string
  readonly place: ListPlace
  /** A row to go to once the topic was looked up. */
  readonly sought: string | null
}

export const rowsStart = (topic: string, row?: string, status?: Status): RowsState => ({
  topic,
  status: status ?? null,
  words: '',
  place: listStart,
  sought: row ?? null,
})

const rowsLeft = remembering(
  (rows: readonly RowEntry[], status: Status | null, words: string, threshold: number): readonly RowEntry[] =>
    rows.filter(
      (row) =>
        (status === null || statusAt(row, threshold) === status) &&
        (words === '' ||
          holdsWords(`${row.id} ${row.words} ${row.facets.join(' ')} ${statusWords[statusAt(row, threshold)]}`, words)),
    ),
)

const none: readonly RowEntry[] = []

export const rowsIn = ({topic, status, words}: RowsState, {world}: Pick<Context, 'world'>): readonly RowEntry[] =>
  rowsLeft(catalogueOf(world, topic)?.rows ?? none, status, words, world.threshold)

/** Where one stands: on the row sought, as long as no key was pressed. */
export const placeIn = (state: RowsState, context: Context): ListPlace => {
  const rows = rowsIn(state, context)
  const sought = state.sought === null ? -1 : rows.findIndex(({id}) => id === state.sought)
  return inSight(sought < 0 ? state.place : {...state.place, at: sought}, rows.length, listHeightIn(context))
}

const settled: ReadonlySet<string> = new Set(['same', 'wording', 'local'])

export const rowsStep = (state: RowsState, key: string, context: Context): Stepped<RowsState> | null => {
  const rows = rowsIn(state, context)
  const place = placeIn(state, context)
  const height = listHeightIn(context)
  const move = moveOf(key)
  if (move) return {state: {...state, sought: null, place: moved(place, move, rows.length, height)}}
  if (key === 'n' || key === 'p') {
    const at = nextDiffering(rows, place.at, key === 'n' ? 1 : -1, context.world)
    if (at === null) return {state, deeds: [{do: 'say', words: 'No further row that differs.'}]}
    return {state: {...state, sought: null, place: inSight({...place, at}, rows.length, height)}}
  }
  if (key === 'f') return {state, deeds: [chooseStatus(state, context)]}
  if (key === 't') return {state, deeds: [chooseTopic(context.world)]}
  const row = rows[place.at]
  if (key === 'enter' && row)
    return {
      state: {...state, place, sought: null},
      deeds: [{do: 'open', view: {name: 'row', topic: state.topic, id: row.id}}],
    }
  return null
}

const nextDiffering = (rows: readonly RowEntry[], from: number, by: 1 | -1, world: World): number | null => {
  for (let at = from + by; at >= 0 && at < rows.length; at += by)
    if (!settled.has(statusAt(rows[at] as RowEntry, world.threshold))) return at
  return null
}

const chooseStatus = (state: RowsState, {world}: Context) => {
  const rows = catalogueOf(world, state.topic)?.rows ?? []
  const counts = new Map<Status, number>()
  for (const row of rows) {
    const status = statusAt(row, world.threshold)
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  const choices = [
    {value: '', label: 'All rows', note: String(rows.length)},
    ...[...counts].map(([value, count]) => ({value, label: statusWords[value], note: String(count)})),
  ]
  return {
    do: 'ask' as const,
    prompt: choosing('Show only rows that are', choices, (value) => [
      {do: 'replace', view: {name: 'rows', topic: state.topic, ...(value !== '' && {status: value as Status})}},
    ]),
  }
}

const chooseTopic = (world: World) => ({
  do: 'ask' as const,
  prompt: choosing(
    'Rows of which topic?',
    world.topics.map(({summary}) => ({value: summary.id, label: summary.title, note: `${summary.rows} rows`})),
    (topic) => [{do: 'replace', view: {name: 'rows', topic}}],
  ),
})

/** Whether a row holds a provision of another. */
export const sharing =
  (one: RowEntry | undefined) =>
  ({fingerprints}: RowEntry): boolean =>
    fingerprints.some((each) => one?.fingerprints.includes(each))

/** The same row after the analysis was made anew, by its provisions. */
export const rowsRenewed = (state: RowsState, before: World, now: World): RowsState => {
  const row = rowsIn(state, {world: before})[state.place.at]
  const rows = rowsIn(state, {world: now})
  const at = nearest(rows, state.place.at, sharing(row))
  return state.sought === null ? {...state, place: movedWith(state.place, at)} : state
}
