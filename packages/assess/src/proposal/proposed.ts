import type {Lexicon, Standard} from '@hedgerow/lexicon'
import type {AssessedRow, Authority, Finding} from '../assessment.ts'
import {type Difference, isApart} from '../judge.ts'
import {changesTo, fieldsOf, nearest, type Said, saidIn} from './nearest.ts'
import type {Choice, Proposal, Wording} from './proposal.ts'
import {heldBy, safest, type Settled, settled} from './settled.ts'
import {proposedValues} from './values.ts'

/** What words are proposed by. */
export interface ProposalRules {
  readonly lexicon: Lexicon
  readonly authorities: readonly Authority[]
  /** Standards in force. */
  readonly standards: readonly Standard[]
}

/** Proposes the words to adopt in a row, or lists what there is to choose from: never a wording below a standard in force, never a value chosen where
 *  values conflict and no standard settles it. Pure. */
export const proposing = ({
  lexicon,
  authorities,
  standards,
}: ProposalRules): ((row: AssessedRow, doubts?: readonly Difference[]) => Proposal) => {
  const members = new Map(authorities.map((each) => [each.id, each]))
  const nameOf = (id: string): string => members.get(id)?.name ?? id
  const proposalOf = (row: AssessedRow): Proposal => {
    const said = saidIn(row, members, lexicon)
    const found = settled(row, standards, lexicon)
    if (row.status === 'unsure') return uncertain(row, said, found, nameOf)
    const able = said.filter(({authority}) => found.standing.includes(authority))
    if (able.length === 0)
      return nothing('Every reading falls below a standard in force: new words are needed.', said, found.below)
    return found.open.length === 0
      ? wordingOf(able, said, found, {standards, lexicon, nameOf})
      : choiceOf(able, said, found, row, {standards, lexicon, nameOf})
  }
  return (row, doubts = []) => {
    const values = proposedValues(row, settled(row, standards, lexicon), standards, lexicon)
    const proposal = withDoubts(proposalOf(row), row, doubts, {members, lexicon, nameOf})
    return values.length === 0 ? proposal : {...proposal, values}
  }
}

interface Known {
  readonly members: ReadonlyMap<string, Authority>
  readonly lexicon: Lexicon
  readonly nameOf: (id: string) => string
}

/** With those whose other words differ from the words proposed in a way that could not be told, so that these cannot simply take their place, and the words
 *  of others who say the same as proposed and from whom they do not differ so. */
const withDoubts = (
  proposal: Proposal,
  row: AssessedRow,
  doubts: readonly Difference[],
  {members, lexicon, nameOf}: Known,
): Proposal => {
  const {wording, choices, safest: at, verbatim, changes, reason, below} = proposal
  const aim = wording?.authority ?? (at === null ? undefined : choices[at]?.wording.authority)
  if (aim === undefined) return proposal
  const holders = [...verbatim, ...changes.map(({authority}) => authority)].sort()
  const isDoubted = (x: string, y: string): boolean =>
    doubts.some((doubt) => isApart(doubt, x, y)) || gradesOf(row, x) !== gradesOf(row, y)
  const apart = holders.filter((authority) => authority !== aim && isDoubted(authority, aim))
  if (apart.length === 0) return proposal
  const models = at === null ? holders.filter((each) => !below.includes(each)) : (choices[at]?.authorities ?? [])
  const said = saidIn(row, members, lexicon)
  const instead = apart.flatMap((authority) => {
    const own = said.filter((each) => each.authority === authority)
    const near = said.filter((each) => models.includes(each.authority) && !isDoubted(each.authority, authority))
    const best = models.includes(authority) ? undefined : nearest(near, own, lexicon)
    return best ? [{authority, wording: worded(best)}] : []
  })
  const told = `Other words of ${listed(apart.map(nameOf))} differ from these too: compare them before anything is replaced.`
  return {...proposal, apart, instead, reason: `${reason} ${told}`}
}

/** The grades an authority names in a row, as it names them: another's scale is not its own. */
const gradesOf = ({readings}: AssessedRow, authority: string): string =>
  (readings[authority] ?? [])
    .flatMap(({threshold}) => (threshold?.of === 'grade' ? [`${threshold.op} ${threshold.value}`] : []))
    .join(' ')

