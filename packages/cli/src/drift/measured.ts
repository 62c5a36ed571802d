import {
  type Assessment,
  type Drift,
  driftOf,
  type DriftRules,
  type Made,
  type State,
  topicsWithTextDrift,
} from '@hedgerow/assess'
import {assessedAnew, type JudgedBy} from './states.ts'

/** What a corpus tells drift by: its lexicon and the weight it gives to each class. */
export const rulesOf = ({lexicon, config}: JudgedBy): DriftRules => ({
  lexicon,
  severityOf: (name) =>
    config.severities?.[name] ?? lexicon.differences.find((each) => each.class === name)?.severity ?? 'warning',
})

/** The drift of a corpus from an earlier state. Where the tool, the day or the settings are others now, the earlier state of every topic whose documents
 *  changed is assessed anew, so that only the documents tell in its alignment. */
export const measured = (
  before: State,
  after: State,
  corpus: JudgedBy,
  authorities: Assessment['authorities'],
): Drift => {
  const rules = rulesOf(corpus)
  if (sameMade(before.made, after.made)) return driftOf(before, after, rules)
  const changed = topicsWithTextDrift(before, after, rules)
  return driftOf(before, after, {
    ...rules,
    reassessed: assessedAnew(before, changed, corpus, after.made.asAt, authorities),
  })
}

const sameMade = (a: Made, b: Made): boolean =>
  a.version === b.version && a.lexicon === b.lexicon && a.settings === b.settings && a.asAt === b.asAt
