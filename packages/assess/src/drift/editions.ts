import {type Clause, clauses, identified, type Placed, placedClauses, type Procedure} from '@hedgerow/ast'
import {collate, type Collation, type Reading, type Row} from '@hedgerow/collate'
import type {Lexicon, Severity} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import {directionOf} from '../consensus.ts'
import {digest} from '../fingerprint.ts'
import {type Difference, type Judgement, judging, substantive} from '../judge.ts'
import type {ChangeClass, ClassedChange, Direction, Said, TextChange, TextCounts} from './change.ts'
import {withCounterparts} from './counterparts.ts'
import {outspoken, weaklyKept} from './edited.ts'
import {countsOf, gravity, heaviest} from './fates.ts'
import {spelled} from './spelling.ts'
import {saidIn} from './state.ts'

/** Two editions of one procedure compared. */
export interface Editions {
  readonly changes: readonly TextChange[]
  readonly counts: TextCounts
  readonly headings: readonly {readonly before: string; readonly after: string}[]
  /** Provisions that correspond: places in the earlier edition, places in the later. */
  readonly pairs: readonly (readonly [before: readonly number[], after: readonly number[]])[]
}

/** What editions are compared by. */
export interface EditionRules {
  readonly lexicon: Lexicon
  readonly severityOf: (name: DifferenceName) => Severity
}

/** Names that sort in the order of time. */
const [earlier, later] = ['earlier', 'later'] as const

/** Whether two editions say the same words under the same headings, in the same order. Numbers, layout and place in the file do not count. */
export const sameText = (before: Procedure, after: Procedure): boolean => {
  const [a, b] = [placedClauses(before), placedClauses(after)]
  return a.length === b.length && a.every((each, at) => saidAt(each) === saidAt(b[at] as Placed))
}

const saidAt = ({clause, sections}: Placed): string =>
  `${sections.map(({title}) => title).join('\n')}\n\n${saidIn(clause)}`

/** What changed between two editions of one authority's procedure. Provisions are paired as those of two authorities are, and their differences told by
 *  the same classifiers; a rewrite of the whole still finds its counterparts. */
export const editionsCompared = (before: Procedure, after: Procedure, rules: EditionRules): Editions =>
  sameText(before, after) ? unchangedText(before, after) : collated(before, after, rules)

const unchangedText = (before: Procedure, after: Procedure): Editions => {
  const [a, b] = [placedClauses(before), placedClauses(after)]
  const changes = a.flatMap((each, at) => {
    const other = b[at] as Placed
    return numberOf(each) === numberOf(other) ? [] : [renumbered([said(each, at)], [said(other, at)])]
  })
  return {
    changes,
    counts: countsOf(changes, a.length - changes.length),
    headings: [],
    pairs: a.map((_, at) => [[at], [at]]),
  }
}

const numberOf = ({clause, sections}: Placed): string =>
  `${sections.map(({number}) => number ?? '').join('.')}/${clause.number ?? ''}`

/** A clause as it is quoted. */
export const said = ({clause, sections}: Placed, place: number): Said => ({
  text: clause.text,
  leadIn: clause.leadIn,
  number: clause.number,
  section: sections.at(-1)?.title ?? '',
  source: clause.source,
  actors: clause.actors,
  place,
})

const quiet = {unsure: [], closer: false, row: null, suppressed: null} as const

const plain = (name: ChangeClass, severity: Severity = 'off'): ClassedChange => ({
  class: name,
  severity,
  before: null,
  after: null,
  direction: null,
})

const renumbered = (before: readonly Said[], after: readonly Said[]): TextChange => ({
  ...quiet,
  fingerprint: digest('renumbered', ...before.map(({text}) => text)),
  kind: 'changed',
  severity: 'off',
  classes: [{...plain('renumbered'), before: before[0]?.number ?? null, after: after[0]?.number ?? null}],
  before,
  after,
})

/** An edition as one side of a collation, with what its clauses' ids stand for. */
interface Side {
  readonly procedure: Procedure
  readonly placed: readonly Placed[]
  readonly placeOf: ReadonlyMap<string, number>
}

const side = (procedure: Procedure, name: string): Side => {
  const own = identified({...procedure, authority: name, topic: ''})
  return {
    procedure: own,
    placed: placedClauses(own),
    placeOf: new Map(clauses(own).map(({id}, at) => [id, at])),
  }
}

