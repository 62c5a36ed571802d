import type {Opportunity} from '@hedgerow/assess'
import {placeOf} from '@hedgerow/ast'
import {counted, dated, listed, opportunityWords, percent} from '@hedgerow/report'
import {decisionOn, decisionWords} from '../../judgements.ts'
import {
  aloudColumns,
  beside,
  blank,
  fitted,
  fittedRight,
  folded,
  foldedText,
  type Line,
  line,
  lineText,
  sentences,
  span,
} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {type Step, topicOf, type World} from '../../world.ts'
import {clipped, countWords, listLines, remembering, ruled, toHeight} from '../parts.ts'
import {opportunitiesKeys} from './keys.ts'
import {
  allOf,
  alongSteps,
  opportunitiesRenewed,
  type OpportunitiesState,
  opportunitiesStep,
  stepAt,
  stepsIn,
  stepsStandingOn,
} from './state.ts'
import {classRoles, facetWords, fields, isWide, listHeightIn} from './theme.ts'

const isReading = ({topics}: World): boolean => topics.some(({catalogue}) => catalogue === null)

const head = (state: OpportunitiesState, context: Context): Line => {
  const steps = stepsIn(state, context)
  const narrowed = Object.entries(state.filters).map(
    ([field, value]) =>
      `${fields[field as keyof typeof fields]}: ${facetWords(field as keyof typeof fields, value as string, context.world)}`,
  )
  const words = [
    countWords(state.place, steps.length, 'no step'),
    ...narrowed,
    ...(isReading(context.world) ? ['still reading topics'] : []),
  ]
  return line(words.join('; '), 'faint')
}

const classWidth = 14

/** Columns of a topic's title at most. */
const widestTopic = 40

/** From so many columns on there is room for everything beside a title. */
const roomy = 96

const isOfOneTopic = remembering((steps: readonly Step[]): boolean => new Set(steps.map(({topic}) => topic)).size < 2)

/** Columns of a step's topic and of the words to change, beside its title: the topic where there are several, the words where there is room. The pane tells
 *  both. */
const sideWidths = (columns: number, oneTopic: boolean): {readonly topic: number; readonly words: number} => {
  const topic = columns > 70 && !oneTopic ? Math.min(widestTopic, Math.floor(columns / 5)) + 1 : 0
  return {topic, words: topic > 0 && columns < roomy ? 0 : 9}
}

const stepLine = (step: Step, columns: number, {world, signs}: Context, oneTopic: boolean): Line => {
  const decision = decisionOn(world.judgements, step)
  const mark = decision ? `[${decisionWords[decision.decision]}${decision.status === 'done' ? ', done' : ''}] ` : ''
  const side = sideWidths(columns, oneTopic)
  const words = step.words > 0 && side.words > 0 ? counted(step.words, 'word') : ''
  const topic = topicOf(world, step.topic)?.summary.title ?? step.topic
  const title = columns - 5 - classWidth - side.words - side.topic
  return [
    span(fittedRight(String(step.place), 4), 'faint'),
    span(' '),
    span(fitted(opportunityWords[step.class], classWidth), classRoles[step.class]),
    span(fitted(mark + step.title, Math.max(8, title), signs.ellipsis)),
    span(fittedRight(words, side.words), 'faint'),
    ...(side.topic > 0 ? [span(` ${fitted(topic, side.topic - 1, signs.ellipsis)}`, 'faint')] : []),
  ]
}

const valueLines = (full: Opportunity, columns: number): readonly Line[] =>
  (
    [
      ['Most say', full.majority],
      ['Strictest', full.strictest],
      ['National', full.national],
    ] as const
  ).flatMap(([label, words]) =>
    words === null ? [] : folded(line(words), columns, line(' '.repeat(11)), line(fitted(label, 11), 'faint')),
  )

/** The words to adopt, or what there is to choose from. */
const proposalLines = ({proposal}: Opportunity, world: World, columns: number): readonly Line[] => {
  if (!proposal) return []
  const words = proposal.wording
  if (words)
    return folded(
      [span(words.text, 'marked'), span(` ${world.short(proposal.reason)}`, 'faint')],
      columns,
      line('  '),
      line('Adopt: ', 'title'),
    )
  return proposal.choices.flatMap(({label, authorities}, at) =>
    folded(
      [
        span(`${authorities.map(world.name).join(', ')}: `, 'faint'),
        span(label),
        ...(at === proposal.safest ? [span(' (lowers nobody’s protection)', 'good')] : []),
      ],
      columns,
      line('  '),
      line(at === 0 ? 'Choose: ' : '        ', 'title'),
    ),
  )
}

const changeLines = (full: Opportunity, world: World, columns: number): readonly Line[] =>
  full.change.flatMap(({authority, words, from, to, source}) => [
    ...folded(
      [
        span(`${world.name(authority)} `, 'title'),
        span(`changes ${counted(words, 'word')}${source === null ? '' : ` at ${placeOf(source)}`}: `),
        span(`“${from}”`, 'marked'),
        span(' becomes '),
        span(`“${to}”`, 'marked'),
      ],
      columns,
      line('  '),
      [],
    ),
  ])

const decisionLines = (step: Step, world: World, columns: number): readonly Line[] => {
  const decision = decisionOn(world.judgements, step)
  if (!decision) return []
  const parts = [
    decisionWords[decision.decision],
    ...(decision.owner ? [`owner ${decision.owner}`] : []),
    ...(decision.due ? [`due ${dated(decision.due)}`] : []),
    ...(decision.status ? [decision.status] : []),
    ...(decision.note ? [decision.note] : []),
  ]
  return folded([span('Decided: ', 'title'), span(parts.join('; '))], columns, line('  '), [])
}

