import {added, concernedCounts, isConcerned} from '../../concerned.ts'
import type {Deed} from '../../deeds.ts'
import type {Filters} from '../../opened.ts'
import {type ListPlace, listStart, moved, movedWith, moveOf, nearest, placedAt} from '../../list.ts'
import {type Choice, choosing, holdsPlain, plain} from '../../prompts.ts'
import {decisionOn, decisionWords} from '../../judgements.ts'
import type {Along, Context, RowAt, Stepped} from '../../view.ts'
import type {Step, TopicFacts, World} from '../../world.ts'
import {decide} from '../judging.ts'
import {remembering, searchedBy} from '../parts.ts'
import {facetWords, fields, listHeightIn} from './theme.ts'

/** The ranked steps, narrowed, and the one stood on. */
export interface OpportunitiesState {
  readonly filters: Filters
  readonly words: string
  readonly place: ListPlace
}

export const opportunitiesStart = (filters: Filters): OpportunitiesState => ({filters, words: '', place: listStart})

const ordinal = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every step of every topic looked up, best first: as reports rank them. */
const allSteps = remembering((topics: readonly TopicFacts[]): readonly Step[] =>
  topics
    .flatMap(({catalogue}) =>
      (catalogue?.opportunities ?? []).map((each) => ({...each, topic: catalogue?.id ?? '', place: 0})),
    )
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.impact - a.impact ||
        a.effort - b.effort ||
        ordinal(a.topic, b.topic) ||
        ordinal(a.id, b.id),
    )
    .map((step, at) => ({...step, place: at + 1})),
)

/** What decides which steps are left. */
type Deciding = Pick<World, 'topics' | 'judgements' | 'short'>

const fits = (step: Step, filters: Filters, world: Deciding): boolean =>
  (filters.class === undefined || step.class === filters.class) &&
  (filters.facet === undefined || (step.facets as readonly string[]).includes(filters.facet)) &&
  (filters.topic === undefined || step.topic === filters.topic) &&
  (filters.agency === undefined || step.agencies.includes(filters.agency)) &&
  (filters.authority === undefined || isConcerned(step, filters.authority, world.topics)) &&
  (filters.tier === undefined || (step.tier ?? 'none') === filters.tier) &&
  (filters.decision === undefined || (decisionOn(world.judgements, step)?.decision ?? 'none') === filters.decision)

const decidedWords = (step: Step, {judgements}: Deciding): string => {
  const decision = decisionOn(judgements, step)
  return decision
    ? `${decisionWords[decision.decision]} ${decision.status ?? ''} ${decision.owner ?? ''} ${decision.note ?? ''}`
    : ''
}

const stepText = searchedBy(
  (step: Step, short: World['short']) =>
    `${step.title} ${short(step.why)} ${step.id} ${step.rows.join(' ')} ${step.facets.join(' ')}`,
)

const isLeft = (step: Step, filters: Filters, words: string, world: Deciding): boolean =>
  fits(step, filters, world) &&
  (words === '' || holdsPlain(`${plain(decidedWords(step, world))} ${stepText(step, world.short)}`, words))

/** Not by the whole world: that is another with everything that is looked up. */
const remembered = remembering(
  (
    topics: World['topics'],
    judgements: World['judgements'],
    short: World['short'],
    filters: Filters,
    words: string,
  ): readonly Step[] => allSteps(topics).filter((step) => isLeft(step, filters, words, {topics, judgements, short})),
)

/** The steps left by the filters and words. */
const stepsLeft = ({topics, judgements, short}: Deciding, filters: Filters, words: string): readonly Step[] =>
  remembered(topics, judgements, short, filters, words)

export const stepsIn = ({filters, words}: OpportunitiesState, {world}: Pick<Context, 'world'>): readonly Step[] =>
  stepsLeft(world, filters, words)

export const allOf = ({world}: Pick<Context, 'world'>): readonly Step[] => allSteps(world.topics)

/** The step stood on. */
export const stepAt = (state: OpportunitiesState, context: Context): Step | undefined =>
  stepsIn(state, context)[state.place.at]

export const opportunitiesStep = (
  state: OpportunitiesState,
  key: string,
  context: Context,
): Stepped<OpportunitiesState> | null => {
  const steps = stepsIn(state, context)
  const move = moveOf(key)
  if (move) return {state: {...state, place: moved(state.place, move, steps.length, listHeightIn(context))}}
  if (key === 'f') return {state, deeds: [chooseField(state, context)]}
  if (key === 'backspace' && Object.keys(state.filters).length > 0) return {state: opportunitiesStart({})}
  const step = steps[state.place.at]
  return step ? opened(state, step, key, context) : null
}

const opened = (
  state: OpportunitiesState,
  step: Step,
  key: string,
  {world}: Context,
): Stepped<OpportunitiesState> | null => {
  const [row] = step.rows
  switch (key) {
    case 'enter':
      return {
        state,
        deeds:
          row === undefined
            ? [{do: 'say', words: 'No row to open: nobody states this standard. The pane below tells what it asks.'}]
            : [{do: 'open', view: {name: 'row', topic: step.topic, id: row, step: step.fingerprint}}],
      }
    case 'd':
      return {state, deeds: [decide(step, world)]}
    case 'r':
      return {state, deeds: [{do: 'open', view: {name: 'rows', topic: step.topic, ...(row !== undefined && {row})}}]}
    case 'y':
      return {state, deeds: [copied(step, world)]}
    default:
      return null
  }
}

