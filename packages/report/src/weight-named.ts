import type {Lexicon} from '@hedgerow/lexicon'

/** A number that tunes behaviour, by its name. Throws TypeError for a lexicon without it. */
export function weightNamed({weights}: Lexicon, name: string): Lexicon['weights'][number] {
  const weight = weights.find((each) => each.name === name)
  if (weight === undefined) throw new TypeError(`Expected the weight ${name} in the lexicon, found none`)
  return weight
}
