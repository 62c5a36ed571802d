import type {Clause} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, tokens, words} from '@hedgerow/lexicon'
import {senses} from '../leftover.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, perRow, perStatement, type Value} from './classifier.ts'
import {isTold} from './joined.ts'

/** Whom a duty reaches, where it is said by what they have or where they are: `pupils on a reduced timetable or in alternative provision` are more than `pupils
 *  on a reduced timetable`. One of two alternatives behind somebody must stand on the other side, and the other nowhere. */
export const cohorts: Classifier = {
  class: 'scope',
  value: (statement, {row, statements, lexicon}) =>
    row.kind === 'provision' ? (reaches(statements, lexicon).get(statement.said) ?? null) : null,
}

/** Of more statements than this the first are compared. */
const mostCompared = 16

const reaches = perRow((statements, lexicon): ReadonlyMap<object, Value> => {
  const kinds = [...new Map(statements.map((each) => [each.said, each])).values()].slice(0, mostCompared)
  const found = new Map<object, Value>()
  for (const wider of kinds)
    for (const {text, terms, one, other} of alternativesOf(wider, lexicon)) {
      const narrower = kinds.filter((each) => each !== wider && isNarrower(each, terms, [one, other], lexicon))
      if (narrower.length === 0) continue
      found.set(wider.said, {key: terms.join(' '), label: `“${text}”`, isWorded: true})
      for (const each of narrower) found.set(each.said, {key: '', label: `not “${text}”`, isWorded: true})
    }
  return found
})

interface Alternatives {
  readonly text: string
  readonly terms: readonly string[]
  readonly one: readonly string[]
  readonly other: readonly string[]
}

/** Whether a statement of force names the same people, says one of two alternatives and no word of the other. */
const isNarrower = (
  statement: Statement,
  terms: readonly string[],
  [one, other]: readonly [readonly string[], readonly string[]],
  lexicon: Lexicon,
): boolean => {
  if (statement.modality === null || alternativesOf(statement, lexicon).length > 0) return false
  const {isNear} = senses(lexicon)
  const said = termsOf(statement, lexicon)
  const isSaid = (term: string): boolean => said.some((each) => each === term || isNear(each, term))
  const holds = (all: readonly string[], none: readonly string[]): boolean => all.every(isSaid) && !none.some(isSaid)
  return isSaid(terms[0] as string) && (holds(one, other) || holds(other, one))
}

const termsOf = perStatement(({readings}, lexicon): readonly string[] =>
  foldedTerms(lexicon)(
    words(readings.map(({clause, heading}) => `${heading.title} ${clause.leadIn ?? ''} ${clause.text}`).join(' ')),
  ),
)

const alternativesOf = perStatement(({clauses, modality}, lexicon): readonly Alternatives[] =>
  modality === null ? [] : clauses.flatMap((clause) => alternativesIn(clause, tokens(clause.text), lexicon)),
)

/** `Child with a social worker or a plan`: somebody, a preposition, and two things with `or` between. */
const alternativesIn = (clause: Clause, all: readonly Token[], lexicon: Lexicon): readonly Alternatives[] => {
  const {people, leads, ends} = vocabulary(lexicon)
  return all.flatMap((token, at) => {
    if (!people.has(token.word) || !leads.has(all[at + 1]?.word ?? '')) return []
    const or = all.findIndex(
      ({word, kind}, place) => place > at + 2 && (word === 'or' || kind === 'mark' || ends.has(word)),
    )
    if (all[or]?.word !== 'or' || or - at > longest) return []
    const end = all.findIndex(
      ({kind, word}, place) => place > or + 2 && (kind === 'mark' || ends.has(word) || leads.has(word)),
    )
    const [one, other] = [all.slice(at + 2, or), all.slice(or + 1, end < 0 ? all.length : end)].map((part) =>
      content(part, lexicon),
    ) as [readonly string[], readonly string[]]
    const last = all[(end < 0 ? all.length : end) - 1] as Token
    if (one.length === 0 || other.length === 0 || isTold(clause, token.start, last.end)) return []
    return [{text: clause.text.slice(token.start, last.end), terms: foldedTerms(lexicon)([token]), one, other}]
  })
}

/** So many words may stand between somebody and `or`. */
const longest = 10

const content = (part: readonly Token[], lexicon: Lexicon): readonly string[] => {
  const {light} = senses(lexicon)
  return foldedTerms(lexicon)(part).filter((term) => !light.has(term) && term !== 'and' && term !== 'or')
}

const vocabulary = perLexicon((lexicon) => {
  const set = (...names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => wordClass(lexicon, name).flat()))
  const pronouns = set('pronoun')
  return {
    people: new Set([...set('vulnerable')].filter((word) => !pronouns.has(word))),
    leads: set('having-word'),
    ends: set('finite', 'bound-marker'),
  }
})
