import type {Lexicon} from '@hedgerow/lexicon'
import type {AgencyWork, AssessedRow, Authority, DifferenceName, TopicAssessment} from './assessment.ts'

/** A body that works across several authorities, and which of them. */
interface Footprint {
  readonly agency: string
  readonly title: string
  readonly authorities: readonly string[]
}

/** Bodies that serve two authorities or more: each police force and NHS body the corpus names, and every other agency that crosses boundaries. */
const footprints = (authorities: readonly Authority[], lexicon: Lexicon): readonly Footprint[] => {
  const shared = (agency: string, of: (authority: Authority) => string | null): readonly Footprint[] => {
    const names = [...new Set(authorities.map(of).filter((name) => name !== null))].sort()
    return names.map((title) => ({
      agency,
      title,
      authorities: authorities.filter((authority) => of(authority) === title).map(({id}) => id),
    }))
  }
  const named = [...shared('police', ({police}) => police), ...shared('health', ({icb}) => icb)]
  const rest = lexicon.agencies
    .filter(({agency, crosses}) => crosses && !named.some((each) => each.agency === agency))
    .map(({agency, title}) => ({agency, title, authorities: authorities.map(({id}) => id)}))
  return [...named, ...rest].filter((each) => each.authorities.length > 1)
}

/** Agencies that cross boundaries and are named by a row's readings, as actors or recipients, sorted. */
export const agenciesOf = (row: Pick<AssessedRow, 'readings'>, lexicon: Lexicon): readonly string[] => {
  const crossing = new Set(lexicon.agencies.filter(({crosses}) => crosses).map(({agency}) => agency))
  const agency = new Map(lexicon.roles.map((role) => [role.role, role.agency]))
  const roles = Object.values(row.readings).flatMap((readings) =>
    (readings ?? []).flatMap(({actors, recipients}) => [...actors, ...recipients]),
  )
  return [...new Set(roles.flatMap((role) => agency.get(role) ?? []))].filter((each) => crossing.has(each)).sort()
}

/** What each body must do differently in each of the authorities it serves, in one topic: substantive differences in rows that name it, among those
 *  authorities only. */
export const agencyWork = (
  topic: TopicAssessment,
  authorities: readonly Authority[],
  lexicon: Lexicon,
  weighty: ReadonlySet<DifferenceName>,
): readonly AgencyWork[] => {
  const known = topic.rows.map((row) => ({row, named: row.status === 'unsure' ? [] : agenciesOf(row, lexicon)}))
  return footprints(authorities, lexicon)
    .map(({agency, title, authorities: served}) => ({
      agency,
      title,
      rows: known.flatMap(({row, named}) =>
        named.includes(agency) ? workIn(topic, row, {served, weighty, acts: actsIn(row, agency, served, lexicon)}) : [],
      ),
    }))
    .filter(({rows}) => rows.length > 0)
}

/** The work of several topics, in their order, agency by agency. */
export const joinedWork = (
  topics: readonly (readonly AgencyWork[])[],
  authorities: readonly Authority[],
  lexicon: Lexicon,
): readonly AgencyWork[] =>
  footprints(authorities, lexicon)
    .map(({agency, title}) => ({
      agency,
      title,
      rows: topics.flatMap((work) =>
        work.flatMap((each) => (each.agency === agency && each.title === title ? each.rows : [])),
      ),
    }))
    .filter(({rows}) => rows.length > 0)

/** Whether an agency acts in a row, by the readings of the authorities it serves. */
const actsIn = (row: AssessedRow, agency: string, served: readonly string[], {roles}: Lexicon): boolean => {
  const own = new Set(roles.flatMap((role) => (role.agency === agency ? [role.role] : [])))
  return served.some((id) => (row.readings[id] ?? []).some(({actors}) => actors.some((actor) => own.has(actor))))
}

const workIn = (
  topic: TopicAssessment,
  row: AssessedRow,
  {
    served,
    weighty,
    acts,
  }: {
    readonly served: readonly string[]
    readonly weighty: ReadonlySet<DifferenceName>
    readonly acts: boolean
  },
): AgencyWork['rows'] =>
  row.findings
    .filter((finding) => weighty.has(finding.class))
    .map((finding) => ({
      topic: topic.id,
      row: row.id,
      section: row.sectionTitle,
      class: finding.class,
      acts,
      variants: finding.variants
        .map((variant) => ({...variant, authorities: variant.authorities.filter((id) => served.includes(id))}))
        .filter((variant) => variant.authorities.length > 0),
    }))
    .filter(({variants}) => variants.length > 1)
