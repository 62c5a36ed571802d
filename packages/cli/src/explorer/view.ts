import type {PlainTable} from '@hedgerow/report'
import type {Named} from '../judgement/pins.ts'
import type {Deed} from './deeds.ts'
import type {Line} from './lines.ts'
import type {Signs} from './signs.ts'
import type {Need, World} from './world.ts'

/** What a view is drawn and steered with. */
export interface Context {
  readonly world: World
  /** Room for the view's body. */
  readonly columns: number
  readonly rows: number
  readonly signs: Signs
  /** The reading that was marked to be matched with another; null when none is. */
  readonly marked: MarkedReading | null
}

/** A reading picked out to be pinned to another. */
export interface MarkedReading {
  readonly topic: string
  readonly row: string
  readonly named: readonly Named[]
  /** Who reads what, in short. */
  readonly words: string
}

/** A key of a view: what it does, in words, for the footer and the help. */
export interface Binding {
  /** Names of keys that do it, the first as the footer shows it. */
  readonly keys: readonly string[]
  /** One or two words, for the footer. */
  readonly word: string
  /** A sentence, for the help. */
  readonly says: string
  /** Everyday words it is also found by. */
  readonly also?: string
  /** Whether the footer shows it; the help always does. */
  readonly inFooter?: boolean
}

/** A view's state after a key, and what is to be done beside. */
export interface Stepped<State> {
  readonly state: State
  readonly deeds?: readonly Deed[]
}

/** A row, by its topic and id. */
export interface RowAt {
  readonly topic: string
  readonly id: string
  /** The fingerprint of the step it was opened for; null for none. */
  readonly step: string | null
}

/** A list that went on to another of its rows. */
export interface Along<State> {
  readonly state: State
  readonly row: RowAt
  /** What was passed over, in a sentence. */
  readonly passed?: string
}

/** What a view shows, as a table to be written out. */
export type Table = PlainTable

/** A view of the explorer. Pure: its state in, lines out; its four files are state, keys, theme and view. */
export interface View<State> {
  readonly title: (state: State, context: Context) => string
  readonly keys: readonly Binding[]
  /** What must be looked up before the body is whole. */
  readonly needs: (state: State, context: Context) => readonly Need[]
  /** The state after a key, or null for a key that means nothing here. */
  readonly step: (state: State, key: string, context: Context) => Stepped<State> | null
  /** At most `rows` lines of at most `columns`. */
  readonly body: (state: State, context: Context) => readonly Line[]
  readonly table: (state: State, context: Context) => Table
  /** What must be looked up before the table is whole; the view's needs unless given. */
  readonly tableNeeds?: (state: State, context: Context) => readonly Need[]
  /** The words `/` filters by, and the state with others; a view without is not filtered. */
  readonly filter?: {
    readonly words: (state: State) => string
    readonly with: (state: State, words: string) => State
    /** How many are left of how many. */
    readonly count: (state: State, context: Context) => readonly [number, number]
  }
  /** From a row of this view's to its next one or the one before, `every` or only those worth reading; null at the end, undefined where it lists none. */
  readonly along?: (
    state: State,
    from: RowAt,
    by: 1 | -1,
    every: boolean,
    context: Context,
  ) => Along<State> | null | undefined
  /** The list at a row that was opened from it, once the analysis was made anew; null where it lists that no more. */
  readonly standingOn?: (state: State, row: RowAt, context: Context) => State | null
  /** Where in its list it stands, said beside a row opened from it. */
  readonly where?: (state: State, from: RowAt, context: Context) => string
  /** The same state after the analysis was made anew: what it points at may have another id. */
  readonly renewed?: (state: State, before: World, now: World) => State
  /** The topic one stands on, where the view shows several. */
  readonly topic?: (state: State, context: Context) => string | null
  /** The row one stands on, by its id. */
  readonly row?: (state: State, context: Context) => string | undefined
  /** What a screen reader is told of: where one stands, in words. */
  readonly spoken: (state: State, context: Context) => string
}
