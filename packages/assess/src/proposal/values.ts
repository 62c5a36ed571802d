import type {Deadline, Modality} from '@hedgerow/ast'
import type {Lexicon, Standard} from '@hedgerow/lexicon'
import type {AssessedReading, AssessedRow, Finding, Variant} from '../assessment.ts'
import {amountKey, isNeverLooser, spoken} from '../times.ts'
import {heldBy, isSettledBy, type Settled} from './settled.ts'

/** A single value that an authority's own sentence could state in place of its own, everything else in it left alone. */
export interface ProposedValue {
  readonly authority: string
  readonly class: 'deadline' | 'modality' | 'citation'
  /** As it was read: an ISO duration, a modality, a citation's id and year. */
  readonly from: string
  readonly to: string
  /** How the new value is printed: `within 24 hours`, `must`, `2024`. */
  readonly words: string
}

/** The values that authorities could take over without other words: what a standard in force names, where they fall below it; and newer editions of what they cite
 *  that is superseded. Never what others merely say, however many and however strict: that is for people to choose. Never one that may protect less than their
 *  own, never one of another grade's. */
export const proposedValues = (
  row: AssessedRow,
  found: Settled,
  standards: readonly Standard[],
  lexicon: Lexicon,
): readonly ProposedValue[] => {
  if (row.status === 'unsure') return []
  const settling: Settling = {row, found, standards, lexicon}
  return [...deadlines(settling), ...modalities(settling), ...editions(settling)]
}

interface Settling {
  readonly row: AssessedRow
  readonly found: Settled
  readonly standards: readonly Standard[]
  readonly lexicon: Lexicon
}

interface Aim {
  /** One who says it already. */
  readonly model: AssessedReading
  readonly authority: string
  readonly own: AssessedReading
}

/** Each authority that falls below a standard and could take over a value of a class that the standard names, with the reading it would take it from. */
const aims = (name: 'deadline' | 'modality', {row, found, standards}: Settling): readonly Aim[] => {
  const finding = row.findings.find((each) => each.class === name)
  if (!finding || finding.agreed?.state === 'live' || !isSettledBy(finding, found, standards, row)) return []
  return aimsAt(heldBy(finding.variants, found.standing)[0], finding, row).filter(({authority}) =>
    found.below.includes(authority),
  )
}

const aimsAt = (target: Variant | null | undefined, {variants}: Finding, row: AssessedRow): readonly Aim[] => {
  if (!target) return []
  const others = variants.filter((each) => each !== target).flatMap(({authorities}) => authorities)
  return others.sort().flatMap((authority) => {
    const own = only(row, authority)
    const models = target.authorities.flatMap((each) => only(row, each) ?? [])
    const able = own ? models.filter((each) => grade(each) === grade(own)) : []
    const model = able.find((each) => each.deadline && spoken(each.deadline) === target.label) ?? able[0]
    return own && model ? [{authority, own, model}] : []
  })
}

/** What an authority says in a row, where it says it in one place. */
const only = ({readings}: AssessedRow, authority: string): AssessedReading | null => {
  const own = readings[authority] ?? []
  return own.length === 1 ? (own[0] as AssessedReading) : null
}

/** Another's scale of grades is not its own. */
const grade = ({threshold}: AssessedReading): string =>
  threshold?.of === 'grade' ? `${threshold.op} ${threshold.value}` : ''

const deadlines = (settling: Settling): readonly ProposedValue[] =>
  aims('deadline', settling).flatMap(({authority, own, model}) => {
    const [from, to] = [plainLimit(own), plainLimit(model)]
    if (!from || !to || amountKey(from) === amountKey(to) || !isNeverLooser(to, from, settling.lexicon)) return []
    const isSameEvent = from.event === null || to.event === null || from.event === to.event
    const words = limitWords(to)
    return isSameEvent && words !== null
      ? [{authority, class: 'deadline' as const, from: from.iso, to: to.iso, words}]
      : []
  })

/** The only limit of a reading, where it is one that something must be done within. */
const plainLimit = ({deadlines: all}: AssessedReading): Deadline | null =>
  all.length === 1 && all[0]?.bound === 'within' ? all[0] : null

/** A limit as it is printed in a sentence; null where that depends on the sentence (`on the same day`, `as soon as possible`). */
const limitWords = (limit: Deadline): string | null => {
  if (limit.unit === 'immediate') return spoken(limit)
  return limit.unit === 'as-soon-as' || limit.value === 0 ? null : `within ${spoken(limit)}`
}

const strength: Readonly<Partial<Record<Modality, number>>> = {permission: 0, recommendation: 1, obligation: 2}
const modalWords: Readonly<Partial<Record<Modality, string>>> = {recommendation: 'should', obligation: 'must'}

const modalities = (settling: Settling): readonly ProposedValue[] =>
  aims('modality', settling).flatMap(({authority, own, model}) => {
    const [from, to] = [own.modality, model.modality]
    const [weak, strong] = [from && strength[from], to && strength[to]]
    const words = to && modalWords[to]
    if (!from || !to || !words || typeof weak !== 'number' || typeof strong !== 'number' || weak >= strong) return []
    return [{authority, class: 'modality' as const, from, to, words}]
  })

/** Whether an authority uses something superseded in a row. */
const isSuperseded = ({findings}: AssessedRow, authority: string): boolean =>
  findings.some(
    (each) =>
      each.class === 'currency' &&
      each.variants.some(({value, authorities}) => value !== '' && authorities.includes(authority)),
  )

/** Newer editions of the same statute or guidance that are not superseded themselves, as somebody cites them who uses fewest superseded ones. */
const editions = ({row, found}: Settling): readonly ProposedValue[] =>
  Object.keys(row.readings)
    .sort()
    .filter((authority) => !found.current.includes(authority) && isSuperseded(row, authority))
    .flatMap((authority) => {
      const own = only(row, authority)
      return (own?.citations ?? []).flatMap(({id, year}) => {
        const newer = found.current
          .filter((each) => !isSuperseded(row, each))
          .flatMap((each) => (row.readings[each] ?? []).flatMap(({citations}) => citations))
          .flatMap((each) =>
            each.id === id && each.year !== null && year !== null && each.year > year ? each.year : [],
          )
        if (newer.length === 0) return []
        const words = String(Math.max(...newer))
        return [{authority, class: 'citation' as const, from: `${id} ${year}`, to: `${id} ${words}`, words}]
      })
    })
