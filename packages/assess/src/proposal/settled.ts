import type {Lexicon, Standard} from '@hedgerow/lexicon'
import type {AssessedRow, DifferenceName, Finding, Variant} from '../assessment.ts'
import {substantive} from '../judge.ts'

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
    ...standards.filter(({id}) => fallen.some((finding) => finding.standard === id)).flatMap(classesOf),
    ...(current.length < standing.length ? (['citation'] as const) : []),
  ])
  const weighty = substantive(lexicon)
  const open = row.findings.filter(
    (finding) =>
      weighty.has(finding.class) &&
      finding.class !== 'below-standard' &&
      !(about.has(finding.class) && isSettled(finding, finding.class === 'citation' ? current : standing)) &&
      finding.variants.length > 1,
  )
  return {standing, current, below, open, standards: fallen.flatMap(({standard}) => standard ?? [])}
}

/** The authorities that have something in a row, sorted. */
const holdersOf = ({readings}: Pick<AssessedRow, 'readings'>): readonly string[] =>
  Object.keys(readings)
    .filter((authority) => readings[authority])
    .sort()

/** Those that use fewest superseded terms and editions. */
const leastSuperseded = (holders: readonly string[], {findings}: AssessedRow): readonly string[] => {
  const outdated = findings.find((finding) => finding.class === 'currency')?.variants ?? []
  const countOf = (authority: string): number => {
    const value = outdated.find(({authorities}) => authorities.includes(authority))?.value ?? ''
    return value === '' ? 0 : value.split(' + ').length
  }
  const fewest = Math.min(...holders.map(countOf))
  return holders.filter((authority) => countOf(authority) === fewest)
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

/** The variant that lowers nobody: more read it than any other, and all others say less. Null where none is known to. */
export const safest = ({variants, direction}: Finding): Variant | null => {
  const [first, second] = variants
  if (!first || first.value === '' || first.authorities.length === second?.authorities.length) return null
  const isTop = levelOf(first, direction) === 0
  return isTop && variants.every((other) => other === first || levelOf(other, direction) === -1) ? first : null
}
