import type {Opened, ViewName} from '../opened.ts'
import type {Context, Stepped, View} from '../view.ts'
import type {World} from '../world.ts'
import {agenciesStart, type AgenciesState} from './agencies/state.ts'
import {agenciesView} from './agencies/view.ts'
import {faultsStart, type FaultsState} from './faults/state.ts'
import {faultsView} from './faults/view.ts'
import {opportunitiesStart, type OpportunitiesState} from './opportunities/state.ts'
import {opportunitiesView} from './opportunities/view.ts'
import {outlineStart, type OutlineState} from './outline/state.ts'
import {outlineView} from './outline/view.ts'
import {pairsStart, type PairsState} from './pairs/state.ts'
import {pairsView} from './pairs/view.ts'
import {regionStart, type RegionState} from './region/state.ts'
import {regionView} from './region/view.ts'
import {rowStart, type RowState} from './row/state.ts'
import {rowView} from './row/view.ts'
import {rowsStart, type RowsState} from './rows/state.ts'
import {rowsView} from './rows/view.ts'
import {sidesStart, type SidesState} from './sides/state.ts'
import {sidesView} from './sides/view.ts'

interface States {
  readonly region: RegionState
  readonly opportunities: OpportunitiesState
  readonly row: RowState
  readonly rows: RowsState
  readonly sides: SidesState
  readonly outline: OutlineState
  readonly agencies: AgenciesState
  readonly faults: FaultsState
  readonly pairs: PairsState
}

/** A view that stands open, with its state. */
export interface OpenView<Name extends ViewName = ViewName> {
  readonly name: Name
  readonly state: States[Name]
}

/** Every view by name. A new one is a folder of four files and a line in each table here. */
const views: {readonly [Name in ViewName]: View<States[Name]>} = {
  region: regionView,
  opportunities: opportunitiesView,
  row: rowView,
  rows: rowsView,
  sides: sidesView,
  outline: outlineView,
  agencies: agenciesView,
  faults: faultsView,
  pairs: pairsView,
}

/** How a view begins. */
const starts: {readonly [Name in ViewName]: (opened: Extract<Opened, {name: Name}>) => States[Name]} = {
  region: () => regionStart,
  opportunities: ({filters}) => opportunitiesStart(filters ?? {}),
  row: ({topic, id, step}) => rowStart(topic, id, step),
  rows: ({topic, row, only}) => rowsStart(topic, row, only),
  sides: ({topic, a, b, row}) => sidesStart(topic, a, b, row),
  outline: ({topic, authority, fingerprint}) => outlineStart(topic, authority, fingerprint),
  agencies: ({body}) => ({...agenciesStart, body: body ?? null}),
  faults: () => faultsStart,
  pairs: ({topic}) => pairsStart(topic),
}

/** A view opened anew. */
export const openView = (opened: Opened): OpenView => ({
  name: opened.name,
  state: (starts[opened.name] as (of: Opened) => States[ViewName])(opened),
})

/** The view of an open one, whose state it takes: the table pairs each name with its own. */
export const viewOf = ({name}: OpenView): View<States[ViewName]> => views[name] as unknown as View<States[ViewName]>

/** An open view after a key; null for a key that means nothing in it. */
export const stepped = (open: OpenView, key: string, context: Context): Stepped<OpenView> | null => {
  const after = viewOf(open).step(open.state, key, context)
  return after && {state: {...open, state: after.state}, ...(after.deeds && {deeds: after.deeds})}
}

/** An open view after the analysis was made anew. */
export const renewed = (open: OpenView, before: World, now: World): OpenView => {
  const {renewed: own} = viewOf(open)
  return own ? {...open, state: own(open.state, before, now)} : open
}
