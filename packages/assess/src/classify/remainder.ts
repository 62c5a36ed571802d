import {type Lexicon, perLexicon, words} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import {byKind} from '../by-kind.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, type Residue, residues, roleWords} from '../residue.ts'
import {perSaid, type Statement} from '../statement.ts'
import type {Leftover} from '../leftover.ts'
import {areMeans, isAnotherAct, leftovers, tells} from '../telling.ts'
import {type Classifier, type Evidence, isScope, perRow, perStatement, type Value} from './classifier.ts'
import {conditionTerms} from './condition.ts'
import {areReached, circumstanceTerms} from './reached-words.ts'

type Seen = Omit<Evidence, 'remainder'>

/** What the words that remain are a difference of: a definition's meaning, a scope section's cohort, else what the two statements that differ in the
 *  fewest words differ in: an exception, who is told, an age, how far the step reaches, the act where only the head verbs differ; or else `other`. */
export const remainderClass = (seen: Seen): DifferenceName => {
  if (seen.row.kind === 'definition') return 'definition'
  if (isScope(seen)) return 'scope'
  if (seen.row.kind !== 'provision') return 'other'
  const closest = closestPair(seen)
  return closest ? (kinds.find(({holds}) => holds(closest))?.class ?? 'other') : 'other'
}

/** Two statements that differ in words, with what is left over of each. */
interface Pair {
  readonly x: Value
  readonly y: Value
  readonly statements: readonly [Statement, Statement]
  readonly left: Leftover
  readonly lexicon: Lexicon
}

const closestPair = (seen: Seen): Pair | undefined => {
  const {statements, lexicon} = seen
  const valueOf = perSaid((each) => wordsOf(each, seen))
  const values = statements.map(valueOf)
  const leftOf = byKind(statements.map(perSaid((each) => kindOf(valueOf(each)))), (a, b) =>
    toldBy(values[a] as Value, values[b] as Value, lexicon),
  )
  let [closest, from, to]: [Leftover | null, number, number] = [null, 0, 0]
  for (let a = 0; a < values.length; a++)
    for (let b = a + 1; b < values.length; b++) {
      const left = leftOf(a, b)
      if (left !== null && (closest === null || size(left) < size(closest))) [closest, from, to] = [left, a, b]
    }
  if (closest === null) return undefined
  const [x, y] = [values[from] as Value, values[to] as Value]
  return {x, y, statements: [statements[from] as Statement, statements[to] as Statement], left: closest, lexicon}
}

/** What is left over of two values where that tells a difference of rule, or null. */
const toldBy = (x: Value, y: Value, lexicon: Lexicon): Leftover | null =>
  x.key !== y.key && tells(x, y, lexicon) ? leftovers(x, y, lexicon) : null

/** Everything of a value that says whether it tells a difference from another: of authorities that share a text one is asked. */
const kindOf = ({label: _label, said, ...rest}: Value): string => JSON.stringify([rest, [...(said ?? [])]])

const size = ([x, y]: Leftover): number => x.length + y.length

interface Kind {
  readonly class: DifferenceName
  readonly holds: (pair: Pair) => boolean
}

const all = ({left}: Pair): readonly string[] => [...left[0], ...left[1]]

/** Whether all that is left over stands behind `unless` or `except`. */
const isException = ({x, y, left}: Pair): boolean => {
  const follows = (value: Value, own: readonly string[]): boolean => {
    const terms = value.terms ?? []
    const from = terms.findIndex((term) => term === 'unless' || term === 'except')
    return own.length === 0 || (from >= 0 && own.every((term) => terms.indexOf(term) >= from))
  }
  return left[0].length + left[1].length > 0 && follows(x, left[0]) && follows(y, left[1])
}

/** Whether somebody is told, sent or invited, and nothing but names of roles is left over. */
const isWhoIsTold = (pair: Pair): boolean => {
  const {roles, telling} = roleTerms(pair.lexicon)
  return (
    telling.has(pair.x.terms?.[0] ?? '') &&
    pair.x.terms?.[0] === pair.y.terms?.[0] &&
    all(pair).some((term) => roles.has(term)) &&
    all(pair).every((term) => roles.has(term) || term === 'any' || term === 'or')
  )
}

/** Whether nothing but words for those who act is left over: `the health visitor or the school nurse`. */
const isWhoActs = (pair: Pair): boolean => {
  const named = new Set(pair.statements.flatMap((each) => roleWords(pair.lexicon, 'actors')(each)))
  const left = all(pair).filter((term) => term !== 'or' && term !== 'and')
  return left.length > 0 && left.every((term) => named.has(term))
}

