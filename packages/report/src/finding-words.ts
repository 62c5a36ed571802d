import type {Finding, Variant} from '@hedgerow/assess'
import {mostNamed} from './wording.ts'

type Name = (id: string) => string

/** Who reads what: `Ashby, Carrow: 72 hours | Brindle: 5 working days`. Of more than can be read in a sentence the most are told last, as all others: nobody is left
 *  out, since each of the rest is named. */
export function apparatus(variants: readonly Variant[], name: Name): string {
  const said = ({label, value}: Variant, who: string): string => `${who}: ${label || value}`
  const most = variants.reduce<Variant | undefined>(
    (best, each) => (each.authorities.length > (best?.authorities.length ?? mostNamed) ? each : best),
    undefined,
  )
  const named = variants
    .filter((each) => each !== most)
    .map((each) => said(each, each.authorities.map(name).join(', ')))
  if (most === undefined) return named.join(' | ')
  const rest = named.length === 0 ? `all ${most.authorities.length}` : `all ${most.authorities.length} others`
  return [...named, said(most, rest)].join(' | ')
}

/** Whether the summary only strings the variants together, as the apparatus does. */
export function restates({summary, variants}: Finding): boolean {
  return (
    variants.length > 1 &&
    summary.split(' | ').length >= variants.length &&
    variants.every(({label, value}) => summary.includes(`: ${label || value}`))
  )
}

/** What was found, with the authorities' short names: who reads what where that is all there is to say, else the summary. */
export function foundWords(finding: Finding, name: Name, short: (words: string) => string): string {
  return restates(finding) ? apparatus(finding.variants, name) : short(finding.summary)
}
