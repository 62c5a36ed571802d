import {apparatus, classWords, listed} from '@hedgerow/report'
import {aloudColumns, fitted, folded, foldedText, type Line, line, lineText, sentences, span} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {topicOf} from '../../world.ts'
import {countWords, listLines, ruled, toHeight} from '../parts.ts'
import {agenciesKeys} from './keys.ts'
import {agenciesRenewed, type AgenciesState, alongWork, agenciesStep, listHeightIn, type Work, workIn} from './state.ts'
import {bodyWidth, classWidth} from './theme.ts'

/** What part it has in the difference: who acts and who is told are told by that alone. */
const partWords = ({acts, class: name}: Work): string =>
  name === 'actor' || name === 'recipient' ? classWords[name] : `${acts ? 'acts' : 'is told'}: ${classWords[name]}`

const workLine = (work: Work, columns: number, {signs}: Context): Line => {
  const values = work.variants.map(({label, value}) => label || value).join(' | ')
  const section = Math.min(24, Math.max(10, Math.floor(columns / 5)))
  const left = columns - bodyWidth - classWidth - section - 3
  return [
    span(`${fitted(work.body, bodyWidth, signs.ellipsis)} `, 'title'),
    span(`${fitted(partWords(work), classWidth, signs.ellipsis)} `, 'differs'),
    span(`${fitted(work.section, section, signs.ellipsis)} `, 'faint'),
    span(fitted(values, Math.max(4, left), signs.ellipsis)),
  ]
}

const noneWords = ({words, body: whose}: AgenciesState, {world}: Pick<Context, 'world'>): string =>
  words === '' && whose === null
    ? (world.nothing ?? 'No body has to work differently.')
    : 'No work is left by these words.'

const detail = (work: Work | undefined, state: AgenciesState, {world}: Context, columns: number): readonly Line[] =>
  work === undefined
    ? foldedText(noneWords(state, {world}), columns, 'faint')
    : [
        ...folded(
          [
            span(`${work.body} `, 'title'),
            span(
              `${work.acts ? 'acts' : 'is told or named, and others act'} on ${topicOf(world, work.topic)?.summary.title ?? work.topic}, ${work.section}; what differs: ${classWords[work.class]}.`,
            ),
          ],
          columns,
        ),
        ...work.variants.flatMap(({label, value, authorities}) =>
          folded(
            [span(`${listed(authorities.map(world.name))}: `, 'faint'), span(label || value, 'marked')],
            columns,
            line('    '),
            line('  '),
          ),
        ),
      ]

const body = (state: AgenciesState, context: Context): readonly Line[] => {
  const {columns, rows, signs} = context
  const work = workIn(state, context)
  const height = listHeightIn(context)
  const whose = state.body === null ? '' : `; only ${state.body}`
  return [
    ...foldedText(`${countWords(state.place, work.length, 'nothing')}${whose}`, columns, 'faint').slice(0, 1),
    ...toHeight(
      listLines(work, state.place, {height, columns, signs}, (each, room) => workLine(each, room, context)),
      height,
    ),
    ruled('Who says what', columns, signs),
    ...toHeight(detail(work[state.place.at], state, context, columns), rows - height - 2),
  ]
}

const table = (state: AgenciesState, context: Context): Table => ({
  title: 'Work by agency: where a body that works across boundaries acts, or is told, differently',
  head: ['Body', 'Part', 'Topic', 'Section', 'Differs by', 'Who says what', 'Row'],
  rows: workIn(state, context).map((work) => [
    work.body,
    work.acts ? 'acts' : 'is told or named',
    topicOf(context.world, work.topic)?.summary.title ?? work.topic,
    work.section,
    classWords[work.class],
    apparatus(work.variants, context.world.name),
    work.row,
  ]),
})

/** Work by agency. */
export const agenciesView: View<AgenciesState> = {
  title: () => 'Work by agency: where one acts, or is told, differently across a boundary',
  keys: agenciesKeys,
  needs: () => [],
  step: agenciesStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, place: {at: 0, top: 0}}),
    count: (state, context) => [workIn(state, context).length, workIn({...state, words: ''}, context).length],
  },
  along: alongWork,
  renewed: agenciesRenewed,
  spoken: (state, context) => {
    const work = workIn(state, context)
    return sentences([
      countWords(state.place, work.length, 'nothing'),
      ...detail(work[state.place.at], state, context, aloudColumns).map(lineText),
    ])
  },
}