/** Terms that name roles, those whom a step is about, and the verbs of telling. */
export const roleTerms = perLexicon((lexicon) => {
  const terms = foldedTerms(lexicon)
  const folded = (phrases: readonly string[]): readonly string[] => phrases.flatMap((phrase) => terms(words(phrase)))
  const classed = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => wordClass(lexicon, name).map((group) => group.join(' ')))
  return {
    roles: new Set([
      ...lexicon.roles.flatMap((each) => each.terms.flatMap((term) => folded([term]).slice(-1))),
      ...folded([...classed('generic-role'), 'residential']),
    ]),
    cohorts: new Set(folded(classed('cohort-noun'))),
    telling: new Set(folded([...classed('notify-verb', 'convey-verb'), 'invite'])),
  }
})

/** Whether two ages are all that is left over: `by the time the young person is 17`. An age until which something lasts is none of these. */
const isAge = (pair: Pair): boolean =>
  all(pair).length > 0 &&
  all(pair).every((term) => /^(?:\d+(?:st|nd|rd|th)?|half|birthday|no|later|than)$/u.test(term)) &&
  pair.statements.every(({text}) =>
    /\b(?<!until [^,;.]*)(?:is|are|turns?|reach(?:es)?|aged?|age of)\s+\d+|\b(?<!until [^,;.]*)\d+(?:st|nd|rd|th) birthday/iu.test(
      text,
    ),
  )

/** Whether one side alone names a narrower or a further sort of those the step is about. */
const isReach = ({x, y, left, lexicon}: Pair): boolean => {
  const [longer, added] = left[1].length === 0 ? [x, left[0]] : [y, left[1]]
  if (added.length === 0 || (left[0].length > 0 && left[1].length > 0)) return false
  const {roles, cohorts} = roleTerms(lexicon)
  const terms = longer.terms ?? []
  const isCohort = (near: string): boolean => cohorts.has(near)
  return added.every((term) => {
    const at = terms.indexOf(term)
    const isListed = terms.slice(Math.max(0, at - 2), at + 3).some((near) => near === 'or' || near === 'and')
    const before = terms.slice(Math.max(0, at - 6), at)
    const isNear =
      terms.slice(at + 1, at + 3).some(isCohort) ||
      (isListed && before.some((near) => near !== 'child' && isCohort(near)))
    return /^[a-z]+$/u.test(term) && !roles.has(term) && isNear
  })
}

/** Whether all that is left over says whom or what the step reaches: disabled here and unaccompanied children there, both parents or one. */
const isOtherReach = ({left, statements: [one, other], lexicon}: Pair): boolean =>
  one.modality !== null &&
  other.modality !== null &&
  left[0].length + left[1].length > 0 &&
  areReached(left[0], one, lexicon) &&
  areReached(left[1], other, lexicon)

/** Whether all that is left over says under what circumstances: only in an emergency, or with the consent of one person or another. */
const isCircumstance = ({left, statements: [one, other], lexicon}: Pair): boolean => {
  const [own, others] = [circumstanceTerms(one, lexicon), circumstanceTerms(other, lexicon)]
  return (
    left[0].length + left[1].length > 0 &&
    left[0].every((term) => own.has(term)) &&
    left[1].every((term) => others.has(term))
  )
}

/** Whether every term left over is a head verb, and both bind. */
const isOnlyVerbs = (pair: Pair): boolean => {
  const terms = foldedTerms(pair.lexicon)
  const verbs = pair.statements.flatMap(({verbs: own}) =>
    own.flatMap((verb) => terms(words(verb.replaceAll('-', ' ')))),
  )
  const heads = [pair.x, pair.y].flatMap(({hasVerb, terms: own}) => (hasVerb ? (own ?? []).slice(0, 1) : []))
  const acts = [...verbs, ...heads, ...joinedVerbs(pair)]
  return (
    all(pair).length > 0 &&
    all(pair).every((term) => acts.includes(term)) &&
    pair.statements.every(({modality}) => modality !== null)
  )
}

/** Whether one act is done by two means: sent by post here, through a portal there. */
const isMeans = ({x, y, left, statements}: Pair): boolean =>
  x.terms?.[0] === y.terms?.[0] && statements.every(({modality}) => modality !== null) && areMeans(x, y, left)

/** A verb joined to the head verb on one side: `may raise or lower`. */
const joinedVerbs = ({statements, lexicon}: Pair): readonly string[] =>
  statements.flatMap(({clauses}) =>
    clauses.flatMap(({evidence, text}) =>
      evidence
        .filter((each) => each.of === 'action' && each.in === 'text')
        .flatMap((each) => {
          const [, join, verb] =
            /^\s+(and|or)\s+(\p{L}+)\s+(?:the|a|an|any|each|it|them)\b/u.exec(text.slice(each.end)) ?? []
          return join && verb ? [join, ...foldedTerms(lexicon)(words(verb))] : []
        }),
    ),
  )

