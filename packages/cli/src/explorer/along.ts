import type {Context} from './view.ts'
import {type OpenView, openView, viewOf} from './views/index.ts'

/** Open views once the row on top has given way to another, and what is said of it or where there is no other; null for nothing. */
interface GoneAlong {
  readonly stack: readonly OpenView[]
  readonly words: string | null
}

/** The open views once the analysis was made anew: a list that a row was opened from stands on that row again. */
export const realigned = (stack: readonly OpenView[], context: Context): readonly OpenView[] => {
  const [list, top] = [stack.at(-2), stack.at(-1)]
  if (!list || !top || !('id' in top.state)) return stack
  const {topic, id, step} = top.state
  const state = viewOf(list).standingOn?.(list.state, {topic, id, step}, context)
  return state ? [...stack.slice(0, -2), {...list, state}, top] : stack
}

/** On from the row in sight to the next one of the list it was opened from, or the one before; the list goes there too. Where that is no list of rows, to
 *  the next of its topic. */
export const alongFrom = (stack: readonly OpenView[], by: 1 | -1, every: boolean, context: Context): GoneAlong => {
  const [list, top] = [stack.at(-2), stack.at(-1)]
  if (top === undefined || !('id' in top.state)) return {stack, words: null}
  const {topic, id, step} = top.state
  const from = {topic, id, step}
  const listed = list && viewOf(list).along?.(list.state, from, by, every, context)
  const found = listed === undefined ? viewOf(top).along?.(top.state, from, by, every, context) : listed
  if (!found)
    return {
      stack,
      words: `That was the ${by === 1 ? 'last' : 'first'} one${listed === null ? ' of those listed' : ''}.`,
    }
  const row = openView({name: 'row', ...found.row})
  const below = listed && list ? [...stack.slice(0, -2), {...list, state: listed.state}] : stack.slice(0, -1)
  return {stack: [...below, row], words: found.passed ?? null}
}
