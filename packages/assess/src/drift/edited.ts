import {type Reading, type Row, setting} from '@hedgerow/collate'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {diffArrays} from 'diff'
import {isUntyped, type Judgement} from '../judge.ts'
import {isRestatement} from '../restated.ts'

/** What a row of two editions is looked at by. */
interface Editing {
  readonly lexicon: Lexicon
  readonly weighty: ReadonlySet<string>
  readonly earlier: string
  readonly later: string
}

/** A judgement with what two authorities' texts would leave in doubt told outright, where most words of the one edition stand in the other, in
 *  order: there the words that differ were edited, while nobody knows of two authorities whether either was written from the other. */
export const outspoken = (
  judgement: Judgement,
  {readings}: Row,
  {lexicon, weighty, earlier, later}: Editing,
): Judgement => {
  const kept = (): number => keptShare(readings[earlier] ?? [], readings[later] ?? [])
  const {differences, doubts, facets, unsure} = judgement
  const isTold = differences.some((each) => weighty.has(each.class))
  if (isTold || doubts.length === 0 || kept() < setting(lexicon)('edited-likeness')) return judgement
  const typed = doubts.filter((each) => !isUntyped(each))
  const named = (typed.length > 0 ? typed : doubts).filter(
    (each, at, all) => all.findIndex((other) => other.class === each.class) === at,
  )
  return {
    ...judgement,
    differences: [...named, ...differences],
    facets: [...named.map((each) => each.class), ...facets.filter((name) => name !== 'wording')],
    unsure: unsure.filter((reason) => !isRestatement(reason)),
  }
}

/** Why a provision that keeps few of its words is unsure: what was paired may be two provisions. */
export const weaklyKept = ({readings}: Row, {lexicon, earlier, later}: Omit<Editing, 'weighty'>): readonly string[] =>
  keptShare(readings[earlier] ?? [], readings[later] ?? []) < setting(lexicon)('rewritten-likeness')
    ? ['few of the words were kept: check that both are the same provision']
    : []

/** The share of both editions' words that stand in the other as well, in order; in [0, 1]. */
const keptShare = (earlier: readonly Reading[], later: readonly Reading[]): number => {
  const said = (own: readonly Reading[]): string[] =>
    own.flatMap(({clause}) => words(`${clause.leadIn ?? ''} ${clause.text}`).map(({word}) => word))
  const [before, after] = [said(earlier), said(later)]
  const kept = diffArrays(before, after)
    .filter(({added, removed}) => !added && !removed)
    .reduce((sum, {value}) => sum + value.length, 0)
  return (2 * kept) / Math.max(1, before.length + after.length)
}
