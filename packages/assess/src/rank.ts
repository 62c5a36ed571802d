import {setting} from '@hedgerow/collate'
import type {Lexicon} from '@hedgerow/lexicon'
import {agenciesOf} from './agencies.ts'
import type {
  AssessedRow,
  Change,
  DifferenceName,
  Opportunity,
  OpportunityClass,
  StandardVerdict,
  Variant,
} from './assessment.ts'
import {consensus, lowersNobody, raises} from './consensus.ts'
import type {Proposal} from './proposal/proposal.ts'
import {digest, opportunityFingerprint, provisionsPrint, toldApart} from './fingerprint.ts'
import type {Difference, Judgement} from './judge.ts'
import {changedWords} from './marks.ts'
import {standardTitle} from './standard-title.ts'
import {sayings} from './sayings.ts'
import {stepTitle, titledApart} from './step-title.ts'

/** A row with everything its opportunity is judged by. */
export interface Candidate {
  readonly row: AssessedRow
  readonly judgement: Judgement
  /** The section's weight in [0, 1]. */
  readonly weight: number
}

/** What opportunities are ranked with. */
export interface RankingRules {
  readonly topic: string
  readonly authorities: readonly string[]
  readonly standards: readonly StandardVerdict[]
  readonly lexicon: Lexicon
  readonly nameOf: (authority: string) => string
  readonly proposalOf: (row: AssessedRow, doubts: readonly Difference[]) => Proposal
}

/** Candidates for alignment, ranked by what aligning is worth and what it costs: impact × (1 − effort × the weight `rank-effort`), ties by row order.
 *  One for each row that differs in a way worth acting on, and one for each standard that an authority does not state. */
export const opportunities = (candidates: readonly Candidate[], rules: RankingRules): readonly Opportunity[] => {
  const cost = setting(rules.lexicon)('rank-effort')
  const found = [
    ...fingerprinted(
      candidates.flatMap((each) => fromRow(each, rules)),
      rules,
    ),
    ...rules.standards.flatMap((each) => unstated(each, rules)),
  ]
  const worth = ({impact, effort}: Unranked): number => impact * (1 - cost * effort)
  return titledApart(found)
    .map((opportunity, at) => ({opportunity, at}))
    .sort((x, y) => worth(y.opportunity) - worth(x.opportunity) || x.at - y.at)
    .map(({opportunity}, at) => ({...opportunity, rank: at + 1}))
}

type Unranked = Omit<Opportunity, 'rank'>

interface Unnamed extends Omit<Unranked, 'fingerprint'> {
  readonly name: DifferenceName
  readonly judgement: Judgement
}

