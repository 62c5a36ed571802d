import {alongFrom, realigned} from './along.ts'
import type {Deed} from './deeds.ts'
import {globalDeed, keyName} from './keys.ts'
import {harmless} from './lines.ts'
import type {ViewName} from './opened.ts'
import {palette, writing} from './palettes.ts'
import {answered, type Prompt, type Values, withTyped} from './prompts.ts'
import type {Signs} from './signs.ts'
import {thresholdMoved, thresholdWords} from './threshold.ts'
import type {Context, MarkedReading} from './view.ts'
import {type OpenView, openView, renewed, stepped, viewOf} from './views/index.ts'
import {chooseOutline, chooseSides} from './views/partner.ts'
import type {World} from './world.ts'

/** Everything that is on the screen, and how it came there. */
export interface Explorer {
  readonly columns: number
  readonly rows: number
  readonly signs: Signs
  readonly world: World
  /** Open views, the one in sight last; never empty. */
  readonly stack: readonly OpenView[]
  /** Views left by a number key, so that coming back finds the same place. */
  readonly kept: Readonly<Partial<Record<ViewName, OpenView>>>
  readonly prompt: Prompt | null
  /** What was typed in forms and is not on the disk, by what each form is about. */
  readonly typed: Readonly<Record<string, Values>>
  /** The view in sight as it was when a filter was begun. */
  readonly unfiltered: OpenView | null
  readonly said: {readonly words: string; readonly isFault: boolean} | null
  /** What is going on behind the screen; null when nothing is. */
  readonly busy: string | null
  /** What changed on disk since it was read; null when nothing did. */
  readonly stale: string | null
  readonly marked: MarkedReading | null
  /** Where what is written goes unless somebody says otherwise: a folder beside the corpus, never in it. */
  readonly exports: string
}

/** The explorer after something happened, and what the edge is to do. */
export interface Outcome {
  readonly explorer: Explorer
  readonly deeds: readonly Deed[]
}

/** The explorer at its beginning. */
export const explorerOf = (
  world: World,
  {
    columns,
    rows,
    signs,
    exports,
    isNew,
  }: Pick<Explorer, 'columns' | 'rows' | 'signs' | 'exports'> & {
    readonly isNew: boolean
  },
): Explorer => ({
  columns,
  rows,
  signs,
  world,
  stack: [openView({name: 'region'})],
  kept: {},
  prompt: isNew ? {kind: 'welcome'} : null,
  typed: {},
  unfiltered: null,
  said: null,
  busy: null,
  stale: null,
  marked: null,
  exports,
})

/** The view in sight. */
export const onTop = ({stack}: Explorer): OpenView => stack.at(-1) as OpenView

/** Lines around a view's body: the tabs, its title, what was said, the keys; and one is left free at the bottom. */
const surround = 5

/** What the view in sight is drawn and steered with. */
export const contextOf = ({columns, rows, world, signs, marked}: Explorer): Context => ({
  world,
  columns,
  rows: Math.max(1, rows - surround),
  signs,
  marked,
})

/** The explorer after a key. `text` is what it types, empty for a key that types nothing. */
export const pressed = (explorer: Explorer, key: string, text: string): Outcome => {
  const fresh = {...explorer, said: null}
  if (key === 'ctrl-c') return {explorer: fresh, deeds: [{do: 'quit'}]}
  if (fresh.prompt) {
    const {prompt, deeds} = answered(fresh.prompt, key, text)
    return done({...fresh, prompt}, deeds)
  }
  const after = stepped(onTop(fresh), key, contextOf(fresh))
  if (after) return done(withTop(fresh, after.state), after.deeds ?? [])
  const deed = globalDeed(key)
  return deed ? done(fresh, [deed]) : only(said(fresh, `${keyName(key)} does nothing here; ? tells what the keys do.`))
}

/** A text that was pasted: typed where something is typed, nothing elsewhere. */
export const pasted = (explorer: Explorer, text: string): Outcome => {
  const {prompt} = explorer
  if (prompt === null || prompt.kind === 'welcome')
    return {
      explorer: {...explorer, said: {words: 'Pasted text is only taken where something is typed.', isFault: false}},
      deeds: [],
    }
  return pressed(explorer, '', harmless(text).replace(/\s+/gu, ' '))
}

