import type {Clause, FactName} from '@hedgerow/ast'
import {setting} from '@hedgerow/collate'
import {type Lexicon, type Token, words} from '@hedgerow/lexicon'
import {conditionSpans} from '../fronted.ts'
import {foldedTerms, type Residue} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {leftover} from '../leftover.ts'
import {active} from '../voice.ts'
import type {Classifier} from './classifier.ts'
import {perRow, perStatement, silent} from './classifier.ts'

/** The words of a clause's condition, in its text or its lead-in, that no other class compares: its trigger, threshold, time limits, citations and local
 *  names taken out. In the order of the text. */
const conditionWords = (clause: Clause, lexicon: Lexicon): readonly string[] => {
  const openers = new Set(lexicon.conditionOpeners)
  const part = (text: string, place: 'text' | 'lead-in'): readonly string[] => {
    const within = (of: readonly FactName[], {start, end}: Token): boolean =>
      clause.evidence.some((each) => of.includes(each.of) && each.in === place && each.start < end && start < each.end)
    const spans = conditionSpans(clause, place)
    const own = words(text).filter(
      (token) =>
        !openers.has(token.word) &&
        spans.some(({start, end}) => start < token.end && token.start < end) &&
        !within(counted, token),
    )
    return foldedTerms(lexicon)(spans.length === 1 ? active(own, lexicon) : own)
  }
  return [...part(clause.leadIn ?? '', 'lead-in'), ...part(clause.text, 'text')]
}

const counted: readonly FactName[] = ['trigger', 'threshold', 'deadlines', 'local', 'citations']

/** A condition that is nothing but a trigger or threshold is compared by those classes. */
const isCounted = ({triggers, thresholds}: Statement): boolean => triggers.length + thresholds.length > 0

/** Circumstances on which the provision depends. Stated by one side only is a difference, unless the other says it outside a condition (`on each third
 *  episode`). The words are weighed with the rest of the statement: a changed or added condition in an else equal sentence is a change; in a sentence
 *  written anew it can't be told. */
export const condition: Classifier = {
  class: 'condition',
  value: (statement, evidence) => {
    if (evidence.row.kind !== 'provision' || isCounted(statement)) return null
    const terms = conditionTerms(statement, evidence.lexicon)
    const residue = evidence.residues.get(statement) as Residue
    const said = everythingSaid(statement, evidence.lexicon)
    if (terms.length > 0)
      return {
        key: [...terms].sort().join(' '),
        label: `“${statement.conditions.join('; ')}”`,
        terms: [...residue.filter((term) => !terms.includes(term)), ...terms],
        own: terms,
        namesNoAgent: statement.conditions.every(namesNoAgent),
        pointsBack: statement.conditions.some((text) => pronoun.test(text)),
        isLone: statement.modality !== null && statement.conditions.length === 1,
        said,
        rest: residue.filter((term) => !terms.includes(term)).join(' '),
      }
    const {isAnyCounted, conditions} = circumstances(evidence.statements, evidence.lexicon)
    return isAnyCounted || conditions.every((other) => isSaid(other, statement, evidence.lexicon))
      ? null
      : {...silent('no condition'), terms: residue, own: [], said, rest: residue.join(' ')}
  },
}

/** What the statements of a row depend on: each condition once, and whether any is a count or an amount. */
const circumstances = perRow((statements, lexicon) => ({
  isAnyCounted: statements.some(isCounted),
  conditions: [
    ...new Map(
      statements.map((each) => conditionTerms(each, lexicon)).map((terms) => [terms.join(' '), terms]),
    ).values(),
  ],
}))

/** `If it is problematic`: of what, was said before. */
const pronoun = /^\p{L}+ (?:it|they|he|she|this|that|these|those|there)\b/iu

const namesNoAgent = (text: string): boolean =>
  /\b(?:is|are|was|were|been) (?:\p{L}+ly )?(?:\p{L}+ed|made|given|taken|seen|told|held|found|known|sent)\b/iu.test(
    text,
  ) && !/\bby\b/iu.test(text)

/** The terms of all conditions of a statement, each once, in the order of the text. */
export const conditionTerms = perStatement((statement, lexicon): readonly string[] => [
  ...new Set(statement.clauses.flatMap((clause) => conditionWords(clause, lexicon))),
])

/** Every term of a statement, its lead-ins and its headings. */
const everythingSaid = perStatement(({readings}, lexicon): ReadonlySet<string> => {
  const all = readings.map(({clause, heading}) => `${heading.title} ${clause.leadIn ?? ''} ${clause.text}`).join(' ')
  return new Set(foldedTerms(lexicon)(words(all)))
})

/** Words without which a condition is another. */
const turning: ReadonlySet<string> = new Set(['unless', 'except', 'not', 'no', 'never', 'only', 'without', 'until'])

/** Whether most of a condition's words stand, or words of near sense, in a statement that has no condition, its lead-in or its heading. */
const isSaid = (terms: readonly string[], statement: Statement, lexicon: Lexicon): boolean => {
  const [weighty] = leftover(terms, [], lexicon)
  const [unsaid] = leftover(terms, [...everythingSaid(statement, lexicon)], lexicon)
  return (
    !unsaid.some((term) => turning.has(term)) &&
    unsaid.length <= weighty.length * (1 - setting(lexicon)('condition-said'))
  )
}
