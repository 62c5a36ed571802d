import type {Lexicon} from '@hedgerow/lexicon'
import {type Command, exit, type Setting} from '../command.ts'
import {colours, valueOf, widthOf} from '../options.ts'
import {formatAmong} from '../targets.ts'

const formats = ['text', 'markdown', 'html', 'json']

/** The classes of difference. */
export const rules: Command = {
  summary: 'Lists the classes of difference with severity, meaning, an example and the remedy.',
  positionals: [],
  options: {
    format: {describe: 'Which format; text by default', value: 'FORMAT', choices: async () => formats},
    config: {describe: 'With the severities of this file', value: 'FILE'},
  },
  examples: [
    ['rules', 'Every class, to be read'],
    ['rules --format json', 'The same for scripts'],
  ],
  run: async (given, setting) => {
    const [{rulesTable}, {lexicon}] = await Promise.all([import('@hedgerow/report'), import('@hedgerow/lexicon')])
    const format = formatAmong(formats, valueOf(given, 'format') ?? 'text')
    const {stdout, out} = setting
    const own = await weighedRules(lexicon, valueOf(given, 'config'), setting)
    for (const piece of rulesTable(own, format, {color: colours(given, setting, stdout), columns: widthOf(stdout)}))
      await out.write(piece)
    return exit.ran
  },
}

/** The lexicon with the severities that a configuration gives to its classes. */
const weighedRules = async (lexicon: Lexicon, config: string | undefined, {cwd}: Setting): Promise<Lexicon> => {
  if (config === undefined) return lexicon
  const {configNamed} = await import('../corpus/corpus.ts')
  const {severities = {}} = await configNamed({cwd, config, lexicon})
  const differences = lexicon.differences.map((each) => ({
    ...each,
    severity: severities[each.class as keyof typeof severities] ?? each.severity,
  }))
  return {...lexicon, differences}
}
