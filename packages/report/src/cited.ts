import type {StandardVerdict} from '@hedgerow/assess'

/** Where a standard is from, and whether nobody has verified it. */
export function cited({citation, verified}: Pick<StandardVerdict, 'citation' | 'verified'>): string {
  return `${citation}${verified ? '' : '; not verified'}`
}
