import {type Lexicon, perLexicon, phraseMatcher, words} from '@hedgerow/lexicon'
import type {Statement} from '../statement.ts'
import type {Classifier} from './classifier.ts'

/** Superseded terms that stand in a text, sorted. */
const supersededTerms = perLexicon((lexicon): ((text: string) => readonly string[]) => {
  const lower = phraseMatcher(
    lexicon.currency.filter(({caseSensitive}) => !caseSensitive).map((entry) => [entry.term, entry.term] as const),
  )
  const exact = lexicon.currency.filter(({caseSensitive}) => caseSensitive).map(({term}) => term)
  return (text) => {
    const tokens = words(text)
    const cased = exact.filter((term) => tokens.some((token) => token.text === term))
    return [...new Set([...lower(tokens).map(({entry}) => entry), ...cased])].sort()
  }
})

/** Superseded editions a statement cites, as `title year`. */
const supersededCitations = ({citations}: Statement, lexicon: Lexicon): readonly string[] =>
  citations.flatMap(({id, year, title}) => {
    const vintage = lexicon.citations.find((work) => work.id === id)?.vintages.find((each) => each.year === year)
    return vintage?.status === 'superseded' ? [`${title} ${year}`] : []
  })

/** Superseded terms and editions. A statement that uses none is current; it differs from one that does. */
export const currency: Classifier = {
  class: 'currency',
  value: (statement, {lexicon}) => {
    const outdated = [...supersededTerms(lexicon)(statement.text), ...supersededCitations(statement, lexicon)]
    return outdated.length === 0
      ? {key: '', label: 'up to date'}
      : {key: [...new Set(outdated)].sort().join(' + '), label: [...new Set(outdated)].join(', ')}
  },
}