const copied = (step: Step, world: World): Deed => {
  const full = world.details.get(`${step.topic}/${step.id}`)
  const words = full?.proposal?.wording?.text
  return words
    ? {do: 'copy', text: words, what: 'the words to adopt'}
    : {do: 'copy', text: `${step.title}. ${world.short(step.why)}`, what: 'the step in a sentence'}
}

const passedWords = (count: number): string =>
  count === 1
    ? 'Passed over a step that no row states: Esc goes to the list, where it is told.'
    : `Passed over ${count} steps that no row states: Esc goes to the list, where they are told.`

/** The next row of the steps left, or the one before: those of a step one after the other, then those of the next step. A step that left the list has given
 *  its place to the one after it. Undefined for every row of the text: the steps do not list them. */
export const alongSteps = (
  state: OpportunitiesState,
  {topic, id, step}: RowAt,
  by: 1 | -1,
  every: boolean,
  context: Context,
): Along<OpportunitiesState> | null | undefined => {
  if (every) return undefined
  const steps = stepsIn(state, context)
  const {at} = state.place
  const here = steps[at]
  const own = here?.topic === topic ? here.rows.indexOf(id) : -1
  const more = own < 0 ? undefined : here?.rows[own + by]
  if (more !== undefined) return {state, row: {topic, id: more, step}}
  for (let next = here?.fingerprint !== step && by === 1 ? at : at + by; next >= 0 && next < steps.length; next += by) {
    const found = steps[next] as Step
    const row = by === 1 ? found.rows[0] : found.rows.at(-1)
    if (row === undefined) continue
    const place = placedAt(state.place, next, steps.length, listHeightIn(context))
    const between = Math.abs(next - at) - 1
    return {
      state: {...state, place},
      row: {topic: found.topic, id: row, step: found.fingerprint},
      ...(between > 0 && {passed: passedWords(between)}),
    }
  }
  return null
}

/** The steps at the one a row was opened for; null where that is another now: then they go on from its place. */
export const stepsStandingOn = (
  state: OpportunitiesState,
  {topic, step}: RowAt,
  context: Context,
): OpportunitiesState | null => {
  const steps = stepsIn(state, context)
  const at = steps.findIndex((each) => each.fingerprint === step && each.topic === topic)
  return at < 0 ? null : {...state, place: placedAt(state.place, at, steps.length, listHeightIn(context))}
}

/** Asks for a field to filter by, then for its value. */
const chooseField = (state: OpportunitiesState, context: Context): Deed => ({
  do: 'ask',
  prompt: choosing(
    'Show only steps of one',
    [
      ...Object.entries(fields).map(([value, label]) => ({
        value,
        label,
        ...(state.filters[value as keyof Filters] !== undefined && {
          note: `now ${state.filters[value as keyof Filters]}`,
        }),
      })),
      {value: '', label: 'Take all filters away'},
    ],
    (field) => [
      field === ''
        ? {do: 'replace', view: {name: 'opportunities'}}
        : chooseValue(state, field as keyof Filters, context),
    ],
  ),
})

const chooseValue = (state: OpportunitiesState, field: keyof Filters, context: Context): Deed => ({
  do: 'ask',
  prompt: choosing(`Show only steps of one ${fields[field]}`, valuesOf(field, state, context), (value) => [
    {do: 'replace', view: {name: 'opportunities', filters: {...state.filters, [field]: value}}},
  ]),
})

/** The values of a field with how many steps each would leave, most first. */
const valuesOf = (field: keyof Filters, state: OpportunitiesState, {world}: Context): readonly Choice[] => {
  const {[field]: _, ...others} = state.filters
  const steps = stepsLeft(world, others, '')
  const counts =
    field === 'authority'
      ? concernedCounts(steps, world.topics)
      : added(steps.flatMap((step) => own(step, field, world).map((value) => [value, 1] as const)))
  return [...counts]
    .sort(([x, n], [y, m]) => m - n || ordinal(x, y))
    .map(([value, count]) => ({value, label: facetWords(field, value, world), note: `${count}`}))
}

const own = (step: Step, field: Exclude<keyof Filters, 'authority'>, world: World): readonly string[] => {
  switch (field) {
    case 'class':
      return [step.class]
    case 'facet':
      return step.facets
    case 'topic':
      return [step.topic]
    case 'agency':
      return step.agencies
    case 'tier':
      return [step.tier ?? 'none']
    case 'decision':
      return [decisionOn(world.judgements, step)?.decision ?? 'none']
  }
}

/** The same step after the analysis was made anew, found by its fingerprint; else the same place. */
export const opportunitiesRenewed = (state: OpportunitiesState, before: World, now: World): OpportunitiesState => {
  const step = stepsLeft(before, state.filters, state.words)[state.place.at]
  const steps = stepsLeft(now, state.filters, state.words)
  const at = nearest(
    steps,
    state.place.at,
    ({fingerprint, topic}) => fingerprint === step?.fingerprint && topic === step.topic,
  )
  return {...state, place: movedWith(state.place, at)}
}
