import type {Command, Option} from './command.ts'
import {everywhere} from './options.ts'

type Commands = Readonly<Record<string, Command>>

/** What of a corpus may be typed. */
export interface Names {
  readonly topics: readonly string[]
  readonly authorities: readonly string[]
}

/** What may stand in place of the last word of a command line, without the program's name. Empty where it is for the shell to offer files. */
export const candidates = async (
  words: readonly string[],
  commands: Commands,
  names: Names,
): Promise<readonly string[]> => {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const [name = ''] = before.filter((word) => !word.startsWith('-'))
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const offered = command
    ? await offeredBy(command, typed, before, names)
    : [...Object.keys(commands), ...flagsOf(everywhere)]
  return offered.filter((each) => each.startsWith(typed) && (typed !== '' || !each.startsWith('-')))
}

const offeredBy = async (
  command: Command,
  typed: string,
  before: readonly string[],
  names: Names,
): Promise<readonly string[]> => {
  const options = {...command.options, ...everywhere}
  const asking = options[(before.at(-1) ?? '').replace(/^--/u, '')]
  if (asking?.value !== undefined) return valuesOf(asking, command, names)
  if (typed.startsWith('-')) return flagsOf(options)
  const placed = before.filter((word, at) => at > 0 && !word.startsWith('-') && !takesNext(options, before[at - 1]))
  return namedBy(command.positionals[placed.length] ?? '', names)
}

const takesNext = (options: Readonly<Record<string, Option>>, word = ''): boolean =>
  word.startsWith('--') && options[word.slice(2)]?.value !== undefined

const flagsOf = (options: Readonly<Record<string, Option>>): readonly string[] =>
  Object.keys(options).map((name) => `--${name}`)

/** The values an option may have. Files are written in the formats that standard output takes. */
const valuesOf = async (
  {value = '', choices}: Option,
  {options}: Command,
  names: Names,
): Promise<readonly string[]> => {
  if (value === 'FORMAT=PATH') return ((await options.format?.choices?.()) ?? []).map((format) => `${format}=`)
  return choices ? choices() : namedBy(value, names)
}

const namedBy = (kind: string, {topics, authorities}: Names): readonly string[] => {
  if (kind === 'TOPIC') return topics
  return kind === 'ID' || kind === 'AUTHORITY' || kind === 'A' || kind === 'B' ? authorities : []
}

/** By shell, what makes it ask the program at each Tab: `--complete`, then the words up to where one stands. */
export const scripts: Readonly<Record<string, string>> = {
  bash: `# Put this into ~/.bashrc:  source <(hedgerow completion bash)
_hedgerow() {
  local IFS=$'\\n'
  COMPREPLY=($(hedgerow --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _hedgerow hedgerow
`,
  zsh: `# Put this into ~/.zshrc, after compinit:  source <(hedgerow completion zsh)
_hedgerow() {
  local -a found
  found=("\${(@f)$(hedgerow --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- $found; else _files; fi
}
compdef _hedgerow hedgerow
`,
  fish: `# Put this into ~/.config/fish/completions/hedgerow.fish
complete -c hedgerow -a '(hedgerow --complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  powershell: `# Put this into your profile ($PROFILE)
Register-ArgumentCompleter -Native -CommandName hedgerow -ScriptBlock {
  param($word, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word -eq '') { $words += '--' }
  hedgerow --complete @words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
}
