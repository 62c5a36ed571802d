import type {Setting} from './command.ts'
import {commands} from './commands/index.ts'
import {candidates, type Names} from './completion.ts'

/** Answers a shell: one candidate a line for the last of these words. Says nothing of any fault: somebody is typing. */
export const completed = async (words: readonly string[], {cwd, out}: Setting): Promise<void> =>
  out.lines(await candidates(words, commands, await namesAt(cwd)))

const namesAt = async (cwd: string): Promise<Names> => {
  const [{corpusAt}, {lexicon}] = await Promise.all([import('./corpus/corpus.ts'), import('@hedgerow/lexicon')])
  const corpus = await corpusAt({cwd, lexicon}).catch(() => null)
  return {
    topics: [...new Set(corpus?.documents.map(({topic}) => topic))].sort(),
    authorities: corpus?.members.map(({id}) => id) ?? [],
  }
}
