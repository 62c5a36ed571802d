import {statusWords} from '@hedgerow/report'
import {fitted, folded, type Line, line, span} from '../../lines.ts'
import type {Context, Table, View} from '../../view.ts'
import {type OutlineEntry, statusAt, topicOf} from '../../world.ts'
import {countWords, listLines, nothing, ruled, statusLook, toHeight} from '../parts.ts'
import {outlineKeys} from './keys.ts'
import {entriesIn, listHeightIn, type OutlineState, outlineStep, placeIn, rowHolding} from './state.ts'
import {deepest, indent, kindRoles} from './theme.ts'

const entryLine = (state: OutlineState, entry: OutlineEntry, columns: number, {world, signs}: Context): Line => {
  const row = rowHolding(state, entry, world)
  const look = row ? statusLook(statusAt(row, world.threshold), signs) : {sign: ' ', role: 'plain' as const}
  const left = ' '.repeat(Math.min(entry.depth, deepest) * indent)
  const number = entry.number === null ? '' : `${entry.number} `
  return [
    span(`${look.sign} `, look.role),
    span(left),
    span(number, 'faint'),
    span(
      fitted(entry.text, Math.max(4, columns - 2 - left.length - number.length), signs.ellipsis),
      kindRoles[entry.kind],
    ),
  ]
}

const missing = (state: OutlineState, {world}: Context): string => {
  const known = world.outlines.get(`${state.topic}/${state.authority}`)
  return known === undefined
    ? 'Reading the document…'
    : known === null
      ? 'The document could not be read: see Faults (7).'
      : 'No line holds these words.'
}

const body = (state: OutlineState, context: Context): readonly Line[] => {
  const {columns, rows, signs, world} = context
  const entries = entriesIn(state, context)
  if (entries.length === 0) return nothing(missing(state, context))
  const place = placeIn(state, context)
  const height = listHeightIn(context)
  const entry = entries[place.at]
  const row = rowHolding(state, entry, world)
  return [
    line(
      `${topicOf(world, state.topic)?.summary.title ?? state.topic}: ${countWords(place, entries.length, 'no line')}`,
      'faint',
    ),
    ...toHeight(
      listLines(entries, place, {height, columns, signs}, (each, room) => entryLine(state, each, room, context)),
      height,
    ),
    ruled(entry?.place ?? '', columns, signs),
    ...toHeight(
      folded(
        [
          ...(row ? [span(`${statusWords[statusAt(row, world.threshold)]}: `, 'faint')] : []),
          span(`${entry?.number === null ? '' : `${entry?.number} `}${entry?.text ?? ''}`),
        ],
        columns,
      ),
      rows - height - 2,
    ),
  ]
}

const table = (state: OutlineState, context: Context): Table => ({
  title: `Outline of ${context.world.name(state.authority)}: ${topicOf(context.world, state.topic)?.summary.title ?? state.topic}`,
  head: ['Depth', 'Kind', 'Number', 'Words', 'Row', 'Status', 'Source'],
  rows: entriesIn(state, context).map((entry) => {
    const row = rowHolding(state, entry, context.world)
    return [
      String(entry.depth),
      entry.kind,
      entry.number ?? '',
      entry.text,
      row?.id ?? '',
      row ? statusWords[statusAt(row, context.world.threshold)] : '',
      entry.place,
    ]
  }),
})

/** One procedure's headings and clauses, with how each clause stands to the others'. */
export const outlineView: View<OutlineState> = {
  title: ({authority}, {world}) => `Outline: ${world.name(authority)}`,
  keys: outlineKeys,
  needs: ({topic, authority}) => [
    {of: 'outline', topic, authority},
    {of: 'catalogue', topic},
  ],
  step: outlineStep,
  body,
  table,
  filter: {
    words: ({words}) => words,
    with: (state, words) => ({...state, words, sought: null, place: {at: 0, top: 0}}),
    count: (state, context) => [entriesIn(state, context).length, entriesIn({...state, words: ''}, context).length],
  },
  spoken: (state, context) => {
    const entries = entriesIn(state, context)
    const place = placeIn(state, context)
    const entry = entries[place.at]
    return entry
      ? `${countWords(place, entries.length, '')}. ${entry.kind}: ${entry.number ?? ''} ${entry.text}`
      : missing(state, context)
  },
}
