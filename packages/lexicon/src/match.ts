import {stem} from './stem.ts'
import {comparedWords, type Token} from './tokens.ts'

/** A phrase found in a run of tokens: `entry` is what it stands for; `first` and `last` index the tokens given, inclusive. */
export interface PhraseMatch<Entry> {
  readonly entry: Entry
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
}

interface Branch<Entry> {
  next: Map<string, Branch<Entry>>
  entry: Entry | undefined
}

/** Finds phrases in tokens, longest first from each place, matches not overlapping. Words are compared by `key`: their stems unless given, or as
 *  they are when `exact`. The first entry given for a phrase keeps it. */
export const phraseMatcher = <Entry>(
  phrases: Iterable<readonly [string, Entry]>,
  {exact = false, key = exact ? asIs : stem}: {readonly exact?: boolean; readonly key?: (word: string) => string} = {},
): ((tokens: readonly Token[]) => readonly PhraseMatch<Entry>[]) => {
  const root: Branch<Entry> = {next: new Map(), entry: undefined}
  for (const [phrase, entry] of phrases)
    plant(
      root,
      comparedWords(phrase).map((word) => key(word)),
      entry,
    )
  return (given) => {
    const found: PhraseMatch<Entry>[] = []
    for (let at = 0; at < given.length; ) {
      const match = longest(root, given, at, key)
      if (match) found.push(match)
      at = match ? match.last + 1 : at + 1
    }
    return found
  }
}

const asIs = (word: string): string => word

const plant = <Entry>(root: Branch<Entry>, keys: readonly string[], entry: Entry): void => {
  if (keys.length === 0) return
  let branch = root
  for (const key of keys) {
    let next = branch.next.get(key)
    if (!next) branch.next.set(key, (next = {next: new Map(), entry: undefined}))
    branch = next
  }
  branch.entry ??= entry
}

const longest = <Entry>(
  root: Branch<Entry>,
  tokens: readonly Token[],
  first: number,
  key: (word: string) => string,
): PhraseMatch<Entry> | undefined => {
  let branch: Branch<Entry> | undefined = root
  let match: PhraseMatch<Entry> | undefined
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'mark') {
      if (at === first || token.text !== '-') break
      continue
    }
    branch = branch.next.get(key(token.word))
    if (!branch) break
    if (branch.entry !== undefined)
      match = {entry: branch.entry, first, last: at, start: (tokens[first] as Token).start, end: token.end}
  }
  return match
}
