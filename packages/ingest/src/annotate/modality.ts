import type {Annotator} from './annotator.ts'
import {readingOf, strongest} from './binding.ts'

/** The force of a clause: its own, or its lead-in's. Null for a definition, field or contact, and where nothing binds. Two duties: the stronger.
 *  "Should not" stays a recommendation: the contract's prohibitions are must not, shall not, never, cannot and may not; reading "should not"
 *  as one would make a council that advises look as strict as one that forbids. */
export const modality: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  if (!reading.modality || !reading.from) return {modality: null}
  const bindings = reading.from.bindings
  const shown = bindings.find(({modality: force}) => force === reading.modality) ?? strongest(bindings)
  if (!shown) return {modality: reading.modality}
  const {start, end} = shown
  return {
    modality: reading.modality,
    evidence: [{of: 'modality', in: reading.from.place, start, end, value: reading.modality}],
  }
}
