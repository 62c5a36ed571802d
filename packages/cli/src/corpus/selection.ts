import type {Corpus, Member} from './corpus.ts'
import {UsageError} from '../errors.ts'
import {didYouMean} from '../suggest.ts'
import {slug} from './topics.ts'

/** Which part of a corpus was asked for; empty lists ask for all of it. */
export interface Selection {
  readonly topics: readonly string[]
  readonly authorities: readonly string[]
  readonly neighboursOf: string | null
}

/** The corpus with only what was asked for. Throws a UsageError for a topic or an authority it does not have. */
export const selected = (corpus: Corpus, selection: Selection): Corpus => {
  const members = selectedMembers(corpus, selection)
  const topics = new Set(selection.topics.map((name) => knownTopic(corpus, name)))
  const wanted = (authority: string | null, topic: string | null): boolean =>
    (topics.size === 0 || topic === null || topics.has(topic)) &&
    (members === null || authority === null || members.some(({id}) => id === authority))
  return {
    ...corpus,
    whole: topics.size === 0 && members === null,
    members: members ?? corpus.members,
    documents: corpus.documents.filter(({authority, topic}) => wanted(authority, topic)),
    leftOut: corpus.leftOut.filter(({authority, topic}) => wanted(authority, topic)),
  }
}

const selectedMembers = (corpus: Corpus, {authorities, neighboursOf}: Selection): readonly Member[] | null => {
  if (authorities.length === 0 && neighboursOf === null) return null
  const named = authorities.map((name) => knownMember(corpus, name).id)
  const near = neighboursOf === null ? [] : neighbourhood(corpus, knownMember(corpus, neighboursOf))
  return corpus.members.filter(({id}) => named.includes(id) || near.includes(id))
}

const named = ({stated}: Member): readonly string[] => (stated?.neighbours ?? []).map(slug)

/** An authority with those it names as neighbours and those that name it: one side's word is enough. */
const neighbourhood = ({members}: Corpus, member: Member): readonly string[] => {
  const near = members
    .filter((other) => named(member).includes(other.id) || named(other).includes(member.id))
    .map(({id}) => id)
  if (near.length > 0) return [member.id, ...near]
  throw new UsageError(
    `Found no neighbours of ${member.id}, expected some for --neighbours-of. Name them in ${member.id}/authority.yaml: neighbours: [IDS].`,
  )
}

/** The authority of that id or name. Throws a UsageError where there is none. */
export const knownMember = ({members}: Corpus, name: string): Member => {
  const found = members.find(
    ({id, stated}) => id === slug(name) || (stated?.name !== undefined && slug(stated.name) === slug(name)),
  )
  if (found) return found
  const ids = members.map(({id}) => id)
  throw new UsageError(`Found no authority ${name}${expected(ids)}.${didYouMean(name, ids)}`)
}

const expected = (names: readonly string[]): string =>
  names.length === 0 ? ': the corpus holds no documents yet' : `, expected one of ${names.join(', ')}`

const knownTopic = ({documents, leftOut, topics}: Corpus, name: string): string => {
  const topic = topics.fold(name)
  const all = [
    ...new Set([...documents, ...leftOut].flatMap((each) => (each.topic === null ? [] : [each.topic]))),
  ].sort()
  if (all.includes(topic)) return topic
  throw new UsageError(`Found no topic ${name}${expected(all)}.${didYouMean(name, all)}`)
}
