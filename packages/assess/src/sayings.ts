import type {Variant} from './assessment.ts'

/** As many signs of who says what are read in a sentence. */
const mostSigns = 140

/** Who says what, with a colon before it: `: 48 hours (Ashby), 5 working days (Brindle and Colne)`. Empty where that is too long for a sentence: what is said
 *  stands in full beside it in every report. */
export const sayings = (variants: readonly Variant[], nameOf: (id: string) => string): string => {
  const said = variants.map(({label, authorities}) => `${label} (${authorities.map(nameOf).join(', ')})`).join(', ')
  return said.length <= mostSigns ? `: ${said}` : ''
}
