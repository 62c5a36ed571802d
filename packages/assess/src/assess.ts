import {type Collation, setting} from '@hedgerow/collate'
import type {Lexicon, Severity, Standard} from '@hedgerow/lexicon'
import {agencyWork, joinedWork} from './agencies.ts'
import type {
  AgencyWork,
  AssessedRow,
  Assessment,
  Authority,
  DifferenceName,
  DocumentRecord,
  NotCompared,
  TopicAssessment,
} from './assessment.ts'
import {markedAgainst} from './assessed-readings.ts'
import {clusters} from './clusters.ts'
import {definitionsApart} from './definitions-apart.ts'
import {findingsOf} from './findings.ts'
import {toldApart} from './fingerprint.ts'
import {writersOfFacts} from './house-style.ts'
import {type Judgement, judging, statusOf, substantive} from './judge.ts'
import {nearestText} from './marks.ts'
import {opportunities} from './rank.ts'
import type {JudgementFault} from './recorded.ts'
import {scores} from './score.ts'
import {proposing} from './proposal/proposed.ts'
import {heldAgainst, type StandardFinding, standardsFor} from './standards.ts'

/** What every topic of a region is judged by. */
export interface AssessmentRules {
  readonly lexicon: Lexicon
  /** ISO date on which currency and standards are judged. */
  readonly asAt: string
  readonly authorities: readonly Authority[]
  /** Titles of topics by id, where the corpus or lexicon has one. */
  readonly titles: Readonly<Record<string, string>>
  /** Standards in force: the lexicon's own, the region's, or none. */
  readonly standards: readonly Standard[]
  readonly severities: Readonly<Partial<Record<DifferenceName, Severity>>>
}

/** Everything an assessment is made from. */
export interface AssessmentInput extends AssessmentRules {
  readonly collations: readonly Collation[]
  readonly version: string
  readonly region: string | null
  readonly documents: readonly DocumentRecord[]
  readonly notCompared: readonly NotCompared[]
}

/** Classifies every row, holds it against the standards, scores the pairs and ranks what to align first. Pure: the same input gives the same bytes. */
export const assess = (input: AssessmentInput): Assessment => {
  const topics = [...input.collations]
    .sort((x, y) => (x.topic < y.topic ? -1 : 1))
    .map((collation) => assessedTopic(collation, input))
  return {...framed({...input, agencies: topics.map((topic) => topicWork(topic, input))}), topics}
}

/** What an assessment says beside its topics, and what that is put together from. */
export interface FrameParts {
  readonly lexicon: Lexicon
  readonly asAt: string
  readonly version: string
  readonly region: string | null
  readonly authorities: readonly Authority[]
  readonly documents: readonly DocumentRecord[]
  readonly notCompared: readonly NotCompared[]
  readonly judgementFaults?: readonly JudgementFault[]
  /** The agencies' work in each topic, in the order of the topics' ids. */
  readonly agencies: readonly (readonly AgencyWork[])[]
}

/** An assessment without its topics, which were assessed apart, whoever did it. Documents stand in the order of their paths. */
export const framed = (parts: FrameParts): Omit<Assessment, 'topics'> => {
  const {lexicon, asAt, version, region, authorities, documents, notCompared, judgementFaults = [], agencies} = parts
  return {
    schemaVersion: 1,
    asAt,
    tool: {name: 'hedgerow', version, lexicon: lexicon.hash},
    region,
    authorities,
    documents: byPath(documents),
    notCompared: byPath(notCompared),
    ...(judgementFaults.length > 0 && {judgementFaults: byEntry(judgementFaults)}),
    agencies: joinedWork(agencies, authorities, lexicon),
  }
}

const byPath = <Named extends {readonly path: string}>(all: readonly Named[]): readonly Named[] =>
  [...all].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0))

const byEntry = (faults: readonly JudgementFault[]): readonly JudgementFault[] => {
  const key = ({file, entry, reason}: JudgementFault): string => [file, entry, reason].join('\n')
  return [...faults].sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0))
}

/** What each agency that crosses boundaries must do differently in a topic. */
export const topicWork = (
  topic: TopicAssessment,
  {authorities, lexicon}: Pick<AssessmentRules, 'authorities' | 'lexicon'>,
): readonly AgencyWork[] => agencyWork(topic, authorities, lexicon, substantive(lexicon) as ReadonlySet<DifferenceName>)

/** The authorities of whose document a part could not be read. */
const partlyRead = ({authorities, procedures}: Collation): ReadonlySet<string> =>
  new Set(authorities.filter((_, n) => (procedures[n]?.unread.length ?? 0) > 0))

