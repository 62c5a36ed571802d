import type {Status} from '@hedgerow/assess'

/** What the list of steps is narrowed by: a value of each field it is. */
export type Filters = Readonly<
  Partial<Record<'class' | 'facet' | 'topic' | 'authority' | 'agency' | 'tier' | 'decision', string>>
>

/** A view that is asked for, with what it is to show. */
export type Opened =
  | {readonly name: 'region'}
  | {readonly name: 'opportunities'; readonly filters?: Filters}
  | {readonly name: 'rows'; readonly topic: string; readonly row?: string; readonly status?: Status}
  | {readonly name: 'row'; readonly topic: string; readonly id: string}
  | {readonly name: 'sides'; readonly topic: string; readonly a: string; readonly b: string; readonly row?: string}
  | {readonly name: 'outline'; readonly topic: string; readonly authority: string; readonly fingerprint?: string}
  | {readonly name: 'agencies'; readonly body?: string}
  | {readonly name: 'faults'}

export type ViewName = Opened['name']
