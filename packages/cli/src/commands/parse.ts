import type {Procedure} from '@hedgerow/ast'
import type {Ingested} from '@hedgerow/ingest'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import {valueOf} from '../options.ts'
import {formatAmong} from '../targets.ts'
import {slug} from '../corpus/topics.ts'

const formats = ['outline', 'json']

/** The procedure tree of one document. */
export const parse: Command = {
  summary: 'Prints the procedure tree of one document; - reads Markdown from standard input.',
  positionals: ['FILE'],
  options: {
    format: {
      describe: 'One line a node (the default), or the whole tree',
      value: 'FORMAT',
      choices: async () => formats,
    },
    authority: {describe: 'Whose document it is; else its name is taken', value: 'ID'},
    topic: {describe: 'What the document is about; else its title or name is asked', value: 'TOPIC'},
  },
  examples: [
    ['parse ashby/missing-children.md', 'One line for every section and clause'],
    ['parse form.html --format json --topic referral-form', 'The tree as JSON'],
    ['parse - < draft.md', 'Markdown from standard input'],
  ],
  run: async (given, setting) => {
    const format = formatAmong(formats, valueOf(given, 'format') ?? 'outline')
    const [{outline}, {messageWords}] = await Promise.all([import('@hedgerow/ingest'), import('@hedgerow/report')])
    const {procedure, messages} = await document(given, setting)
    await setting.out.write(
      format === 'json' ? `${JSON.stringify(await printedTree(procedure), null, 2)}\n` : outline(procedure),
    )
    const told = messages.filter(({severity}) => severity === 'warning' || given.flags.verbose)
    if (!given.flags.quiet)
      await setting.err.lines(
        told.map(({reason, line, page}) => {
          const place = line !== null ? `:${line}` : page !== null ? ` page ${page}` : ''
          return `${given.positionals[0]}${place}: ${messageWords(reason)}`
        }),
      )
    return exit.ran
  },
}

/** The tree with what a reading of the analysis has of each clause: the heading it stands under, and the first of its limits. The whole has a place where its
 *  parts have one. */
const printedTree = async (procedure: Procedure): Promise<object> => {
  const {clauses, mapClauses} = await import('@hedgerow/ast')
  const {children, ...rest} = mapClauses(procedure, (clause, sections) =>
    Object.assign({}, clause, {section: sections.at(-1)?.title ?? '', deadline: clause.deadlines[0] ?? null}),
  )
  const end = clauses(procedure).at(-1)?.position?.end
  return {...rest, ...(end && {position: {start: {line: 1, column: 1, offset: 0}, end}}), children}
}

const document = async (given: Given, {cwd, stdin}: Setting): Promise<Ingested> => {
  const {authoritiesOf, foldedTopic, givenBytes, loneDocument, readOr, shownPath} = await import(
    '../corpus/lone-documents.ts'
  )
  const [path] = given.positionals as readonly [string]
  const topic = foldedTopic(valueOf(given, 'topic'))
  const whose = idOf(valueOf(given, 'authority'))
  if (path === '-')
    return readOr(
      'standard input',
      loneDocument('-', await allOf(stdin), {authority: whose ?? 'stdin', topic, path: 'stdin.md'}),
    )
  const authority = whose ?? (authoritiesOf([path])[0] as string)
  return readOr(path, loneDocument(path, await givenBytes(cwd, path), {authority, topic, path: shownPath(cwd, path)}))
}

const idOf = (name: string | undefined): string | undefined => {
  if (name === undefined || slug(name) !== '') return name && slug(name)
  throw new UsageError(`Unexpected --authority ${name}, expected an id or a name of letters or digits.`)
}

const allOf = async (stdin: NodeJS.ReadableStream): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  for await (const piece of stdin) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
  return Buffer.concat(pieces)
}