/** What a difference of words is, the surest first. */
const kinds: readonly Kind[] = [
  {class: 'action', holds: ({x, y, lexicon}) => isAnotherAct(x, y, lexicon)},
  {class: 'condition', holds: isException},
  {class: 'condition', holds: isCircumstance},
  {class: 'recipient', holds: isWhoIsTold},
  {class: 'actor', holds: isWhoActs},
  {class: 'threshold', holds: isAge},
  {class: 'action', holds: isOnlyVerbs},
  {class: 'action', holds: isMeans},
  {class: 'scope', holds: isReach},
  {class: 'scope', holds: isOtherReach},
]

/** The words of a statement that no other class compares, as a value. */
const wordsOf = (statement: Statement, seen: Seen): Value => {
  const {residues, lexicon} = seen
  const terms = residues.get(statement) as Residue
  const act = actOf(statement, terms, lexicon)
  return {
    key: terms.join(' '),
    label: statement.text,
    terms,
    text: statement.text,
    said: headingTerms(statement, lexicon),
    pointsBack: pointsBack(statement, lexicon),
    isRest: seen.row.kind === 'provision' && !isScope(seen),
    isCohort: isScope(seen),
    means: meansTerms(statement, lexicon),
    hasVerb: statement.verbs.some((verb) => foldedTerms(lexicon)(words(verb.replaceAll('-', ' ')))[0] === terms[0]),
    forbids: statement.modality === 'prohibition',
    named: namedTerms(statement, lexicon),
    ...(act ? {act} : {}),
  }
}

const headingTerms = perStatement(
  ({readings}, lexicon): ReadonlySet<string> =>
    new Set(readings.flatMap(({heading}) => foldedTerms(lexicon)(words(heading.title)))),
)

/** How many terms at the head of a statement are the term it defines. */
const namedTerms = perStatement(({clauses: [first]}, lexicon): number =>
  first?.type === 'definition' ? foldedTerms(lexicon)(words(first.term)).length : 0,
)

/** The words for means of sending or saying that stand behind `by`, `via`, `through` or `using`. */
const meansTerms = perStatement(({text}, lexicon): readonly string[] => {
  const terms = foldedTerms(lexicon)
  const channels = new Set(terms(words(wordClass(lexicon, 'channel').flat().join(' , '))))
  const phrases = [...text.matchAll(/\b(by|via|through|using|over)\s+((?:[\p{L}-]+\s?){1,4})/giu)]
  const found = phrases.flatMap(([, by = '', phrase = '']) => {
    const own = terms(words(phrase)).filter((term) => channels.has(term))
    return own.length === 0 ? [] : [...terms(words(by)), ...own]
  })
  return [...new Set(found)]
})

const pointsBack = perStatement(({text}, lexicon): boolean => {
  const [first] = words(text)
  return first !== undefined && wordClass(lexicon, 'anaphor').some(([word]) => word === first.word)
})

/** The act a statement binds one actor to under a condition, if it does. */
const actOf = (statement: Statement, terms: readonly string[], lexicon: Lexicon): Value['act'] => {
  const conditions = conditionTerms(statement, lexicon)
  if (conditions.length === 0 || statement.actors.length !== 1 || statement.modality === null) return undefined
  return {
    frame: `${statement.actors[0]} if ${conditions.join(' ')}`,
    terms: terms.filter((term) => !conditions.includes(term)),
  }
}

/** Whether in a row one actor is to do, under one condition, two things. */
const isOtherAct = perRow((statements, lexicon): boolean => {
  const acts = statements.map((each) => actOf(each, residues(lexicon)(each), lexicon))
  const kinds = new Map(acts.flatMap((act) => (act ? [[JSON.stringify(act), act] as const] : [])))
  const all = [...kinds.values()]
  return all.some((act, at) => all.slice(at + 1).some((other) => isAnotherAct({act}, {act: other}, lexicon)))
})

/** The words no other class compares, as a class. Contacts are local particulars and form fields have a class of their own: neither has a remainder. */
export const remainder = (name: DifferenceName): Classifier => ({
  class: name,
  value: (statement, evidence) => {
    const {row, statements, lexicon} = evidence
    if (row.kind === 'contact' || row.kind === 'field' || evidence.remainder !== name) return null
    return {...wordsOf(statement, evidence), isOtherAct: name === 'action' && isOtherAct(statements, lexicon)}
  },
})