/** One topic assessed. Pure. */
export const assessedTopic = (collation: Collation, input: AssessmentRules): TopicAssessment => {
  const {lexicon, asAt, titles} = input
  const {topic, authorities} = collation
  const judge = judging(lexicon, writersOfFacts(collation.rows, lexicon))
  const held = standardsFor(input.standards, topic, asAt).map((standard) =>
    heldAgainst(standard, collation.rows, authorities, lexicon, partlyRead(collation)),
  )
  const below = held.flatMap(({findings}) => findings)
  const judged = collation.rows.map((row) => withStandards(judge(row, authorities), below))
  const weights = sectionWeights(lexicon)
  const weightOf = ({row}: Judgement): number =>
    weights(collation.sections.find(({id}) => id === row.section)?.kind ?? null)
  const rows = withOwnPrints(judged.map((judgement) => assessedRow(judgement, below, collation, input)))
  const standards = held.map(({verdict}) => verdict)
  const measured = scores(judged, authorities, lexicon, weightOf)
  return {
    id: topic,
    title: titles[topic] ?? topic,
    authorities,
    without: input.authorities.map(({id}) => id).filter((id) => !authorities.includes(id)),
    scores: measured,
    standards,
    sections: collation.sections.map(({id, title, kind, headings}) => ({
      id,
      title,
      kind,
      headings: Object.fromEntries(
        Object.entries(headings).map(([authority, own]) => [authority, own.map(printedHeading)]),
      ),
    })),
    rows,
    opportunities:
      authorities.length < 2
        ? []
        : opportunities(
            rows.map((row, at) => ({
              row,
              judgement: judged[at] as Judgement,
              weight: weightOf(judged[at] as Judgement),
            })),
            {topic, authorities, standards, lexicon, nameOf: namesOf(input.authorities), proposalOf: proposing(input)},
          ),
    clusters: clusters(measured.pairs, authorities, setting(lexicon)('cluster-wording')),
    notes: notesOf(collation, held.length, lexicon, namesOf(input.authorities)),
  }
}

const printedHeading = ({number, title}: {readonly number: string | null; readonly title: string}): string =>
  number ? `${number} ${title}` : title

const namesOf = (authorities: readonly Authority[]): ((id: string) => string) => {
  const names = new Map(authorities.map(({id, name}) => [id, name]))
  return (id) => names.get(id) ?? id
}

const sectionWeights = (lexicon: Lexicon): ((kind: string | null) => number) => {
  const weights = new Map(lexicon.sections.map(({kind, weight}) => [kind, weight]))
  const other = setting(lexicon)('section-unknown')
  return (kind) => (kind === null ? other : (weights.get(kind) ?? other))
}

const notesOf = (
  {authorities, topic}: Collation,
  standards: number,
  lexicon: Lexicon,
  nameOf: (id: string) => string,
): readonly string[] => [
  ...(authorities.length === 1
    ? [`Only ${nameOf(authorities[0] as string)} has this topic, so there is nothing to compare it with.`]
    : []),
  ...(standards === 0
    ? [
        lexicon.topics.some((each) => each.topic === topic)
          ? 'No national standard in force is known for this topic.'
          : `No national standard was applied: ${topic} is no topic of the lexicon. If it is one under another name, add that name under topics in hedgerow.yaml.`,
      ]
    : []),
]

const withStandards = (judgement: Judgement, below: readonly StandardFinding[]): Judgement => {
  if (!below.some(({row}) => row === judgement.row.id)) return judgement
  const apart = definitionsApart(judgement, below)
  const facets = judgement.facets.filter((facet) => facet !== 'wording')
  return {
    ...judgement,
    differences: apart ? [apart, ...judgement.differences] : judgement.differences,
    facets: apart ? ['below-standard', 'definition', ...facets] : ['below-standard', ...facets],
  }
}

const assessedRow = (
  judgement: Judgement,
  below: readonly StandardFinding[],
  {topic, authorities, sections}: Collation,
  {lexicon, severities, authorities: all}: AssessmentRules,
): AssessedRow => {
  const {row, facets} = judgement
  const unsure = [...new Set([...judgement.unsure, ...row.unsure])]
  const severityOf = (name: DifferenceName): Severity =>
    severities[name] ?? lexicon.differences.find((each) => each.class === name)?.severity ?? 'warning'
  const own = below.filter((each) => each.row === row.id)
  const shown = markedAgainst(nearestText(judgement.statements.map(({text}) => text)))
  return {
    id: row.id,
    kind: row.kind,
    section: row.section,
    sectionTitle: sections.find(({id}) => id === row.section)?.title ?? row.section,
    confidence: row.confidence,
    status: statusOf(judgement, lexicon),
    facets,
    moved: row.moved,
    readings: Object.fromEntries(
      Object.entries(row.readings).map(([authority, readings]) => [authority, readings && shown(readings)]),
    ),
    links: row.links,
    findings: findingsOf(judgement, own, authorities, {topic, lexicon, severityOf, nameOf: namesOf(all)}),
    unsure: unsure.map((doubt) => withName(doubt, authorities, namesOf(all))),
    doubtful: Object.keys(row.doubtful),
  }
}

/** A doubt that begins with an authority's id, with its name in the place of that. */
const withName = (doubt: string, authorities: readonly string[], nameOf: (id: string) => string): string => {
  const id = authorities.find((each) => doubt.startsWith(`${each} `))
  return id === undefined ? doubt : `${nameOf(id)}${doubt.slice(id.length)}`
}

/** Rows whose findings share no fingerprint with those of another section. */
const withOwnPrints = (rows: readonly AssessedRow[]): readonly AssessedRow[] => {
  const all = rows.flatMap(({findings, section}) => findings.map(({fingerprint}) => ({fingerprint, section})))
  const told = toldApart(all, ({section}) => section).values()
  return rows.map((row) => ({
    ...row,
    findings: row.findings.map((finding) => ({...finding, fingerprint: told.next().value?.fingerprint as string})),
  }))
}
