import {inSight, type ListPlace, listStart, moved, movedWith, moveOf, nearest} from '../../list.ts'
import {classWords, statusWords} from '@hedgerow/report'
import type {Status} from '@hedgerow/assess'
import {type Catalogue, type RowEntry, standingLetters} from '../../../shelf/catalogue.ts'
import type {RowsOnly} from '../../opened.ts'
import {choosing, holdsWords} from '../../prompts.ts'
import type {Along, Context, RowAt, Stepped} from '../../view.ts'
import {catalogueOf, statusAt, type World} from '../../world.ts'
import {remembering} from '../parts.ts'
import {decideOn, stepsOn} from '../row/state.ts'
import {listHeightIn} from './theme.ts'

/** Every row of a topic, and the one stood on. */
export interface RowsState {
  readonly topic: string
  /** Null for all rows. */
  readonly only: RowsOnly | null
  readonly words: string
  readonly place: ListPlace
  /** A row to go to once the topic was looked up. */
  readonly sought: string | null
}

export const rowsStart = (topic: string, row?: string, only?: RowsOnly): RowsState => ({
  topic,
  only: only ?? null,
  words: '',
  place: listStart,
  sought: row ?? null,
})

const isListed = (row: RowEntry, only: RowsOnly | null, authorities: readonly string[], threshold: number): boolean => {
  if (only === null) return true
  if ('status' in only) return statusAt(row, threshold) === only.status
  if ('facet' in only) return (row.facets as readonly string[]).includes(only.facet)
  return row.standings[authorities.indexOf(only.authority)] === only.standing
}

const rowsLeft = remembering(
  (catalogue: Catalogue | null, only: RowsOnly | null, words: string, threshold: number): readonly RowEntry[] =>
    (catalogue?.rows ?? []).filter(
      (row) =>
        isListed(row, only, catalogue?.authorities ?? [], threshold) &&
        (words === '' || holdsWords(rowWords(row, threshold), words)),
    ),
)

/** The words a row is found by. */
const rowWords = (row: RowEntry, threshold: number): string =>
  [
    row.id,
    row.words,
    ...row.facets.flatMap((facet) => [facet, classWords[facet]]),
    statusWords[statusAt(row, threshold)],
    ...(row.moved.length > 0 ? ['moved in', ...row.moved] : []),
  ].join(' ')

export const rowsIn = ({topic, only, words}: RowsState, {world}: Pick<Context, 'world'>): readonly RowEntry[] =>
  rowsLeft(catalogueOf(world, topic), only, words, world.threshold)

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
  if (key === 'f') return {state, deeds: [chooseRows(state, context)]}
  if (key === 't') return {state, deeds: [chooseTopic(context.world)]}
  const row = rows[place.at]
  if (key === 'd' && row)
    return {state, deeds: [decideOn(stepsOn(state.topic, row.id, context.world), null, context.world)]}
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

/** Whether only some rows are listed. */
export const isNarrowed = ({only, words}: RowsState): boolean => only !== null || words !== ''

/** The next row listed, or the one before: every one of a list that was narrowed, else those that differ. A row that left the list has given its place to
 *  the one after it. */
export const alongRows = (
  state: RowsState,
  {id}: RowAt,
  by: 1 | -1,
  every: boolean,
  context: Context,
): Along<RowsState> | null => {
  const rows = rowsIn(state, context)
  const own = rows.findIndex((row) => row.id === id)
  const from = own >= 0 ? own : state.place.at - (by === 1 ? 1 : 0)
  const near = from + by
  const at =
    every || isNarrowed(state)
      ? near >= 0 && near < rows.length
        ? near
        : null
      : nextDiffering(rows, from, by, context.world)
  const row = at === null ? undefined : rows[at]
  if (at === null || row === undefined) return null
  const place = inSight({...state.place, at}, rows.length, listHeightIn(context))
  return {state: {...state, sought: null, place}, row: {topic: state.topic, id: row.id, step: null}}
}

/** Ways an authority can stand in a row that are worth listing, by their letter in the catalogue. */
const ways: readonly (readonly [string, string])[] = [
  [standingLetters.below, 'falls below a standard'],
  [standingLetters.differs, 'differs from what most say'],
  [standingLetters.nothing, 'has nothing there'],
  [standingLetters.only, 'stands alone'],
]

interface RowChoice {
  readonly only: RowsOnly | null
  readonly label: string
}

/** Every way to narrow the rows that leaves some. */
const rowChoices = (world: World, authorities: readonly string[]): readonly RowChoice[] => [
  {only: null, label: 'All rows'},
  ...Object.entries(statusWords).map(([status, label]) => ({only: {status: status as Status}, label})),
  {only: {facet: 'below-standard'}, label: 'below a standard, unsure ones too'},
  ...authorities.flatMap((authority) =>
    ways.map(([standing, words]) => ({only: {authority, standing}, label: `${world.name(authority)} ${words}`})),
  ),
]

const chooseRows = ({topic}: RowsState, {world}: Context) => {
  const catalogue = catalogueOf(world, topic)
  const authorities = catalogue?.authorities ?? []
  const known = rowChoices(world, authorities).map((choice) => ({
    ...choice,
    count: (catalogue?.rows ?? []).filter((row) => isListed(row, choice.only, authorities, world.threshold)).length,
  }))
  const choices = known.flatMap(({label, count}, at) =>
    count === 0 && at > 0 ? [] : [{value: String(at), label, note: String(count)}],
  )
  return {
    do: 'ask' as const,
    prompt: choosing('Show only rows', choices, (value) => {
      const {only} = known[Number(value)] as RowChoice
      return [{do: 'replace', view: {name: 'rows', topic, ...(only && {only})}}]
    }),
  }
}

/** What the rows are narrowed to, in words; empty where they are not. */
export const onlyWords = ({only}: RowsState, world: World): string => {
  if (only === null) return ''
  if ('status' in only) return statusWords[only.status]
  if ('facet' in only) return `${classWords[only.facet]}, unsure ones too`
  return `${world.name(only.authority)} ${ways.find(([letter]) => letter === only.standing)?.[1] ?? ''}`
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
