import type {Finding, Variant} from '@hedgerow/assess'

type Name = (id: string) => string

/** Who reads what: `Ashby, Carrow: 72 hours | Brindle: 5 working days`. */
export function apparatus(variants: readonly Variant[], name: Name): string {
  return variants
    .map(({label, value, authorities}) => `${authorities.map(name).join(', ')}: ${label || value}`)
    .join(' | ')
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
