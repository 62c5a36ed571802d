import type {ClassedChange, Drift, FindingChange, IgnoreUse, ProcedureDrift, Suppression, TextChange} from './change.ts'
import {heaviest} from './fates.ts'
import type {Ignore, StatedProcedure} from './state.ts'

interface Known {
  readonly authority: string
  readonly topic: string
  readonly ignore: Ignore
}

const suppression = ({ignore}: Known): Suppression => ({
  by: 'inline',
  reason: ignore.reason,
  at: `${ignore.path}:${ignore.line}`,
})

/** The drift with what comments in the later documents ask to be left alone marked as suppressed, and every comment listed with its uses. A comment
 *  speaks of one class in one provision; a change is suppressed only when all of its classes that count are. */
export const withIgnores = (drift: Drift, procedures: readonly StatedProcedure[]): Drift => {
  const known = procedures.flatMap(({procedure: {authority, topic}, ignores}) =>
    ignores.map((ignore): Known => ({authority, topic, ignore})),
  )
  const uses = new Map<Known, number>()
  const use = (found: readonly Known[]): void => {
    for (const each of found) uses.set(each, (uses.get(each) ?? 0) + 1)
  }
  const text = drift.text.map((own) => ({
    ...own,
    changes: own.changes.map((change) => spared(change, own, known, use)),
  }))
  const alignment = drift.alignment.map((own) => ({
    ...own,
    found: own.found.map((each) => left(each, own.topic, known, use)),
    updated: own.updated.map((each) => left(each, own.topic, known, use)),
    unchanged: own.unchanged.map((each) => left(each, own.topic, known, use)),
  }))
  const ignores = known.map((each): IgnoreUse => {
    const {path, line, class: name, reason} = each.ignore
    return {authority: each.authority, topic: each.topic, path, line, class: name, reason, uses: uses.get(each) ?? 0}
  })
  return {...drift, text, alignment, ignores}
}

const spared = (
  change: TextChange,
  {authority, topic}: ProcedureDrift,
  known: readonly Known[],
  use: (found: readonly Known[]) => void,
): TextChange => {
  const own = known.filter(
    (each) =>
      each.authority === authority &&
      each.topic === topic &&
      change.after.some(({place}) => place === each.ignore.provision),
  )
  const counting = change.classes.filter(({severity}) => severity !== 'off')
  const covers = ({class: name}: ClassedChange): Known | undefined => own.find(({ignore}) => ignore.class === name)
  const used = counting.flatMap((each) => covers(each) ?? [])
  use(used)
  const [first] = used
  if (first === undefined) return change
  if (used.length === counting.length) return {...change, suppressed: suppression(first)}
  const rest = counting.filter((each) => !covers(each))
  return {...change, severity: heaviest(rest.map(({severity}) => severity))}
}

const left = (
  change: FindingChange,
  topic: string,
  known: readonly Known[],
  use: (found: readonly Known[]) => void,
): FindingChange => {
  const found = known.find(
    ({authority, topic: own, ignore}) =>
      own === topic &&
      ignore.class === change.finding.class &&
      (change.readings[authority] ?? []).some(({place}) => place === ignore.provision),
  )
  if (found === undefined) return change
  use([found])
  return {...change, suppressed: suppression(found)}
}
