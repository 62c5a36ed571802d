import {
  type Asked,
  askedOf,
  type Authority,
  edited,
  type ProposedValue,
  type TopicAssessment,
  type WordEdit,
} from '@hedgerow/assess'
import {placeOf, type Source} from '@hedgerow/ast'
import {namesOf} from '../names.ts'
import {dated, listed} from '../wording.ts'

/** A change or a remark to be put into an authority's own document. */
export interface ProposedChange {
  /** The provision's id, its words there, and where they stand. */
  readonly id: string
  readonly text: string
  readonly source: Source
  /** Whether people choose before anything is changed. */
  readonly isChoice: boolean
  /** Single values its own sentence could state instead. Whoever has its document open puts them in with `withValues`. */
  readonly values: readonly ProposedValue[]
  /** Empty for a remark alone. */
  readonly edits: readonly WordEdit[]
  /** The words it would have, or null for a remark. */
  readonly proposed: string | null
  readonly comment: readonly string[]
  /** The same where only the values were changed. */
  readonly valueComment: readonly string[]
  /** As a line of a list. */
  readonly line: string
}

/** What an authority is asked in a topic: what can be put into its documents, and what can only be told. */
export interface AuthorityProposals {
  readonly changes: readonly ProposedChange[]
  /** Most others have it, or a standard speaks to it, and this authority has nothing there. */
  readonly missing: readonly string[]
  /** What of its own is not certain. */
  readonly unsure: readonly string[]
  /** What is kept local, parked or agreed to. */
  readonly kept: readonly string[]
  /** National or regional standards that it does not state, as far as was read. */
  readonly unstated: readonly string[]
}

/** What an authority is asked in a topic, worded for its own document. `folder` is where the documents compared were said to be, so that what a remark says
 *  to type finds them; empty where they were found without. */
export function proposedChanges(
  topic: TopicAssessment,
  authority: Authority,
  authorities: readonly Authority[],
  folder = '',
): AuthorityProposals {
  const show: Show = (id) => `hedgerow show ${topic.id}/${id}${folder === '' ? '' : ` ${quotedWord(folder)}`}`
  const nameOf = namesOf(authorities)
  const asked = askedOf(topic, authority)
  const of = (kind: Asked['kind']): readonly Asked[] => asked.filter((each) => each.kind === kind)
  const isPlaced = ({kind, readings, opportunity}: Asked): boolean =>
    kind === 'change' ||
    kind === 'choose' ||
    (kind === 'check' && readings.length > 0 && opportunity.proposal?.choices.length === 0)
  return {
    changes: asked.filter(isPlaced).flatMap((each) => changeOf(each, show, nameOf)),
    missing: of('add')
      .filter(({opportunity}) => isHeldByMost(opportunity, topic))
      .map(({opportunity}) => `${sectionOf(opportunity, topic)}: ${sample(opportunity)}`),
    unsure: of('check')
      .filter((each) => !isPlaced(each) && each.readings.length > 0)
      .map(({opportunity, readings, because}) => {
        const own = readings.map(({text, source}) => `“${text}” (${placeOf(source)})`).join(' ')
        return `${opportunity.title}: ${own} ${because ?? ''} (${topic.id}/${opportunity.id})`
      }),
    kept: asked
      .filter(({kind, because}) => kind === 'none' && because !== null && /^(?:Kept|Parked|Agreed)/u.test(because))
      .map(({opportunity, because}) => `${opportunity.title}: ${because ?? ''}`),
    unstated: topic.standards
      .filter(({met}) => met[authority.id] === 'not-stated')
      .map(({statement, citation, verified}) => `${statement} (${citation}${verified ? '' : '; not verified'})`),
  }
}

/** What to type to see everything about a step. */
type Show = (id: string) => string

const quotedWord = (word: string): string => (/[^\p{L}\p{N}._~/\\:-]/u.test(word) ? `"${word}"` : word)

/** What few have is theirs to keep: only what most have, or a standard speaks to, is missing elsewhere. */
function isHeldByMost({rows: [id]}: Asked['opportunity'], {rows, authorities, standards}: TopicAssessment): boolean {
  const row = rows.find((each) => each.id === id)
  const held = Object.values(row?.readings ?? {}).filter(Boolean).length
  return held * 2 > authorities.length || standards.some((each) => each.rows.includes(id ?? ''))
}

/** The section a step is about. Its title would name what the others differ by, which is not what is missing here. */
function sectionOf({rows: [id], title}: Asked['opportunity'], {rows, sections}: TopicAssessment): string {
  const row = rows.find((each) => each.id === id)
  return sections.find((each) => each.id === row?.section)?.title ?? title
}

function sample({proposal}: Asked['opportunity']): string {
  const wording = proposal?.wording ?? proposal?.choices[0]?.wording
  if (!wording) return 'see the report.'
  return `“${wording.text}”${(proposal?.choices.length ?? 0) > 1 ? ' Those who have it differ on it.' : ''}`
}

function changeOf(asked: Asked, show: Show, nameOf: (id: string) => string): readonly ProposedChange[] {
  const {readings, opportunity, edits, text} = asked
  const [first] = readings
  if (!first) return []
  return [
    {
      id: first.id,
      text: first.text,
      source: first.source,
      isChoice: asked.kind === 'choose',
      values: readings.length === 1 ? asked.values : [],
      edits,
      proposed: text,
      comment: commentOf(asked, show, nameOf),
      valueComment: commentOf({...asked, kind: 'change', text: null}, show, nameOf, valueWords(asked.values)),
      line: `${opportunity.title}, at ${placeOf(first.source)}${text === null ? '' : `: “${first.text}” would be “${text}”`}`,
    },
  ]
}

