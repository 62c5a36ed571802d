import type {AgreedDifference} from '@hedgerow/assess'
import {checkedBy, checkedYaml, day, digits, keys, listOnce, oneOf, orNull, type Shape, text} from '../yaml.ts'
import {yamlIn} from './read.ts'

/** One entry of agreed.yaml: a difference that people agreed to keep for a time. */
export interface AgreedEntry {
  /** The fingerprint of the finding. */
  readonly finding: string
  readonly summary?: string | null
  readonly reason: string
  readonly owner?: string | null
  readonly agreed?: string | null
  readonly 'review-by': string
  /** Said in so many words, without which a shortfall of a tier A standard is not agreed away. */
  readonly 'below-statute'?: 'accepted'
  readonly by?: string | null
  readonly note?: string | null
}

const entry: Shape<AgreedEntry> = checkedBy(
  keys<AgreedEntry>(
    {
      finding: digits,
      summary: orNull(text),
      reason: text,
      owner: orNull(text),
      agreed: orNull(day),
      'review-by': day,
      'below-statute': oneOf(['accepted'] as const),
      by: orNull(text),
      note: orNull(text),
    },
    ['finding', 'reason', 'review-by'],
  ),
  ({agreed, 'review-by': reviewBy}) =>
    agreed && agreed > reviewBy
      ? `Unexpected review-by ${reviewBy}, expected a day after ${agreed}, when it was agreed.`
      : null,
)

const entries: Shape<readonly AgreedEntry[]> = listOnce(entry, ({finding}) => finding)

/** The agreed differences a text of YAML holds. Throws a UsageError for a fault in it. */
export const agreedIn = (content: string): readonly AgreedEntry[] => checkedYaml(content, 'agreed.yaml', entries)

/** The agreed differences of a corpus; none where it has no agreed.yaml. */
export const agreedEntries = async (folder: string): Promise<readonly AgreedEntry[]> =>
  agreedIn(await yamlIn(folder, 'agreed.yaml'))

/** An entry as the assessment takes it. */
export const agreedDifference = (entry: AgreedEntry): AgreedDifference => ({
  finding: entry.finding,
  summary: entry.summary ?? null,
  reason: entry.reason,
  owner: entry.owner ?? null,
  agreed: entry.agreed ?? null,
  reviewBy: entry['review-by'],
  isStatuteAccepted: entry['below-statute'] === 'accepted',
})
