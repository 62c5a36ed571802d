import type {Clause, FactName} from '@hedgerow/ast'
import {type Lexicon, perLexicon, phraseMatcher, stem, type Token, words} from '@hedgerow/lexicon'
import type {Statement} from './statement.ts'

/** What is left of a statement once everything compared elsewhere is taken out: content terms, sorted, each once; numbers, negations and
 *  quantifiers among them. Two statements without a typed difference say the same only if their residues are equal (law 5). */
export type Residue = readonly string[]

/** Facts whose words are compared by a class of their own and so leave the residue. */
const compared: readonly FactName[] = [
  'deadlines',
  'trigger',
  'threshold',
  'condition',
  'modality',
  'actors',
  'recipients',
  'citations',
  'local',
]

/** Makes residues with a lexicon: equivalents, superseded terms and number words are folded, function words dropped. Roles are not folded:
 *  a care leaver is a child to the role list, and yet another cohort. */
export const residues = (lexicon: Lexicon): ((statement: Statement) => Residue) => {
  const terms = foldedTerms(lexicon)
  return ({clauses}) => {
    const found = new Set(clauses.flatMap((clause) => terms(remaining(clause))))
    return [...found].sort()
  }
}

/** The tokens of a clause (its lead-in too, unless the lead-in only names who must) outside the spans that other classes compare. */
const remaining = (clause: Clause): readonly Token[] => {
  const part = (text: string, place: 'text' | 'lead-in'): readonly Token[] => {
    const taken = clause.evidence.filter((each) => each.in === place && compared.includes(each.of))
    return words(text).filter(({start, end}) => !taken.some((span) => span.start < end && start < span.end))
  }
  return [...part(clause.leadIn ?? '', 'lead-in'), ...part(clause.text, 'text')]
}

/** Folds tokens into terms that equal each other when the words are known equivalents. */
export const foldedTerms = perLexicon((lexicon): ((tokens: readonly Token[]) => readonly string[]) => {
  const idle = new Set(lexicon.functionWords)
  const numbers = new Map(lexicon.durations.numbers.map(({word, value}) => [word, String(value)]))
  const fold = phraseMatcher<readonly string[]>([
    ...lexicon.equivalences.flatMap(({same}) =>
      same.map((phrase) => [phrase, words(same[0] as string).map(({word}) => word)] as const),
    ),
    ...lexicon.currency.map(({term, current}) => [term, words(current).map(({word}) => word)] as const),
  ])
  const single = (word: string): readonly string[] => {
    if (idle.has(word)) return []
    return [numbers.get(word) ?? stem(word)]
  }
  return (tokens) => {
    const matches = fold(tokens)
    const found: string[] = []
    let next = 0
    for (let at = 0; at < tokens.length; at++) {
      const match = matches[next]
      if (match?.first === at) {
        found.push(...match.entry.flatMap(single))
        at = match.last
        next++
      } else found.push(...single((tokens[at] as Token).word))
    }
    return found
  }
})

/** Terms of one residue that the other lacks, both ways, sorted. */
export const changed = (x: Residue, y: Residue): readonly string[] =>
  [...x.filter((term) => !y.includes(term)), ...y.filter((term) => !x.includes(term))].sort()

