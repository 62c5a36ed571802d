import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import type {Plan} from '../init/new-corpus.ts'
import {valueOf} from '../options.ts'
import type {Topics} from '../corpus/topics.ts'

/** A new corpus, or the YAML of one whose documents are there already. */
export const init: Command = {
  summary:
    'Makes a new corpus: hedgerow.yaml with every key explained and a folder for each authority. Documents that are there stay as they are.',
  positionals: ['[folder]'],
  options: {
    region: {describe: 'The name of the region', value: 'NAME'},
    authority: {describe: 'An authority by its name', value: 'NAME', repeats: true},
    topic: {describe: 'What the procedures are about', value: 'TOPIC', repeats: true},
  },
  examples: [
    ['init', 'A corpus in ./procedures; asks for names in a terminal'],
    ['init region --authority "Ashby Council" --authority "Brindle Council"', 'Two authorities, nothing asked'],
    ['init my-documents', 'For a folder of documents: says what it found in it'],
  ],
  run: async (given, setting) => {
    const [{existsSync}, {join}, {writeFileWhole}, {newCorpus}, {topicsOf}, {lexicon}] = await Promise.all([
      import('node:fs'),
      import('node:path'),
      import('../output.ts'),
      import('../init/new-corpus.ts'),
      import('../corpus/topics.ts'),
      import('@hedgerow/lexicon'),
    ])
    const {cwd, out, err} = setting
    const folder = given.positionals[0] ?? 'procedures'
    if (existsSync(join(cwd, folder, 'hedgerow.yaml')))
      throw new UsageError(
        `Found ${join(folder, 'hedgerow.yaml')} already, expected a folder without. Nothing was changed; name another folder.`,
      )
    const topics = topicsOf(lexicon)
    const plan = await planFor(folder, topics, given, setting)
    const files = newCorpus(plan, topics).filter(({path}) => !existsSync(join(cwd, folder, path)))
    // hedgerow.yaml last: it says that there is a corpus, so where a run is ended before it the next one goes on.
    for (const {path, text} of [...files].reverse()) await writeFileWhole(cwd, join(folder, path), [text])
    await out.lines(files.map(({path}) => join(folder, path)))
    if (!given.flags.quiet) await err.lines(explained(folder, plan, files))
    return exit.ran
  },
}

/** What the corpus will hold: as the options say, as the documents that are there say, as somebody answers, or an example. */
const planFor = async (folder: string, known: Topics, given: Given, setting: Setting): Promise<Plan & Found> => {
  const [{folderName}, {discovered}, {resolve, basename}, {existsSync}, {nameOf}] = await Promise.all([
    import('../init/new-corpus.ts'),
    import('../corpus/discover.ts'),
    import('node:path'),
    import('node:fs'),
    import('../corpus/names.ts'),
  ])
  const path = resolve(setting.cwd, folder)
  const found = existsSync(path) ? await discovered(path, known, new Set()) : {documents: [], folders: []}
  const named = {region: valueOf(given, 'region'), authorities: given.values.authority, topics: given.values.topic}
  const isThere = found.documents.length > 0
  const [region, authorities] = await answered(basename(path), named, isThere, given, setting)
  const twice = authorities.find((each, at) => authorities.map(folderName).indexOf(folderName(each)) < at)
  if (twice !== undefined)
    throw new UsageError(
      `Found ${twice} twice, as the folder ${folderName(twice)}; expected each authority once. Nothing was written.`,
    )
  const stated = [...new Set(found.documents.map(({topic}) => topic))].sort()
  const topics = [...new Set([...stated, ...(named.topics ?? []).map((topic) => known.fold(topic))])]
  return {
    region,
    authorities: [
      ...found.folders.map((id) => ({id, name: nameOf({id, stated: null})})),
      ...authorities.map((name) => ({id: folderName(name), name})),
    ],
    topics: topics.length > 0 ? topics : ['missing-children'],
    documents: found.documents.length,
    unknown: stated.filter((topic) => known.titles[topic] === undefined),
  }
}

interface Found {
  /** How many documents were there. */
  readonly documents: number
  /** Topics among theirs that the lexicon does not know. */
  readonly unknown: readonly string[]
}

interface Named {
  readonly region: string | undefined
  readonly authorities: readonly string[] | undefined
  readonly topics: readonly string[] | undefined
}

const answered = async (
  folder: string,
  named: Named,
  isThere: boolean,
  given: Given,
  setting: Setting,
): Promise<readonly [region: string, authorities: readonly string[]]> => {
  const words = folder.replaceAll(/[-_]+/gu, ' ')
  const region = named.region ?? words.charAt(0).toUpperCase() + words.slice(1)
  const example = isThere ? [] : ['Ashby Council']
  const isAsked = (setting.stdin as {isTTY?: boolean}).isTTY && setting.stderr.isTTY && !given.flags.quiet
  if (!isAsked || named.region || named.authorities) return [region, named.authorities ?? example]
  const {answersTo} = await import('../init/questions.ts')
  const questions = [
    {words: 'What is the region called?', otherwise: region},
    ...(isThere ? [] : [{words: 'Which authorities, with commas between? Enter for none yet', otherwise: ''}]),
  ]
  const [name = region, list = ''] = await answersTo(questions, setting)
  return [name, list.split(',').flatMap((each) => each.trim() || [])]
}

const explained = (
  folder: string,
  {documents, topics, unknown, authorities}: Plan & Found,
  files: readonly {readonly path: string; readonly purpose: string}[],
): readonly string[] => {
  const widest = Math.max(...files.map(({path}) => path.length))
  const [first] = authorities
  const place = first ? `${folder}/${first.id}/${topics[0]}.docx` : `${folder}/NAME-OF-AUTHORITY/${topics[0]}.docx`
  return [
    '',
    ...files.map(({path, purpose}) => `  ${path.padEnd(widest)}  ${purpose}`),
    'A name that is filled in is no longer taken for a difference. Every key is',
    'explained where it stands.',
    '',
    ...(documents > 0
      ? [
          `Found ${documents} ${documents === 1 ? 'document' : 'documents'} on ${topics.join(', ')}; they stay as they are.`,
        ]
      : [
          "Next: put each authority's documents into its folder, named after their topic:",
          `  ${place}`,
          '(or .odt, .pdf, .html, .xlsx, .md and others), and do the same for a neighbour.',
        ]),
    ...unknown.map(
      (topic) =>
        `No standard is known for ${topic}. If that is another name of a known topic,\nwrite it under "also" of that one in hedgerow.yaml.`,
    ),
    `Then run hedgerow report ${folder}, or hedgerow explore ${folder}.`,
  ]
}
