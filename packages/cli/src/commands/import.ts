import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import type {Outcome} from '../import/import-file.ts'
import {valueOf} from '../options.ts'

/** Documents of any readable format as Markdown in the corpus. */
export const importFiles: Command = {
  summary:
    'Writes documents of any readable format into the corpus as Markdown to be reviewed, and says what could not be carried over.',
  positionals: ['FILE…'],
  options: {
    authority: {
      describe:
        'Whose document it is, for one from outside its authority’s folder: it is copied beside its Markdown as the evidence',
      value: 'ID',
    },
    topic: {
      describe: 'What it is about, or TOPIC.PART; else its name or its title is asked',
      value: 'TOPIC',
    },
    corpus: {
      describe: 'The corpus to import into; else the nearest folder with hedgerow.yaml, or ./procedures',
      value: 'FOLDER',
    },
    config: {describe: 'Read this file as hedgerow.yaml', value: 'FILE'},
    output: {
      describe: 'With - the Markdown of one document goes to standard output, and nothing is written',
      value: '-',
    },
    update: {describe: 'Replace what is there already, edits to the Markdown included'},
    strict: {describe: 'End with code 3 if any document could not be imported'},
  },
  examples: [
    [
      'import procedures/ashby/missing-children.docx',
      'Write missing-children.md beside it: from then on the Markdown is read',
    ],
    ['import ~/Downloads/missing.pdf --authority ashby --topic missing-children', 'A document from elsewhere'],
    ['import procedures/*/*.pdf', 'Every PDF of the corpus'],
    ['import form.html --authority ashby --output -', 'Look at the Markdown first'],
  ],
  run: async (given, setting) => {
    const output = valueOf(given, 'output')
    if (output !== undefined && output !== '-')
      throw new UsageError(
        `Unexpected --output ${output}, expected -. Files are written into the corpus; to put one elsewhere use --output - > FILE.`,
      )
    return output === '-' ? printed(given, setting) : written(given, setting)
  },
}

const askedOf = (given: Given) => ({authority: valueOf(given, 'authority'), topic: valueOf(given, 'topic')})

const corpusOf = async (given: Given, setting: Setting) => {
  const {askedCorpus} = await import('../analysed.ts')
  return askedCorpus(given, valueOf(given, 'corpus'), setting)
}

const printed = async (given: Given, setting: Setting): Promise<number> => {
  const [path, ...more] = given.positionals as readonly [string, ...string[]]
  if (more.length > 0)
    throw new UsageError(`Found ${more.length + 1} files with --output -, expected one. Import the others without it.`)
  const [{importedDocument}, {readOr}] = await Promise.all([
    import('../import/import-file.ts'),
    import('../corpus/lone-documents.ts'),
  ])
  const corpus = await corpusOf(given, setting)
  const {made} = await readOr(path, importedDocument({cwd: setting.cwd, path, asked: askedOf(given)}, corpus))
  await setting.out.write(made.markdown)
  await setting.err.lines([
    ...messageLines(path, made.messages, given),
    ...made.differences.map((each) => `hedgerow: ${path}: this Markdown does not read as the original does: ${each}`),
  ])
  return made.differences.length > 0 ? exit.nothing : exit.ran
}

const written = async (given: Given, setting: Setting): Promise<number> => {
  const {cwd, out, err} = setting
  const [{importedFile}, {placementOf}, {resolve}] = await Promise.all([
    import('../import/import-file.ts'),
    import('../import/placement.ts'),
    import('node:path'),
  ])
  const asked = askedOf(given)
  const corpus = await corpusOf(given, setting)
  // A slip in what was typed is told before anything is written.
  for (const path of given.positionals) placementOf(resolve(cwd, path), path, corpus, asked)
  let done = 0
  for (const path of given.positionals) {
    const outcome = await importedFile({cwd, path, asked, update: given.flags.update === true}, corpus)
    if (outcome.is !== 'refused') done++
    if (outcome.is === 'written') await out.lines(outcome.paths)
    await err.lines(toldOf(path, outcome, given))
  }
  const all = done === given.positionals.length
  return done === 0 || (given.flags.strict && !all) ? exit.nothing : exit.ran
}

const toldOf = (path: string, outcome: Outcome, given: Given): readonly string[] => {
  switch (outcome.is) {
    case 'written':
      return messageLines(path, outcome.messages, given)
    case 'unchanged':
      return given.flags.quiet
        ? []
        : [`${path}: ${outcome.path} was imported from these very bytes and is left as it is; --update makes it anew.`]
    case 'refused':
      return [`hedgerow: Cannot import ${path}: ${outcome.reason}. What to do: ${outcome.remedy}.`]
  }
}

const messageLines = (
  path: string,
  messages: readonly {readonly reason: string; readonly line: number | null; readonly page: number | null}[],
  {flags}: Given,
): readonly string[] =>
  flags.quiet
    ? []
    : messages.map(({reason, line, page}) => {
        const place = line !== null ? `:${line}` : page !== null ? ` page ${page}` : ''
        return `${path}${place}: ${reason}`
      })
