import {type Command, exit} from '../command.ts'
import {UsageError} from '../errors.ts'
import {colours, valueOf, widthOf} from '../options.ts'

const formats = ['text', 'markdown', 'html', 'json']

/** The classes of difference. */
export const rules: Command = {
  summary: 'Lists the classes of difference with severity, meaning, an example and the remedy.',
  positionals: [],
  options: {format: {describe: formats.join(', '), value: 'FORMAT'}},
  examples: [
    ['rules', 'Every class, to be read'],
    ['rules --format json', 'The same for scripts'],
  ],
  run: async (given, setting) => {
    const [{rulesTable}, {lexicon}] = await Promise.all([import('@hedgerow/report'), import('@hedgerow/lexicon')])
    const format = valueOf(given, 'format') ?? 'text'
    if (!formats.includes(format))
      throw new UsageError(`Unexpected format ${format}, expected one of ${formats.join(', ')}.`)
    const {stdout, out} = setting
    for (const piece of rulesTable(lexicon, format, {color: colours(given, setting, stdout), columns: widthOf(stdout)}))
      await out.write(piece)
    return exit.ran
  },
}
