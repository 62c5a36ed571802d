import type {Edition} from '@hedgerow/ast'

/** What is met on the way through a document. */
export interface Walk {
  readonly edition: Partial<Edition>[]
  readonly headings: ReadonlySet<string>
  /** Whether an ordinary section has begun; boxes before it are front matter. */
  body: boolean
  /** Whether an approval was met last: the names after it sign. */
  signing: boolean
}
