import type {DifferenceName, Status} from '@hedgerow/assess'

/** What the list of steps is narrowed by: a value of each field it is. */
export type Filters = Readonly<
  Partial<Record<'class' | 'facet' | 'topic' | 'authority' | 'agency' | 'tier' | 'decision', string>>
>

/** Which rows of a topic are listed: those of a status, those that fall below a standard whether sure or not, or those an authority stands in one way in. */
export type RowsOnly =
  | {readonly status: Status}
  | {readonly facet: DifferenceName}
  | {readonly authority: string; readonly standing: string}

/** A view that is asked for, with what it is to show. */
export type Opened =
  | {readonly name: 'region'}
  | {readonly name: 'opportunities'; readonly filters?: Filters}
  | {readonly name: 'rows'; readonly topic: string; readonly row?: string; readonly only?: RowsOnly}
  /** `step`: the fingerprint of the step it is opened for. */
  | {readonly name: 'row'; readonly topic: string; readonly id: string; readonly step?: string | null}
  | {readonly name: 'sides'; readonly topic: string; readonly a: string; readonly b: string; readonly row?: string}
  | {readonly name: 'outline'; readonly topic: string; readonly authority: string; readonly fingerprint?: string}
  | {readonly name: 'agencies'; readonly body?: string}
  | {readonly name: 'faults'}
  | {readonly name: 'pairs'; readonly topic: string}

export type ViewName = Opened['name']
