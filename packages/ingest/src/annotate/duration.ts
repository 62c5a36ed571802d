import type {Duration, TimeUnit} from '@hedgerow/ast'

const letters: Readonly<Record<Exclude<TimeUnit, 'immediate' | 'as-soon-as'>, readonly [string, string]>> = {
  minute: ['PT', 'M'],
  hour: ['PT', 'H'],
  day: ['P', 'D'],
  'working-day': ['P', 'BD'],
  week: ['P', 'W'],
  month: ['P', 'M'],
  year: ['P', 'Y'],
}

/** A duration as it is recorded: PT72H, PT30M, P5D, P3BD (working days), P2W, P6M, P1Y; `immediate` and `as-soon-as`
 *  stand for themselves.  After ISO 8601, with BD added because no standard letter means a working day. */
export const iso = ({value, unit}: Duration): string => {
  if (unit === 'immediate' || unit === 'as-soon-as') return unit
  const [before, after] = letters[unit]
  return `${before}${value}${after}`
}
