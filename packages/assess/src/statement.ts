import type {Citation, Clause, Deadline, Modality, Threshold, Trigger} from '@hedgerow/ast'
import type {Reading, Row} from '@hedgerow/collate'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {isNamedTeam} from './named-teams.ts'

/** What one authority says in a row: its readings taken together (a provision split in two is still one statement). */
export interface Statement {
  readonly authority: string
  readonly readings: readonly Reading[]
  readonly clauses: readonly Clause[]
  /** One object for all statements of a row that say the same under the same headings, whoever says it. */
  readonly said: object
  /** The strongest modality of its clauses. */
  readonly modality: Modality | null
  /** Role ids or slugs; `@` for an actor that is only a local name (law 4). */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly verbs: readonly string[]
  readonly deadlines: readonly Deadline[]
  readonly triggers: readonly Trigger[]
  readonly thresholds: readonly Threshold[]
  readonly conditions: readonly string[]
  readonly citations: readonly Citation[]
  readonly local: readonly string[]
  readonly text: string
  /** Its document says what is to be done as a fact throughout (`The manager signs the form`). */
  readonly isOfFacts: boolean
}

const strength: Readonly<Record<Modality, number>> = {prohibition: 4, obligation: 3, recommendation: 2, permission: 1}

/** The word that says a modality. */
export const forceWords: Readonly<Record<Modality, string>> = {
  obligation: 'must',
  prohibition: 'must not',
  recommendation: 'should',
  permission: 'may',
}

/** How strongly a modality binds: 4 prohibition, 3 obligation, 2 recommendation, 1 permission, 0 none. */
export const force = (modality: Modality | null): number => (modality ? strength[modality] : 0)

/** Reads the statements of a row, in the order of its authorities; an authority with nothing there has none. */
export const statementsWith = (
  lexicon: Lexicon,
  ofFacts: ReadonlySet<string> = new Set(),
): ((row: Row) => readonly Statement[]) => {
  return (row) => {
    const firsts = new Map<string, Statement>()
    return Object.keys(row.readings)
      .sort()
      .flatMap((authority) => {
        const readings = row.readings[authority]
        if (!readings) return []
        const isOfFacts = ofFacts.has(authority)
        const key = `${isOfFacts} ${saidIn(readings)}`
        const first = firsts.get(key) ?? statement(authority, readings, lexicon, isOfFacts)
        firsts.set(key, first)
        return [{...first, authority, readings, clauses: readings.map(({clause}) => clause)}]
      })
  }
}

/** Everything that readings say and are understood to say, but for where it stands: equal where nothing but the place tells them apart. */
const saidIn = (readings: readonly Reading[]): string =>
  JSON.stringify(
    readings.map(({clause, heading, ...rest}) => {
      const {id: _id, fingerprint: _print, number: _number, source: _source, position: _position, ...said} = clause
      return [said, heading.title, heading.kind, rest]
    }),
  )

/** A function of a statement that looks at nothing but what is said: worked out once for all statements of a row that say the same. Procedures descended
 *  from one template hold the same sentence many times over. */
