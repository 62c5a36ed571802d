import {type Clause, maskedText, meaningStart} from '@hedgerow/ast'
import {type Lexicon, tokens, words} from '@hedgerow/lexicon'
import {commonest, type Heading, type Row} from '@hedgerow/collate'
import {type DifferenceName, type Status, statuses, type Variant} from './assessment.ts'
import {classifiers} from './classify/index.ts'
import type {Classifier, Evidence, Value} from './classify/classifier.ts'
import {isVerbless} from './classify/modality.ts'
import {remainderClass} from './classify/remainder.ts'
import {isFirm} from './leftover.ts'
import {otherContacts} from './reached.ts'
import {type Residue, residues} from './residue.ts'
import {restatement} from './restated.ts'
import {areReworded} from './reworded.ts'
import {perSaid, type Statement, statementsWith} from './statement.ts'
import {ends, leftovers, tells} from './telling.ts'

/** A difference of one class in a row, with the value each authority has. */
export interface Difference {
  readonly class: DifferenceName
  readonly variants: readonly Variant[]
  readonly values: ReadonlyMap<string, Value>
}

/** A row judged: what differs and what is not known. */
export interface Judgement {
  readonly row: Row
  readonly statements: readonly Statement[]
  /** The words of each statement that no fact explains. */
  readonly residues: ReadonlyMap<Statement, Residue>
  readonly differences: readonly Difference[]
  /** Differences of words that could not be told to be differences of rule, or that a typed one covers: two authorities parted by one neither agree nor differ. */
  readonly doubts: readonly Difference[]
  readonly facets: readonly DifferenceName[]
  readonly unsure: readonly string[]
}

/** Classes that change what is to be done, by the lexicon. */
export const substantive = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(lexicon.differences.filter((each) => each.substantive).map((each) => each.class))

/** Judges rows: every class by which at least two statements differ. `ofFacts` are the authorities whose document says duties as facts. */
export const judging = (
  lexicon: Lexicon,
  ofFacts: ReadonlySet<string> = new Set(),
): ((row: Row, authorities: readonly string[]) => Judgement) => {
  const residueOf = residues(lexicon)
  const statements = statementsWith(lexicon, ofFacts)
  const weighty = substantive(lexicon)
  return (row, authorities) => {
    const own = statements(row)
    const seen = {row, statements: own, residues: new Map(own.map((each) => [each, residueOf(each)])), lexicon}
    const evidence: Evidence = {...seen, remainder: remainderClass(seen)}
    const found = classifiers.flatMap((classifier) => difference(classifier, evidence))
    // A person who read them may say what words alone cannot tell; a limit, a number or who acts they cannot talk away.
    const isOpen = (each: Difference): boolean => isRecast(each, lexicon) || isUnbounded(each, lexicon)
    const isSettled = (each: Difference): boolean => isUntyped(each) || isOpen(each) || isWorded(each)
    const all = row.rule === 'same' ? found.filter((each) => !isSettled(each)) : found
    const edited = row.rule === 'differs' ? all : all.filter((each) => !isOpen(each))
    const typed = edited.some((each) => weighty.has(each.class) && !isUntyped(each))
    const differences = merged(typed ? edited.filter((each) => !isUntyped(each)) : edited)
    const doubts = all.filter((each) => weighty.has(each.class) && !differences.includes(each))
    const isTold = differences.some((each) => weighty.has(each.class))
    const recast = all.filter((each) => !edited.includes(each))
    const restated = recast.length > 0 && !isTold
    const isReworded = recast.every(({values}) => areReworded(values, own, lexicon))
    const missing = authorities.length > own.length ? [presence(own, authorities)] : []
    const facets = [
      ...differences.map((each) => each.class),
      ...(isTold || (restated && !isReworded) || row.kind === 'contact' || !areWordedApart(own)
        ? []
        : (['wording'] as const)),
      ...missing,
    ]
    return {
      row,
      statements: own,
      residues: seen.residues,
      differences,
      doubts,
      facets,
      unsure: [
        ...((isTold || isSurelyAbsent(row)) && isOnlyOfAbsence(row) ? [] : row.unsure),
        ...(row.rule === null ? contrasts(own, lexicon, isTold) : []),
        ...(restated ? [restatement(own, lexicon)] : []),
        ...(isTold || row.rule !== null ? [] : unboundForce(own, lexicon)),
        ...(row.kind === 'contact' && row.rule === null && !isTold ? otherContacts(own, lexicon) : []),
      ],
    }
  }
}