const collated = (before: Procedure, after: Procedure, rules: EditionRules): Editions => {
  const [a, b] = [side(before, earlier), side(after, later)]
  const collation = collate([a.procedure, b.procedure], rules.lexicon)
  const compare = comparison(a, b, collation, rules)
  const rows = withCounterparts(collation.rows)
  const judged = rows.map((row) => ({row, change: compare(row)}))
  const changes = judged.flatMap(({change}) => (change === null ? [] : [change])).sort(byPlace)
  return {
    changes,
    counts: countsOf(changes, judged.filter(({change}) => change === null).length),
    headings: renamedHeadings(collation),
    pairs: rows.map((row) => [places(row.readings[earlier], a), places(row.readings[later], b)]),
  }
}

const places = (readings: readonly Reading[] | null | undefined, {placeOf}: Side): readonly number[] =>
  (readings ?? []).map(({clause}) => placeOf.get(clause.id) as number)

/** In the order of the later edition, what was removed last, in the order of the earlier. */
const byPlace = (x: TextChange, y: TextChange): number =>
  (x.after[0]?.place ?? Number.MAX_SAFE_INTEGER) - (y.after[0]?.place ?? Number.MAX_SAFE_INTEGER) ||
  (x.before[0]?.place ?? 0) - (y.before[0]?.place ?? 0)

/** What became of a row's provisions; null where nothing did. */
const comparison = (
  a: Side,
  b: Side,
  collation: Collation,
  {lexicon, severityOf}: EditionRules,
): ((row: Row) => TextChange | null) => {
  const judge = judging(lexicon)
  const weighty = substantive(lexicon)
  const groupOf = headingGroups(collation)
  return (row) => {
    const [before, after] = [saidOf(row.readings[earlier], a), saidOf(row.readings[later], b)]
    if (before.length === 0 || after.length === 0) return presence(row, before, after, severityOf)
    const same = clausesSaid(row, earlier) === clausesSaid(row, later)
    const isSpelling = !same && isSpelledAlike(row)
    const judged = judge(same || isSpelling ? {...row, unsure: []} : row, [earlier, later])
    const judgement = isSpelling
      ? onlySpelling(judged, weighty)
      : outspoken(judged, row, {lexicon, weighty, earlier, later})
    const {facets, unsure} = judgement
    const classes = [
      ...classed(judgement, weighty, severityOf),
      ...(!same && facets.length === 0 && unsure.length === 0 ? [plain('wording')] : []),
      ...(isMoved(row, groupOf) ? [plain('moved')] : []),
      ...(isRenumbered(row, a, b) ? [numbers(before, after)] : []),
    ]
    if (classes.length === 0) return null
    const doubts = same || isSpelling ? unsure : [...unsure, ...weaklyKept(row, {lexicon, earlier, later})]
    return {...quiet, ...told('changed', classes, before, after), unsure: doubts}
  }
}

const clausesSaid = ({readings}: Row, edition: string): string =>
  (readings[edition] ?? []).map(({clause}) => saidIn(clause)).join('\n\n')

/** Whether both editions of a provision are the same words under the same heading, spelled or printed otherwise. */
const isSpelledAlike = ({readings}: Row): boolean => {
  const whole = (edition: string): string =>
    (readings[edition] ?? []).map(({clause, heading}) => spelled(`${heading.title}\n${saidIn(clause)}`)).join('\n')
  return whole(earlier) === whole(later)
}

/** A judgement of words that are only spelled otherwise: no class that changes what is to be done can hold. */
const onlySpelling = (judgement: Judgement, weighty: ReadonlySet<string>): Judgement => ({
  ...judgement,
  differences: judgement.differences.filter((each) => !weighty.has(each.class)),
  facets: judgement.facets.filter((name) => !weighty.has(name)),
  unsure: [],
})

const joined = (all: readonly Said[]): string => all.map(({leadIn, text}) => `${leadIn ?? ''}\n${text}`).join('\n')

const saidOf = (readings: readonly Reading[] | null | undefined, own: Side): readonly Said[] =>
  places(readings, own).map((place) => said(own.placed[place] as Placed, place))

const told = (
  kind: TextChange['kind'],
  classes: readonly ClassedChange[],
  before: readonly Said[],
  after: readonly Said[],
): Pick<TextChange, 'fingerprint' | 'kind' | 'severity' | 'classes' | 'before' | 'after'> => ({
  fingerprint: digest(kind, ...classes.map((each) => each.class).sort(), joined(before), joined(after)),
  kind,
  severity: heaviest(classes.map(({severity}) => severity)),
  classes: [...classes].sort((x, y) => gravity.indexOf(x.severity) - gravity.indexOf(y.severity)),
  before,
  after,
})

