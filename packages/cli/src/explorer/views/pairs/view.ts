import type {PairScore} from '@hedgerow/assess'
import {percent} from '@hedgerow/report'
import {bar} from '../../../summary/state.ts'
import {fitted, foldedText, type Line, line, span} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {catalogueOf, topicOf} from '../../world.ts'
import {countWords, listLines, nothing, ruled, toHeight} from '../parts.ts'
import {pairsKeys} from './keys.ts'
import {listHeightIn, pairsIn, pairsRenewed, pairsStart, type PairsState, pairsStep} from './state.ts'
import {barBlocks, figureWidth, namesWidth} from './theme.ts'

const names = ({a, b}: PairScore, {world}: Pick<Context, 'world'>): string => `${world.name(a)} and ${world.name(b)}`

const pairLine = (pair: PairScore, columns: number, context: Context): Line => {
  const {signs} = context
  const figure = (share: number): string =>
    fitted(
      `${percent(share).padStart(4)} ${bar(share, barBlocks).replaceAll('█', signs.full).replaceAll('░', signs.empty)}`,
      figureWidth,
    )
  return [
    span(
      `${fitted(names(pair, context), Math.min(namesWidth, Math.max(12, columns - 2 * figureWidth - 2)), signs.ellipsis)} `,
    ),
    span(figure(pair.rule), 'good'),
    span(figure(pair.wording), 'faint'),
  ]
}

const sentence = (pair: PairScore | undefined, {words}: PairsState, context: Context): string =>
  pair
    ? `${names(pair, context)}: ${percent(pair.rule)} of their rules agree, ${percent(pair.wording)} of their wording is alike; ${percent(pair.unsure)} of their rows are left out as unsure.`
    : words === ''
      ? 'No two authorities have this topic.'
      : 'No pair holds these words.'

const body = (state: PairsState, context: Context): readonly Line[] => {
  const {columns, rows, signs, world} = context
  if (catalogueOf(world, state.topic) === null) return nothing('Reading the topic…')
  const height = listHeightIn(context)
  const pairs = pairsIn(state, context)
  const width = Math.min(namesWidth, Math.max(12, columns - 2 - 2 * figureWidth - 2))
  return [
    line(
      `${topicOf(world, state.topic)?.summary.title ?? state.topic}: ${countWords(state.place, pairs.length, 'no pair')}, ${state.furthest ? 'the furthest apart' : 'the nearest'} first`,
      'faint',
    ),
    line(`  ${fitted('', width)} ${fitted('rules agree', figureWidth)}wording alike`, 'faint'),
    ...toHeight(
      listLines(pairs, state.place, {height, columns, signs}, (pair, room) => pairLine(pair, room, context)),
      height,
    ),
    ruled('The pair', columns, signs),
    ...toHeight(foldedText(sentence(pairs[state.place.at], state, context), columns), rows - height - 3),
  ]
}

const table = (state: PairsState, context: Context): Table => ({
  title: `How far each two authorities agree: ${topicOf(context.world, state.topic)?.summary.title ?? state.topic}`,
  head: ['Authority', 'Authority', 'Rules agree', 'Wording alike', 'Left out as unsure'],
  rows: pairsIn(state, context).map(({a, b, rule, wording, unsure}) => [
    context.world.name(a),
    context.world.name(b),
    percent(rule),
    percent(wording),
    percent(unsure),
  ]),
})

/** Each two authorities on a topic: who is furthest from whom. */
export const pairsView: View<PairsState> = {
  title: ({topic}, {world}) => `Pairs: ${topicOf(world, topic)?.summary.title ?? topic}`,
  keys: pairsKeys,
  needs: ({topic}) => [{of: 'catalogue', topic}],
  step: pairsStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, place: {at: 0, top: 0}}),
    count: (state, context) => [
      pairsIn(state, context).length,
      pairsIn({...pairsStart(state.topic), furthest: state.furthest}, context).length,
    ],
  },
  renewed: pairsRenewed,
  spoken: (state, context) => {
    const pairs = pairsIn(state, context)
    return `${countWords(state.place, pairs.length, 'no pair')}. ${sentence(pairs[state.place.at], state, context)}`
  },
}
