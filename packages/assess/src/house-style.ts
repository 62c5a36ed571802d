import {type Row, setting} from '@hedgerow/collate'
import type {Lexicon} from '@hedgerow/lexicon'

/** Sections that say what a document is and means: facts in any style. */
const descriptive: ReadonlySet<string> = new Set([
  'scope',
  'introduction',
  'definitions',
  'related-guidance',
  'legislation',
  'glossary',
  'version-control',
  'amendment',
])

/** The authorities whose document says what is to be done as a fact throughout (`The manager signs the form within a day`): most of its provisions outside
 *  what describes it bind nobody by their words. There a fact is how the house writes a duty, and no departure from one. */
export const writersOfFacts = (rows: readonly Row[], lexicon: Lexicon): ReadonlySet<string> => {
  const set = setting(lexicon)
  const counts = new Map<string, {facts: number; all: number}>()
  for (const {kind, readings} of rows) {
    if (kind !== 'provision') continue
    for (const [authority, own] of Object.entries(readings))
      for (const {clause, heading} of own ?? []) {
        if (descriptive.has(heading.kind ?? '')) continue
        const count = counts.get(authority) ?? {facts: 0, all: 0}
        counts.set(authority, {facts: count.facts + (clause.modality === null ? 1 : 0), all: count.all + 1})
      }
  }
  return new Set(
    [...counts].flatMap(([authority, {facts, all}]) =>
      all >= set('facts-least') && facts >= set('facts-share') * all ? [authority] : [],
    ),
  )
}