/** Some bind and some have no verb: whether these bind as well cannot be told. */
const unboundForce = (statements: readonly Statement[], lexicon: Lexicon): readonly string[] => {
  if (statements.every(({modality}) => modality === null)) return []
  const without = statements.find((each) => isVerbless(each, lexicon))
  if (without) return [`said without a verb, so that how binding it is cannot be told: “${without.text}”`]
  const fact = statements.find(({isOfFacts, modality}) => isOfFacts && modality === null)
  return fact
    ? [`said as a fact, as all of that document is, so that how binding it is cannot be told: “${fact.text}”`]
    : []
}

/** Whether several hold a row and somebody surely has nothing of it. */
const isSurelyAbsent = ({readings, doubtful}: Row): boolean => {
  const lacking = Object.keys(readings).filter((authority) => readings[authority] === null)
  return Object.keys(readings).length - lacking.length > 1 && lacking.some((authority) => !doubtful[authority])
}

/** Whether all that is in doubt of a row is that somebody who seems to lack it has it after all. That those who hold it differ, or that another surely lacks it,
 *  stands whoever else has it; that all agree, or that nobody else has it, does not. */
const isOnlyOfAbsence = ({unsure, doubtful}: Row): boolean => {
  const reasons = new Set(Object.values(doubtful).flatMap((each) => each.reasons))
  return unsure.every((reason) => reasons.has(reason))
}

/** Words that no class explains: where a class does explain the difference of a row they are not told beside it, but leave the authorities they part in doubt.
 *  That one actor is to do quite another thing is told beside any. */
export const isUntyped = (each: Difference): boolean => {
  const values = [...each.values.values()]
  const isRest = each.class === 'other' || each.class === 'action' || values.some((value) => value.isRest === true)
  return isRest && !values.some(({isOtherAct, isSure}) => isOtherAct === true || isSure === true)
}

/** Whether a difference was told from plain words, however unlike the rest. */
const isWorded = ({values}: Difference): boolean => [...values.values()].every((value) => value.isWorded === true)

/** Whether two authorities have different values of a difference. */
export const isApart = ({values}: Difference, a: string, b: string): boolean => {
  const [x, y] = [values.get(a), values.get(b)]
  return x !== undefined && y !== undefined && x.key !== y.key
}

/** One difference a class: a scope that differs by ages and by words is one. */
const merged = (differences: readonly Difference[]): readonly Difference[] =>
  differences.filter((each, at) => differences.findIndex((other) => other.class === each.class) === at)

/** `extra` = one holder where three or more authorities have the topic; `absent` = any other row in which somebody has nothing. */
const presence = (own: readonly Statement[], authorities: readonly string[]): DifferenceName =>
  own.length === 1 && authorities.length >= 3 ? 'extra' : 'absent'

const difference = (classifier: Classifier, evidence: Evidence): readonly Difference[] => {
  const values = new Map<string, Value>()
  const valueOf = perSaid((statement) => classifier.value(statement, evidence))
  for (const statement of evidence.statements) {
    const value = valueOf(statement)
    if (value) values.set(statement.authority, value)
  }
  const variants = variantsOf(values)
  return variants.length < 2 ? [] : [{class: classifier.class, variants, values}]
}

/** Values with their holders: most holders first, then by the first holder. A value is labelled as most of its holders print it. */
const variantsOf = (values: ReadonlyMap<string, Value>): readonly Variant[] => {
  const found = new Map<string, {labels: string[]; authorities: string[]}>()
  for (const [authority, {key, label}] of values) {
    const known = found.get(key)
    if (known) {
      known.labels.push(label)
      known.authorities.push(authority)
    } else found.set(key, {labels: [label], authorities: [authority]})
  }
  return [...found]
    .map(([value, {labels, authorities}]) => ({value, label: commonest(labels) ?? '', authorities}))
    .sort(
      (x, y) =>
        y.authorities.length - x.authorities.length ||
        ((x.authorities[0] as string) < (y.authorities[0] as string) ? -1 : 1),
    )
}

/** Whether a difference is one of words alone that no two of its values tell: said in other words, or in the same words in another order. */
const isRecast = ({values}: Difference, lexicon: Lexicon): boolean => {
  const names = new Map<Value, string>()
  const nameOf = (value: Value): string => {
    const name = names.get(value) ?? `${value.key}\n${value.rest}\n${value.text}`
    names.set(value, name)
    return name
  }
  const all = [...new Map([...values.values()].map((value) => [nameOf(value), value])).values()]
  return all.every((x, at) => all.slice(at + 1).every((y) => x.key === y.key || !tells(x, y, lexicon)))
}

