import {type Assessment, assess} from '@hedgerow/assess'
import {collate} from '@hedgerow/collate'
import type {Ingested} from '@hedgerow/ingest'
import {lexicon} from '@hedgerow/lexicon'
import type {Given, Setting} from './command.ts'
import {
  authoritiesOf,
  foldedTopic,
  givenBytes,
  knownTitles,
  loneDocument,
  readOr,
  shownPath,
} from './corpus/lone-documents.ts'
import {authorityRecord, nameOf} from './corpus/names.ts'
import {asAtOf, valueOf} from './options.ts'
import {topicTitles} from './corpus/topics.ts'
import {version} from './version.ts'

/** The assessment of two documents outside a corpus, as of two authorities. They are about one topic because the user says so; which, the
 *  first title that speaks of one tells. */
export const twoDocuments = async (a: string, b: string, given: Given, setting: Setting): Promise<Assessment> => {
  const paths = [a, b]
  const ids = authoritiesOf(paths)
  const asked = foldedTopic(valueOf(given, 'topic'))
  const read = (topic: string | null) =>
    Promise.all(paths.map((path, at) => one(path, ids[at] as string, topic, setting)))
  const first = await read(asked)
  const topics = first.map(({procedure}) => procedure.topic)
  const topic = asked ?? topics.find((each) => Object.hasOwn(knownTitles, each)) ?? (topics[0] as string)
  const both = topics.every((each) => each === topic) ? first : await read(topic)
  return assess({
    collations: [
      collate(
        both.map(({procedure}) => procedure),
        lexicon,
      ),
    ],
    lexicon,
    asAt: asAtOf(given, setting),
    version,
    region: null,
    authorities: ids.map((id, at) =>
      authorityRecord({id, stated: null}, nameOf({id, stated: null}, [(both[at] as Ingested).procedure.title])),
    ),
    documents: both.map(({procedure, sha256, messages}, at) => ({
      authority: ids[at] as string,
      topic,
      path: shownPath(setting.cwd, paths[at] as string),
      sha256,
      title: procedure.title,
      edition: procedure.edition,
      messages,
    })),
    notCompared: [],
    titles: topicTitles(
      knownTitles,
      both.map(({procedure}) => ({topic, title: procedure.title})),
    ),
    standards: lexicon.standards,
    severities: {},
  })
}

const one = async (path: string, authority: string, topic: string | null, {cwd}: Setting): Promise<Ingested> =>
  readOr(path, loneDocument(path, await givenBytes(cwd, path), {authority, topic, path: shownPath(cwd, path)}))
