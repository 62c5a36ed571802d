import type {Lexicon} from '@hedgerow/lexicon'
import type {DifferenceName, PairScore, Scores} from './assessment.ts'
import {type Judgement, substantive} from './judge.ts'
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
 *  has disagrees; rows that are unsure are left out, and their share is `unsure`. The topic's scores are the means over its pairs. */
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
    if (judgement.unsure.length > 0) unsure += weight
    else {
      judged += weight
      if (x && y && agree(judgement, a, b, weighty)) agreed += weight
    }
  }
  return {
    a,
    b,
    wording: rounded(words === 0 ? 1 : alike / words),
    rule: rounded(judged === 0 ? 0 : agreed / judged),
    unsure: rounded(judged + unsure === 0 ? 0 : unsure / (judged + unsure)),
  }
}

/** Whether no substantive difference parts two authorities in a row. */
const agree = ({differences}: Judgement, a: string, b: string, weighty: ReadonlySet<string>): boolean =>
  differences
    .filter((each): boolean => weighty.has(each.class satisfies DifferenceName))
    .every(({values}) => {
      const [x, y] = [values.get(a), values.get(b)]
      return !x || !y || x.key === y.key
    })
