import {inSight, type ListPlace, listStart, moved, moveOf} from '../../list.ts'
import {choosing, holdsWords} from '../../prompts.ts'
import {rowsByFingerprint} from '../../rows-by.ts'
import type {Context, Stepped} from '../../view.ts'
import {catalogueOf, type OutlineEntry, topicOf, type World} from '../../world.ts'
import {choosePartner} from '../partner.ts'
import {remembering} from '../parts.ts'

/** One procedure, heading by heading and clause by clause. */
export interface OutlineState {
  readonly topic: string
  readonly authority: string
  readonly words: string
  readonly place: ListPlace
  /** A clause to go to once the document was read. */
  readonly sought: string | null
}

export const outlineStart = (topic: string, authority: string, fingerprint?: string): OutlineState => ({
  topic,
  authority,
  words: '',
  place: listStart,
  sought: fingerprint ?? null,
})

const none: readonly OutlineEntry[] = []

const entriesLeft = remembering((entries: readonly OutlineEntry[], words: string): readonly OutlineEntry[] =>
  words === '' ? entries : entries.filter(({text, number}) => holdsWords(`${number ?? ''} ${text}`, words)),
)

export const entriesIn = (state: OutlineState, {world}: Pick<Context, 'world'>): readonly OutlineEntry[] =>
  entriesLeft(world.outlines.get(`${state.topic}/${state.authority}`) ?? none, state.words)

export const listHeightIn = ({rows}: Pick<Context, 'rows'>): number => Math.max(1, rows - 5)

export const placeIn = (state: OutlineState, context: Context): ListPlace => {
  const entries = entriesIn(state, context)
  const sought = state.sought === null ? -1 : entries.findIndex(({fingerprint}) => fingerprint === state.sought)
  return inSight(sought < 0 ? state.place : {...state.place, at: sought}, entries.length, listHeightIn(context))
}

/** The row a clause of an authority stands in. */
export const rowHolding = (state: OutlineState, entry: OutlineEntry | undefined, world: World) => {
  const [own, catalogue] = [entry?.fingerprint, catalogueOf(world, state.topic)]
  return own == null || catalogue === null ? undefined : rowsByFingerprint(catalogue).get(own)
}

export const outlineStep = (state: OutlineState, key: string, context: Context): Stepped<OutlineState> | null => {
  const entries = entriesIn(state, context)
  const place = placeIn(state, context)
  const move = moveOf(key)
  if (move) return {state: {...state, sought: null, place: moved(place, move, entries.length, listHeightIn(context))}}
  const entry = entries[place.at]
  switch (key) {
    case 'enter': {
      const row = rowHolding(state, entry, context.world)
      return {
        state: {...state, place, sought: null},
        deeds: [
          row
            ? {do: 'open', view: {name: 'row', topic: state.topic, id: row.id}}
            : {do: 'say', words: 'A heading stands in no row; go to a clause under it.'},
        ],
      }
    }
    case 'e':
      return entry ? {state, deeds: [{do: 'edit', path: entry.path, line: entry.line}]} : null
    case 's':
      return {state, deeds: [choosePartner(context.world, state.topic, state.authority)]}
    case 't':
      return {state, deeds: [another(state, context.world)]}
    default:
      return null
  }
}

const another = ({topic, authority}: OutlineState, world: World) => ({
  do: 'ask' as const,
  prompt: choosing(
    'The outline of whose procedure?',
    (topicOf(world, topic)?.summary.authorities ?? []).map((id) => ({value: id, label: world.name(id)})),
    (chosen) => [{do: 'replace', view: {name: 'outline', topic, authority: chosen}}],
    authority,
  ),
})
