import type {Progress} from '../analysis.ts'

/** What the progress view shows. Shares are in [0, 1]. */
export interface ProgressState {
  readonly words: string
  readonly current: string
  readonly share: number
}

/** Before anything was heard. */
export const waiting: ProgressState = {words: 'Looking for documents', current: '', share: 0}

/** How the whole work divides over its stages, for a bar that never goes back: rough, and nothing rests on it. */
const stages: Readonly<
  Record<Progress['stage'], {readonly words: string; readonly from: number; readonly to: number}>
> = {
  read: {words: 'Reading', from: 0, to: 0.5},
  align: {words: 'Aligning', from: 0.5, to: 0.9},
  assess: {words: 'Assessing', from: 0.9, to: 1},
}

/** The next state after news of the work; the share never falls. */
export const advanced = (state: ProgressState, {stage, done, total, current}: Progress): ProgressState => {
  const {words, from, to} = stages[stage]
  const share = from + (to - from) * (total === 0 ? 1 : done / total)
  const counted = total > 1 ? `${words} ${Math.min(done + 1, total)} of ${total}` : words
  return {words: counted, current, share: Math.max(state.share, share)}
}

/** A share in [0, 1] as a bar of `width` blocks; never full below 1, never empty above 0. */
export const bar = (share: number, width: number): string => {
  const rounded = Math.round(share * width)
  const filled = share < 1 ? Math.min(rounded, width - 1) : width
  const shown = share > 0 ? Math.max(filled, 1) : 0
  return '█'.repeat(shown) + '░'.repeat(width - shown)
}
