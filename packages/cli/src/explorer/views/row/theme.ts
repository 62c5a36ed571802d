import type {Severity} from '@hedgerow/lexicon'
import type {Role} from '../../lines.ts'

/** The look of a finding by its severity; the class is printed beside. */
export const severityRoles: Readonly<Record<Severity, Role>> = {
  error: 'bad',
  warning: 'differs',
  note: 'accent',
  off: 'faint',
}

/** How far a reading's words stand in. */
export const readingIndent = 4
