import type {Clause} from '@hedgerow/ast'
import {type Lexicon, type Standard, stem, words} from '@hedgerow/lexicon'
import {type Row, setting} from '@hedgerow/collate'
import type {StandardVerdict, Verdict} from './assessment.ts'
import {isAdvisedAgainst} from './explained.ts'
import {force, forceWords} from './statement.ts'
import {looseness} from './times.ts'

/** What one row says to one standard. */
export interface StandardFinding {
  readonly standard: Standard
  readonly row: string
  /** Authorities whose reading in the row falls below the standard, with why in a few words. */
  readonly below: Readonly<Record<string, string>>
}

interface Judged {
  readonly verdict: Verdict
  readonly why: string
}

/** The stems of the latest texts: many authorities say the same, and each standard asks for all of them. */
const latest = new Map<string, string>()

const mostTexts = 20_000

/** The stems of a text, between spaces, so that a phrase is found as a part of it. */
const stems = (text: string): string => {
  const known = latest.get(text)
  if (known !== undefined) return known
  const found = ` ${words(text)
    .map(({word}) => stem(word))
    .join(' ')} `
  if (latest.size >= mostTexts) latest.clear()
  latest.set(text, found)
  return found
}

const read = new WeakMap<Clause, string>()

/** The stems of a clause with its lead-in. */
const stemsOf = (clause: Clause): string => {
  const term = clause.type === 'definition' ? clause.term : ''
  const known = read.get(clause) ?? stems(`${term} ${clause.leadIn ?? ''} ${clause.text}`)
  read.set(clause, known)
  return known
}

/** Whether a clause speaks to a standard: its section, and the phrases of `about` in its text with lead-in. */
const speaksTo = ({about}: Standard): ((clause: Clause, kind: string | null) => boolean) => {
  const {types = ['provision', 'definition'], sections} = about
  const all = about.all.map(stems)
  const any = about.any.map((group) => group.map(stems))
  const none = about.none.map(stems)
  const heard = new Map<string, boolean>()
  const isAbout = (text: string): boolean =>
    all.every((phrase) => text.includes(phrase)) &&
    any.every((group) => group.some((phrase) => text.includes(phrase))) &&
    !none.some((phrase) => text.includes(phrase))
  return (clause, kind) => {
    if (!types.includes(clause.type) || (sections.length > 0 && !sections.includes(kind ?? ''))) return false
    const text = stemsOf(clause)
    const known = heard.get(text) ?? isAbout(text)
    heard.set(text, known)
    return known
  }
}

/** Whether a clause that speaks to a standard meets it, and what falls short if not. */
const judged = (standard: Standard, clause: Clause, lexicon: Lexicon): Judged => {
  const found = asked(standard, clause, lexicon)
  const isOpposite = found.verdict === 'met' && standard.requires.modality !== 'prohibition' && forbids(clause)
  return isOpposite ? {verdict: 'unsure', why: 'says what is not to be done'} : found
}

/** The same of a clause that asks for something. */
const asked = ({requires}: Standard, clause: Clause, lexicon: Lexicon): Judged => {
  if (requires.modality && clause.type !== 'definition' && force(clause.modality) < force(requires.modality))
    return clause.modality === null
      ? {verdict: 'unsure', why: 'does not say whether it must be done'}
      : {
          verdict: 'below',
          why: `says “${forceWords[clause.modality]}” where the standard says “${forceWords[requires.modality]}”`,
        }
  if (requires.unconditional && (clause.trigger || clause.threshold))
    return {verdict: 'below', why: 'makes it depend on a condition'}
  if (requires.words && !requires.words.some((phrase) => holds(clause, phrase)))
    return requires.silence === 'below'
      ? {verdict: 'below', why: `does not say “${requires.words[0]}”`}
      : {verdict: 'not-stated', why: 'does not say so'}
  return requires.deadline ? deadlineVerdict(requires.deadline.within, clause, lexicon) : {verdict: 'met', why: ''}
}

/** Whether a clause forbids something or advises against it: of what a standard asks it may be the opposite. */
const forbids = (clause: Clause): boolean => clause.modality === 'prohibition' || isAdvisedAgainst(clause)

const holds = (clause: Clause, phrase: string): boolean => stemsOf(clause).includes(stems(phrase))