/** Whether a difference that has no class but `other` lies in plain words alone: no number, denial or quantifier, not another order, and no edit of one place
 *  in an else equal sentence. One word for another is then a synonym nobody listed more often than another rule (of 17 such rows in four regions aligned by hand
 *  2 were another rule), so it is left unsure. */
const isUnbounded = (difference: Difference, lexicon: Lexicon): boolean => {
  const values = [
    ...new Map([...difference.values.values()].map((value) => [`${value.key}\n${value.text}`, value])).values(),
  ]
  if (difference.class !== 'other' || !values.every(({hasVerb}) => hasVerb !== undefined)) return false
  const wordings = values.map(({text = ''}) => words(text).map(({word}) => word))
  return !values.some((x, at) =>
    values.some(
      (y, to) => to > at && x.key !== y.key && isBounded(x, y, [wordings[at] ?? [], wordings[to] ?? []], lexicon),
    ),
  )
}

const isBounded = (
  x: Value,
  y: Value,
  [own, other]: readonly [readonly string[], readonly string[]],
  lexicon: Lexicon,
): boolean => {
  if (!tells(x, y, lexicon)) return false
  const left = leftovers(x, y, lexicon).flat()
  return left.length === 0 || left.some(isFirm) || isOneEdit(own, other)
}

/** Whether two sentences are word for word one but for a single place of three words at most. */
const isOneEdit = (x: readonly string[], y: readonly string[]): boolean => {
  const shared = ends(x, y)
  return shared >= 5 && Math.max(x.length, y.length) - shared <= 3
}

/** Identical steps under headings that tell them apart (`High risk`, `Low risk`) may be two rules; nothing in the words can say. */
const contrasts = (statements: readonly Statement[], lexicon: Lexicon, isTold: boolean): readonly string[] => {
  if (isTold) return []
  const headings = statements.flatMap(({readings}) => readings.slice(0, 1).map(({heading}) => heading))
  const [first, ...rest] = new Map(headings.map((heading) => [`${heading.kind}\n${heading.title}`, heading])).values()
  if (!first) return []
  const apart = rest.find((heading) => areContrasted(first, heading, lexicon))
  return apart ? [`under headings that may tell them apart: “${first.title}” and “${apart.title}”`] : []
}

/** Whether two headings have other words of contrast, or each a topic of its own: one that names none (`Referral`) may hold what the other narrows. */
const areContrasted = (x: Heading, y: Heading, {headingContrasts, headingTopics}: Lexicon): boolean => {
  if (telling(x, headingContrasts) !== telling(y, headingContrasts)) return true
  if (x.kind !== null && x.kind === y.kind) return false
  const [own, other] = [telling(x, headingTopics), telling(y, headingTopics)]
  return own !== '' && other !== '' && own !== other
}

/** The words of a heading that would tell it apart from another. `First` at its end says when, and not which. */
const telling = ({title}: Heading, known: readonly string[]): string =>
  [...new Set(words(title.replace(/\bfirst\W*$/iu, '')).map(({word}) => word))]
    .filter((word) => known.includes(word))
    .sort()
    .join(' ')

/** Whether any two statements are worded differently, case, punctuation and local particulars apart. */
const areWordedApart = (statements: readonly Statement[]): boolean => {
  const plain = (clause: Clause): string =>
    tokens(maskedText(clause).slice(meaningStart(clause)))
      .filter(({kind, text}) => kind !== 'mark' || !/[.,;:'"‘’“”()[\]–—-]/u.test(text))
      .map(({word}) => word)
      .join(' ')
  return new Set(statements.map(perSaid(({clauses}) => clauses.map(plain).join(' ')))).size > 1
}

/** The weightiest status that holds, by contract. */
export const statusOf = ({facets, unsure}: Pick<Judgement, 'facets' | 'unsure'>, lexicon: Lexicon): Status => {
  if (unsure.length > 0) return 'unsure'
  if (facets.includes('below-standard')) return 'below-standard'
  const weighty = substantive(lexicon)
  if (facets.some((facet) => weighty.has(facet))) return 'differs'
  return statuses.find((status) => (facets as readonly string[]).includes(status)) ?? 'same'
}