const withTop = (explorer: Explorer, top: OpenView): Explorer => ({
  ...explorer,
  stack: [...explorer.stack.slice(0, -1), top],
})

/** Does what is to be done within the screen; what is beyond it is handed on. */
const done = (explorer: Explorer, deeds: readonly Deed[]): Outcome =>
  deeds.reduce<Outcome>(
    (outcome, deed) => {
      const after = doneOne(outcome.explorer, deed)
      return {explorer: after.explorer, deeds: [...outcome.deeds, ...after.deeds]}
    },
    {explorer, deeds: []},
  )

const only = (explorer: Explorer, deeds: readonly Deed[] = []): Outcome => ({explorer, deeds})

const doneOne = (explorer: Explorer, deed: Deed): Outcome => {
  switch (deed.do) {
    case 'open':
      return only({...explorer, stack: [...explorer.stack, openView(deed.view)]})
    case 'replace':
      return only(withTop(explorer, openView(deed.view)))
    case 'back':
      if (isFiltered(explorer)) return only(unfiltered(explorer))
      return explorer.stack.length > 1
        ? only({...explorer, stack: explorer.stack.slice(0, -1)})
        : only(said(explorer, 'This is the first view; q quits.'))
    case 'go':
      return gone(explorer, deed.view)
    case 'say':
      return only(said(explorer, deed.words, deed.isFault))
    case 'ask':
      return only({...explorer, prompt: asTyped(deed.prompt, explorer.typed)})
    case 'keep':
      return only(withTypedIn(explorer, deed.of, deed.typed))
    case 'along':
      return only(goneAlong(explorer, deed.by, deed.every))
    case 'mark':
      return only(said({...explorer, marked: deed.reading}, 'Marked. Go to the row it belongs in and press =.'))
    case 'threshold':
      return only(
        said({...explorer, world: {...explorer.world, threshold: deed.to}}, thresholdWords(explorer.world, deed.to)),
      )
    case 'filter':
      return only(filtered(explorer, deed.words))
    case 'unfilter':
      return only(unfiltered(explorer.unfiltered ? withTop(explorer, explorer.unfiltered) : explorer))
    case 'press':
      return pressedFor(explorer, deed.key)
    case 'help':
      return only({...explorer, prompt: {kind: 'help', typed: '', top: 0}})
    case 'palette':
      return only({...explorer, prompt: palette(onTop(explorer), explorer.world)})
    case 'write':
      return only({
        ...explorer,
        prompt: writing(viewOf(onTop(explorer)).title(onTop(explorer).state, contextOf(explorer)), explorer.exports),
      })
    default:
      return only(explorer, [deed])
  }
}

/** A form with what was typed in it when it was left. */
const asTyped = (prompt: Prompt, typed: Explorer['typed']): Prompt => {
  const known = prompt.kind === 'form' ? typed[prompt.of] : undefined
  return prompt.kind === 'form' && known ? withTyped(prompt, known) : prompt
}

/** The explorer with what was typed in a form; null for nothing. */
const withTypedIn = (explorer: Explorer, of: string, typed: Values | null): Explorer => {
  const {[of]: _, ...others} = explorer.typed
  return {...explorer, typed: typed === null ? others : {...others, [of]: typed}}
}

/** The explorer once what was typed in a form is on the disk. */
export const withoutTyped = (explorer: Explorer, of: string | undefined): Explorer =>
  of === undefined ? explorer : withTypedIn(explorer, of, null)

/** On from a row to another of the list it was opened from, or a word that there is none. */
const goneAlong = (explorer: Explorer, by: 1 | -1, every: boolean): Explorer => {
  const {stack, words} = alongFrom(explorer.stack, by, every, contextOf(explorer))
  return words === null ? {...explorer, stack} : said({...explorer, stack}, words)
}

const said = (explorer: Explorer, words: string, isFault = false): Explorer => ({...explorer, said: {words, isFault}})

