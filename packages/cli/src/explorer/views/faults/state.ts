import {messageWords} from '@hedgerow/report'
import {type ListPlace, listStart, moved, movedWith, moveOf, nearest} from '../../list.ts'
import {holdsWords} from '../../prompts.ts'
import type {Context, Stepped} from '../../view.ts'
import type {World} from '../../world.ts'
import {remembering} from '../parts.ts'

/** What was not compared, what is odd in documents, and judgements that name nothing any more. */
export interface FaultsState {
  readonly words: string
  readonly place: ListPlace
}

export const faultsStart: FaultsState = {words: '', place: listStart}

/** One fault. */
export interface Fault {
  readonly kind: 'not compared' | 'judgement' | 'please look' | 'to know'
  readonly path: string
  readonly line: number | null
  readonly words: string
}

const allFaults = remembering(({notCompared, lost, documents}: World): readonly Fault[] => [
  ...notCompared.map(({path, reason, remedy}) => ({
    kind: 'not compared' as const,
    path,
    line: null,
    words: `${reason}. What to do: ${remedy}`,
  })),
  ...lost.map((words) => ({kind: 'judgement' as const, path: words.split(':')[0] ?? '', line: null, words})),
  ...documents.flatMap(({path, messages}) =>
    messages.map(({reason, line, page, severity}) => ({
      kind: severity === 'warning' ? ('please look' as const) : ('to know' as const),
      path,
      line,
      words: `${page === null ? '' : `page ${page}: `}${messageWords(reason)}`,
    })),
  ),
])

const order: readonly Fault['kind'][] = ['not compared', 'judgement', 'please look', 'to know']

const faultsLeft = remembering((world: World, words: string): readonly Fault[] =>
  [...allFaults(world)]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .filter((each) => words === '' || holdsWords(`${each.kind} ${each.path} ${each.words}`, words)),
)

export const faultsIn = ({words}: FaultsState, {world}: Pick<Context, 'world'>): readonly Fault[] =>
  faultsLeft(world, words)

export const listHeightIn = ({rows}: Pick<Context, 'rows'>): number => Math.max(1, rows - 7)

export const faultsStep = (state: FaultsState, key: string, context: Context): Stepped<FaultsState> | null => {
  const faults = faultsIn(state, context)
  const move = moveOf(key)
  if (move) return {state: {...state, place: moved(state.place, move, faults.length, listHeightIn(context))}}
  const fault = faults[state.place.at]
  if ((key === 'e' || key === 'enter') && fault)
    return {state, deeds: [{do: 'edit', path: fault.path, line: fault.line}]}
  return null
}

/** The same fault after the analysis was made anew. */
export const faultsRenewed = (state: FaultsState, before: World, now: World): FaultsState => {
  const one = faultsIn(state, {world: before})[state.place.at]
  const at = nearest(
    faultsIn(state, {world: now}),
    state.place.at,
    ({path, words}) => path === one?.path && words === one.words,
  )
  return {...state, place: movedWith(state.place, at)}
}
