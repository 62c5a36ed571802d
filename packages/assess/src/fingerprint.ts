import {createHash} from 'node:crypto'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {DifferenceName, Variant} from './assessment.ts'
import type {Judgement} from './judge.ts'
import {wordClass} from './plain-verbs.ts'
import type {Statement} from './statement.ts'
import {amountKey} from './times.ts'

/** 16 hex digits of the parts given. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)

/** What is fingerprinted of a row: what each authority says, with the words that no fact explains as they are compared, folded and without names of one
 *  place. */
export type Stated = Pick<Judgement, 'statements' | 'residues'>

/** The rule a statement lays down, however it is worded: its facts as they are compared, and the words that remain. Holds no number, place, lead or name of
 *  one place, so that it stays while two wordings of it would be called the same. */
const ruleOf = (statement: Statement, terms: readonly string[]): string => {
  const known = rules.get(statement)
  if (known !== undefined) return known
  const {authority, modality, actors, recipients, deadlines, triggers, thresholds, citations} = statement
  const rule = JSON.stringify([
    authority,
    terms,
    modality,
    sorted(actors),
    sorted(recipients),
    sorted(deadlines.map((each) => `${each.bound} ${amountKey(each)}`)),
    sorted(triggers.map(({of, op, count, window}) => JSON.stringify([of, op, count, window?.value, window?.unit]))),
    sorted(thresholds.map(({of, op, value, unit}) => JSON.stringify([of, op, value, unit]))),
    sorted(citations.map(({id, year}) => `${id} ${year}`)),
  ])
  rules.set(statement, rule)
  return rule
}

const rules = new WeakMap<Statement, string>()

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()

/** The data items that the fields of a statement ask for: three fields called `Name` may ask for three names. */
const itemsOf = ({clauses}: Statement): readonly string[] =>
  clauses.flatMap((clause) => (clause.type === 'field' && clause.item !== null ? [clause.item] : []))

/** The words of each statement that no fact explains, behind the data items it asks for. */
const termsOf = (
  {statements, residues}: Stated,
  lexicon: Lexicon,
): readonly (readonly [Statement, readonly string[]])[] =>
  statements.map((each) => [each, [...itemsOf(each), ...withoutNumbers(lexicon)(residues.get(each) ?? [])]])

/** Terms without the numbers of parts of a document that are pointed at: `see paragraph 4.2` becomes another when the document is renumbered. */
const withoutNumbers = perLexicon((lexicon): ((terms: readonly string[]) => readonly string[]) => {
  const parts = new Set(wordClass(lexicon, 'numbered-part').flat())
  const sections = new Set(wordClass(lexicon, 'numbered-section').flat())
  const isNumber = (term: string, before: string): boolean =>
    (parts.has(before) && /^(?:[\d.]+|[ivx]+|[a-z])$/u.test(term)) ||
    (sections.has(before) && /^\d+(?:\.\d+)+$/u.test(term))
  return (terms) => terms.filter((term, at) => at === 0 || !isNumber(term, terms[at - 1] as string))
})

/** What lasts of a finding: its class, topic, what each authority lays down, and the values. Holds no line, number, order or message, and stays when a
 *  provision is renumbered, moved, or worded otherwise without another rule. */
export const findingFingerprint = (
  name: DifferenceName,
  topic: string,
  stated: Stated,
  variants: readonly Pick<Variant, 'value' | 'authorities'>[],
  lexicon: Lexicon,
): string => {
  const unnumbered = withoutNumbers(lexicon)
  const worded = (value: string): string => unnumbered(value.split(' ')).join(' ')
  const values = variants.map(({value, authorities}) => `${[...authorities].sort().join('+')}=${worded(value)}`)
  return digest(
    name,
    topic,
    ...termsOf(stated, lexicon)
      .map(([each, terms]) => ruleOf(each, terms))
      .sort(),
    ...values.sort(),
  )
}

/** What lasts of an opportunity: the topic, the class that leads it and what each authority's provision is about, without its values, so that a decision
 *  stays while they move towards each other. `isTold` adds the values, where provisions of two rows are about the same. */
export const opportunityFingerprint = (
  name: DifferenceName,
  topic: string,
  stated: Stated,
  {lexicon, isTold}: {readonly lexicon: Lexicon; readonly isTold: boolean},
): string => {
  const about = termsOf(stated, lexicon).map(([each, terms]) =>
    isTold ? ruleOf(each, terms) : JSON.stringify([each.authority, terms]),
  )
  return digest('opportunity', name, topic, ...about.sort())
}

/** What a row holds, whatever is told of it: each authority's provisions by their words. */
export const provisionsPrint = (
  topic: string,
  readings: Readonly<Record<string, readonly {readonly fingerprint: string}[] | null>>,
): string =>
  digest(
    'provisions',
    topic,
    ...Object.entries(readings)
      .flatMap(([authority, own]) => (own ?? []).map(({fingerprint}) => `${authority} ${fingerprint}`))
      .sort(),
  )

/** Things with a fingerprint, those that share one told apart by what else is known of them: what is said of one is not said of another. */
export const toldApart = <Printed extends {readonly fingerprint: string}>(
  all: readonly Printed[],
  more: (each: Printed) => string,
): readonly Printed[] => {
  const times = new Map<string, number>()
  for (const {fingerprint} of all) times.set(fingerprint, (times.get(fingerprint) ?? 0) + 1)
  return all.map((each) =>
    times.get(each.fingerprint) === 1 ? each : {...each, fingerprint: digest(each.fingerprint, more(each))},
  )
}
