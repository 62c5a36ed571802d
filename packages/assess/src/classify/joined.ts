import type {Clause} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, tokens, words} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import {conditionSpans} from '../fronted.ts'
import {leftover, senses} from '../leftover.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, residues} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, type Evidence, isScope, perRow, perStatement, type Value} from './classifier.ts'

/** What one side joins by `and` or `or` to something both name, and the other side nowhere says, while everything that the other says is answered: `a burn, a
 *  bite or a bleed in the eye` beside `a burn or a bite`. In whatever words the rest is said, it is one thing more. It tells of the class of that which it
 *  is joined to: what a word means, whom a document covers, a condition; anything else of a provision is `other`. Who acts or is told has classes of its own. */
export const joined = (name: DifferenceName): Classifier => ({
  class: name,
  value: (statement, evidence) => {
    const {row, statements, lexicon} = evidence
    if (row.kind !== 'provision' && row.kind !== 'definition') return null
    const found = additions(statements, lexicon).get(statement.said)
    return found && classOf(found, evidence) === name ? found.value : null
  },
})

interface Conjunct {
  readonly text: string
  readonly terms: readonly string[]
  readonly isCondition: boolean
}

interface Addition {
  readonly isCondition: boolean
  readonly value: Value
}

const classOf = ({isCondition}: Addition, evidence: Evidence): DifferenceName =>
  evidence.row.kind === 'definition' ? 'definition' : isScope(evidence) ? 'scope' : isCondition ? 'condition' : 'other'

/** Of more statements than this the first are compared. */
const mostCompared = 16

const additions = perRow((statements, lexicon): ReadonlyMap<object, Addition> => {
  const kinds = [...new Map(statements.map((each) => [each.said, each])).values()].slice(0, mostCompared)
  const found = new Map<object, Addition>()
  for (const longer of kinds) {
    const all = conjuncts(longer, lexicon)
    if (all.length === 0) continue
    for (const shorter of kinds) {
      const added = shorter === longer ? undefined : all.find((each) => isAdded(each, shorter, longer, lexicon))
      if (!added) continue
      const {isCondition, text, terms} = added
      const value = {key: terms.join(' '), label: `“${text}”`, isWorded: true}
      found.set(longer.said, {isCondition, value})
      if (!found.has(shorter.said))
        found.set(shorter.said, {isCondition, value: {key: '', label: `without “${text}”`, isWorded: true}})
    }
  }
  return found
})

const isAdded = ({terms}: Conjunct, shorter: Statement, longer: Statement, lexicon: Lexicon): boolean => {
  if (joints(shorter) >= joints(longer) || shorter.clauses.some(({leadIn}) => leadIn !== null)) return false
  const {isNear} = senses(lexicon)
  const said = [...everything(shorter, lexicon)]
  if (terms.some((term) => said.some((other) => other === term || isNear(other, term)))) return false
  const [unanswered] = leftover(residues(lexicon)(shorter), [...everything(longer, lexicon)], lexicon)
  return unanswered.every((term) => term.startsWith('role:'))
}

const everything = perStatement(({readings}, lexicon): ReadonlySet<string> => {
  const all = readings.map(({clause, heading}) => `${heading.title} ${clause.leadIn ?? ''} ${clause.text}`).join(' ')
  return new Set(foldedTerms(lexicon)(words(all)))
})

/** How often a statement joins things. */
const joints = ({text}: Statement): number =>
  tokens(text).filter((token) => isJoint(token) || token.text === ',').length

const isJoint = ({word}: Token): boolean => word === 'and' || word === 'or' || word === 'plus'

/** What stands behind each joint of a statement of one clause, where it is a noun phrase or goes on with a condition. */
const conjuncts = perStatement(({clauses: [clause, ...others]}, lexicon): readonly Conjunct[] => {
  if (!clause || others.length > 0) return []
  const all = tokens(clause.text)
  return all.flatMap((token, at) => (isJoint(token) ? (conjunctAt(clause, all, at + 1, lexicon) ?? []) : []))
})

const conjunctAt = (clause: Clause, all: readonly Token[], from: number, lexicon: Lexicon): Conjunct | null => {
  const {ends, starts, comparing} = vocabulary(lexicon)
  const first = all[from]
  if (!first || !starts.has(first.word)) return null
  let end = from + 1
  while (end < all.length && !isEnd(all[end] as Token, end - from, ends)) end++
  const own = all.slice(from, end)
  const last = own.at(-1) as Token
  if (isTold(clause, first.start, last.end)) return null
  const {light} = senses(lexicon)
  const terms = foldedTerms(lexicon)(own).filter((term) => !light.has(term) && !/^(?:all|any|each|both)$/u.test(term))
  if (terms.length === 0 || comparing.has(own.find(({word}) => !starts.has(word))?.word ?? '')) return null
  const isCondition = conditionSpans(clause, 'text').some(
    ({start, end: to}) => start < first.start && first.start <= to + 5,
  )
  return {text: clause.text.slice(first.start, last.end), terms, isCondition}
}

const isEnd = (token: Token, length: number, ends: ReadonlySet<string>): boolean =>
  token.kind === 'mark' || isJoint(token) || (length > 1 && ends.has(token.word))

/** Whether a fact of a clause, which another class compares, holds any of a span. */
export const isTold = ({evidence}: Clause, start: number, end: number): boolean =>
  evidence.some(
    (each) =>
      each.in === 'text' &&
      /^(?:actors|recipients|local|citations|deadlines|trigger|threshold|forms)$/u.test(each.of) &&
      each.start < end &&
      start < each.end,
  )

const vocabulary = perLexicon((lexicon) => {
  const set = (...names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => wordClass(lexicon, name).flat()))
  return {
    starts: set('conjunct-start'),
    ends: set('preposition', 'finite', 'condition-opener', 'relative-opener', 'time-opener'),
    comparing: set('comparing-word'),
  }
})
