import {type Command, exit} from '../command.ts'
import {UsageError} from '../errors.ts'

/** A new corpus. */
export const init: Command = {
  summary: 'Makes a new corpus: hedgerow.yaml with every key explained, and a first authority to copy.',
  positionals: ['[folder]'],
  options: {},
  examples: [
    ['init', 'A corpus in ./procedures'],
    ['init region', 'A corpus in ./region'],
  ],
  run: async (given, {cwd, out, err}) => {
    const [{existsSync}, {join}, {writeFileWhole}, {skeleton}] = await Promise.all([
      import('node:fs'),
      import('node:path'),
      import('../output.ts'),
      import('../skeleton.ts'),
    ])
    const folder = given.positionals[0] ?? 'procedures'
    const there = Object.keys(skeleton).filter((path) => existsSync(join(cwd, folder, path)))
    if (there.length > 0)
      throw new UsageError(
        `Found ${there.map((path) => join(folder, path)).join(' and ')} already, expected a folder without. Nothing was changed; name another folder.`,
      )
    for (const [path, text] of Object.entries(skeleton)) await writeFileWhole(cwd, join(folder, path), [text])
    await out.lines(Object.keys(skeleton).map((path) => join(folder, path)))
    if (!given.flags.quiet)
      await err.lines([
        '',
        `Next: rename ${join(folder, 'ashby')} to your first authority, put its documents in as TOPIC.docx, .pdf, .html, .xlsx or .md,`,
        `do the same for a neighbour, then run hedgerow report ${folder}.`,
      ])
    return exit.ran
  },
}
