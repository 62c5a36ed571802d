/** Precision, recall and F1 in [0, 1], with the counts behind them. */
export interface Measured {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly hits: number
  readonly said: number
  readonly gold: number
}

/** The scorecard of one topic. */
export interface Scorecard {
  readonly topic: string
  readonly readings: number
  readonly unread: readonly string[]
  readonly pairs: Measured
  readonly bcubed: Pick<Measured, 'precision' | 'recall' | 'f1'>
  readonly absence: Measured
  readonly facets: Readonly<Record<string, Measured>>
  readonly macroF1: number
  readonly falseAgreements: readonly {readonly row: string; readonly status: string; readonly gold: readonly string[]; readonly why: string}[]
}

export function scorecard(gold: unknown, topic: unknown, substantive: ReadonlySet<string>): Scorecard
