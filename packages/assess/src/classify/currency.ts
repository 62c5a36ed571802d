import type {Clause} from '@hedgerow/ast'
import {type Lexicon, perLexicon, phraseMatcher, type Token, words} from '@hedgerow/lexicon'
import type {Statement} from '../statement.ts'
import {wordClass} from '../plain-verbs.ts'
import type {Classifier} from './classifier.ts'

/** Superseded terms that stand in a text, sorted. */
const supersededTerms = perLexicon((lexicon): ((statement: Statement) => readonly string[]) => {
  const lower = phraseMatcher(
    lexicon.currency
      .filter(({caseSensitive, only}) => !caseSensitive && !only)
      .map((entry) => [entry.term, entry.term] as const),
  )
  const exact = lexicon.currency.filter(({caseSensitive}) => caseSensitive).map(({term}) => term)
  return ({text, clauses}) => {
    const tokens = words(text)
    const cased = exact.filter((term) => tokens.some((token) => token.text === term))
    const found = clauses.flatMap((clause) => [
      ...lower(ordinary(clause)).map(({entry}) => entry),
      ...placedTerms(clause, lexicon),
    ])
    return [...new Set([...found, ...cased])].sort()
  }
})

/** The words of a clause outside its local names: a project called after an old term is called so. What the name itself says its bearer is (`Vale Local
 *  Safeguarding Children Board`) counts. */
const ordinary = ({text, evidence}: Clause): readonly Token[] => {
  const local = evidence.filter((each) => each.of === 'local' && each.in === 'text')
  return words(text).filter(
    ({start, end}) =>
      !local.some((span) => !/^(?:board|partnership)$/u.test(span.value) && span.start < end && start < span.end),
  )
}

/** Terms that are superseded only as the name of who acts or is told, or as the term that is defined. */
const placedTerms = (clause: Clause, lexicon: Lexicon): readonly string[] => {
  const {currency: entries} = lexicon
  const roles = clause.evidence
    .filter((each) => (each.of === 'actors' || each.of === 'recipients') && each.in === 'text')
    .filter(({end}) => !isAttribute(clause.text.slice(end), lexicon))
    .map(({start, end}) => clause.text.slice(start, end).toLowerCase())
  const term = clause.type === 'definition' ? clause.term.toLowerCase() : null
  return entries
    .filter(
      (each) => (each.only === 'role' && roles.includes(each.term)) || (each.only === 'defined' && term === each.term),
    )
    .map((each) => each.term)
}

/** Whether a role's word only says what sort of thing follows it: professional judgement is nobody. */
const isAttribute = (rest: string, lexicon: Lexicon): boolean => {
  const [next] = words(rest.slice(0, 40))
  return next?.start === 1 && wordClass(lexicon, 'role-attribute-noun').some(([noun]) => noun === next.word)
}

/** Superseded editions a statement cites, as `title year`. Where the year was not read with the work, the one year that stands in the text is its own. */
const supersededCitations = ({citations, text}: Statement, lexicon: Lexicon): readonly string[] => {
  const years = text.match(/\b(?:19|20)\d\d\b/gu) ?? []
  return citations.flatMap(({id, year, title}) => {
    const printed = year ?? (citations.length === 1 && years.length === 1 ? Number(years[0]) : null)
    const vintage = lexicon.citations.find((work) => work.id === id)?.vintages.find((each) => each.year === printed)
    return vintage?.status === 'superseded' ? [`${title} ${printed}`] : []
  })
}

/** Superseded terms and editions. A statement that uses none is current; it differs from one that does. */
export const currency: Classifier = {
  class: 'currency',
  value: (statement, {lexicon}) => {
    const outdated = [...supersededTerms(lexicon)(statement), ...supersededCitations(statement, lexicon)]
    return outdated.length === 0
      ? {key: '', label: 'up to date'}
      : {key: [...new Set(outdated)].sort().join(' + '), label: [...new Set(outdated)].join(', ')}
  },
}
