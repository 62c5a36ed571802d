import {
  type Clause,
  clauses,
  type Deadline,
  placedClauses,
  type Section,
  type Threshold,
  type Trigger,
} from '@hedgerow/ast'
import type {State, StatedFinding, StatedProcedure, StatedRow, StatedTopic} from './state.ts'

/** A state as it is committed: JSON, one item a line, in an order that a change elsewhere leaves alone. Provisions are named by fingerprint, and nothing
 *  holds a line number. */
export function* recorded(state: State): Iterable<string> {
  const {made, region, authorities, procedures, topics} = state
  const keys = new Map(procedures.map((each) => [ownerOf(each), keysOf(each)]))
  const sorted = [...procedures].sort((x, y) => (ownerOf(x) < ownerOf(y) ? -1 : 1))
  yield `{\n  "schemaVersion": 1,\n  "made": ${JSON.stringify(made)},\n  "region": ${JSON.stringify(region)},\n`
  yield* list(
    'authorities',
    [...authorities].sort(byId).map((each) => JSON.stringify(each)),
    '  ',
  )
  yield ',\n'
  yield* list(
    'documents',
    sorted.map((each) => documentJson(each)),
    '  ',
  )
  yield ',\n'
  yield* list(
    'topics',
    [...topics].sort(byId).map((each) => topicJson(each, keys)),
    '  ',
  )
  yield '\n}\n'
}

const ownerOf = ({procedure: {authority, topic}}: StatedProcedure): string => `${topic}/${authority}`

const byId = (x: {readonly id: string}, y: {readonly id: string}): number => (x.id < y.id ? -1 : 1)