/** Each with its fingerprint; those of one topic that would share one are told apart by their values, then by their sections. */
const fingerprinted = (found: readonly Unnamed[], {topic, lexicon}: RankingRules): readonly Unranked[] => {
  const print = ({name, judgement}: Unnamed, isTold: boolean): string =>
    opportunityFingerprint(name, topic, judgement, {lexicon, isTold})
  const printed = found.map((each) => ({...each, fingerprint: print(each, false)}))
  const byValues = toldApart(printed, (each) => print(each, true))
  return toldApart(byValues, ({judgement}) => judgement.row.section).map(
    ({name: _name, judgement: _judgement, ...rest}) => rest,
  )
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

const within = (value: number): number => Math.max(0, Math.min(1, value))

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The difference of a row that matters most: the class of highest impact, the first of equals. */
const leading = ({judgement}: Candidate, lexicon: Lexicon): Difference | null => {
  const impact = (name: string): number => lexicon.differences.find((each) => each.class === name)?.impact ?? 0
  return judgement.differences.reduce<Difference | null>(
    (best, each) => (!best || impact(each.class) > impact(best.class) ? each : best),
    null,
  )
}

const fromRow = (candidate: Candidate, rules: RankingRules): readonly Unnamed[] => {
  const {row, judgement} = candidate
  const {lexicon} = rules
  if (row.kind === 'contact' || row.status === 'same' || row.status === 'wording') return []
  const below = row.findings.find((finding) => finding.class === 'below-standard')
  const difference = leading(candidate, lexicon)
  const name = below
    ? 'below-standard'
    : (difference?.class ?? row.facets.find((facet) => facet === 'absent' || facet === 'extra'))
  if (!name || (name === 'local' && row.status !== 'local')) return []
  const rule = lexicon.differences.find((each) => each.class === name)
  const proposal = rules.proposalOf(row, judgement.doubts)
  const kind = opportunityClass(candidate, name, difference, {...rules, proposal})
  const change = kind === 'check' || kind === 'leave-local' ? [] : changes(candidate, difference)
  const agencies = agenciesOf(row, lexicon)
  const values = difference ? consensus(difference) : null
  const national = below ? (rules.standards.find(({id}) => id === below.standard) ?? null) : null
  return [
    {
      name,
      judgement,
      id: row.id,
      rows: [row.id],
      class: kind,
      impact: rounded(impactOf(rule?.impact ?? 0, candidate, rules)),
      effort: rounded(effortOf(rule?.effort ?? 1, kind, change, agencies, rules)),
      title: stepTitle(judgement.statements, row, name, lexicon),
      why: because(candidate, name, difference, change, rules),
      agencies,
      change,
      majority: values?.majority?.label ?? null,
      strictest: values?.strictest?.label ?? null,
      national: national?.statement ?? null,
      restsOn: provisionsPrint(rules.topic, row.readings),
      decision: null,
      proposal,
    },
  ]
}

const designClasses: ReadonlySet<string> = new Set(['form-field', 'definition', 'scope'])

const opportunityClass = (
  {row}: Candidate,
  name: DifferenceName,
  difference: Difference | null,
  {authorities, proposal}: Pick<RankingRules, 'authorities'> & {readonly proposal: Proposal},
): OpportunityClass => {
  if (row.status === 'unsure' || name === 'absent' || name === 'extra') return 'check'
  if (name === 'local') return 'leave-local'
  // Below a standard somebody has to change, whatever the others have left to choose.
  if (name === 'below-standard') return 'fix-now'
  const isChoice = proposal.basis === 'choice'
  if (name === 'currency' || name === 'citation') return isChoice ? 'agree-value' : 'fix-now'
  if (designClasses.has(name)) return 'design-work'
  const values = difference && consensus(difference)
  const outliers = values?.majority ? authorities.length - values.majority.authorities.length : authorities.length
  const isSafe = !difference || !values?.majority || lowersNobody(values.majority, difference)
  return outliers === 1 && authorities.length > 2 && isSafe && !isChoice ? 'fix-now' : 'agree-value'
}

/** Impact: the class's, by the section's weight, more when a boundary splits the region evenly than when one authority stands apart, less where not all values are known. */
const impactOf = (base: number, {row, judgement, weight}: Candidate, {authorities, lexicon}: RankingRules): number => {
  const set = setting(lexicon)
  const holders = judgement.statements.length / Math.max(1, authorities.length)
  const isOpen = row.status === 'unsure' || Object.values(judgement.row.doubtful).some(({isFound}) => isFound)
  const certainty = isOpen ? set('rank-unsure') : 1
  return within(
    base * (set('rank-section-floor') + (1 - set('rank-section-floor')) * weight) * (0.5 + holders / 2) * certainty,
  )
}

/** Effort: the class's, more for each further authority that must change and for each outside agency that must be asked. */
const effortOf = (
  base: number,
  kind: OpportunityClass,
  change: readonly Change[],
  agencies: readonly string[],
  {authorities, lexicon}: RankingRules,
): number => {
  const set = setting(lexicon)
  const share = change.length / Math.max(1, authorities.length)
  const outside = agencies.length
  const design = kind === 'design-work' ? set('rank-design') : 0
  return within(base + set('rank-per-authority') * share + set('rank-per-agency') * outside + design)
}

/** The reading others would move to: the majority's, unless that lowers somebody's protection; then only those below it would change. */
const changes = ({row, judgement}: Candidate, difference: Difference | null): readonly Change[] => {
  if (!difference) return []
  const below = row.findings
    .filter((finding) => finding.class === 'below-standard')
    .flatMap(({variants}) => variants.flatMap(({authorities}) => authorities))
  const target = targetOf(difference, below)
  if (!target) return []
  const model = judgement.statements.find(({authority}) => authority === target.authorities[0])
  return difference.variants
    .filter((variant) => variant !== target)
    .filter((variant) =>
      below.length > 0
        ? variant.authorities.some((authority) => below.includes(authority))
        : raises(target, variant, difference),
    )
    .flatMap(({label, authorities}) =>
      authorities.map((authority): Change => {
        const own = judgement.statements.find((each) => each.authority === authority)
        const words =
          label && target.label && label.length < 60
            ? changedWords(label, target.label)
            : changedWords(own?.text ?? '', model?.text ?? '')
        return {authority, words, from: label, to: target.label, source: own?.clauses[0]?.source ?? null}
      }),
    )
    .filter(({words}) => words > 0)
    .sort((x, y) => (x.authority < y.authority ? -1 : 1))
}

/** What the others would move to: the majority's value; where some fall below a standard, the value most of those above it read. */
const targetOf = (difference: Difference, below: readonly string[]): Variant | null => {
  if (below.length === 0) return consensus(difference).majority
  return (
    difference.variants.find(({authorities}) => !authorities.some((authority) => below.includes(authority))) ?? null
  )
}

/** One sentence a board member understands, with the figures behind it. */
const because = (
  {row, judgement}: Candidate,
  name: DifferenceName,
  difference: Difference | null,
  change: readonly Change[],
  {authorities, nameOf}: RankingRules,
): string => {
  const holders = judgement.statements.map(({authority}) => authority)
  if (row.status === 'unsure') return `Please check: ${row.unsure[0] ?? 'the match is not certain'}.`
  if (name === 'absent' || name === 'extra') {
    const missing = authorities.filter((authority) => !holders.includes(authority))
    return `${holders.length} of ${authorities.length} say this; ${listed(missing.map(nameOf))} ${missing.length === 1 ? 'does' : 'do'} not, as far as was read.`
  }
  if (name === 'local') return 'The rule is the same; names and numbers of one place are merge fields.'
  const below = row.findings.filter((finding) => finding.class === 'below-standard').map(({summary}) => summary)
  const values = difference && consensus(difference)
  const share = values?.majority
    ? `${values.majority.authorities.length} of ${holders.length} say ${quoted(values.majority.label)}`
    : difference
      ? `${holders.length} authorities say ${difference.variants.length} different things${sayings(difference.variants, nameOf)}`
      : ''
  const strict = below.length === 0 && difference ? openChoice(difference) : ''
  const who = strict ? '' : changing(change, nameOf)
  return `${[...below, share, strict, who].filter(Boolean).join('; ')}.`
}

/** Why the majority's value is a choice and no correction: another is stricter, or which of them is stricter changes with the day. */
const openChoice = (difference: Difference): string => {
  const {majority, strictest} = consensus(difference)
  if (strictest && strictest !== majority)
    return `the strictest is ${quoted(strictest.label)}, so this is for the partners to decide`
  return majority && !lowersNobody(majority, difference)
    ? 'which is stricter changes with the day, so this is for the partners to decide'
    : ''
}

/** So many changes can be read in a sentence; of more it says how many. */
const mostTold = 12

const changing = (change: readonly Change[], nameOf: (id: string) => string): string => {
  const counted = (words: number): string => `${words} ${words === 1 ? 'word' : 'words'}`
  if (change.length <= mostTold)
    return change.map(({authority, words}) => `${nameOf(authority)} changes ${counted(words)}`).join(', ')
  return `${change.length} authorities change ${counted(Math.max(...change.map(({words}) => words)))} at most`
}

const quoted = (label: string): string => (label.length > 60 ? 'the same' : label)

/** A standard that an authority does not state is worth a look: silence is no proof of a gap, since only what is in these documents was read. */
const unstated = (
  standard: StandardVerdict,
  {topic, nameOf, lexicon, authorities}: RankingRules,
): readonly Unranked[] => {
  const silent = Object.entries(standard.met).flatMap(([authority, met]) => (met === 'not-stated' ? [authority] : []))
  if (silent.length === 0) return []
  const set = setting(lexicon)
  const mark = standard.verified ? '' : ' (not verified)'
  const who =
    silent.length === authorities.length
      ? 'Nobody states this'
      : `${listed(silent.map(nameOf))} ${silent.length === 1 ? 'does' : 'do'} not state this`
  return [
    {
      id: `standard-${standard.id}`,
      fingerprint: digest('opportunity', topic, standard.id),
      rows: standard.rows,
      class: 'check',
      impact: rounded(
        set(standard.tier === 'A' ? 'rank-unstated-a' : 'rank-unstated-b') * (silent.length / authorities.length),
      ),
      effort: rounded(set('rank-per-authority')),
      title: `“${standardTitle(standard)}”: a ${standard.tier === 'A' ? 'national' : 'regional'} standard that ${silent.length === authorities.length ? 'nobody states' : 'not everybody states'}`,
      why: `${who}, as far as was read: ${standard.statement} ${standard.citation}${mark}.`,
      agencies: [],
      change: [],
      majority: null,
      strictest: null,
      national: standard.statement,
      decision: null,
    },
  ]
}
