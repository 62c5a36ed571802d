import {counted, percent} from '@hedgerow/report'
import {statusAt, type World} from './world.ts'

/** How far one press moves the threshold. */
const stride = 0.05

/** The threshold after a press, in [0, 1]. */
export const thresholdMoved = (from: number, by: 1 | -1): number =>
  Math.round(Math.max(0, Math.min(1, from + by * stride)) * 100) / 100

const agreed: ReadonlySet<string> = new Set(['same', 'wording', 'local'])

interface Counts {
  readonly all: number
  readonly unsure: number
  readonly agreed: number
  readonly differing: number
}

const countsAt = ({topics}: World, threshold: number): Counts => {
  let [all, unsure, alike] = [0, 0, 0]
  for (const {catalogue} of topics)
    for (const row of catalogue?.rows ?? []) {
      const status = statusAt(row, threshold)
      all++
      if (status === 'unsure') unsure++
      else if (agreed.has(status)) alike++
    }
  return {all, unsure, agreed: alike, differing: all - unsure - alike}
}

/** What another threshold changes, in a sentence: against the analysis's own. */
export const thresholdWords = (world: World, to: number): string => {
  const own = countsAt(world, world.ownThreshold)
  const now = countsAt(world, to)
  const change = (name: string, before: number, after: number): string =>
    `${after} ${name}${after === before ? '' : ` (${after > before ? '+' : ''}${after - before})`}`
  const parts = [
    change('agree', own.agreed, now.agreed),
    change('differ', own.differing, now.differing),
    change('unsure', own.unsure, now.unsure),
  ]
  const where = to === world.ownThreshold ? ', the analysis’s own' : `; its own is ${percent(world.ownThreshold)}`
  return `Match threshold ${percent(to)}${where}: of ${counted(now.all, 'row')} ${parts.join(', ')}. Shown here only; reports keep the analysis’s own.`
}
