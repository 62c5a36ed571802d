import {type Clause, maskedText, meaningStart} from '@hedgerow/ast'
import {type Lexicon, tokens, words} from '@hedgerow/lexicon'
import {commonest, type Heading, type Row} from '@hedgerow/collate'
import {type DifferenceName, type Status, statuses, type Variant} from './assessment.ts'
import {classifiers} from './classify/index.ts'
import type {Classifier, Evidence, Value} from './classify/classifier.ts'
import {remainderClass} from './classify/remainder.ts'
import {otherContacts} from './reached.ts'
import {type Residue, residues} from './residue.ts'
import {restatement} from './restated.ts'
import {areReworded} from './reworded.ts'
import {type Statement, statementsWith} from './statement.ts'
import {tells} from './telling.ts'

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

/** Judges rows: every class by which at least two statements differ. */
export const judging = (lexicon: Lexicon): ((row: Row, authorities: readonly string[]) => Judgement) => {
  const residueOf = residues(lexicon)
  const statements = statementsWith(lexicon)
  const weighty = substantive(lexicon)
  return (row, authorities) => {
    const own = statements(row)
    const seen = {row, statements: own, residues: new Map(own.map((each) => [each, residueOf(each)])), lexicon}
    const evidence: Evidence = {...seen, remainder: remainderClass(seen)}
    const found = classifiers.flatMap((classifier) => difference(classifier, evidence))
    // A person who read them may say what words alone cannot tell; a limit, a number or who acts they cannot talk away.
    const all = row.rule === 'same' ? found.filter((each) => !isUntyped(each) && !isRecast(each, lexicon)) : found
    const edited = row.rule === 'differs' ? all : all.filter((each) => !isRecast(each, lexicon))
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
        ...row.unsure,
        ...(row.rule === null ? contrasts(own, lexicon, isTold) : []),
        ...(restated ? [restatement(own, lexicon)] : []),
        ...(row.kind === 'contact' && row.rule === null && !isTold ? otherContacts(own, lexicon) : []),
      ],
    }
  }
}

/** Words that no class explains: where a class does explain the difference of a row they are not told beside it, but leave the authorities they part in doubt.
 *  That one actor is to do quite another thing is told beside any. */
export const isUntyped = (each: Difference): boolean => {
  const values = [...each.values.values()]
  const isRest = each.class === 'other' || each.class === 'action' || values.some((value) => value.isRest === true)
  return isRest && !values.some(({isOtherAct}) => isOtherAct === true)
}

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
  for (const statement of evidence.statements) {
    const value = classifier.value(statement, evidence)
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
  const all = [
    ...new Map([...values.values()].map((value) => [`${value.key}\n${value.rest}\n${value.text}`, value])).values(),
  ]
  return all.every((x, at) => all.slice(at + 1).every((y) => x.key === y.key || !tells(x, y, lexicon)))
}

/** Identical steps under headings that tell them apart (`High risk`, `Low risk`) may be two rules; nothing in the words can say. */
const contrasts = (statements: readonly Statement[], lexicon: Lexicon, isTold: boolean): readonly string[] => {
  const [first, ...rest] = statements.flatMap(({readings}) => readings.slice(0, 1).map(({heading}) => heading))
  if (isTold || !first) return []
  const apart = rest.find((heading) => telling(first, heading, lexicon) !== telling(heading, first, lexicon))
  return apart ? [`under headings that may tell them apart: “${first.title}” and “${apart.title}”`] : []
}

/** The words of a heading that would tell it apart from another. */
const telling = (heading: Heading, other: Heading, {headingContrasts, headingTopics}: Lexicon): string => {
  const isOneKind = heading.kind !== null && heading.kind === other.kind
  const known = new Set(isOneKind ? headingContrasts : [...headingContrasts, ...headingTopics])
  return [...new Set(words(heading.title).map(({word}) => word))]
    .filter((word) => known.has(word))
    .sort()
    .join(' ')
}

/** Whether any two statements are worded differently, case, punctuation and local particulars apart. */
const areWordedApart = (statements: readonly Statement[]): boolean => {
  const plain = (clause: Clause): string =>
    tokens(maskedText(clause).slice(meaningStart(clause)))
      .filter(({kind, text}) => kind !== 'mark' || !/[.,;:'"‘’“”()[\]–—-]/u.test(text))
      .map(({word}) => word)
      .join(' ')
  return new Set(statements.map(({clauses}) => clauses.map(plain).join(' '))).size > 1
}

/** The weightiest status that holds, by contract. */
export const statusOf = ({facets, unsure}: Pick<Judgement, 'facets' | 'unsure'>, lexicon: Lexicon): Status => {
  if (unsure.length > 0) return 'unsure'
  if (facets.includes('below-standard')) return 'below-standard'
  const weighty = substantive(lexicon)
  if (facets.some((facet) => weighty.has(facet))) return 'differs'
  return statuses.find((status) => (facets as readonly string[]).includes(status)) ?? 'same'
}
