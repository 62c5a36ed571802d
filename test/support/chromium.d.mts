import type {Browser, BrowserContext, Page} from 'playwright-core'

/** A rule of axe-core that is broken, on how many elements, and the first of them. */
export interface Broken {
  readonly rule: string
  readonly elements: number
  readonly first: readonly string[]
}

export interface View {
  readonly scheme?: 'light' | 'dark'
  readonly media?: 'screen' | 'print'
  readonly width?: number
  readonly scripts?: boolean
}

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  readonly paint: number | null
  readonly requests: () => number
}

export declare const chromiumPath: () => string | null
export declare const startedChromium: (path: string) => Promise<Browser>
export declare const openedPage: (browser: Browser, file: string, view?: View) => Promise<Opened>
export declare const audited: (page: Page) => Promise<{readonly violations: readonly Broken[]; readonly passed: number}>
export declare const unseen: (page: Page) => Promise<readonly string[]>
export declare const isTooWide: (page: Page) => Promise<boolean>
