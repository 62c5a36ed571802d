import type {Deadline, Trigger} from '@hedgerow/ast'
import type {Lexicon, Standard} from '@hedgerow/lexicon'
import type {AssessedReading, AssessedRow, DifferenceName, Finding, Variant} from '../assessment.ts'
import {substantive} from '../judge.ts'
import {amount, amountKey, isNeverLooser} from '../times.ts'

/** The authorities whose words may be proposed, and the differences between them that nothing settles. */
export interface Settled {
  /** Holders that fall below no standard. */
  readonly standing: readonly string[]
  /** Of these the ones that use fewest superseded terms and editions. */
  readonly current: readonly string[]
  readonly below: readonly string[]
  /** Differences that people must decide. */
  readonly open: readonly Finding[]
  /** Ids of the standards that settle a difference. */
  readonly standards: readonly string[]
}

/** What of a row's differences is settled by a standard in force, or by a term's being superseded, and what is left open. Standards settle only what they are
 *  about, and only upwards: a value stricter than theirs stays somebody's to keep. */
export const settled = (row: AssessedRow, standards: readonly Standard[], lexicon: Lexicon): Settled => {
  const fallen = row.findings.filter((finding) => finding.class === 'below-standard')
  const below = [...new Set(fallen.flatMap(({variants}) => variants.flatMap(({authorities}) => authorities)))].sort()
  const standing = holdersOf(row).filter((authority) => !below.includes(authority))
  const current = leastSuperseded(standing, row)
  const about = new Set([
    ...spokenTo(fallen, standards),
    ...(current.length < standing.length ? (['citation'] as const) : []),
  ])
  const weighty = substantive(lexicon)
  const open = row.findings.filter(
    (finding) =>
      weighty.has(finding.class) &&
      finding.class !== 'below-standard' &&
      !(
        about.has(finding.class) &&
        isSettled(finding, finding.class === 'citation' ? current : standing) &&
        isStandards(finding.class, standing, row, fallenBelow(fallen, standards))
      ) &&
      finding.variants.length > 1,
  )
  return {standing, current, below, open, standards: fallen.flatMap(({standard}) => standard ?? [])}
}

/** Whether a standard in force that somebody falls below settles a difference. */
export const isSettledBy = (
  finding: Finding,
  {standing, below}: Settled,
  standards: readonly Standard[],
  row: AssessedRow,
): boolean => {
  const fallen = row.findings.filter((each) => each.class === 'below-standard')
  return (
    below.length > 0 &&
    spokenTo(fallen, standards).includes(finding.class) &&
    isSettled(finding, standing) &&
    isStandards(finding.class, standing, row, fallenBelow(fallen, standards))
  )
}

const fallenBelow = (fallen: readonly Finding[], standards: readonly Standard[]): readonly Standard[] =>
  standards.filter(({id}) => fallen.some((finding) => finding.standard === id))

/** Whether the limit or the force that those left state is the one a standard names: a stricter one is theirs, and for the others to choose. What a standard
 *  asks for in words, or unconditionally, has no value to compare. */
const isStandards = (
  name: DifferenceName,
  standing: readonly string[],
  row: AssessedRow,
  standards: readonly Standard[],
): boolean => {
  const said = readingsOf(row, standing).flat()
  if (name === 'deadline') {
    const named = standards.flatMap(({requires}) => (requires.deadline ? [amountKey(requires.deadline.within)] : []))
    return said.flatMap(({deadlines}) => deadlines).every((each) => named.includes(amountKey(each)))
  }
  if (name !== 'modality') return true
  return said.every(({modality}) => standards.some(({requires}) => requires.modality === modality))
}

/** The classes that the standards somebody falls below say something about. */
const spokenTo = (fallen: readonly Finding[], standards: readonly Standard[]): readonly DifferenceName[] =>
  fallenBelow(fallen, standards).flatMap(classesOf)

/** The authorities that have something in a row, sorted. */
const holdersOf = ({readings}: Pick<AssessedRow, 'readings'>): readonly string[] =>
  Object.keys(readings)
    .filter((authority) => readings[authority])
    .sort()

/** Those that use fewest superseded terms and editions, and the newest of these. */
const leastSuperseded = (holders: readonly string[], row: AssessedRow): readonly string[] => {
  const outdated = row.findings.find((finding) => finding.class === 'currency')?.variants ?? []
  const countOf = (authority: string): number => {
    const value = outdated.find(({authorities}) => authorities.includes(authority))?.value ?? ''
    return value === '' ? 0 : value.split(' + ').length
  }
  const fewest = Math.min(...holders.map(countOf))
  return newest(
    holders.filter((authority) => countOf(authority) === fewest),
    row,
  )
}

