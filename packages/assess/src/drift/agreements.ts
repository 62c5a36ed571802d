import type {ClassedChange, StandardChange, Suppression, TextChange} from './change.ts'
import type {StatedFinding, StatedRow, StatedTopic} from './state.ts'

/** What suppresses a finding that people agreed to keep for now; null where nobody did, or where that holds no longer. */
export const agreedSuppression = ({agreed}: StatedFinding): Suppression | null =>
  agreed?.state === 'live' ? {by: 'agreed', reason: agreed.reason, at: `agreed.yaml, until ${agreed.reviewBy}`} : null

/** A change of a text that made nothing but differences people agreed to keep: they saw its values when they agreed. */
export const agreedChange = (change: TextChange, row: StatedRow | null): TextChange => {
  const counting = change.classes.filter(({severity}) => severity !== 'off')
  const covers = ({class: name}: ClassedChange): Suppression | null =>
    row?.findings
      .filter((each) => each.class === name)
      .map(agreedSuppression)
      .find((each) => each !== null) ?? null
  const found = counting.map(covers)
  const [first = null] = found
  return first !== null && found.every((each) => each !== null) ? {...change, suppressed: first} : change
}

/** A standard newly unmet whose shortfall people agreed to live with for now, in so many words. */
export const agreedShortfall = (change: StandardChange, topic: StatedTopic | null): StandardChange => {
  const findings = (topic?.rows ?? []).flatMap((row) => row.findings)
  const own = findings.filter(
    ({standard, class: name, variants}) =>
      name === 'below-standard' &&
      standard === change.id &&
      variants.some(({authorities}) => authorities.includes(change.authority)),
  )
  const [first = null, ...more] = own.map(agreedSuppression)
  return first !== null && more.every((each) => each !== null) ? {...change, suppressed: first} : change
}
