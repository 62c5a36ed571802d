import type {AgencyWork} from '@hedgerow/assess'
import {classWords} from '@hedgerow/report'
import {type ListPlace, listStart, moved, movedWith, moveOf, nearest, placedAt} from '../../list.ts'
import {choosing, holdsPlain} from '../../prompts.ts'
import type {Along, Context, RowAt, Stepped} from '../../view.ts'
import type {World} from '../../world.ts'
import {remembering, searchedBy} from '../parts.ts'

/** What each body that works across boundaries must do differently. */
export interface AgenciesState {
  /** Only this body, by its title; null for all. */
  readonly body: string | null
  readonly words: string
  readonly place: ListPlace
}

export const agenciesStart: AgenciesState = {body: null, words: '', place: listStart}

/** One thing a body must do differently in several authorities. */
export type Work = AgencyWork['rows'][number] & {readonly body: string}

const allWork = remembering((agencies: readonly AgencyWork[]): readonly Work[] =>
  agencies.flatMap(({title, rows}) => rows.map((row) => ({...row, body: title}))),
)

const workText = searchedBy(
  ({body, section, variants, class: name}: Work) =>
    `${body} ${section} ${name} ${classWords[name]} ${variants.map(({label}) => label).join(' ')}`,
)

const workLeft = remembering((agencies: readonly AgencyWork[], body: string | null, words: string): readonly Work[] =>
  allWork(agencies).filter(
    (work) => (body === null || work.body === body) && (words === '' || holdsPlain(workText(work), words)),
  ),
)

export const workIn = ({body, words}: AgenciesState, {world}: Pick<Context, 'world'>): readonly Work[] =>
  workLeft(world.agencies, body, words)

export const listHeightIn = ({rows}: Pick<Context, 'rows'>): number => Math.max(1, Math.floor((rows - 2) * 0.6))

export const agenciesStep = (state: AgenciesState, key: string, context: Context): Stepped<AgenciesState> | null => {
  const work = workIn(state, context)
  const move = moveOf(key)
  if (move) return {state: {...state, place: moved(state.place, move, work.length, listHeightIn(context))}}
  const one = work[state.place.at]
  if (key === 'enter' && one) return {state, deeds: [{do: 'open', view: {name: 'row', topic: one.topic, id: one.row}}]}
  if (key === 'f') return {state, deeds: [chooseBody(context.world)]}
  return null
}

/** The next row with work in it, or the one before. */
export const alongWork = (
  state: AgenciesState,
  {topic, id}: RowAt,
  by: 1 | -1,
  every: boolean,
  context: Context,
): Along<AgenciesState> | null | undefined => {
  if (every) return undefined
  const work = workIn(state, context)
  for (let at = state.place.at + by; at >= 0 && at < work.length; at += by) {
    const one = work[at] as Work
    if (one.topic === topic && one.row === id) continue
    const place = placedAt(state.place, at, work.length, listHeightIn(context))
    return {state: {...state, place}, row: {topic: one.topic, id: one.row, step: null}}
  }
  return null
}

const chooseBody = (world: World) => ({
  do: 'ask' as const,
  prompt: choosing(
    'Whose work?',
    [
      {value: '', label: 'Everybody’s'},
      ...world.agencies.map(({title, rows}) => ({value: title, label: title, note: `${rows.length}`})),
    ],
    (body) => [{do: 'replace', view: {name: 'agencies', ...(body !== '' && {body})}}],
  ),
})

/** The same work after the analysis was made anew: a row's id may be another, so it is known by what differs for whom. */
export const agenciesRenewed = (state: AgenciesState, before: World, now: World): AgenciesState => {
  const one = workIn(state, {world: before})[state.place.at]
  const isIt = ({topic, section, class: name, body}: Work): boolean =>
    topic === one?.topic && section === one.section && name === one.class && body === one.body
  const work = workIn(state, {world: now})
  const exact = work.findIndex((each) => isIt(each) && each.row === one?.row)
  return {...state, place: movedWith(state.place, exact < 0 ? nearest(work, state.place.at, isIt) : exact)}
}