/** `"name": [` with an item a line. */
function* list(name: string, items: readonly string[], indent: string): Iterable<string> {
  if (items.length === 0) {
    yield `${indent}"${name}": []`
    return
  }
  yield `${indent}"${name}": [`
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}\n${indent}  ${item}`
  yield `\n${indent}]`
}

const listed = (name: string, items: readonly string[], indent: string): string =>
  [...list(name, items, indent)].join('')

/** What each provision is called in the record, by its place: its fingerprint, and which of several that say the same. */
const keysOf = ({procedure}: Pick<StatedProcedure, 'procedure'>): readonly string[] => {
  const seen = new Map<string, number>()
  return clauses(procedure).map(({fingerprint}) => {
    const nth = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, nth)
    return nth === 1 ? fingerprint : `${fingerprint}~${nth}`
  })
}

/** A run of provisions under one heading. */
interface Stretch {
  readonly section: Section | null
  readonly provisions: string[]
}

const documentJson = (stated: StatedProcedure): string => {
  const {procedure, files} = stated
  const {authority, topic, title, edition, unread} = procedure
  const head = {authority, topic, title, edition, unread, files}
  const sections = stretches(stated).map(({section, provisions}) => {
    const own = section && {title: section.title, number: section.number, kind: section.kind, depth: section.depth}
    return `{"section": ${JSON.stringify(own)},\n${listed('provisions', provisions, '      ')}}`
  })
  return `{${JSON.stringify(head).slice(1, -1)},\n${listed('sections', sections, '    ')}}`
}

/** The provisions in reading order, cut wherever another heading begins; headings without provisions of their own stand where they are printed. */
const stretches = (stated: StatedProcedure): readonly Stretch[] => {
  const keys = keysOf(stated)
  const found: Stretch[] = []
  let above: readonly Section[] = []
  for (const [at, {clause, sections}] of placedClauses(stated.procedure).entries()) {
    const fresh = sections.filter((section, depth) => above[depth] !== section)
    for (const section of fresh) found.push({section, provisions: []})
    const isBack = fresh.length === 0 && sections.length < above.length
    if (found.length === 0 || isBack) found.push({section: sections.at(-1) ?? null, provisions: []})
    above = sections
    found.at(-1)?.provisions.push(provisionJson(clause, keys[at] as string))
  }
  return found
}

/** What stays of a clause: its words, what structure it had, and the facts that were read in it, for whoever reads the record. Those are read again
 *  from the words before anything is compared. */
const provisionJson = (clause: Clause, key: string): string =>
  JSON.stringify({
    key,
    ...(clause.type === 'provision' ? {} : {type: clause.type}),
    ...(clause.number === null ? {} : {number: clause.number}),
    ...(clause.leadIn === null ? {} : {leadIn: clause.leadIn}),
    text: clause.text,
    ...particulars(clause),
    ...(clause.cells ? {cells: clause.cells} : {}),
    ...facts(clause),
  })

const particulars = (clause: Clause): object => {
  switch (clause.type) {
    case 'definition':
      return {term: clause.term}
    case 'contact':
      return {who: clause.who}
    case 'field':
      return {item: clause.item, control: clause.control, required: clause.required, options: clause.options}
    case 'provision':
      return {}
  }
}

const facts = (clause: Clause): object => {
  const {modality, actors, recipients, deadlines, trigger, threshold, condition, citations, local} = clause
  const all = {
    modality,
    actors: actors.join(', '),
    recipients: recipients.join(', '),
    deadlines: deadlines.map(limit).join(', '),
    trigger: trigger && count(trigger),
    threshold: threshold && level(threshold),
    condition,
    citations: citations.map(({id, year}) => [id, year].filter((part) => part !== null).join(' ')).join(', '),
    local: local.join(', '),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ''))
}

const limit = ({bound, iso, event}: Deadline): string => `${bound} ${iso}${event === null ? '' : ` from ${event}`}`

const count = ({of, op, count: many, window}: Trigger): string =>
  `${of} ${op} ${many}${window === null ? '' : ` in ${window.value} ${window.unit}`}`

const level = ({of, op, value, unit}: Threshold): string => `${of} ${op} ${value}${unit === null ? '' : ` ${unit}`}`

const topicJson = (topic: StatedTopic, keys: ReadonlyMap<string, readonly string[]>): string => {
  const {id, title, authorities, scores, standards} = topic
  const keyOf = (authority: string, place: number): string => keys.get(`${id}/${authority}`)?.[place] ?? ''
  const {pairs, ...overall} = scores
  const json = (items: readonly object[]): readonly string[] => items.map((item) => JSON.stringify(item))
  const rows = topic.rows.map((row) => rowRecord(row, keyOf))
  const findings = topic.rows.flatMap((row) => row.findings.map((each) => findingRecord(each, rowRecord(row, keyOf))))
  return [
    `{${JSON.stringify({id, title, authorities, scores: overall}).slice(1, -1)}`,
    listed('pairs', json(pairs), '    '),
    listed('standards', json([...standards].sort(byId)), '    '),
    listed('rows', [...json(rows)].sort(), '    '),
    `${listed('findings', [...json(findings)].sort(), '    ')}}`,
  ].join(',\n')
}

interface RowRecord {
  readonly section: string
  readonly kind: string
  readonly status: string
  readonly facets: readonly string[]
  readonly readings: Readonly<Record<string, readonly string[]>>
}

const rowRecord = (
  {section, kind, status, facets, readings}: StatedRow,
  keyOf: (authority: string, place: number) => string,
): RowRecord => ({
  section,
  readings: Object.fromEntries(
    Object.entries(readings).map(([authority, own]) => [authority, own.map((place) => keyOf(authority, place))]),
  ),
  kind,
  status,
  facets,
})

/** What names a row in the record: one of its provisions, since each stands in one row. */
const rowName = ({readings}: RowRecord): string => {
  const [authority] = Object.keys(readings).sort()
  return `${authority}/${readings[authority as string]?.[0]}`
}

const findingRecord = (finding: StatedFinding, row: RowRecord): object => {
  const {fingerprint, class: name, severity, standard, variants, summary} = finding
  return {
    class: name,
    row: rowName(row),
    fingerprint,
    severity,
    ...(standard === null ? {} : {standard}),
    variants,
    summary,
  }
}