/** A provision that only one edition has. What binds or defines weighs as an absence does; a statement of fact is worth a note. */
const presence = (
  {unsure, readings}: Row,
  before: readonly Said[],
  after: readonly Said[],
  severityOf: EditionRules['severityOf'],
): TextChange => {
  const kind = before.length === 0 ? 'added' : 'removed'
  const own = (readings[earlier] ?? readings[later] ?? []).map(({clause}) => clause)
  const severity = own.some(binds) ? severityOf('absent') : lighter(severityOf('absent'))
  return {...quiet, ...told(kind, [plain(kind, severity)], before, after), unsure}
}

/** A whole procedure that came or went, as one change: its provisions are counted, not listed. */
export const wholeProcedure = (
  procedure: Procedure,
  kind: 'added' | 'removed',
  {severityOf}: EditionRules,
): TextChange => ({
  ...quiet,
  ...told(kind, [plain(kind, severityOf('absent'))], [], []),
  fingerprint: digest(kind, procedure.authority, procedure.topic),
})

const binds = ({type, modality}: Clause): boolean => type === 'definition' || type === 'field' || modality !== null

const lighter = (severity: Severity): Severity => (severity === 'off' ? 'off' : 'note')

/** The classes by which two editions of a provision differ, with both values. */
const classed = (
  {differences, facets, unsure}: Judgement,
  weighty: ReadonlySet<string>,
  severityOf: EditionRules['severityOf'],
): readonly ClassedChange[] => {
  const values = differences.map((each) => withValues(each, severityOf(each.class)))
  const rest = facets
    .filter((name) => !differences.some((each) => each.class === name))
    .map((name) => plain(name, severityOf(name)))
  const isTold = values.some((each) => weighty.has(each.class))
  return [...values, ...rest, ...(unsure.length > 0 && !isTold ? [plain('unsure', severityOf('unsure'))] : [])]
}

const withValues = ({class: name, values}: Difference, severity: Severity): ClassedChange => {
  const [before, after] = [values.get(earlier), values.get(later)]
  const direction: Direction = directionOf(after?.rank, before?.rank)
  return {class: name, severity, before: before?.label ?? null, after: after?.label ?? null, direction}
}

const headingKey = (
  edition: string,
  {title, number}: {readonly title: string; readonly number: string | null},
): string => `${edition}\n${number ?? ''}\n${title}`

/** Which group of sections each heading belongs to. */
const headingGroups = ({sections}: Collation): ReadonlyMap<string, string> =>
  new Map(
    sections.flatMap(({id, headings}) =>
      Object.entries(headings).flatMap(([edition, own]) =>
        own.map((heading) => [headingKey(edition, heading), id] as const),
      ),
    ),
  )

/** Out of the earlier order, or under a heading that is not the earlier one's counterpart. */
const isMoved = (row: Row, groupOf: ReadonlyMap<string, string>): boolean => {
  const groups = (edition: string): string =>
    [...new Set((row.readings[edition] ?? []).map(({heading}) => groupOf.get(headingKey(edition, heading)) ?? ''))]
      .sort()
      .join('\n')
  return row.moved.length > 0 || groups(earlier) !== groups(later)
}

const isRenumbered = ({readings}: Row, a: Side, b: Side): boolean => {
  const all = (edition: string, own: Side): string =>
    places(readings[edition], own)
      .map((place) => numberOf(own.placed[place] as Placed))
      .join(' ')
  return all(earlier, a) !== all(later, b)
}

const numbers = (before: readonly Said[], after: readonly Said[]): ClassedChange => ({
  ...plain('renumbered'),
  before: before[0]?.number ?? null,
  after: after[0]?.number ?? null,
})

const renamedHeadings = ({sections}: Collation): Editions['headings'] =>
  sections.flatMap(({headings}) => {
    const [before, after] = [headings[earlier] ?? [], headings[later] ?? []]
    const [was, is] = [before, after].map((own) => own.map(({title}) => title)) as [string[], string[]]
    const lost = was.filter((title) => !is.includes(title))
    const come = is.filter((title) => !was.includes(title))
    const isNamed = [...lost, ...come].every((title) => title !== '')
    return isNamed && lost.length > 0 && come.length > 0 ? [{before: lost.join(' / '), after: come.join(' / ')}] : []
  })
