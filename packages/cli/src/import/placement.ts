import {existsSync, readdirSync, realpathSync} from 'node:fs'
import {basename, dirname, extname, isAbsolute, join, relative, sep} from 'node:path'
import type {Corpus} from '../corpus/corpus.ts'
import {nameParts} from '../corpus/discover.ts'
import {UsageError} from '../errors.ts'
import {nearest} from '../suggest.ts'
import {slug} from '../corpus/topics.ts'

/** Where an imported document goes: `stem` is the name both of the Markdown and of the original beside it. */
export interface Placement {
  readonly folder: string
  readonly stem: string
  readonly authority: string
  readonly topic: string
  readonly part: string | null
}

/** What was asked about a document that lies outside the corpus, as typed. */
export interface Asked {
  readonly authority: string | undefined
  readonly topic: string | undefined
}

/** A document's place in a corpus: beside itself where it lies there already, else what `asked` says; null where only its title can tell
 *  the topic. Throws a UsageError where it cannot be told whose document it is, or where what was asked contradicts where it lies. */
export const placementOf = (
  file: string,
  shown: string,
  corpus: Corpus,
  asked: Asked,
  title?: string,
): Placement | null => {
  const inside = insidePlacement(file, corpus)
  if (inside) return agreed(inside, shown, corpus, asked)
  if (asked.authority === undefined)
    throw new UsageError(
      `${shown} does not lie in an authority’s folder of the corpus, so it has no authority. Say whose it is with --authority.`,
    )
  const authority = authorityOf(asked.authority, corpus)
  if (isFlat(corpus)) return flatPlacement(authority, corpus)
  const name = asked.topic ?? (title === undefined ? undefined : topicOf(title, file, corpus))
  if (name === undefined) return null
  const {stem, part} = nameParts(`${name}.md`)
  const topic = corpus.topics.fold(stem)
  if (topic === '')
    throw new UsageError(`Found neither letters nor digits in the topic ${name}, expected a name. Say it with --topic.`)
  return {folder: folderOf(authority, corpus), stem: [topic, part].filter(Boolean).join('.'), authority, topic, part}
}

const isFlat = ({documents}: Corpus): boolean =>
  documents.length > 0 && documents.every(({path}) => !path.includes('/'))

const insidePlacement = (file: string, corpus: Corpus): Placement | null => {
  const above = within(dirname(file), corpus.folder)
  if (above === null || above.includes(sep)) return null
  const folder = join(corpus.folder, above)
  const name = basename(file)
  const {stem, part} = nameParts(name)
  const whole = name.slice(0, name.length - extname(name).length)
  if (above === '') return isFlat(corpus) ? {...flatPlacement(slug(stem), corpus), folder, stem: whole, part} : null
  return {folder, stem: whole, authority: slug(above), topic: corpus.topics.fold(stem), part}
}

/** The way from `outer` to a folder in it, also where one of them was reached through a link; null for one outside. */
const within = (folder: string, outer: string): string | null => {
  if (!existsSync(folder)) return null
  const ways = [relative(outer, folder), relative(realpathSync(outer), realpathSync(folder))]
  return ways.find((way) => !way.startsWith('..') && !isAbsolute(way)) ?? null
}

/** In a flat folder each file is an authority, and the folder the topic. */
const flatPlacement = (authority: string, {folder, topics}: Corpus): Placement => ({
  folder,
  stem: authority,
  authority,
  topic: topics.fold(basename(folder)),
  part: null,
})

const agreed = (found: Placement, shown: string, {topics}: Corpus, {authority, topic}: Asked): Placement => {
  if (authority !== undefined && slug(authority) !== found.authority)
    throw new UsageError(
      `${shown} lies in the folder of ${found.authority}, but --authority says ${authority}. Leave --authority out, or move the file.`,
    )
  const asked = topic === undefined ? null : nameParts(`${topic}.md`)
  if (asked && (topics.fold(asked.stem) !== found.topic || asked.part !== found.part))
    throw new UsageError(
      `${shown} is on ${found.topic} by its name, but --topic says ${topic}. Leave --topic out, or rename the file.`,
    )
  return found
}

/** An authority as typed. A new one is taken as such unless it looks like a slip of the keyboard. */
const authorityOf = (given: string, {members}: Corpus): string => {
  const id = slug(given)
  const known = members.map((member) => member.id)
  const named = members.find(({stated}) => stated?.name !== undefined && slug(stated.name) === id)
  if (named) return named.id
  const near = known.includes(id) ? null : nearest(id, known)
  if (id === '' || near !== null)
    throw new UsageError(
      `Found no authority ${given} in the corpus.${near === null ? '' : ` Did you mean ${near}?`} For a new one make its folder first.`,
    )
  return id
}

const folderOf = (authority: string, {folder}: Corpus): string => {
  const own = readdirSync(folder, {withFileTypes: true}).find(
    (entry) => !entry.isFile() && slug(entry.name) === authority,
  )
  return join(folder, own?.name ?? authority)
}

const topicOf = (title: string, file: string, {topics}: Corpus): string => {
  const {stem, part} = nameParts(basename(file))
  const named = topics.fold(stem)
  if (Object.hasOwn(topics.titles, named)) return part === null ? named : `${named}.${part}`
  return topics.inTitle(title) ?? named
}
