import type {Lexicon} from '@hedgerow/lexicon'
import type {PairScore, Scores} from './assessment.ts'
import {byKind} from './by-kind.ts'
import {isApart, type Judgement, substantive} from './judge.ts'
import {wordCounts, wordingLikeness} from './marks.ts'

/** Wording and rule scores of a topic (law 2), each in [0, 1]; all null with fewer than two authorities.
 *  Wording of a pair: likeness of the readings in each row, weighed by their words; what one side alone has counts as 0.
 *  Rule of a pair: the share, by section weight, of the provisions, definitions and fields of either whose stated facts agree; what one side alone
 *  has disagrees; rows that are unsure, or whose words leave these two in doubt, are left out, and their share is `unsure`. The topic's scores are the means over its pairs. */
export const scores = (
  judgements: readonly Judgement[],
  authorities: readonly string[],
  lexicon: Lexicon,
  weightOf: (judgement: Judgement) => number,
): Scores => {
  if (authorities.length < 2) return {wording: null, rule: null, unsure: null, pairs: []}
  const weighty = substantive(lexicon)
  const rows = judgements.map((judgement) => weighed(judgement, weightOf(judgement), authorities, weighty))
  const pairs = authorities.flatMap((a, at) =>
    authorities.slice(at + 1).map((b, after): PairScore => ({a, b, ...pairScore(rows, at, at + 1 + after)})),
  )
  const mean = (of: (pair: PairScore) => number): number =>
    rounded(pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length)
  return {
    wording: mean(({wording}) => wording),
    rule: mean(({rule}) => rule),
    unsure: mean(({unsure}) => unsure),
    pairs,
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** A row as the scores see it: of each authority, by its place, whether it has a reading, how many words, and what it is compared by. */
interface Weighed {
  readonly weight: number
  readonly isContact: boolean
  readonly held: Uint8Array
  readonly sizes: Float64Array
  readonly alike: (a: number, b: number) => number
  readonly ruling: (a: number, b: number) => Ruling
}

type Ruling = 'agree' | 'differ' | 'unsure'

const weighed = (
  judgement: Judgement,
  weight: number,
  authorities: readonly string[],
  weighty: ReadonlySet<string>,
): Weighed => {
  const {row, statements, differences, doubts} = judgement
  const at = new Map(authorities.map((authority, place) => [authority, place]))
  const counts = new Map<number, ReadonlyMap<string, number>>()
  const known = new Map<string, ReadonlyMap<string, number>>()
  const held = new Uint8Array(authorities.length)
  const sizes = new Float64Array(authorities.length)
  const [texts, values] = [authorities.map(() => ''), authorities.map(() => '')]
  const compared = [...differences.filter((each) => weighty.has(each.class)), ...doubts]
  for (const {authority, text} of statements) {
    const place = at.get(authority) as number
    const own = known.get(text) ?? wordCounts(text)
    known.set(text, own)
    counts.set(place, own)
    held[place] = 1
    sizes[place] = [...own.values()].reduce((sum, count) => sum + count, 0)
    texts[place] = text
    values[place] = JSON.stringify(compared.map((each) => each.values.get(authority)?.key ?? null))
  }
  return {
    weight,
    isContact: row.kind === 'contact',
    held,
    sizes,
    alike: byKind(texts, (a, b) =>
      wordingLikeness(counts.get(a) as ReadonlyMap<string, number>, counts.get(b) as ReadonlyMap<string, number>),
    ),
    ruling: byKind(values, (a, b) =>
      ruling(judgement, [authorities[a] as string, authorities[b] as string], counts.has(a) && counts.has(b), weighty),
    ),
  }
}

const pairScore = (rows: readonly Weighed[], a: number, b: number): Omit<PairScore, 'a' | 'b'> => {
  let [alike, words, agreed, judged, unsure] = [0, 0, 0, 0, 0]
  for (const row of rows) {
    const both = (row.held[a] as number) + (row.held[b] as number)
    if (both === 0) continue
    const size = (row.sizes[a] as number) + (row.sizes[b] as number)
    words += size
    if (both === 2) alike += size * row.alike(a, b)
    if (row.isContact) continue
    const verdict = row.ruling(a, b)
    if (verdict === 'unsure') unsure += row.weight
    else judged += row.weight
    if (verdict === 'agree') agreed += row.weight
  }
  return {
    wording: rounded(words === 0 ? 1 : alike / words),
    rule: rounded(judged === 0 ? 0 : agreed / judged),
    unsure: rounded(judged + unsure === 0 ? 0 : unsure / (judged + unsure)),
  }
}

/** Whether two authorities agree in a row that both have or only one of them. They are unsure where the one that lacks it may have it after all, and where nothing typed parts them and their words leave a doubt. */
const ruling = (
  {row, differences, doubts, unsure}: Judgement,
  both: readonly [string, string],
  areHolders: boolean,
  weighty: ReadonlySet<string>,
): Ruling => {
  if (unsure.length > 0 || both.some((authority) => row.doubtful[authority])) return 'unsure'
  if (!areHolders || differences.some((each) => weighty.has(each.class) && isApart(each, ...both))) return 'differ'
  return doubts.some((each) => isApart(each, ...both)) ? 'unsure' : 'agree'
}
