import type {Role} from '../../lines.ts'
import type {Fault} from './state.ts'

export const faultRoles: Readonly<Record<Fault['kind'], Role>> = {
  'not compared': 'bad',
  judgement: 'differs',
  'please look': 'differs',
  'to know': 'faint',
}

/** Columns of the kind, and of the path at most. */
export const kindWidth = 13
export const pathWidth = 48
