import type {PairScore} from '@hedgerow/assess'
import {type ListPlace, listStart, moved, moveOf} from '../../list.ts'
import {choosing, holdsWords} from '../../prompts.ts'
import type {Context, Stepped} from '../../view.ts'
import {catalogueOf, topicOf, type World} from '../../world.ts'
import {remembering} from '../parts.ts'

/** Each two authorities on a topic, by how far their rules agree. */
export interface PairsState {
  readonly topic: string
  /** Whether the furthest apart stand first. */
  readonly furthest: boolean
  readonly words: string
  readonly place: ListPlace
}

export const pairsStart = (topic: string): PairsState => ({topic, furthest: true, words: '', place: listStart})

const ordinal = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const pairsLeft = remembering((world: World, topic: string, furthest: boolean, words: string): readonly PairScore[] =>
  (catalogueOf(world, topic)?.pairs ?? [])
    .filter(({a, b}) => words === '' || holdsWords(`${world.name(a)} ${world.name(b)}`, words))
    .sort(
      (x, y) =>
        (furthest ? x.rule - y.rule || x.wording - y.wording : y.rule - x.rule || y.wording - x.wording) ||
        ordinal(x.a, y.a) ||
        ordinal(x.b, y.b),
    ),
)

export const pairsIn = ({topic, furthest, words}: PairsState, {world}: Pick<Context, 'world'>): readonly PairScore[] =>
  pairsLeft(world, topic, furthest, words)

export const listHeightIn = ({rows}: Pick<Context, 'rows'>): number => Math.max(1, rows - 6)

export const pairsStep = (state: PairsState, key: string, context: Context): Stepped<PairsState> | null => {
  const pairs = pairsIn(state, context)
  const move = moveOf(key)
  if (move) return {state: {...state, place: moved(state.place, move, pairs.length, listHeightIn(context))}}
  if (key === 'r') return {state: {...state, furthest: !state.furthest, place: listStart}}
  if (key === 't') return {state, deeds: [chooseTopic(context.world)]}
  const pair = pairs[state.place.at]
  if (key === 'enter' && pair)
    return {state, deeds: [{do: 'open', view: {name: 'sides', topic: state.topic, a: pair.a, b: pair.b}}]}
  return null
}

const chooseTopic = (world: World) => ({
  do: 'ask' as const,
  prompt: choosing(
    'Pairs on which topic?',
    world.topics.map(({summary}) => ({value: summary.id, label: summary.title})),
    (topic) => [{do: 'replace', view: {name: 'pairs', topic}}],
  ),
})

/** The same place after the analysis was made anew, as far as there are pairs. */
export const pairsRenewed = (state: PairsState, _: World, now: World): PairsState =>
  topicOf(now, state.topic) ? state : {...state, place: listStart}
