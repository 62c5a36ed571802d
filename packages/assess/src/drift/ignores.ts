import type {
  ClassedChange,
  Drift,
  FindingChange,
  IgnoreUse,
  ProcedureDrift,
  StandardChange,
  Suppression,
  TextChange,
  TopicDrift,
} from './change.ts'
import {heaviest} from './fates.ts'
import type {Ignore, StatedProcedure, StatedTopic} from './state.ts'

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

/** What a reason must say for a shortfall of a statutory standard to be left alone: the words of agreed.yaml. */
const inSoManyWords = /below[ -]statute:? accepted/iu

/** The drift with what comments in the later documents ask to be left alone marked as suppressed, and every comment listed with its uses. A comment
 *  speaks of one class in one provision; a change is suppressed only when all of its classes that count are. A comment without a reason does not hold, nor
 *  one that would leave a statutory shortfall alone without saying so. */
export const withIgnores = (
  drift: Drift,
  procedures: readonly StatedProcedure[],
  topics: readonly StatedTopic[],
): Drift => {
  const known = procedures.flatMap(({procedure: {authority, topic}, ignores}) =>
    ignores.map((ignore): Known => ({authority, topic, ignore})),
  )
  const statutory = new Set(
    topics.flatMap(({standards}) => standards.filter(({tier}) => tier === 'A').map(({id}) => id)),
  )
  const holds = ({ignore}: Known, standard: string | null): boolean =>
    ignore.reason !== '' &&
    (ignore.class !== 'below-standard' || !statutory.has(standard ?? '') || inSoManyWords.test(ignore.reason))
  const uses = new Map<Known, number>()
  const use = (found: readonly Known[]): void => {
    for (const each of found) uses.set(each, (uses.get(each) ?? 0) + 1)
  }
  const text = drift.text.map((own) => ({
    ...own,
    changes: own.changes.map((change) =>
      spared(
        change,
        own,
        known.filter((each) => holds(each, null)),
        use,
      ),
    ),
  }))
  const alignment = drift.alignment
    .map((own) => ({
      ...own,
      found: own.found.map((each) => left(each, own.topic, known, use, holds)),
      updated: own.updated.map((each) => left(each, own.topic, known, use, holds)),
      unchanged: own.unchanged.map((each) => left(each, own.topic, known, use, holds)),
    }))
    .map((own) => ({...own, standards: own.standards.map((each) => leftBelow(each, own))}))
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
  holds: (each: Known, standard: string | null) => boolean,
): FindingChange => {
  const found = known.find(
    (each) =>
      holds(each, change.finding.standard) &&
      each.topic === topic &&
      each.ignore.class === change.finding.class &&
      (change.readings[each.authority] ?? []).some(({place}) => place === each.ignore.provision),
  )
  if (found === undefined) return change
  use([found])
  return {...change, suppressed: suppression(found)}
}

/** A standard newly unmet, suppressed where the finding that says so is. */
const leftBelow = (change: StandardChange, {found, updated, unchanged}: TopicDrift): StandardChange => {
  const said = [...found, ...updated, ...unchanged].find(
    ({finding, readings, suppressed}) =>
      finding.standard === change.id &&
      finding.class === 'below-standard' &&
      suppressed !== null &&
      readings[change.authority] !== undefined,
  )
  return change.suppressed === null && said ? {...change, suppressed: said.suppressed} : change
}
