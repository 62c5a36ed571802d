import type {Profile} from './profile.ts'
import type {RowMaterial} from './row-material.ts'
import {setting} from './setting.ts'

/** What makes the words of a clause say little of whether another procedure has it too; each in [0, 1]. */
export interface Wordless {
  /** 1 for a contact where that procedure has one without a match: names and numbers are local, so that two of one office share no word. */
  readonly name: number
  /** How short the label of a field is: 1 without a word, 0 with as many as a full one has. */
  readonly label: number
}

/** How little the words of a clause say; `shares` tells whether a clause shares a row with a procedure. */
export const wordlessLookup = (
  {known: {clauses}, partners, lexicon}: RowMaterial,
  shares: (clause: number, procedure: number) => boolean,
): ((clause: Profile, procedure: number) => Wordless) => {
  const full = setting(lexicon)('absence-label')
  const contacts: readonly number[][] = Array.from({length: partners.procedures}, () => [])
  for (const {index, procedure, kind} of clauses) if (kind === 'contact') contacts[procedure]?.push(index)
  const hasOther = (than: Profile, procedure: number): boolean =>
    contacts[procedure]?.some((other) => !shares(other, than.procedure)) === true
  return (clause, procedure) => ({
    name: clause.kind === 'contact' && hasOther(clause, procedure) ? 1 : 0,
    label: clause.kind === 'field' ? Math.max(0, 1 - clause.bag.terms.length / full) : 0,
  })
}
