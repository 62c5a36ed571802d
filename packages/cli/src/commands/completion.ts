import {type Command, exit} from '../command.ts'
import {scripts} from '../completion.ts'
import {UsageError} from '../errors.ts'

const shells = Object.keys(scripts)

/** What a shell needs to complete commands, options, topics and authorities. */
export const completion: Command = {
  summary: `Prints what makes a shell complete commands, options, topics and authorities: ${shells.join(', ')}.`,
  positionals: ['SHELL'],
  offers: {SHELL: shells},
  options: {},
  examples: [
    ['completion bash >> ~/.bashrc', 'In bash, from the next terminal on; an alias for hedgerow must stand there too'],
    ['completion powershell >> $PROFILE', 'In PowerShell'],
  ],
  run: async ({positionals: [asked = '']}, {out}) => {
    const script = Object.hasOwn(scripts, asked) ? scripts[asked] : undefined
    if (script === undefined) throw new UsageError(`Unexpected shell ${asked}, expected one of ${shells.join(', ')}.`)
    await out.write(script)
    return exit.ran
  },
}