/** Everything about a step, in lines. */
export const stepLines = (step: Step, {world}: Context, columns: number): readonly Line[] => {
  const full = world.details.get(`${step.topic}/${step.id}`)
  return [
    ...foldedText(step.title, columns, 'title'),
    line(
      `${opportunityWords[step.class]}; impact ${percent(step.impact)}, effort ${percent(step.effort)}${step.tier === null ? '' : `; ${step.tier === 'A' ? 'statutory' : 'regional'} standard (tier ${step.tier})`}`,
      'faint',
    ),
    ...foldedText(world.short(step.why), columns),
    ...(step.agencies.length > 0 ? foldedText(`Works across the boundary: ${listed(step.agencies)}.`, columns) : []),
    ...decisionLines(step, world, columns),
    ...(full
      ? [...proposalLines(full, world, columns), ...changeLines(full, world, columns), ...valueLines(full, columns)]
      : []),
  ]
}

const detail = (state: OpportunitiesState, context: Context, columns: number): readonly Line[] => {
  const step = stepAt(state, context)
  return step ? stepLines(step, context, columns) : foldedText(noneWords(state, context), columns, 'faint')
}

const noneWords = (state: OpportunitiesState, {world}: Context): string => {
  if (isReading(world)) return 'Reading the topics…'
  if (state.words !== '') return `No step holds ${state.words}. Esc takes the words away.`
  return Object.keys(state.filters).length > 0
    ? 'No step is left. Backspace takes the filters away.'
    : (world.nothing ?? 'Nothing to align: no step was found.')
}

/** The topic of the step stood on, where there are several. */
const topicWords = (state: OpportunitiesState, context: Context): string => {
  const title = topicOf(context.world, stepAt(state, context)?.topic ?? '')?.summary.title
  return title && context.world.topics.length > 1 ? `: ${title}` : ''
}

const body = (state: OpportunitiesState, context: Context): readonly Line[] => {
  const {columns, rows, signs} = context
  const height = listHeightIn(context)
  const steps = stepsIn(state, context)
  const oneTopic = isOfOneTopic(steps) && !isReading(context.world)
  const list = (width: number): readonly Line[] =>
    toHeight(
      listLines(steps, state.place, {height, columns: width, signs}, (step, room) =>
        stepLine(step, room, context, oneTopic),
      ),
      height,
    )
  if (isWide(context)) {
    const [left, right] = [Math.floor(columns * 0.6), columns - Math.floor(columns * 0.6) - 3]
    return [
      head(state, context),
      blank,
      ...beside(
        [
          {lines: list(left), width: left},
          {lines: clipped(detail(state, context, right), height, signs), width: right},
        ],
        [span(` ${signs.bar} `, 'faint')],
      ),
    ]
  }
  return [
    head(state, context),
    ...list(columns),
    ruled(`The step${topicWords(state, context)}`, columns, signs),
    ...clipped(detail(state, context, columns), rows - height - 2, signs),
  ]
}

const table = (state: OpportunitiesState, context: Context): Table => ({
  title: 'Steps toward alignment, ranked',
  head: [
    'Rank',
    'Kind',
    'Title',
    'Topic',
    'Why',
    'Impact',
    'Effort',
    'Words to change',
    'Rows',
    'Decision',
    'Owner',
    'Due',
    'Status',
  ],
  rows: stepsIn(state, context).map((step) => {
    const decision = decisionOn(context.world.judgements, step)
    return [
      String(step.place),
      opportunityWords[step.class],
      step.title,
      topicOf(context.world, step.topic)?.summary.title ?? step.topic,
      context.world.short(step.why),
      percent(step.impact),
      percent(step.effort),
      String(step.words),
      step.rows.join(' '),
      decision ? decisionWords[decision.decision] : '',
      decision?.owner ?? '',
      decision?.due ?? '',
      decision?.status ?? '',
    ]
  }),
})

/** The ranked steps of the region. */
export const opportunitiesView: View<OpportunitiesState> = {
  title: () => 'First steps: what to align, best first',
  keys: opportunitiesKeys,
  needs: (state, context) => {
    const step = stepAt(state, context)
    return [
      ...context.world.topics.map(({summary}) => ({of: 'catalogue' as const, topic: summary.id})),
      ...(step ? [{of: 'opportunity' as const, topic: step.topic, id: step.id}] : []),
    ]
  },
  step: opportunitiesStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, place: {at: 0, top: 0}}),
    count: (state, context) => [stepsIn(state, context).length, allOf(context).length],
  },
  along: alongSteps,
  standingOn: stepsStandingOn,
  where: (state, {step}, context) =>
    stepAt(state, context)?.fingerprint === step
      ? `step ${countWords(state.place, stepsIn(state, context).length, '')}`
      : '',
  renewed: opportunitiesRenewed,
  topic: (state, context) => stepAt(state, context)?.topic ?? null,
  spoken: (state, context) => {
    const step = stepAt(state, context)
    const steps = stepsIn(state, context)
    if (!step) return noneWords(state, context)
    return sentences([
      countWords(state.place, steps.length, ''),
      ...stepLines(step, context, aloudColumns).map(lineText),
    ])
  },
}