const deadlineVerdict = (
  limit: NonNullable<Standard['requires']['deadline']>['within'],
  clause: Clause,
  lexicon: Lexicon,
): Judged => {
  const limits = clause.deadlines.filter(({bound}) => bound === 'within')
  if (limits.length === 0) return {verdict: 'not-stated', why: 'gives no time limit'}
  const looser = limits.map((each) => looseness(each, limit, lexicon))
  if (looser.some((each) => each !== null && each <= 0)) return {verdict: 'met', why: ''}
  return looser.includes(null)
    ? {verdict: 'unsure', why: 'gives a limit that no calendar settles'}
    : {verdict: 'below', why: 'allows longer'}
}

/** What one clause says to a standard, and where. */
interface Spoken extends Judged {
  readonly row: string
  readonly authority: string
  /** Whether it falls below by what it leaves out, not by what it says. */
  readonly isSilence: boolean
}

const order: readonly Verdict[] = ['below', 'unsure', 'met', 'not-stated']

/** Holds the rows of a topic against one standard. An authority meets it when a provision does and none falls below; `unsure` when the only
 *  provisions that speak to it can't be read; `not-stated` when none speaks to it, `unsure` then of the `partly` read: it may stand in what could not be read. A clause that says it outweighs one that leaves it out. Where most of
 *  a row whose match is not weak speaks to it, the rest does too: `It shall take place within 5 working days` says what `it` is in the sentence before. */
export const heldAgainst = (
  standard: Standard,
  rows: readonly Row[],
  authorities: readonly string[],
  lexicon: Lexicon,
  partly: ReadonlySet<string> = new Set(),
): {readonly verdict: StandardVerdict; readonly findings: readonly StandardFinding[]} => {
  const speaks = speaksTo(standard)
  const said = outspoken(rows.flatMap((row) => spokenIn(row, standard, speaks, authorities, lexicon)))
  const met = authorities.map((authority): readonly [string, Verdict] => {
    const own = said.filter((each) => each.authority === authority).map(({verdict}) => verdict)
    return [
      authority,
      order.find((verdict) => own.includes(verdict)) ?? (partly.has(authority) ? 'unsure' : 'not-stated'),
    ]
  })
  const touched = [...new Set(said.map(({row}) => row))]
  const findings = touched.flatMap((row): readonly StandardFinding[] => {
    const below = said.filter((each) => each.row === row && each.verdict === 'below')
    const reasons = Object.fromEntries(below.map(({authority, why}) => [authority, why]))
    return below.length === 0 ? [] : [{standard, row, below: reasons}]
  })
  return {verdict: printed(standard, touched, Object.fromEntries(met)), findings}
}

const spokenIn = (
  row: Row,
  standard: Standard,
  speaks: ReturnType<typeof speaksTo>,
  authorities: readonly string[],
  lexicon: Lexicon,
): readonly Spoken[] => {
  const holders = authorities.filter((authority) => row.readings[authority])
  const speaking = holders.filter((authority) =>
    (row.readings[authority] ?? []).some(({clause, heading}) => speaks(clause, heading.kind)),
  )
  const isOne = row.confidence >= setting(lexicon)('row-sure')
  return (isOne && speaking.length * 2 > holders.length ? holders : speaking)
    .flatMap((authority) =>
      (row.readings[authority] ?? []).map(({clause}): Spoken => {
        const {verdict, why} = judged(standard, clause, lexicon)
        return {
          verdict,
          why,
          row: row.id,
          authority,
          isSilence: standard.requires.silence === 'below' && verdict === 'below',
        }
      }),
    )
    .filter(({verdict}) => verdict !== 'not-stated')
}

/** Without the silences of an authority that says it elsewhere. */
const outspoken = (said: readonly Spoken[]): readonly Spoken[] =>
  said.filter(
    ({isSilence, authority}) =>
      !isSilence || !said.some((each) => each.authority === authority && each.verdict === 'met'),
  )

const printed = (
  {id, tier, statement, citation, from, to, verified, knownTo}: Standard,
  rows: readonly string[],
  met: Readonly<Record<string, Verdict>>,
): StandardVerdict => ({id, tier, statement, citation, from, to, verified, knownTo, rows, met})

/** The standards in force for a topic on a day. */
export const standardsFor = (standards: readonly Standard[], topic: string, asAt: string): readonly Standard[] =>
  standards.filter((each) => each.topic === topic && each.from <= asAt && (each.to === null || each.to >= asAt))
