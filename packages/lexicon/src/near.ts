import type {Lexicon} from './lexicon.ts'
import {perLexicon} from './per-lexicon.ts'

/** The lexicon's groups of near words: words by number, the words of each group, and the groups of each word. */
interface Groups {
  readonly words: readonly string[]
  readonly groups: readonly (readonly number[])[]
  readonly groupsOf: readonly (readonly number[])[]
}

const groupsIn = perLexicon(
  ({wordClasses}: Lexicon): Groups => {
    const ids = new Map<string, number>()
    const groups: number[][] = []
    const groupsOf: number[][] = []
    for (const {class: name, words} of wordClasses) {
      if (name !== 'near-sense') continue
      for (const group of words) {
        const own: number[] = []
        for (const word of group.split(' ')) {
          let id = ids.get(word)
          if (id === undefined) {
            id = ids.size
            ids.set(word, id)
            groupsOf.push([])
          }
          own.push(id)
          ;(groupsOf[id] as number[]).push(groups.length)
        }
        groups.push(own)
      }
    }
    return {words: [...ids.keys()], groups, groupsOf}
  },
  ({wordClasses}) => wordClasses,
)

/** For a term those near it in sense, itself among them, by the lexicon's groups of near words; none where no group has it. `termsOf` gives the terms of
 *  a word. Joined for a term when it is asked for: of the groups' words most stand in no document. */
export const nearSenses = (
  lexicon: Lexicon,
  termsOf: (word: string) => readonly string[],
): ((term: string) => ReadonlySet<string>) => {
  const {words, groups, groupsOf} = groupsIn(lexicon)
  const terms = words.map(termsOf)
  const wordsOf = new Map<string, number[]>()
  terms.forEach((own, word) => {
    for (const term of own) {
      const known = wordsOf.get(term)
      if (known) known.push(word)
      else wordsOf.set(term, [word])
    }
  })
  const joined = (term: string): ReadonlySet<string> => {
    const near = new Set<string>()
    for (const word of wordsOf.get(term) ?? [])
      for (const group of groupsOf[word] as readonly number[])
        for (const other of groups[group] as readonly number[]) for (const each of terms[other] ?? []) near.add(each)
    return near
  }
  const found = new Map<string, ReadonlySet<string>>()
  return (term) => {
    const known = found.get(term) ?? joined(term)
    found.set(term, known)
    return known
  }
}