export const perSaid = <Value>(build: (statement: Statement) => Value): ((statement: Statement) => Value) => {
  const kept = new Map<object, {readonly value: Value}>()
  return (statement) => {
    const known = kept.get(statement.said) ?? {value: build(statement)}
    kept.set(statement.said, known)
    return known.value
  }
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const statement = (
  authority: string,
  readings: readonly Reading[],
  lexicon: Lexicon,
  isOfFacts: boolean,
): Statement => {
  const clauses = readings.map(({clause}) => clause)
  return {
    authority,
    readings,
    clauses,
    said: readings,
    modality: clauses.map(({modality}) => modality).reduce((a, b) => (force(b) > force(a) ? b : a), null),
    actors: distinct(clauses.flatMap((clause) => named(clause, 'actors', clause.actors, lexicon))),
    recipients: distinct(clauses.flatMap((clause) => named(clause, 'recipients', clause.recipients, lexicon))),
    verbs: distinct(clauses.flatMap(({action}) => (action ? [action.verb] : []))),
    deadlines: clauses.flatMap(({deadlines}) => deadlines),
    triggers: clauses.flatMap(({trigger}) => (trigger ? [trigger] : [])),
    thresholds: clauses.flatMap(({threshold}) => (threshold ? [threshold] : [])),
    conditions: clauses.flatMap(({condition}) => (condition ? [condition] : [])),
    citations: clauses.flatMap(({citations}) => citations),
    local: distinct(clauses.flatMap(({local}) => local)),
    text: clauses.map(({text}) => text).join(' '),
    isOfFacts,
  }
}

/** Roles as they are compared: one that overlaps a local name or is named as `the team`, and is no role of the lexicon, is `@`. `Us` is whoever wrote the
 *  page, and its words do not tell. */
const named = (
  clause: Clause,
  of: 'actors' | 'recipients',
  values: readonly string[],
  lexicon: Lexicon,
): readonly string[] => {
  const roles = roleIds(lexicon)
  const local = clause.evidence.filter((each) => each.of === 'local')
  const clear = values.filter((value) => value !== 'us' && !isPointedAt(clause, of, value))
  const isLocal = (value: string): boolean =>
    clause.evidence.some(
      (each) =>
        each.of === of &&
        each.value === value &&
        (isNamedTeam(clause, each, lexicon) ||
          local.some((name) => name.in === each.in && name.start < each.end && each.start < name.end)),
    )
  return clear.map((value) =>
    isUnranked(clause, of, value)
      ? unranked
      : isSomeOfficer(clause, of, value)
        ? someOfficer
        : !roles.has(value) && (isLocal(value) || isSomeTeam(value))
          ? '@'
          : value,
  )
}

const roleIds = perLexicon(({roles}): ReadonlySet<string> => new Set(roles.map(({role}) => role)))

/** The role of whoever is called nothing but `an officer`: of the police, or of the council whose page it is. */
export const someOfficer = 'officer'

/** Whether somebody who was read as police is called an officer and nothing else. */
const isSomeOfficer = (clause: Clause, of: 'actors' | 'recipients', value: string): boolean => {
  const spans = clause.evidence.filter((each) => each.of === of && each.value === value)
  return (
    value === 'police' &&
    spans.length > 0 &&
    spans.every(({in: place, start, end}) => place === 'text' && /^officers?$/iu.test(clause.text.slice(start, end)))
  )
}

/** The role of whoever is called nothing but `a manager`. */
export const unranked = 'manager'

/** Whether a manager is named without any word for the rank. */
const isUnranked = (clause: Clause, of: 'actors' | 'recipients', value: string): boolean => {
  const spans = clause.evidence.filter((each) => each.of === of && each.value === value)
  return (
    value.endsWith('manager') &&
    spans.length > 0 &&
    spans.every(
      (span) =>
        span.in === 'text' &&
        /^managers?$/iu.test(clause.text.slice(span.start, span.end)) &&
        /(?:^|\b(?:an?|the|any|every|each|all) )$/iu.test(clause.text.slice(0, span.start)),
    )
  )
}

/** Whether a role is a bare noun for some team: which one was said before, and the noun alone does not tell. */
export const isSomeTeam = (role: string): boolean => /^(?:team|hub|unit|desk|service)$/u.test(role)

/** Whether a body is named only as `that council`: which one it is was said before, and its own words do not tell. */
const isPointedAt = (clause: Clause, of: 'actors' | 'recipients', value: string): boolean => {
  const spans = clause.evidence.filter((each) => each.of === of && each.value === value && each.in === 'text')
  return (
    spans.length > 0 &&
    spans.every(
      ({start, end}) =>
        /^(?:council|authority|agency|service|team)$/iu.test(clause.text.slice(start, end)) &&
        /\b(?:that|this)\s+$/iu.test(clause.text.slice(0, start)),
    )
  )
}
