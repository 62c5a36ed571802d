import type {Decided} from '@hedgerow/assess'
import {checkedYaml, day, digits, keys, listOnce, oneOf, orNull, type Shape, text} from '../yaml.ts'
import {yamlIn} from './read.ts'

/** One entry of decisions.yaml: what became of an opportunity. */
export interface DecisionEntry {
  /** The fingerprint of the opportunity. */
  readonly opportunity: string
  /** What the step was called when it was decided on. */
  readonly summary?: string | null
  /** A digest of the provisions it rested on: by that it is found again after an update. */
  readonly 'rests-on'?: string | null
  readonly decision: 'take-up' | 'park' | 'keep-local'
  readonly owner?: string | null
  readonly due?: string | null
  readonly status?: 'open' | 'done'
  readonly note?: string | null
  readonly by?: string | null
  readonly on?: string | null
}

const entries: Shape<readonly DecisionEntry[]> = listOnce(
  keys<DecisionEntry>(
    {
      opportunity: digits,
      summary: orNull(text),
      'rests-on': orNull(digits),
      decision: oneOf(['take-up', 'park', 'keep-local'] as const),
      owner: orNull(text),
      due: orNull(day),
      status: oneOf(['open', 'done'] as const),
      note: orNull(text),
      by: orNull(text),
      on: orNull(day),
    },
    ['opportunity', 'decision'],
  ),
  ({opportunity}) => opportunity,
)

/** The decisions a text of YAML holds. Throws a UsageError for a fault in it. */
export const decisionsIn = (content: string): readonly DecisionEntry[] =>
  checkedYaml(content, 'decisions.yaml', entries)

/** The decisions of a corpus; none where it has no decisions.yaml. */
export const decisionEntries = async (folder: string): Promise<readonly DecisionEntry[]> =>
  decisionsIn(await yamlIn(folder, 'decisions.yaml'))

/** An entry as the assessment takes it. */
export const decided = (entry: DecisionEntry): Decided => ({
  opportunity: entry.opportunity,
  summary: entry.summary ?? null,
  restsOn: entry['rests-on'] ?? null,
  decision: entry.decision,
  owner: entry.owner ?? null,
  due: entry.due ?? null,
  status: entry.status ?? 'open',
  note: entry.note ?? null,
  by: entry.by ?? null,
  on: entry.on ?? null,
})
