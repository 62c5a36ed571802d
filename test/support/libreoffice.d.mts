export interface SettlingJob {
  readonly path: string
  readonly how: 'Accept' | 'Reject'
}

export declare const hasLibreOffice: boolean
export declare const profileWithMacro: (folder: string) => string
export declare const settledTexts: (profile: string, jobs: readonly SettlingJob[]) => readonly string[]
export declare const printedBy: (profile: string, paths: readonly string[], folder: string) => void
