import type {Clause, FactName} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, words} from '@hedgerow/lexicon'
import {baseForm} from '../plain-verbs.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, isScope, perRow, perStatement} from './classifier.ts'

/** How many of something a statement speaks of: `three sessions`, `at least two other agencies`. */
interface Quantity {
  readonly count: number
  readonly noun: string
  readonly label: string
}

/** Numbers of things that no fact holds, where two statements count the same thing: `one supporter` is not `two supporters`, in whatever words the rest is
 *  said. A thing that one of them does not count is none of it. */
export const quantities: Classifier = {
  class: 'other',
  value: (statement, evidence) => {
    const {row, statements, lexicon} = evidence
    if (row.kind !== 'provision' || isScope(evidence)) return null
    const shared = sharedNouns(statements, lexicon)
    const own = quantitiesOf(statement, lexicon).filter(({noun}) => shared.includes(noun))
    return own.length === 0
      ? null
      : {
          key: own
            .map(({count, noun}) => `${count} ${noun}`)
            .sort()
            .join(' + '),
          label: own.map(({label}) => label).join(', '),
          isSure: statements.every(({triggers, thresholds}) => triggers.length + thresholds.length === 0),
        }
  },
}

/** The things that every statement which counts any of them counts once. */
const sharedNouns = perRow((statements: readonly Statement[], lexicon: Lexicon): readonly string[] => {
  const all = statements.map((each) => quantitiesOf(each, lexicon).map(({noun}) => noun))
  const nouns = new Set(all.flat())
  return [...nouns].filter(
    (noun) =>
      all.filter((own) => own.includes(noun)).length > 1 &&
      all.every((own) => own.filter((each) => each === noun).length <= 1),
  )
})

const quantitiesOf = perStatement(({clauses}, lexicon): readonly Quantity[] =>
  clauses.flatMap((clause) => quantitiesIn(clause, lexicon)),
)

const told: readonly FactName[] = ['deadlines', 'trigger', 'threshold', 'citations', 'local']

const quantitiesIn = (clause: Clause, lexicon: Lexicon): readonly Quantity[] => {
  const {numbers, units, joints} = vocabulary(lexicon)
  const spans = clause.evidence.filter((each) => each.in === 'text' && told.includes(each.of))
  const all = words(clause.text)
  return all.flatMap((token, at) => {
    const count = numbers.get(token.word) ?? (/^\d{1,2}$/u.test(token.word) ? Number(token.word) : null)
    const isTold = spans.some(({start, end}) => start < token.end && token.start < end)
    if (
      count === null ||
      isTold ||
      /^(?:section|stage|level|part|step|page|form|number)$/u.test(all[at - 1]?.word ?? '')
    )
      return []
    const from = /^(?:or|and)$/u.test(all[at + 1]?.word ?? '') ? at + 3 : at + 1
    const noun = nounAt(clause.text, all, from, joints)
    if (noun === null || units.has(noun.word)) return []
    const label = clause.text.slice(token.start, noun.end)
    return [{count, noun: baseForm(lexicon)(noun.word), label}]
  })
}

/** The last of the words, three at most, that follow with no mark and no word between that joins or binds. */
const nounAt = (text: string, all: readonly Token[], from: number, joints: ReadonlySet<string>): Token | null => {
  let last: Token | null = null
  for (const token of all.slice(from, from + 3)) {
    const gap = last ? text.slice(last.end, token.start) : ' '
    if (joints.has(token.word) || token.kind !== 'word' || /[^\s-]/u.test(gap)) break
    last = token
    if (/[^s'’]s$/u.test(token.word)) break
  }
  return last
}

const vocabulary = perLexicon(({durations, functionWords, conditionOpeners}) => ({
  // `A` and `an` count nothing; `one` does beside `two`.
  numbers: new Map(
    durations.numbers.filter(({word}) => word !== 'a' && word !== 'an').map(({word, value}) => [word, value] as const),
  ),
  units: new Set(durations.units.map(({term}) => term)),
  joints: new Set([
    ...functionWords,
    ...conditionOpeners.filter(
      (word) => !/^(?:cases?|events?|circumstances|situations|instances|occasions?)$/u.test(word),
    ),
    'and',
    'or',
    'but',
    'of',
    'to',
    'for',
    'by',
    'with',
    'from',
    'at',
    'on',
    'in',
    'must',
    'should',
    'may',
    'will',
    'can',
  ]),
}))