/** Keys that need to know where one is. */
const pressedFor = (explorer: Explorer, key: string): Outcome => {
  const {world} = explorer
  if (key === '[' || key === ']')
    return doneOne(explorer, {do: 'threshold', to: thresholdMoved(world.threshold, key === ']' ? 1 : -1)})
  if (key !== '/') return pressed(explorer, key, '')
  const top = onTop(explorer)
  const {filter} = viewOf(top)
  if (!filter)
    return 'id' in top.state
      ? listFiltered(explorer, top.state)
      : only(said(explorer, 'There is no list to filter here.'))
  return only({...explorer, unfiltered: top, prompt: {kind: 'filter', typed: filter.words(top.state)}})
}

/** From one row to the list of its topic, to be filtered: what is typed next must not be taken for keys. */
const listFiltered = (explorer: Explorer, {topic, id}: {readonly topic: string; readonly id: string}): Outcome => {
  const {explorer: list, deeds} = doneOne(explorer, {do: 'open', view: {name: 'rows', topic, row: id}})
  return {explorer: {...list, unfiltered: onTop(list), prompt: {kind: 'filter', typed: ''}}, deeds}
}

const isFiltered = (explorer: Explorer): boolean =>
  (viewOf(onTop(explorer)).filter?.words(onTop(explorer).state) ?? '') !== ''

const unfiltered = (explorer: Explorer): Explorer => (isFiltered(explorer) ? filtered(explorer, '') : explorer)

const filtered = (explorer: Explorer, words: string): Explorer => {
  const top = onTop(explorer)
  const {filter} = viewOf(top)
  return filter ? withTop(explorer, {...top, state: filter.with(top.state, words)}) : explorer
}

/** The topic one is at: that of the view in sight or of one below it, else the first. */
const topicAt = (explorer: Explorer): string | null => {
  const {stack, world} = explorer
  const own = viewOf(onTop(explorer)).topic?.(onTop(explorer).state, contextOf(explorer))
  if (own != null) return own
  for (const {state} of [...stack].reverse())
    if ('topic' in state && typeof state.topic === 'string') return state.topic
  return world.topics[0]?.summary.id ?? null
}

/** Goes to a view by its number: as it was left, or begun on the topic one is at. */
const gone = (explorer: Explorer, name: ViewName): Outcome => {
  const top = onTop(explorer)
  if (top.name === name) return only(explorer)
  const kept = {...explorer.kept, [top.name]: top}
  const region = kept.region ?? openView({name: 'region'})
  const to = (view: OpenView): Outcome =>
    only({...explorer, kept, stack: name === 'region' ? [region] : [region, view]})
  const topic = topicAt(explorer)
  const known = kept[name]
  if (known && !(name === 'rows' && 'topic' in known.state && known.state.topic !== topic)) return to(known)
  if (name === 'region' || name === 'opportunities' || name === 'agencies' || name === 'faults')
    return to(openView({name}))
  if (topic === null) return only(said(explorer, explorer.world.nothing ?? 'There is no topic to show.'))
  if (name === 'rows') return to(openView({name, topic}))
  return doneOne(
    explorer,
    name === 'outline' ? chooseOutline(explorer.world, topic) : chooseSides(explorer.world, topic, rowAt(explorer)),
  )
}

/** The row one stands on. */
const rowAt = (explorer: Explorer): string | undefined =>
  viewOf(onTop(explorer)).row?.(onTop(explorer).state, contextOf(explorer))

/** The explorer with something looked up: nothing it points at has moved. */
export const withWorld = (explorer: Explorer, world: World): Explorer => ({...explorer, world})

/** The explorer after the analysis was made anew: every open view finds its place again. */
export const withNewWorld = (explorer: Explorer, world: World): Explorer => {
  const before = explorer.world
  const stack = explorer.stack.map((open) => renewed(open, before, world))
  return {
    ...explorer,
    world,
    stack: realigned(stack, contextOf({...explorer, world})),
    unfiltered: explorer.unfiltered && renewed(explorer.unfiltered, before, world),
    kept: Object.fromEntries(Object.entries(explorer.kept).map(([name, open]) => [name, renewed(open, before, world)])),
  }
}
