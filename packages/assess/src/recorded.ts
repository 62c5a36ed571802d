/** How an agreed difference stands on the day of the assessment: `live` until its review is due, then `expired`; `refused` where a statutory shortfall is
 *  agreed away without saying so in so many words. Only a live one is kept out of the counts of severity. */
export type AgreedState = 'live' | 'expired' | 'refused'

/** What people agreed about a finding. */
export interface Agreement {
  readonly reason: string
  readonly owner: string | null
  /** ISO dates. */
  readonly agreed: string | null
  readonly reviewBy: string
  readonly state: AgreedState
}

/** What people decided about an opportunity. */
export interface Decision {
  readonly decision: 'take-up' | 'park' | 'keep-local'
  readonly owner: string | null
  /** ISO date. */
  readonly due: string | null
  readonly status: 'open' | 'done'
  readonly note: string | null
  readonly by: string | null
  readonly on: string | null
}

/** An entry of pins.yaml, agreed.yaml or decisions.yaml that does not hold: what it names, why, and what to do, to be read one after the other. */
export interface JudgementFault {
  readonly file: 'pins.yaml' | 'agreed.yaml' | 'decisions.yaml'
  readonly entry: string
  readonly reason: string
  readonly remedy: string
}
