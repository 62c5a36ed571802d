import {counted} from '@hedgerow/report'
import type {Progress} from '../analysis.ts'

/** What the progress view shows. Shares are in [0, 1]. */
export interface ProgressState {
  readonly words: string
  readonly current: string
  readonly share: number
}

/** Before anything was heard. */
export const waiting: ProgressState = {words: '', current: '', share: 0}

/** Of the whole work, the share that reading is; the rest is comparing. Measured on the sample region and on synthetic ones, where it lies between 0.35
 *  and 0.6. */
const reading = 0.5

/** The next state after news of the work; the share never falls. */
export const advanced = (
  state: ProgressState,
  {read, documents, compared, topics, current}: Progress,
): ProgressState => {
  const part = (done: number, all: number): number => (all === 0 ? 1 : done / all)
  const share = reading * part(read, documents) + (1 - reading) * part(compared, topics)
  const done = `${compared} of ${counted(topics, 'topic')}`
  const words =
    read < documents ? `Read ${read} of ${counted(documents, 'document')}, compared ${done}` : `Compared ${done}`
  return {words, current, share: Math.max(state.share, share)}
}

/** A share in [0, 1] as a bar of `width` blocks; never full below 1, never empty above 0. */
export const bar = (share: number, width: number): string => {
  const rounded = Math.round(share * width)
  const filled = share < 1 ? Math.min(rounded, width - 1) : width
  const shown = share > 0 ? Math.max(filled, 1) : 0
  return '█'.repeat(shown) + '░'.repeat(width - shown)
}
