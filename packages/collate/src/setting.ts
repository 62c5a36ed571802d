import {perLexicon} from '@hedgerow/lexicon'

/** Looks up a tunable number of `weights.yaml` by name. Throws for a name the lexicon does not have. */
export const setting = perLexicon((lexicon): ((name: string) => number) => {
  const values = new Map(lexicon.weights.map(({name, value}) => [name, value]))
  return (name) => {
    const value = values.get(name)
    if (value === undefined) throw new TypeError(`Expected a weight named ${name} in weights.yaml`)
    return value
  }
})
