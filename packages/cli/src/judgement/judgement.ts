import {isDeepStrictEqual} from 'node:util'
import {type AgreedEntry, agreedIn} from './agreed.ts'
import {type DecisionEntry, decisionsIn} from './decisions.ts'
import {type Named, type PinEntry, pinsIn, plainWords} from './pins.ts'

/** One thing a person judged, as an entry of the file it is kept in. `written` is the entry as it stood in that file, line by line, where it was read from
 *  one: what is put back is put back as it was. */
export type Judgement = (
  | {readonly file: 'pins'; readonly entry: PinEntry}
  | {readonly file: 'agreed'; readonly entry: AgreedEntry}
  | {readonly file: 'decisions'; readonly entry: DecisionEntry}
) & {readonly written?: string}

export type JudgementFile = Judgement['file']

/** The files of judgement of a corpus. */
export const judgementFiles: readonly JudgementFile[] = ['pins', 'agreed', 'decisions']

type Judgements = {readonly [File in JudgementFile]: (content: string) => readonly Judgement[]}

const readers: Judgements = {
  pins: (content) => pinsIn(content).map((entry) => ({file: 'pins', entry})),
  agreed: (content) => agreedIn(content).map((entry) => ({file: 'agreed', entry})),
  decisions: (content) => decisionsIn(content).map((entry) => ({file: 'decisions', entry})),
}

/** The judgements a text of YAML holds, in its order. Throws a UsageError for a fault in it. */
export const judgementsIn = (content: string, file: JudgementFile): readonly Judgement[] => readers[file](content)

/** Whether two judgements are about the same thing, whatever they say of it: one finding, one opportunity, one pair of provisions. */
export const isAboutSame = (a: Judgement, b: Judgement): boolean => {
  if (a.file === 'agreed') return b.file === 'agreed' && a.entry.finding === b.entry.finding
  if (a.file === 'decisions') return b.file === 'decisions' && a.entry.opportunity === b.entry.opportunity
  return b.file === 'pins' && isOnePair(a.entry, b.entry)
}

/** Whether two judgements say the same, however they are written down. What is left empty is not said. */
export const saysSame = (a: Judgement, b: Judgement): boolean =>
  a.file === b.file && isDeepStrictEqual(said(a.entry), said(b.entry))

/** The keys of an entry that say something. */
export const said = (entry: Judgement['entry']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(entry)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  )

/** The provisions of an entry of pins.yaml that judges one set of them; null where it judges two. */
const namesOf = ({same, 'not-same': apart}: PinEntry): readonly Named[] | null =>
  same && apart ? null : (same ?? apart ?? null)

const isOnePair = (a: PinEntry, b: PinEntry): boolean => {
  const [own, other] = [namesOf(a), namesOf(b)]
  return (
    own !== null &&
    other !== null &&
    own.length === other.length &&
    own.every((name) => other.some((each) => isOneProvision(name, each)))
  )
}

const isOneProvision = (a: Named, b: Named): boolean =>
  a.authority === b.authority &&
  a.topic === b.topic &&
  (a.fingerprint !== undefined && b.fingerprint !== undefined
    ? a.fingerprint === b.fingerprint
    : a.quote !== undefined && b.quote !== undefined && plainWords(a.quote) === plainWords(b.quote))
