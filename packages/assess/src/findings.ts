import type {Deadline} from '@hedgerow/ast'
import type {Row} from '@hedgerow/collate'
import type {Lexicon, Severity} from '@hedgerow/lexicon'
import type {DifferenceName, Finding, Variant} from './assessment.ts'
import {directions} from './consensus.ts'
import {digest, findingFingerprint} from './fingerprint.ts'
import {type Difference, type Judgement} from './judge.ts'
import {isRestatement} from './restated.ts'
import type {StandardFinding} from './standards.ts'
import {spokenGap, worstGap} from './times.ts'

/** What findings are made with. */
export interface FindingRules {
  readonly topic: string
  readonly lexicon: Lexicon
  readonly severityOf: (name: DifferenceName) => Severity
  /** Names of authorities by id. */
  readonly nameOf: (authority: string) => string
}

/** The classified findings of a row: one for each difference, then wording, absence and standards, heaviest class first as the registry lists them. */
export const findingsOf = (
  judgement: Judgement,
  below: readonly StandardFinding[],
  authorities: readonly string[],
  rules: FindingRules,
): readonly Finding[] => [
  ...below.map((each) => belowStandard(each, judgement, rules)),
  ...judgement.differences.map((difference) => fromDifference(difference, judgement, below, rules)),
  ...presence(judgement, authorities, rules),
]

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const sides = (variants: readonly Variant[], {nameOf}: FindingRules): string =>
  variants.map(({label, authorities}) => `${listed(authorities.map(nameOf))}: ${label}`).join(' | ')

const finished = (
  name: DifferenceName,
  judgement: Judgement,
  rules: FindingRules,
  rest: Omit<Finding, 'id' | 'fingerprint' | 'class' | 'severity'>,
): Finding => ({
  id: `${judgement.row.id}.${name}${name === 'below-standard' && rest.standard ? `.${rest.standard}` : ''}`,
  fingerprint:
    name === 'below-standard'
      ? digest(
          name,
          rest.standard ?? '',
          findingFingerprint(name, rules.topic, judgement, shortfalls(rest), rules.lexicon),
        )
      : findingFingerprint(name, rules.topic, judgement, rest.variants, rules.lexicon),
  class: name,
  severity: rules.severityOf(name),
  ...rest,
})

/** Who falls short, without the words in which it is told. */
const shortfalls = ({variants}: Pick<Finding, 'variants'>): readonly Pick<Variant, 'value' | 'authorities'>[] =>
  variants.map(({authorities}) => ({value: 'below', authorities}))

const fromDifference = (
  difference: Difference,
  judgement: Judgement,
  below: readonly StandardFinding[],
  rules: FindingRules,
): Finding => {
  const {class: name, variants} = difference
  const standard =
    name === 'deadline' ? (below.find(({standard: each}) => each.requires.deadline)?.standard.id ?? null) : null
  return finished(name, judgement, rules, {
    variants,
    direction: directions(difference),
    gap: name === 'deadline' ? widestGap(judgement, rules.lexicon) : null,
    standard,
    summary: isWordy(name) ? `${titleOf(name, rules.lexicon)}: the words differ` : sides(variants, rules),
  })
}

const isWordy = (name: DifferenceName): boolean => ['other', 'scope', 'definition'].includes(name)

const titleOf = (name: DifferenceName, lexicon: Lexicon): string =>
  lexicon.differences.find((each) => each.class === name)?.title ?? name

/** The widest gap between the first limits of any two authorities, in words. */
const widestGap = ({statements}: Judgement, lexicon: Lexicon): string | null => {
  const limits = statements.flatMap(({deadlines}) => (deadlines[0] ? [deadlines[0]] : []))
  const distinct = limits.filter(
    (each, at) => limits.findIndex((other: Deadline) => other.iso === each.iso && other.bound === each.bound) === at,
  )
  const gaps = distinct.flatMap((x, at) =>
    distinct.slice(at + 1).flatMap((y) => (x.bound === y.bound ? (worstGap(x, y, lexicon) ?? []) : [])),
  )
  const widest = gaps.reduce<(typeof gaps)[number] | null>(
    (top, gap) => (!top || gap.holiday > top.holiday ? gap : top),
    null,
  )
  return widest && spokenGap(widest)
}

const belowStandard = ({standard, below}: StandardFinding, judgement: Judgement, rules: FindingRules): Finding => {
  const variants = Object.entries(below).map(
    ([authority, why]): Variant => ({value: why, label: why, authorities: [authority]}),
  )
  const words = variants.map(({label, authorities}) => `${listed(authorities.map(rules.nameOf))} ${label}`).join('; ')
  return finished('below-standard', judgement, rules, {
    variants,
    direction: Object.fromEntries(Object.keys(below).map((authority) => [authority, 'weaker' as const])),
    gap: null,
    standard: standard.id,
    summary: `Below the national standard${standard.verified ? '' : ' (not verified)'}: ${words}`,
  })
}

/** Words known to say the same make an agreement; words of near sense leave the row unsure. */
const wordingSummary = ({unsure}: Judgement): string =>
  unsure.some(isRestatement)
    ? 'Said in other words, each answered by one of near sense: not known to be the same rule'
    : 'Worded differently, same rule'

/** Who has nothing there, apart from those who may have it after all. */
const absentSummary = (missing: readonly string[], {doubtful}: Row, {nameOf}: FindingRules): string => {
  const [sure, open] = [missing.filter((each) => !doubtful[each]), missing.filter((each) => doubtful[each])]
  const parts = [
    ...(sure.length > 0 ? [`Nothing there in ${listed(sure.map(nameOf))}`] : []),
    ...(open.length > 0 ? [`Nothing found in ${listed(open.map(nameOf))}: please check`] : []),
  ]
  return parts.join('. ')
}

/** `wording`, `absent` and `extra`: judged of the row, not of a value. */
const presence = (judgement: Judgement, authorities: readonly string[], rules: FindingRules): readonly Finding[] => {
  const holders = judgement.statements.map(({authority}) => authority)
  const missing = authorities.filter((authority) => !holders.includes(authority))
  const none = {direction: {}, gap: null, standard: null}
  return judgement.facets.flatMap((name): readonly Finding[] => {
    if (name === 'wording')
      return [finished(name, judgement, rules, {...none, variants: [], summary: wordingSummary(judgement)})]
    if (name !== 'absent' && name !== 'extra') return []
    const variants = [
      {value: 'present', label: 'present', authorities: holders},
      {value: '', label: 'nothing there', authorities: missing},
    ]
    const summary =
      name === 'extra'
        ? `Only ${listed(holders.map(rules.nameOf))} has this`
        : absentSummary(missing, judgement.row, rules)
    return [finished(name, judgement, rules, {...none, variants, summary})]
  })
}
