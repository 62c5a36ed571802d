import type {ChangeClass, TextChange} from './change.ts'
import {agreedChange} from './agreements.ts'
import type {RowPair} from './alignment.ts'
import type {StatedFinding, StatedRow} from './state.ts'

/** A text change with the row it stands in, and whether it does away with a difference between authorities without weakening a value. Where every value
 *  of it is known to be stricter now, or what was added stands with the others' provisions, it is worth a note whatever its class: it is what aligning is
 *  for. Where nobody can tell whether it protects less, it keeps its weight (law 3). */
export const inRow = (
  change: TextChange,
  {now, former}: {readonly now: string; readonly former: string},
  rows: readonly RowPair[],
): TextChange => {
  const after = rows.find(({after: row}) => holds(row, now, change.after))?.after ?? null
  const before = rows.find(({before: row}) => holds(row, former, change.before))?.before ?? null
  const row = after?.id ?? before?.id ?? null
  const closer = change.kind === 'added' ? isFilled(change, after) : isSettled(change, before, after)
  if (!closer) return agreedChange({...change, row}, after)
  return isSafe(change) ? lightened({...change, row, closer}) : agreedChange({...change, row, closer}, after)
}

const isSafe = ({kind, classes}: TextChange): boolean =>
  kind === 'added' || classes.every(({severity, direction}) => severity === 'off' || direction === 'stricter')

const lightened = (change: TextChange): TextChange => {
  const classes = change.classes.map((each) => ({...each, severity: each.severity === 'off' ? 'off' : 'note'}) as const)
  return {...change, severity: 'note', classes}
}

const holds = (row: StatedRow | null, authority: string, own: TextChange['after']): boolean =>
  own.some(({place}) => row?.readings[authority]?.includes(place))

const findingOf = (row: StatedRow | null, name: ChangeClass): StatedFinding | undefined =>
  row?.findings.find((each) => each.class === name)

/** Every class that counts had a finding in the row and has none now, or one of fewer values; none is weaker; no class is found that was not. */
const isSettled = ({classes, kind}: TextChange, before: StatedRow | null, after: StatedRow | null): boolean => {
  const counting = classes.filter(({severity}) => severity !== 'off')
  if (kind !== 'changed' || counting.length === 0 || before === null || after === null) return false
  const fresh = after.findings.filter((each) => each.severity !== 'off' && !findingOf(before, each.class))
  return (
    fresh.length === 0 &&
    counting.every((each) => {
      const was = findingOf(before, each.class)?.variants.length ?? 0
      const is = findingOf(after, each.class)?.variants.length ?? 0
      return was > is && each.direction !== 'weaker'
    })
  )
}

/** A provision was added where others have it, and nothing differs there now. */
const isFilled = ({classes}: TextChange, after: StatedRow | null): boolean =>
  classes.some(({severity}) => severity !== 'off') &&
  after !== null &&
  Object.keys(after.readings).length > 1 &&
  after.findings.every(({severity, class: name}) => severity === 'off' || name === 'absent')
