import {holdsWords} from '../../prompts.ts'
import {type ListPlace, listStart, moved, movedWith, moveOf, nearest} from '../../list.ts'
import type {Context, Stepped} from '../../view.ts'
import type {TopicFacts, World} from '../../world.ts'
import {remembering} from '../parts.ts'
import {choosePartner} from '../partner.ts'
import {layoutOf} from './theme.ts'

/** The region: authorities down, topics across, and the cell one stands on. */
export interface RegionState {
  readonly authority: ListPlace
  readonly topic: ListPlace
  readonly words: string
}

export const regionStart: RegionState = {authority: listStart, topic: listStart, words: ''}

/** The authorities whose name holds the words. */
export const authoritiesIn = remembering((world: World, words: string) =>
  world.authorities.filter(({id, name}) => holdsWords(`${name} ${id}`, words)),
)

/** The cell one stands on. */
export const cellOf = (
  state: RegionState,
  {world}: Pick<Context, 'world'>,
): {readonly authority: string | null; readonly topic: TopicFacts | null} => ({
  authority: authoritiesIn(world, state.words)[state.authority.at]?.id ?? null,
  topic: world.topics[state.topic.at] ?? null,
})

export const regionStep = (state: RegionState, key: string, context: Context): Stepped<RegionState> | null => {
  const {height, shown} = layoutOf(context)
  const count = authoritiesIn(context.world, state.words).length
  const across = {left: 'up', h: 'up', right: 'down', l: 'down', tab: 'down', 'shift-tab': 'up'} as const
  const sideways = across[key as keyof typeof across]
  if (sideways) return {state: {...state, topic: moved(state.topic, sideways, context.world.topics.length, shown)}}
  const move = moveOf(key)
  if (move) return {state: {...state, authority: moved(state.authority, move, count, height)}}
  return opened(state, key, context)
}

const opened = (state: RegionState, key: string, context: Context): Stepped<RegionState> | null => {
  const {authority, topic} = cellOf(state, context)
  if (topic === null) return null
  const {id, authorities} = topic.summary
  const holds = authority !== null && authorities.includes(authority)
  switch (key) {
    case 'enter':
      return {
        state,
        deeds: [{do: 'open', view: {name: 'opportunities', filters: {topic: id, ...(holds && {authority})}}}],
      }
    case 'r':
      return {state, deeds: [{do: 'open', view: {name: 'rows', topic: id}}]}
    case 'o':
      return holds
        ? {state, deeds: [{do: 'open', view: {name: 'outline', topic: id, authority}}]}
        : {state, deeds: [{do: 'say', words: 'Nothing to outline: this authority has no document on this topic.'}]}
    case 's':
      return {
        state,
        deeds: holds
          ? [choosePartner(context.world, id, authority)]
          : [{do: 'say', words: 'This authority has no document on this topic.'}],
      }
    default:
      return null
  }
}

/** The same cell after the analysis was made anew; where it is gone, the nearest. */
export const regionRenewed = (state: RegionState, before: World, now: World): RegionState => {
  const cell = cellOf(state, {world: before})
  const authorities = authoritiesIn(now, state.words)
  return {
    ...state,
    authority: movedWith(
      state.authority,
      nearest(authorities, state.authority.at, ({id}) => id === cell.authority),
    ),
    topic: movedWith(
      state.topic,
      nearest(now.topics, state.topic.at, ({summary}) => summary.id === cell.topic?.summary.id),
    ),
  }
}
