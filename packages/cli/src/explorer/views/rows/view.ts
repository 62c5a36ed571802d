import {classWords, percent, statusWords} from '@hedgerow/report'
import type {RowEntry} from '../../../shelf/catalogue.ts'
import {aloudColumns, cut, fitted, folded, type Line, line, lineText, sentences, span} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {catalogueOf, statusAt, topicOf} from '../../world.ts'
import {countWords, listLines, nothing, ruled, standingLook, statusLook, toHeight} from '../parts.ts'
import {rowsKeys} from './keys.ts'
import {alongRows, isNarrowed, onlyWords, placeIn, rowsIn, rowsRenewed, type RowsState, rowsStep} from './state.ts'
import {idWidth, listHeightIn, mostSigns} from './theme.ts'

const statusWidth = 22

const rowLine = (row: RowEntry, columns: number, {world, signs}: Context): Line => {
  const status = statusAt(row, world.threshold)
  const {sign, role} = statusLook(status, signs)
  const signsShown = row.standings.length <= mostSigns ? [...row.standings] : []
  const side = columns >= 100 ? statusWidth : 0
  const id = Math.min(idWidth, Math.max(12, Math.floor(columns / 4)))
  const left = columns - 2 - side - id - 1 - (signsShown.length > 0 ? signsShown.length + 2 : 0)
  return [
    span(`${sign} `, role),
    ...(side > 0 ? [span(fitted(statusWords[status], side, signs.ellipsis), role)] : []),
    span(`${fitted(row.id, id, signs.ellipsis)} `, 'faint'),
    ...signsShown.map((letter) => {
      const look = standingLook(letter, signs)
      return span(look.sign, look.role)
    }),
    ...(signsShown.length > 0 ? [span('  ')] : []),
    span(fitted(row.words, Math.max(4, left), signs.ellipsis)),
  ]
}

/** Names of the authorities over their columns of signs, as far as they are shown. */
const head = (state: RowsState, context: Context): readonly Line[] => {
  const {world} = context
  const catalogue = catalogueOf(world, state.topic)
  const rows = rowsIn(state, context)
  const narrowed = onlyWords(state, world)
  const only = narrowed === '' ? '' : `; only ${narrowed}`
  const known =
    catalogue && catalogue.authorities.length <= mostSigns ? catalogue.authorities.map(world.name).join(', ') : ''
  return [
    line(`${countWords(placeIn(state, context), rows.length, 'no row')}${only}`, 'faint'),
    line(known === '' ? '' : `In the order ${known}`, 'faint'),
  ]
}

/** Whether one authority only has the row: a share of certainty that its readings belong together would say nothing. */
const isAlone = ({standings}: RowEntry): boolean => standings.replaceAll('n', '').length < 2

const detail = (row: RowEntry | undefined, topic: string, context: Context): readonly Line[] => {
  if (!row) return nothing('No row is left.')
  const {world, columns, signs} = context
  const catalogue = catalogueOf(world, topic)
  const status = statusAt(row, world.threshold)
  const {sign, role} = statusLook(status, signs)
  const section = catalogue?.sections.find(({id}) => id === row.section)?.title ?? row.section
  return [
    [
      span(`${sign} ${statusWords[status]}`, role),
      span(
        [
          '',
          ...(row.facets.length > 0 ? [row.facets.map((facet) => classWords[facet]).join(', ')] : []),
          ...(status === 'unsure' ? ['Enter says why'] : []),
          ...(isAlone(row) ? [] : [`match ${percent(row.confidence)} sure`]),
          section,
        ].join('; '),
        'faint',
      ),
    ],
    ...folded([span(row.words)], columns),
  ]
}

const body = (state: RowsState, context: Context): readonly Line[] => {
  const {columns, rows, signs, world} = context
  if (catalogueOf(world, state.topic) === null) return nothing('Reading the topic…')
  const height = listHeightIn(context)
  const all = rowsIn(state, context)
  const place = placeIn(state, context)
  return [
    ...toHeight(head(state, context), 2),
    ...toHeight(
      listLines(all, place, {height, columns, signs}, (row, room) => rowLine(row, room, context)),
      height,
    ),
    ruled('The row', columns, signs),
    ...toHeight(detail(all[place.at], state.topic, context), rows - height - 3),
  ].map((each) => cut(each, columns, signs.ellipsis))
}

const table = (state: RowsState, context: Context): Table => {
  const {world} = context
  const catalogue = catalogueOf(world, state.topic)
  return {
    title: `Rows of ${topicOf(world, state.topic)?.summary.title ?? state.topic}`,
    head: [
      'Row',
      'Status',
      'Differs by',
      'Confidence',
      'First words',
      ...(catalogue?.authorities ?? []).map(world.name),
    ],
    rows: rowsIn(state, context).map((row) => [
      row.id,
      statusWords[statusAt(row, world.threshold)],
      row.facets.map((facet) => classWords[facet]).join(', '),
      percent(row.confidence),
      row.words,
      ...[...row.standings].map((letter) => standingLook(letter, context.signs).sign),
    ]),
  }
}

/** Every row of a topic, in the order of the texts. */
export const rowsView: View<RowsState> = {
  title: ({topic}, {world}) => `Every row: ${topicOf(world, topic)?.summary.title ?? topic}`,
  keys: rowsKeys,
  needs: ({topic}) => [{of: 'catalogue', topic}],
  step: rowsStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, sought: null, place: {at: 0, top: 0}}),
    count: (state, context) => [
      rowsIn(state, context).length,
      catalogueOf(context.world, state.topic)?.rows.length ?? 0,
    ],
  },
  along: alongRows,
  where: (state, _, context) =>
    isNarrowed(state) ? `${countWords(placeIn(state, context), rowsIn(state, context).length, 'none')} listed` : '',
  renewed: rowsRenewed,
  row: (state, context) => rowsIn(state, context)[placeIn(state, context).at]?.id,
  spoken: (state, context) => {
    const rows = rowsIn(state, context)
    const place = placeIn(state, context)
    const lines = detail(rows[place.at], state.topic, {...context, columns: aloudColumns})
    return sentences([countWords(place, rows.length, 'no row'), ...lines.map(lineText)])
  },
}
