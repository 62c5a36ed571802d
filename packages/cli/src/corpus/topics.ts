import type {Lexicon} from '@hedgerow/lexicon'
import type {Config} from './config.ts'
import {UsageError} from '../errors.ts'
import {type NameTails, nameTails} from './name-tails.ts'

/** A name as an id: lower case letters and digits of any script, joined by hyphens. */
export const slug = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')

/** Which topic a name stands for, and what a topic is called. */
export interface Topics extends NameTails {
  /** The topic's id: the slug, or the topic it is a synonym of. */
  readonly fold: (name: string) => string
  readonly titles: Readonly<Record<string, string>>
  /** Whether the lexicon or hedgerow.yaml knows a name. */
  readonly isKnown: (name: string) => boolean
  /** The topic a document's own title speaks of, or null. */
  readonly inTitle: (title: string) => string | null
}

/** What a topic without a title of its own is called: its id in words, abbreviations as its documents' titles print them. */
export const spokenTopic = (id: string, titles: readonly string[]): string => {
  const printed = new Set(titles.flatMap((title) => title.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []))
  const spoken = id
    .split('-')
    .map((word) => (printed.has(word.toUpperCase()) ? word.toUpperCase() : word))
    .join(' ')
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

/** Titles of topics, those that have none in `known` from their ids. `documents` are the topics and titles of what was read. */
export const topicTitles = (
  known: Topics['titles'],
  documents: readonly {readonly topic: string; readonly title: string}[],
): Topics['titles'] => {
  const spoken = [...new Set(documents.map(({topic}) => topic))].map((topic) => {
    const titles = documents.filter((each) => each.topic === topic).map(({title}) => title)
    return [topic, spokenTopic(topic, titles)] as const
  })
  return {...Object.fromEntries(spoken), ...known}
}

/** Topics of the lexicon and of hedgerow.yaml; what the corpus says outweighs the lexicon. Throws a UsageError where the corpus gives one
 *  synonym to two topics. */
export const topicsOf = (lexicon: Lexicon, topics: Config['topics'] = {}): Topics => {
  const folded = new Map<string, string>()
  const titles: Record<string, string> = {}
  for (const {topic, title, also} of lexicon.topics) {
    titles[topic] = title
    for (const name of [topic, ...also]) folded.set(slug(name), topic)
  }
  for (const [name, {title}] of Object.entries(topics)) if (title) titles[slug(name)] = title
  for (const [name, topic] of ownSynonyms(topics)) folded.set(name, topic)
  const fold = (name: string): string => folded.get(slug(name)) ?? slug(name)
  return {
    fold,
    titles,
    isKnown: (name) => folded.has(slug(name)),
    inTitle: (title) => topicIn(slug(title), folded),
    ...nameTails(lexicon),
  }
}

const ownSynonyms = (topics: NonNullable<Config['topics']>): ReadonlyMap<string, string> => {
  const own = new Map<string, string>()
  for (const [name, {also = []}] of Object.entries(topics))
    for (const each of [name, ...also].map(slug)) {
      const other = own.get(each)
      if (other !== undefined && other !== slug(name))
        throw new UsageError(
          `hedgerow.yaml: ${each} is a synonym of both ${other} and ${slug(name)}, expected one topic. Take it out of one of them.`,
        )
      own.set(each, slug(name))
    }
  return own
}

/** The longest name of a topic that a title's slug holds as whole words. One word alone is too little to go by. */
const topicIn = (title: string, folded: ReadonlyMap<string, string>): string | null => {
  const held = [...folded.keys()].filter((name) => name.includes('-') && `-${title}-`.includes(`-${name}-`))
  const longest = held.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
  return longest === undefined ? null : (folded.get(longest) ?? null)
}
