import type {Assessment} from '@hedgerow/assess'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import {asAtOf, colours, ofCorpus, valueOf, widthOf} from '../options.ts'

const {topic, config, 'as-at': asAt} = ofCorpus

/** Two documents or two authorities side by side. */
export const diff: Command = {
  summary:
    'Compares two documents, or two authorities on a topic: every row in order, what differs in it, what has moved.',
  positionals: ['A', 'B', '[corpus]'],
  offers: {A: 'authorities', B: 'authorities'},
  options: {
    topic: {
      ...topic,
      describe: 'The topic of the two authorities; of two documents, where their titles do not tell',
    },
    format: {
      describe: 'Row by row as text (the default here), or a whole report in another format',
      value: 'FORMAT',
      choices: async () => (await import('../output.ts')).formatNames,
    },
    config,
    'as-at': asAt,
  },
  examples: [
    ['diff ashby.md brindle.md', 'Two documents'],
    ['diff ashby brindle --topic missing-children', 'Two authorities of the corpus'],
    ['diff old.md new.md --format html > change.html', 'As a web page'],
  ],
  run: async (given, setting) => {
    const {printedAssessment, streamFormat} = await import('../output.ts')
    const format = streamFormat(valueOf(given, 'format') ?? 'text', setting.stdout)
    const assessment = await compared(given, setting)
    const {structure} = await import('../row-by-row.ts')
    const {stdout, out} = setting
    const look = {color: colours(given, setting, stdout), columns: widthOf(stdout)}
    const pieces = format === 'text' ? structure(assessment, look) : printedAssessment(assessment, format, look)
    for (const piece of pieces) await out.write(piece)
    return exit.ran
  },
}

const compared = async (given: Given, setting: Setting): Promise<Assessment> => {
  const {existsSync, statSync} = await import('node:fs')
  const {resolve} = await import('node:path')
  const [a, b] = given.positionals as readonly [string, string]
  const isFile = (path: string): boolean =>
    existsSync(resolve(setting.cwd, path)) && statSync(resolve(setting.cwd, path)).isFile()
  if (isFile(a) && isFile(b)) return (await import('../two-documents.ts')).twoDocuments(a, b, given, setting)
  const odd = [a, b].filter(isFile)
  if (odd.length === 1)
    throw new UsageError(
      `Found the file ${odd[0]}, but no file ${odd[0] === a ? b : a}. Expected two documents, or two authorities of the corpus.`,
    )
  const folders = [a, b].filter((path) => /[/\\]/u.test(path) && existsSync(resolve(setting.cwd, path)))
  if (folders.length > 0)
    throw new UsageError(
      `${folders.join(' and ')} ${folders.length === 1 ? 'is a folder' : 'are folders'}, expected two documents, or the ids of two authorities and their corpus: hedgerow diff ID ID FOLDER.`,
    )
  return twoAuthorities(a, b, given, setting)
}

const twoAuthorities = async (a: string, b: string, given: Given, setting: Setting): Promise<Assessment> => {
  const [{analysedCorpus, askedCorpus}, {knownMember, selected}, {comparedSomething}, {NothingRead}] =
    await Promise.all([
      import('../analysed.ts'),
      import('../corpus/selection.ts'),
      import('../analysis.ts'),
      import('../errors.ts'),
    ])
  const corpus = await askedCorpus(given, given.positionals[2], setting)
  const ids = [knownMember(corpus, a).id, knownMember(corpus, b).id]
  if (ids[0] === ids[1]) throw new UsageError(`Found ${a} twice, expected two authorities.`)
  const part = selected(corpus, {topics: given.values.topic ?? [], authorities: ids, neighboursOf: null})
  const {assessment} = await analysedCorpus(part, asAtOf(given, setting), given, setting)
  if (comparedSomething(assessment)) return assessment
  const {leftOutLine} = await import('@hedgerow/report')
  const unread = assessment.notCompared.map((each) => `\n${each.path}: ${leftOutLine(each)}`).join('')
  throw new NothingRead(
    `Nothing was compared: ${ids.join(' and ')} have no topic in common${given.values.topic ? ` of ${given.values.topic.join(', ')}` : ''}.${unread}`,
  )
}
