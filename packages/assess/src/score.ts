import type {Lexicon} from '@hedgerow/lexicon'
import type {PairScore, Scores} from './assessment.ts'
import {isApart, type Judgement, substantive} from './judge.ts'
import {wordCounts, wordingLikeness} from './marks.ts'
import type {Statement} from './statement.ts'

interface Weighed {
  readonly judgement: Judgement
  readonly weight: number
  readonly own: ReadonlyMap<string, {readonly counts: ReadonlyMap<string, number>; readonly size: number}>
}

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
  const rows = judgements.map((judgement) => weighed(judgement, weightOf(judgement)))
  const weighty = substantive(lexicon)
  const pairs = authorities.flatMap((a, at) => authorities.slice(at + 1).map((b) => pairScore(rows, a, b, weighty)))
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

const weighed = (judgement: Judgement, weight: number): Weighed => ({
  judgement,
  weight,
  own: new Map(judgement.statements.map((statement) => [statement.authority, sized(statement)])),
})

const sized = ({text}: Statement): {counts: ReadonlyMap<string, number>; size: number} => {
  const counts = wordCounts(text)
  return {counts, size: [...counts.values()].reduce((sum, count) => sum + count, 0)}
}

const pairScore = (rows: readonly Weighed[], a: string, b: string, weighty: ReadonlySet<string>): PairScore => {
  let [alike, words, agreed, judged, unsure] = [0, 0, 0, 0, 0]
  for (const {judgement, weight, own} of rows) {
    const [x, y] = [own.get(a), own.get(b)]
    if (!x && !y) continue
    const size = (x?.size ?? 0) + (y?.size ?? 0)
    words += size
    if (x && y) alike += size * wordingLikeness(x.counts, y.counts)
    if (judgement.row.kind === 'contact') continue
    const verdict = ruling(judgement, x && y ? [a, b] : null, weighty)
    if (verdict === 'unsure') unsure += weight
    else judged += weight
    if (verdict === 'agree') agreed += weight
  }
  return {
    a,
    b,
    wording: rounded(words === 0 ? 1 : alike / words),
    rule: rounded(judged === 0 ? 0 : agreed / judged),
    unsure: rounded(judged + unsure === 0 ? 0 : unsure / (judged + unsure)),
  }
}

/** Whether two authorities agree in a row; null = only one of them has it. They are unsure where nothing typed parts them and their words leave a doubt. */
const ruling = (
  {differences, doubts, unsure}: Judgement,
  both: readonly [string, string] | null,
  weighty: ReadonlySet<string>,
): 'agree' | 'differ' | 'unsure' => {
  if (unsure.length > 0) return 'unsure'
  if (!both || differences.some((each) => weighty.has(each.class) && isApart(each, ...both))) return 'differ'
  return doubts.some((each) => isApart(each, ...both)) ? 'unsure' : 'agree'
}
