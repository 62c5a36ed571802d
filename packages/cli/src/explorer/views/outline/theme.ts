import type {Role} from '../../lines.ts'
import type {OutlineEntry} from '../../world.ts'

/** Headings stand out; clauses are plain. */
export const kindRoles: Readonly<Record<OutlineEntry['kind'], Role>> = {
  section: 'title',
  provision: 'plain',
  definition: 'plain',
  field: 'plain',
  contact: 'faint',
}

/** Columns a heading's depth moves it in, up to so many depths. */
export const indent = 2
export const deepest = 5