/** What there is in a row that is not certain: each wording that does not fall below a standard. */
const uncertain = (
  {unsure}: AssessedRow,
  said: readonly Said[],
  {below, standing}: Settled,
  nameOf: (id: string) => string,
): Proposal => {
  const told = below.length === 0 ? '' : ` Not offered: ${listed(below.map(nameOf))}, below a standard in force.`
  const reason = `It is not certain that this is one provision: ${unsure[0] ?? 'please check'}.${told}`
  return {
    ...nothing(reason, said, below),
    choices: eachOf(said.filter(({authority}) => standing.includes(authority))),
  }
}

const nothing = (reason: string, said: readonly Said[], below: readonly string[] = []): Proposal => ({
  basis: 'none',
  reason,
  wording: null,
  below,
  apart: [],
  instead: [],
  verbatim: [],
  changes: [],
  fields: fieldsOf(said),
  choices: [],
  safest: null,
})

interface Telling {
  readonly standards: readonly Standard[]
  readonly lexicon: Lexicon
  readonly nameOf: (id: string) => string
}

const wordingOf = (able: readonly Said[], said: readonly Said[], found: Settled, telling: Telling): Proposal => {
  const best = nearest(currentOf(able, found), said, telling.lexicon) as Said
  return {
    basis: found.standards.length > 0 ? 'standard' : 'shared',
    reason: [reasonOf(best, said, found, telling), ...reservations({...found, below: []}, [], telling.nameOf)].join(
      ' ',
    ),
    wording: worded(best),
    below: found.below,
    apart: [],
    instead: [],
    ...changesTo(best, said),
    fields: fieldsOf(said),
    choices: [],
    safest: null,
  }
}

const worded = ({authority, leadIn, term, text}: Said): Wording => ({authority, leadIn, term, text})

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const reasonOf = (
  best: Said,
  said: readonly Said[],
  {below, standards: ids}: Settled,
  {standards, nameOf}: Telling,
): string => {
  const met = standards.filter(({id}) => ids.includes(id))
  const only = `${nameOf(best.authority)}’s words: nobody else has it.`
  if (met.length === 0 && said.length === 1) return only
  const nearness = said.length === 1 ? 'nobody else says it' : 'they are nearest what the others say'
  if (met.length === 0) return `${nameOf(best.authority)}’s words: ${nearness}, and nobody’s rule changes.`
  const named = met.map(({citation, verified}) => `${citation}${verified ? '' : ' (not verified)'}`)
  return `${nameOf(best.authority)}’s words: of those that meet ${listed([...new Set(named)])}, which ${listed(below.map(nameOf))} ${below.length === 1 ? 'does' : 'do'} not, ${nearness}.`
}

const choiceOf = (
  able: readonly Said[],
  said: readonly Said[],
  found: Settled,
  row: AssessedRow,
  {lexicon, nameOf}: Telling,
): Proposal => {
  const {open} = found
  const groups = offered(grouped(able, open), found)
  const choices = groups.map(({label, members}): Choice => {
    const best = nearest(currentOf(members, found), said, lexicon) as Said
    return {label, authorities: members.map(({authority}) => authority), wording: worded(best)}
  })
  const at = safestOf(groups, open, row, lexicon)
  const best = at === null ? null : said.find(({authority}) => authority === choices[at]?.wording.authority)
  const conflict = open.length === 1 ? 'one point' : `${open.length} points`
  return {
    basis: 'choice',
    reason: [
      ...(found.below.length === 0
        ? []
        : [
            `${listed(found.below.map(nameOf))} ${found.below.length === 1 ? 'is' : 'are'} below the standard; by which words to mend that is to be chosen.`,
          ]),
      choices.length < 2
        ? `Others say something else on ${conflict}, and the standard does not settle it: people decide.`
        : `The ${found.below.length === 0 ? 'readings' : 'readings that meet it'} differ on ${conflict} and no standard settles it: people decide.`,
      at === null ? '' : `Most say ${choices[at]?.label || 'the first'}, and the others say less.`,
      ...reservations(
        found,
        choices.flatMap(({authorities}) => authorities),
        nameOf,
      ),
    ]
      .filter(Boolean)
      .join(' '),
    wording: null,
    below: found.below,
    apart: [],
    instead: [],
    ...(best ? changesTo(best, said) : {verbatim: [], changes: []}),
    fields: fieldsOf(said),
    choices,
    safest: at,
  }
}

