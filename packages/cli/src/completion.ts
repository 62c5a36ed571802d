import type {Command, Offers, Option} from './command.ts'
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
  const own = parted(words)
  const typed = own.at(-1) ?? ''
  const before = own.slice(0, -1)
  const [name = ''] = before.filter((word) => !word.startsWith('-'))
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const offered = command
    ? await offeredBy(command, typed, before, names)
    : [...Object.keys(commands), ...flagsOf(everywhere), '--version']
  const found = offered.filter((each) => each.startsWith(typed) && (typed !== '' || !each.startsWith('-')))
  const last = words.at(-1) ?? ''
  return isJoined(last) ? found.map((each) => `${last.slice(0, last.indexOf('='))}=${each}`) : found
}

const isJoined = (word: string): boolean => /^--[\w-]+=/u.test(word)

/** An option and its value as two words, whether the shell hands them over as one (`--format=j`) or bash as three (`--format`, `=`, `j`). */
const parted = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    const last = words[at - 1] ?? ''
    if (word === '=' && last.startsWith('--')) return at === words.length - 1 ? [''] : []
    return isJoined(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]
  })

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
  return namesOf(command.offers?.[command.positionals[placed.length] ?? ''] ?? [], names)
}

const takesNext = (options: Readonly<Record<string, Option>>, word = ''): boolean =>
  word.startsWith('--') && options[word.slice(2)]?.value !== undefined

const flagsOf = (options: Readonly<Record<string, Option>>): readonly string[] =>
  Object.keys(options).flatMap((name) => (name === 'color' ? ['--color', '--no-color'] : [`--${name}`]))

/** The values an option may have. Files are written in the formats that standard output takes. */
const valuesOf = async (
  {value = '', choices, offers}: Option,
  {options}: Command,
  names: Names,
): Promise<readonly string[]> => {
  if (value === 'FORMAT=PATH') return ((await options.format?.choices?.()) ?? []).map((format) => `${format}=`)
  const known = choices ?? offers
  return known ? known() : namesOf(value === 'TOPIC' ? 'topics' : value === 'ID' ? 'authorities' : [], names)
}

const namesOf = (offers: Offers, names: Names): readonly string[] =>
  typeof offers === 'string' ? names[offers] : offers

/** By shell, what makes it ask the program at each Tab: `--complete`, then the words up to where one stands. */
export const scripts: Readonly<Record<string, string>> = {
  bash: `# Put this into ~/.bashrc. Where hedgerow is an alias, put the alias there too: an alias that was typed into a terminal is gone with it.
_hedgerow() {
  local IFS=$'\\n' words
  printf -v words '%q ' "\${COMP_WORDS[@]:1:COMP_CWORD}"
  COMPREPLY=($(eval "hedgerow --complete $words" 2>/dev/null))
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _hedgerow hedgerow
`,
  zsh: `# Put this into ~/.zshrc, after compinit. Where hedgerow is an alias, put the alias there too, before this.
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
  powershell: `# Put this into your profile ($PROFILE). Where hedgerow is a function of your own, put it there too.
Register-ArgumentCompleter -Native -CommandName hedgerow -ScriptBlock {
  param($word, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word -eq '') { $words += '--' }
  hedgerow --complete @words 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
}
