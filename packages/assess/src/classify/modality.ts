import type {Modality} from '@hedgerow/ast'
import {isAdvisedAgainst, wordsOf} from '../explained.ts'
import {exactly} from '../protection.ts'
import {force, type Statement} from '../statement.ts'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {senses} from '../leftover.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms} from '../residue.ts'
import {type Classifier, perRow} from './classifier.ts'

const labels: Readonly<Record<Modality, string>> = {
  obligation: 'must',
  prohibition: 'must not',
  recommendation: 'should',
  permission: 'may',
}

/** The force of the provision; a statement of fact beside a duty differs too. Definitions, fields and contacts have none. `will` is a house style for a
 *  duty, and the present tense (`the panel meets every month`) a house style for `will`: beside nothing stronger than `will` it is no difference. */
export const modality: Classifier = {
  class: 'modality',
  value: (statement, {row, statements, lexicon}) => {
    const own = statement.modality
    if (row.kind !== 'provision' || isCrossReference(statement, lexicon)) return null
    if (own === null && statements.every((each) => each.modality === null || isWill(each))) return null
    if (statement.clauses.some(isAdvisedAgainst) && own === 'recommendation')
      return {key: 'recommendation not', label: 'should not'}
    const key = own === 'prohibition' && !forbidsWhatIsAsked(statements, lexicon) ? 'obligation' : own
    return {key: key ?? '', label: own ? labels[own] : 'states a fact', rank: [exactly(force(own))]}
  },
}

/** Whether an act that is asked for on one side is forbidden on another. Where the acts are not the same, `must not do it without` is `must do that before`: which
 *  way a rule is put is then no difference of its force. */
const forbidsWhatIsAsked = perRow((statements: readonly Statement[], lexicon: Lexicon): boolean => {
  const {isNear} = senses(lexicon)
  const heads = (name: Modality): readonly string[] =>
    statements
      .filter((each) => each.modality === name)
      .flatMap(({verbs}) => verbs.flatMap((verb) => foldedTerms(lexicon)(words(verb.replaceAll('-', ' ')))))
  const asked = heads('obligation')
  const forbidden = heads('prohibition')
  if (asked.length === 0 || forbidden.length === 0) return true
  return forbidden.some((verb) => asked.some((other) => verb === other || isNear(verb, other)))
})

/** Whether a statement only says what other document is to be read: that binds nobody, in whatever word. A plan that is read with a child is none.
 *  Source: contract, Conventions. */
const isCrossReference = ({text}: Statement, lexicon: Lexicon): boolean =>
  wordClass(lexicon, 'cross-reference').some((phrase) => {
    const [before = '', after = ''] = text.toLowerCase().split(` ${phrase.join(' ')} `)
    return /^(?:it|this|the)\b/u.test(before) && !/\bplan\b/u.test(before) && documents.test(after)
  })

const documents = /\b(?:procedures?|protocols?|chapters?|guidance|polic(?:y|ies)|strateg(?:y|ies)|act|manual)\b/u

const isWill = ({clauses}: Statement): boolean =>
  clauses.every((clause) =>
    clause.evidence.filter(({of}) => of === 'modality').every((each) => wordsOf(clause, each).join(' ') === 'will'),
  )