/** Those that use no more superseded terms than they must. */
const currentOf = (members: readonly Said[], {current}: Settled): readonly Said[] => {
  const own = members.filter(({authority}) => current.includes(authority))
  return own.length > 0 ? own : members
}

/** Classes in which a superseded term may be all that differs. */
const wordy: ReadonlySet<string> = new Set(['definition', 'citation', 'other'])

/** The groups to choose from: one that only those with superseded terms are in is none where the terms may be the difference. */
const offered = (groups: readonly Group[], {open, current}: Settled): readonly Group[] =>
  groups.filter(
    ({members}) =>
      members.some(({authority}) => current.includes(authority)) || open.some((each) => !wordy.has(each.class)),
  )

/** Who is not offered, and why, and whose words would have to be brought up to date. */
const reservations = (
  {standing, current, below}: Settled,
  among: readonly string[],
  nameOf: (id: string) => string,
): readonly string[] => {
  const outdated = standing.filter((authority) => !current.includes(authority))
  const told = (who: readonly string[], before: string, after: string): readonly string[] =>
    who.length === 0 ? [] : [`${before}${listed(who.map(nameOf))}${after}.`]
  return [
    ...told(below, 'Not offered: ', ', below a standard in force'),
    ...told(
      outdated.filter((authority) => !among.includes(authority)),
      'Not offered: ',
      ', with superseded terms or editions',
    ),
    ...told(
      outdated.filter((authority) => among.includes(authority)),
      'Superseded terms or editions: ',
      '',
    ),
  ]
}

/** Each wording there is, most holders first: of a row that is not certain none is nearer than another. */
const eachOf = (said: readonly Said[]): readonly Choice[] => {
  const same = new Map<string, Said[]>()
  for (const each of said) same.set(each.whole, [...(same.get(each.whole) ?? []), each])
  return [...same.values()]
    .map((own) => ({label: '', authorities: own.map(({authority}) => authority), wording: worded(own[0] as Said)}))
    .sort((x, y) => y.authorities.length - x.authorities.length)
}

interface Group {
  readonly label: string
  readonly keys: readonly (string | null)[]
  readonly members: readonly Said[]
}

/** Those who say the same on every open point, most first. */
const grouped = (able: readonly Said[], open: readonly Finding[]): readonly Group[] => {
  const found = new Map<string, Group>()
  for (const said of able) {
    const variants = open.map(({variants: all}) => heldBy(all, [said.authority])[0] ?? null)
    const keys = variants.map((variant) => variant?.value ?? null)
    const code = JSON.stringify(keys)
    const labels = variants.flatMap((variant, n) =>
      variant && isShort(variant.label, said, open[n] as Finding) ? [variant.label] : [],
    )
    const known = found.get(code) ?? {label: labels.join(', '), keys, members: []}
    found.set(code, {...known, members: [...known.members, said]})
  }
  return [...found.values()].sort(
    (x, y) =>
      y.members.length - x.members.length ||
      ((x.members[0] as Said).authority < (y.members[0] as Said).authority ? -1 : 1),
  )
}

/** Longer labels, and those that are the words themselves, are shown by the wording anyway; a form's item has its options in its label alone. */
const isShort = (label: string, {text}: Said, {class: name}: Finding): boolean =>
  name === 'form-field' || (label.length <= longest && label !== text)

const longest = 60

const safestOf = (
  groups: readonly Group[],
  open: readonly Finding[],
  row: AssessedRow,
  lexicon: Lexicon,
): number | null => {
  const tops = open.map((finding) => safest(finding, row, lexicon))
  const at = groups.findIndex(({keys}) => keys.every((key, n) => key !== null && key === tops[n]?.value))
  return at < 0 ? null : at
}
