import {fitted, folded, foldedText, type Line, line, span} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {countWords, listLines, ruled, toHeight} from '../parts.ts'
import {faultsKeys} from './keys.ts'
import {type Fault, faultsIn, faultsRenewed, type FaultsState, faultsStep, listHeightIn} from './state.ts'
import {faultRoles, kindWidth, pathWidth} from './theme.ts'

const place = ({path, line: at}: Fault): string => (at === null ? path : `${path}:${at}`)

const faultLine = (fault: Fault, columns: number, {signs}: Context): Line => {
  const path = Math.min(pathWidth, Math.floor(columns / 3))
  return [
    span(fitted(fault.kind, kindWidth), faultRoles[fault.kind]),
    span(`${fitted(place(fault), path, signs.ellipsis)} `, 'faint'),
    span(fitted(fault.words, Math.max(4, columns - kindWidth - path - 1), signs.ellipsis)),
  ]
}

const noneWords = ({words}: FaultsState, {world}: Pick<Context, 'world'>): string =>
  words === ''
    ? (world.nothing ?? 'Every document was read and compared, and nothing odd was found in one.')
    : 'No fault holds these words.'

const detail = (fault: Fault | undefined, state: FaultsState, context: Context): readonly Line[] =>
  fault
    ? folded([span(`${place(fault)}: `, 'title'), span(fault.words)], context.columns)
    : foldedText(noneWords(state, context), context.columns, 'faint')

const body = (state: FaultsState, context: Context): readonly Line[] => {
  const {columns, rows, signs} = context
  const faults = faultsIn(state, context)
  const height = listHeightIn(context)
  return [
    line(countWords(state.place, faults.length, 'nothing'), 'faint'),
    ...toHeight(
      listLines(faults, state.place, {height, columns, signs}, (each, room) => faultLine(each, room, context)),
      height,
    ),
    ruled('What was found', columns, signs),
    ...toHeight(detail(faults[state.place.at], state, context), rows - height - 2),
  ]
}

const table = (state: FaultsState, context: Context): Table => ({
  title: 'Faults, and what was not compared',
  head: ['Kind', 'Document', 'Line', 'What was found'],
  rows: faultsIn(state, context).map(({kind, path, line: at, words}) => [
    kind,
    path,
    at === null ? '' : String(at),
    words,
  ]),
})

/** Faults and what was not compared. */
export const faultsView: View<FaultsState> = {
  title: () => 'Faults, and what was not compared',
  keys: faultsKeys,
  needs: () => [],
  step: faultsStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, place: {at: 0, top: 0}}),
    count: (state, context) => [faultsIn(state, context).length, faultsIn({...state, words: ''}, context).length],
  },
  renewed: faultsRenewed,
  spoken: (state, context) => {
    const faults = faultsIn(state, context)
    const fault = faults[state.place.at]
    return fault
      ? `${countWords(state.place, faults.length, '')}. ${fault.kind}: ${place(fault)}: ${fault.words}`
      : noneWords(state, context)
  },
}