/** Those than whom nobody cites a later edition of the same work. */
const newest = (holders: readonly string[], {readings}: AssessedRow): readonly string[] => {
  const latest = new Map<string, number>()
  const citedBy = (authority: string): readonly {readonly id: string; readonly year: number}[] =>
    (readings[authority] ?? []).flatMap(({citations}) =>
      citations.flatMap(({id, year}) => (year === null ? [] : [{id, year}])),
    )
  for (const {id, year} of holders.flatMap(citedBy)) latest.set(id, Math.max(year, latest.get(id) ?? 0))
  const last = holders.filter((authority) => citedBy(authority).every(({id, year}) => year === latest.get(id)))
  return last.length > 0 ? last : holders
}

/** The classes of difference that a standard says something about. */
const classesOf = ({requires}: Standard): readonly DifferenceName[] => [
  ...(requires.deadline ? (['deadline'] as const) : []),
  ...(requires.modality ? (['modality'] as const) : []),
  ...(requires.unconditional ? (['trigger', 'threshold'] as const) : []),
  ...(requires.words ? (['definition', 'action', 'other'] as const) : []),
]

/** Whether those left agree, and nobody says something stricter than they do. */
const isSettled = ({variants, direction}: Finding, authorities: readonly string[]): boolean => {
  const left = heldBy(variants, authorities)
  const [only] = left
  if (!only || left.length > 1) return false
  const level = levelOf(only, direction)
  return variants.every((other) => other === only || !isStricter(levelOf(other, direction), level))
}

/** The variants that some of these authorities read. */
export const heldBy = (variants: readonly Variant[], authorities: readonly string[]): readonly Variant[] =>
  variants.filter((variant) => variant.authorities.some((authority) => authorities.includes(authority)))

/** Against the row's reference value: 1 stricter, 0 the reference itself, -1 weaker; null where the class has no order. */
const levelOf = ({authorities}: Variant, direction: Finding['direction']): number | null => {
  const said = direction[authorities[0] as string]
  return said === undefined ? 0 : said === 'stricter' ? 1 : said === 'weaker' ? -1 : null
}

/** Whether a level may lie above another. Two on one side of the reference may stand either way; values of no order protect neither more nor less. */
const isStricter = (level: number | null, other: number | null): boolean => {
  if (level === null || other === null) return false
  return level > other || (level === other && level !== 0)
}

/** The variant that lowers nobody: more read it than any other, and what all others read is known to be less. Null where none is known to. Said by the readings
 *  themselves where their order is no plain one: a limit in working days may be longer than one in days, a count in a longer window may be reached sooner,
 *  what is forbidden is no stronger form of what is allowed, and where no limit was read there may be one that was not understood. */
export const safest = (finding: Finding, row: AssessedRow, lexicon: Lexicon): Variant | null => {
  const {variants, direction} = finding
  const [first, second] = variants
  if (!first || first.value === '' || first.authorities.length === second?.authorities.length) return null
  const isTop = levelOf(first, direction) === 0
  const others = variants.filter((other) => other !== first)
  if (!isTop || others.some((other) => other.value === '' || levelOf(other, direction) !== -1)) return null
  const holders = variants.flatMap(({authorities}) => authorities)
  const own = readingsOf(row, first.authorities)
  const rest = readingsOf(
    row,
    holders.filter((authority) => !first.authorities.includes(authority)),
  )
  return own.every((x) => rest.every((y) => isNoLess(finding.class, x, y, lexicon))) ? first : null
}

type Said = readonly AssessedReading[]

const readingsOf = ({readings}: AssessedRow, authorities: readonly string[]): readonly Said[] =>
  authorities.map((authority) => readings[authority] ?? [])

/** Whether what one authority says in a class protects no less than what another says. */
const isNoLess = (name: DifferenceName, x: Said, y: Said, lexicon: Lexicon): boolean => {
  switch (name) {
    case 'deadline': {
      const [own, other] = [x, y].map((all) => all.flatMap(({deadlines}) => deadlines)) as [Deadline[], Deadline[]]
      const isPlain = [own, other].every(([first, ...more]) => first?.bound === 'within' && more.length === 0)
      return isPlain && isNeverLooser(own[0] as Deadline, other[0] as Deadline, lexicon)
    }
    case 'trigger': {
      const [own, other] = [x, y].map((all) => all.flatMap(({trigger}) => trigger ?? [])) as [Trigger[], Trigger[]]
      const isPlain = own.length === 1 && other.length === 1
      return isPlain && isSoonerReached(own[0] as Trigger, other[0] as Trigger)
    }
    case 'modality':
      return [...x, ...y].every(({modality}) => modality !== 'prohibition') || isForbidding(x) === isForbidding(y)
    default:
      return true
  }
}

const isForbidding = (all: Said): boolean => all.some(({modality}) => modality === 'prohibition')

/** Whether a count is always reached where another is: no more episodes, in a window no shorter. */
const isSoonerReached = (x: Trigger, y: Trigger): boolean => {
  const least = ({op, count}: Trigger): number | null => (op === '>' ? count + 1 : op === '>=' ? count : null)
  const [own, other] = [least(x), least(y)]
  if (own === null || other === null || own > other) return false
  if (x.window === null) return true
  if (y.window === null) return false
  const [long, short] = [amount(x.window), amount(y.window)]
  return long.scale === short.scale && long.value >= short.value
}
