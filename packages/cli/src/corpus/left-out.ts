import type {NotCompared} from '@hedgerow/assess'

/** A document left out before it was read, with the authority and topic it would have had. */
export interface LeftOut extends NotCompared {
  readonly authority: string | null
  readonly topic: string | null
}
