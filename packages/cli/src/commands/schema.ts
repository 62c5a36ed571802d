import {type Command, exit} from '../command.ts'
import {UsageError} from '../errors.ts'
import {didYouMean} from '../suggest.ts'

/** JSON Schemas of what other programs may read. */
export const schema: Command = {
  summary:
    'Prints a JSON Schema: of the analysis (report --format json), of drift (check --format json) or of a procedure tree (parse --format json).',
  positionals: ['[analysis|drift|procedure]'],
  offers: {'[analysis|drift|procedure]': ['analysis', 'drift', 'procedure']},
  options: {},
  examples: [
    ['schema analysis > analysis.schema.json', 'What report --format json promises'],
    ['schema drift', 'What check --format json promises'],
    ['schema procedure', 'What parse --format json promises'],
  ],
  run: async (given, {out}) => {
    const [{procedureSchema}, {analysisSchema, driftSchema}] = await Promise.all([
      import('@hedgerow/ast'),
      import('@hedgerow/report'),
    ])
    const schemas: Readonly<Record<string, unknown>> = {
      analysis: analysisSchema,
      drift: driftSchema,
      procedure: procedureSchema,
    }
    const name = given.positionals[0] ?? 'analysis'
    if (!Object.hasOwn(schemas, name))
      throw new UsageError(
        `Unexpected schema ${name}, expected ${Object.keys(schemas).join(', ')}.${didYouMean(name, Object.keys(schemas))}`,
      )
    await out.write(`${JSON.stringify(schemas[name], null, 2)}\n`)
    return exit.ran
  },
}
