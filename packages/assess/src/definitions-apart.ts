import type {Difference, Judgement} from './judge.ts'
import type {StandardFinding} from './standards.ts'

/** How the definitions of a row differ by a standard: some lack what the standard says the term rests on and others say it. Null where all or none do, where the row is
 *  no definition, or where they differ already. */
export const definitionsApart = (
  {row, statements, differences}: Judgement,
  below: readonly StandardFinding[],
): Difference | null => {
  if (row.kind !== 'definition' || differences.some((each) => each.class === 'definition')) return null
  const short = below.find((each) => each.row === row.id && each.standard.requires.silence === 'below')
  if (!short) return null
  const values = new Map(
    statements.map(({authority}) => {
      const why = short.below[authority]
      return [authority, {key: why === undefined ? '' : 'below', label: why ?? 'says what the standard rests on'}]
    }),
  )
  const variants = ['', 'below'].flatMap((value) => {
    const authorities = [...values].filter(([, {key}]) => key === value).map(([authority]) => authority)
    const label = values.get(authorities[0] ?? '')?.label ?? ''
    return authorities.length === 0 ? [] : [{value, label, authorities}]
  })
  return variants.length < 2 ? null : {class: 'definition', variants, values}
}