/** A change in which only values give way, by edits into its text. */
export function withValues(change: ProposedChange, edits: readonly WordEdit[]): ProposedChange {
  const proposed = edited(change.text, edits)
  const line = `${change.line.split(': “')[0] ?? ''}: “${change.text}” would be “${proposed}”`
  return {...change, edits, proposed, comment: change.valueComment, line}
}

const valueTitles: Readonly<Record<ProposedValue['class'], string>> = {
  deadline: 'the time limit',
  modality: 'how binding it is',
  citation: 'the edition',
}

/** What each value rests on: nothing is changed for what others merely say. */
const grounds: Readonly<Record<ProposedValue['class'], string>> = {
  deadline: 'as the standard names it',
  modality: 'as the standard names it',
  citation: 'because the one cited is superseded',
}

function valueWords(values: readonly ProposedValue[]): string {
  const said = values.map((each) => `${valueTitles[each.class]} (now: ${each.words}), ${grounds[each.class]}`)
  return `Changed here: ${said.join('; ')}. Every other word is your own.`
}

/** A choice that lowers nobody's protection is asked, never made. */
function question({kind, opportunity: {proposal}}: Asked, changed: string): readonly string[] {
  if (proposal === undefined || proposal.choices.length === 0) return []
  if (changed !== '') return ['What else differs is for the partners to choose.']
  const {safest, choices} = proposal
  const choice = kind !== 'choose' || safest === null ? undefined : choices[safest]
  if (choice === undefined) return []
  const value = choice.label === '' ? `“${choice.wording.text}”` : choice.label
  return [
    `A question for the partners, so nothing is changed here: shall it be ${value}? It would lower nobody’s protection.`,
  ]
}

/** What stands in the margin: class, reason, who says it already, what there is to choose. */
function commentOf(asked: Asked, show: Show, nameOf: (id: string) => string, changed = ''): readonly string[] {
  const {opportunity, text, edits, because} = asked
  const {title, why, proposal, national} = opportunity
  const users = proposal?.verbatim.map(nameOf) ?? []
  const choices = proposal?.choices ?? []
  return [
    `${title} (${opportunity.class.replaceAll('-', ' ')}).`,
    changed,
    why,
    proposal?.reason ?? '',
    ...question(asked, changed),
    ...choices.map(
      ({label, authorities, wording}) =>
        `${listed(authorities.map(nameOf))}: ${label === '' ? `“${wording.text}”` : label}`,
    ),
    users.length === 0 ? '' : `Word for word already: ${listed(users)}.`,
    national === null ? '' : `National or regional: ${national}`,
    text !== null && edits.length === 0 ? `Not changed here. ${because ?? ''} Proposed words: “${text}”` : '',
    `To see everything on this: ${show(opportunity.id)}`,
  ].filter((line) => line !== '')
}

/** What came of the changes to a document, in counts. */
export interface ProposalCounts {
  readonly changes: number
  readonly remarks: number
  /** Of the remarks those on which people choose first. */
  readonly choices: number
  /** What is told at the head of the document only. */
  readonly told: number
}

/** What came of the changes to a document, and of what is told at its head only. */
export function proposalCounts(
  {missing, unsure, kept, unstated}: AuthorityProposals,
  placed: readonly Placed[],
): ProposalCounts {
  const remarks = placed.filter(({placing}) => placing === 'commented')
  return {
    changes: placed.filter(({placing}) => placing === 'changed').length,
    remarks: remarks.length,
    choices: remarks.filter(({change}) => change.isChoice).length,
    told: missing.length + unsure.length + kept.length + unstated.length,
  }
}

/** A change and what became of it. */
export interface Placed {
  readonly change: ProposedChange
  readonly placing: 'changed' | 'commented' | 'lost'
}

/** How many changes and remarks were put into a document, and everything that was not, as the paragraphs of a comment at its head. */
export function proposalSummary(
  {missing, unsure, kept, unstated}: AuthorityProposals,
  placed: readonly Placed[],
  {asAt, version, made}: {readonly asAt: string; readonly version: string; readonly made: boolean},
): readonly string[] {
  const count = (placing: string): number => placed.filter((each) => each.placing === placing).length
  const unplaced = placed.filter(
    ({change, placing}) => placing === 'lost' || (placing === 'commented' && change.edits.length > 0),
  )
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines.map((line) => `– ${line}`)]
  return [
    `Proposed by Hedgerow ${version}, judged as at ${dated(asAt)}. Tracked changes: ${count('changed')}. Remarks: ${count('commented')}. Nobody has adopted any of it: accept or reject each.`,
    ...(made
      ? [
          'This Word document was made from a document in another format, so that changes can be tracked in it; its looks are ours.',
        ]
      : []),
    ...part(
      'Could not be put in its place',
      unplaced.map(({change}) => change.line),
    ),
    ...part('Standards not stated here, as far as was read', unstated),
    ...part('Most others say this; nothing was found here', missing),
    ...part('Not certain: please check', unsure),
    ...part('Left alone', kept),
  ]
}
