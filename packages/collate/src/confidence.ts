import type {Lexicon} from '@hedgerow/lexicon'

/** A logistic model: a bias and one weight for each measure. */
export interface Model {
  readonly bias: number
  readonly weights: readonly (readonly [measure: string, weight: number])[]
}

/** The model called `name`: the weights `name.bias` and `name.<measure>` of `weights.yaml`, learnt by `scripts/learn-weights.mjs`. */
export const model = (lexicon: Lexicon, name: string): Model => {
  const own = lexicon.weights.filter((weight) => weight.name.startsWith(`${name}.`))
  const named = own.map(({name: full, value}) => [full.slice(name.length + 1), value] as const)
  return {
    bias: named.find(([measure]) => measure === 'bias')?.[1] ?? 0,
    weights: named.filter(([measure]) => measure !== 'bias'),
  }
}

/** The probability in (0, 1) that each pair corresponds, from its measures. Source: logistic regression, fitted to labelled pairs. */
export const probabilities = (
  {bias, weights}: Model,
  measures: Readonly<Record<string, Float64Array>>,
  pairs: number,
): Float64Array => {
  const sums = new Float64Array(pairs).fill(bias)
  for (const [measure, weight] of weights) {
    const column = measures[measure]
    if (!column) continue
    for (let at = 0; at < pairs; at++) sums[at] = (sums[at] as number) + weight * (column[at] as number)
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)))
}

/** Log odds of a probability, kept within ±`most` so that one certain pair cannot outvote any number of others. */
export const logOdds = (p: number, most: number): number => Math.max(-most, Math.min(most, Math.log(p / (1 - p))))

/** Turns the support of a row into the probability that the row is right: a logistic curve over its log odds, one for rows that several hold and one for rows of one.
 *  Source: Platt 1999, "Probabilistic outputs for support vector machines"; we depart in that the curve never falls, and is the line of no change until it is learnt. */
export const rowCalibration = (lexicon: Lexicon): ((support: number, isLone: boolean) => number) => {
  const of = (name: string, otherwise: number): number =>
    lexicon.weights.find((weight) => weight.name === name)?.value ?? otherwise
  const [shared, lone] = ['shared', 'lone'].map((kind) => [
    of(`row-${kind}.bias`, 0),
    Math.max(0, of(`row-${kind}.support`, 1)),
  ]) as [[number, number], [number, number]]
  return (support, isLone) => {
    const [bias, slope] = isLone ? lone : shared
    return 1 / (1 + Math.exp(-bias - slope * logOdds(support, surest)))
  }
}

/** Log odds beyond these count as these. */
const surest = 6
