import type {Lexicon} from './lexicon.ts'
import compiled from './compiled.json' with {type: 'json'}

/** The lexicon as shipped: the YAML files of `data/`, compiled by the build. */
export const lexicon = compiled as unknown as Lexicon

export type * from './lexicon.ts'
export * from './match.ts'
export * from './near.ts'
export * from './per-lexicon.ts'
export * from './stem.ts'
export * from './tokens.ts'
