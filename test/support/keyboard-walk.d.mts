import type {Page} from 'playwright-core'

export declare const keyboardWalk: (
  page: Page,
  word: string,
) => Promise<{readonly faults: readonly string[]; readonly steps: readonly string[]}>
