import {counted, type Likeness, listed, percent} from '@hedgerow/report'
import {bar} from '../../../summary/state.ts'
import {blank, cut, fitted, foldedText, type Line, line, measured, span, type Span} from '../../lines.ts'
import {inSight, type ListPlace} from '../../list.ts'
import type {Context, Table, View} from '../../view.ts'
import type {TopicFacts, World} from '../../world.ts'
import {toHeight} from '../parts.ts'
import {regionKeys} from './keys.ts'
import {authoritiesIn, cellOf, regionRenewed, type RegionState, regionStep} from './state.ts'
import {barBlocks, layoutOf, regionTheme, told} from './theme.ts'

const body = (state: RegionState, context: Context): readonly Line[] => {
  const {world, columns, signs} = context
  const {height, shown, names, width, head} = layoutOf(context)
  const authorities = authoritiesIn(world, state.words)
  const down = inSight(state.authority, authorities.length, height)
  const across = inSight(state.topic, world.topics.length, shown)
  const topics = world.topics.slice(across.top, across.top + shown)
  const rows = authorities.slice(down.top, down.top + height).map(({id}, offset) => {
    const isHere = down.top + offset === down.at
    const mark = isHere ? signs.chosen : ' '
    return [
      span(`${mark} ${fitted(world.name(id), names - 3, signs.ellipsis)} `, isHere ? 'title' : regionTheme.authority),
      ...topics.flatMap((topic) => cell(id, topic, isHere && topic === cellOf(state, context).topic, width, context)),
    ]
  })
  return [
    ...head,
    blank,
    ...titles(topics, names, width, across, context),
    ...toHeight(rows.length > 0 ? rows : [line(noneWords(state, context), 'faint')], height),
    blank,
    ...toHeight(sentence(state, context), told),
  ].map((each) => cut(each, columns, signs.ellipsis))
}

const noneWords = ({words}: RegionState, {world}: Context): string =>
  world.authorities.length === 0 ? '  No authorities yet.' : `  No authority’s name holds ${words}.`

/** Titles of the topics in two lines, and what the figures under them are. */
const titles = (
  topics: readonly TopicFacts[],
  names: number,
  width: number,
  place: ListPlace,
  {world, signs}: Context,
): readonly Line[] => {
  const folded = topics.map(({summary}) => foldedText(summary.title, width - 2))
  const words = (at: number): Line => [
    span(fitted(at === 0 ? sideways(place, topics.length, world.topics.length) : '', names)),
    ...folded.map((lines) => {
      const own =
        (lines[at] ?? []).map(({text}) => text).join('') + (at === 1 && lines.length > 2 ? signs.ellipsis : '')
      return span(fitted(own, width, signs.ellipsis), regionTheme.topic)
    }),
  ]
  return [
    words(0),
    words(1),
    [span(' '.repeat(names)), ...topics.map(() => span(fitted('rules   wording', width), 'faint'))],
  ]
}

const sideways = ({top}: ListPlace, shown: number, all: number): string =>
  shown < all ? `  topics ${top + 1}-${top + shown} of ${all}` : ''

const cell = (
  authority: string,
  {summary, likenesses}: TopicFacts,
  isHere: boolean,
  width: number,
  {signs, world}: Context,
): readonly Span[] => {
  const own = likenesses.find((each) => each.authority === authority)
  const words = own
    ? `${percent(own.rule).padStart(4)} ${bar(own.rule, barBlocks).replaceAll('█', signs.full).replaceAll('░', signs.empty)} ${percent(own.wording).padStart(4)}`
    : summary.authorities.includes(authority)
      ? 'alone'
      : isUnread(authority, summary.id, world)
        ? `${signs.unsure} not read`
        : `${signs.nothing} none`
  const text = fitted(words, width - 2)
  if (isHere) return [span(text, 'selected'), span('  ')]
  if (!own) return [span(text, regionTheme.none), span('  ')]
  return [
    span(text.slice(0, 5)),
    span(text.slice(5, 5 + barBlocks), regionTheme.bar),
    span(text.slice(5 + barBlocks)),
    span('  '),
  ]
}

const partners = ({nearest, furthest, nearestRule, furthestRule}: Likeness, {name}: World): string =>
  nearest === furthest
    ? `Only ${name(nearest)} has it too.`
    : `Nearest by rules: ${name(nearest)}, ${percent(nearestRule)}; furthest: ${name(furthest)}, ${percent(furthestRule)}; p lists the pairs.`

/** Whether a document of an authority on a topic was there and could not be compared. */
const isUnread = (authority: string, topic: string, {notCompared}: World): boolean =>
  notCompared.some(({path}) => path.startsWith(`${authority}/${topic}.`))

/** The cell one stands on, in words. */
const sentenceWords = (state: RegionState, context: Context): readonly string[] => {
  const {world} = context
  const {authority, topic} = cellOf(state, context)
  if (topic === null || authority === null) return []
  const {summary, likenesses, opportunities} = topic
  const own = likenesses.find((each) => each.authority === authority)
  const what = `${world.name(authority)} on ${summary.title}`
  if (!summary.authorities.includes(authority) && isUnread(authority, summary.id, world))
    return [`${what}: its document could not be compared. 7 Faults tells why, and what to do.`]
  if (!summary.authorities.includes(authority))
    return [
      `${what}: no document. ${listed(summary.authorities.slice(0, 12).map(world.name))} ${summary.authorities.length === 1 ? 'has' : 'have'} this topic.`,
    ]
  if (!own) return [`${what}: nobody else has this topic, so there is nothing to compare.`]
  return [
    `${what}: ${percent(own.rule)} of its rules agree with the others’, ${percent(own.wording)} of its wording is alike; ${percent(own.unsure)} of its rows are left out as unsure.`,
    `${partners(own, world)} ${opportunities} steps are ranked on this topic; ${summary.statuses.unsure} of ${summary.rows} rows say unsure, please check.`,
  ]
}

const sentence = (state: RegionState, context: Context): readonly Line[] =>
  sentenceWords(state, context).flatMap((words) => foldedText(words, measured(context.columns)))

const table = (state: RegionState, {world}: Context): Table => ({
  title: 'Likeness of the region: share of rules that agree with the others’, and of wording alike',
  head: ['Authority', ...world.topics.flatMap(({summary}) => [`${summary.title}: rules`, `${summary.title}: wording`])],
  rows: authoritiesIn(world, state.words).map(({id, name}) => [
    name,
    ...world.topics.flatMap(({likenesses}) => {
      const own = likenesses.find((each) => each.authority === id)
      return own ? [percent(own.rule), percent(own.wording)] : ['none', 'none']
    }),
  ]),
})

/** Where the region stands: every authority on every topic. */
export const regionView: View<RegionState> = {
  title: (_, {world}) =>
    `${world.region ?? 'The region'}: ${counted(world.authorities.length, 'authority', 'authorities')}, ${counted(world.topics.length, 'topic')}`,
  keys: regionKeys,
  needs: () => [],
  step: regionStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, authority: {at: 0, top: 0}}),
    count: ({words}, {world}) => [authoritiesIn(world, words).length, world.authorities.length],
  },
  renewed: regionRenewed,
  topic: (state, context) => cellOf(state, context).topic?.summary.id ?? null,
  spoken: (state, context) => {
    const {headline, nothing} = context.world
    return [...(nothing === null ? [] : headline), ...sentenceWords(state, context)].join(' ')
  },
}
