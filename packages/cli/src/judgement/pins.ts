import type {JudgementFault} from '@hedgerow/assess'
import {type Clause, clauses, type Procedure} from '@hedgerow/ast'
import type {Pin, RuleJudgement} from '@hedgerow/collate'
import {slug, type Topics} from '../corpus/topics.ts'
import {checkedYaml, digits, keys, listOf, oneOf, orNull, type Shape, text} from '../yaml.ts'
import {lastWord} from './last-word.ts'
import {yamlIn} from './read.ts'

/** A provision as a pin names it: where it is and what it says. */
export interface Named {
  readonly authority: string
  readonly topic: string
  readonly quote?: string
  readonly fingerprint?: string
}

/** One entry of pins.yaml: these provisions are the same, or are not. */
export interface PinEntry {
  readonly same?: readonly Named[]
  readonly 'not-same'?: readonly Named[]
  /** What somebody who read them says of the rule of provisions that are the same. */
  readonly rule?: RuleJudgement
  readonly by?: string | null
  readonly on?: string | null
  readonly note?: string | null
}

/** Pins as the aligner takes them, and those that name a provision which is no longer there. */
export interface Resolved {
  readonly pins: readonly Pin[]
  readonly lost: readonly JudgementFault[]
}

const named: Shape<readonly Named[]> = listOf(
  keys<Named>({authority: text, topic: text, quote: text, fingerprint: digits}, ['authority', 'topic']),
)

const entries: Shape<readonly PinEntry[]> = listOf(
  keys<PinEntry>({
    same: named,
    'not-same': named,
    rule: oneOf(['same', 'differs'] as const),
    by: orNull(text),
    on: orNull(text),
    note: orNull(text),
  }),
)

/** The pins a text of YAML holds. Throws a UsageError for a fault in it. */
export const pinsIn = (content: string): readonly PinEntry[] => checkedYaml(content, 'pins.yaml', entries)

/** The pins of a corpus; none where it has no pins.yaml. Throws a UsageError for a fault in it. */
export const pinEntries = async (folder: string): Promise<readonly PinEntry[]> =>
  pinsIn(await yamlIn(folder, 'pins.yaml'))

/** Finds the provisions pins name: by fingerprint, which survives renumbering, else by their quotation, which survives a change of the rest.
 *  Where only part of a corpus is looked at (`whole` false), what names another part is left aside in silence. */
export const resolvedPins = (
  all: readonly PinEntry[],
  procedures: readonly Procedure[],
  {topics, whole}: {readonly topics: Topics; readonly whole: boolean},
): Resolved => {
  const judged = all.flatMap(({same, 'not-same': apart, rule}) => [
    {same: true, names: same ?? [], rule},
    {same: false, names: apart ?? [], rule: undefined},
  ])
  const placed = judged.map(({same, names, rule}) => ({
    same,
    rule,
    found: names.map((name) => ({name, place: procedureOf(name, procedures, topics)})),
  }))
  const resolved = placed.map(({same, rule, found}) => ({
    same,
    rule,
    found: found
      .filter(({place}) => whole || place !== undefined)
      .map(({name, place}) => ({name, clause: place && clauseOf(name, place)})),
  }))
  return {
    pins: lastWord(
      resolved.map(({same, rule, found}) => ({
        same,
        clauses: found.flatMap(({clause}) => (clause ? [clause.id] : [])),
        ...(rule && found.every(isAsRead) && {rule}),
      })),
    ),
    lost: resolved.flatMap(({found}) => found.flatMap(({name, clause}) => (clause ? [] : [lostWords(name)]))),
  }
}

/** Whether a provision still says what it said when somebody judged its rule: only then does what they said of that count. */
const isAsRead = ({name, clause}: {readonly name: Named; readonly clause: Clause | undefined}): boolean =>
  clause !== undefined && name.fingerprint === clause.fingerprint

/** The pins that name provisions on a topic, with those names only. */
export const pinsOn = (all: readonly PinEntry[], topic: string, topics: Topics): readonly PinEntry[] =>
  pinsWhere(all, (named) => topics.fold(named.topic) === topic)

/** The pins that name provisions on topics other than these. */
export const pinsElsewhere = (
  all: readonly PinEntry[],
  known: readonly string[],
  topics: Topics,
): readonly PinEntry[] => pinsWhere(all, (named) => !known.includes(topics.fold(named.topic)))

const pinsWhere = (all: readonly PinEntry[], isMeant: (named: Named) => boolean): readonly PinEntry[] =>
  all
    .map((entry) => ({
      ...(entry.same && {same: entry.same.filter(isMeant)}),
      ...(entry['not-same'] && {'not-same': entry['not-same'].filter(isMeant)}),
      ...(entry.rule && {rule: entry.rule}),
    }))
    .filter((entry) => (entry.same?.length ?? 0) + (entry['not-same']?.length ?? 0) > 0)

const procedureOf = (
  {authority, topic}: Named,
  procedures: readonly Procedure[],
  topics: Topics,
): Procedure | undefined =>
  procedures.find((each) => each.authority === slug(authority) && each.topic === topics.fold(topic))

/** Words as quotations are compared: without regard to case, width and layout. */
export const plainWords = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** A fingerprint or a quotation that several provisions share names none of them. */
const clauseOf = ({quote, fingerprint}: Named, procedure: Procedure): Clause | undefined => {
  const all = clauses(procedure)
  const only = (found: readonly Clause[]): Clause | undefined => (found.length === 1 ? found[0] : undefined)
  const prints =
    fingerprint === undefined ? [] : all.filter((each) => each.fingerprint.startsWith(fingerprint.replace(/…$/u, '')))
  const quoted = quote === undefined ? [] : all.filter((each) => plainWords(each.text).includes(plainWords(quote)))
  return only(prints) ?? only(prints.filter((each) => quoted.includes(each))) ?? only(quoted)
}

const lostWords = ({authority, topic, quote, fingerprint}: Named): JudgementFault => ({
  file: 'pins.yaml',
  entry: `the provision of ${authority} on ${topic} ${quote === undefined ? `with the fingerprint ${fingerprint}` : `“${quote}”`}`,
  reason: 'is no longer there, or is there more than once',
  remedy: 'look it up (hedgerow show) and mend the pin',
})
