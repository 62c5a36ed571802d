import {perLexicon, phraseMatcher, stem, type Token, words} from '@hedgerow/lexicon'

/** Turns a text into its content terms: stems, equivalents folded to the first phrase of their group, function words dropped, numbers as `#`. */
export const contentTerms = perLexicon((lexicon): ((tokens: readonly Token[]) => readonly string[]) => {
  const idle = new Set(lexicon.functionWords)
  const equivalents = phraseMatcher(
    lexicon.equivalences.flatMap(({same}) => same.map((phrase) => [phrase, same[0] as string] as const)),
  )
  return (tokens) => {
    const terms: string[] = []
    const matches = equivalents(tokens)
    let next = 0
    for (let at = 0; at < tokens.length; at++) {
      const match = matches[next]
      if (match && match.first === at) {
        for (const {word} of words(match.entry)) if (!idle.has(word)) terms.push(stem(word))
        at = match.last
        next++
        continue
      }
      const {word, kind} = tokens[at] as Token
      if (kind === 'number') terms.push('#')
      else if (!idle.has(word)) terms.push(stem(word))
    }
    return terms
  }
})
