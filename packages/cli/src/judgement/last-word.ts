import type {Pin} from '@hedgerow/collate'

/** Pins of which none contradicts another: of two that do, the later in the file is what a person said last. Who is set apart from another of an earlier
 *  `same` leaves it, and that is the provision named first: the one somebody stood on and said it was not the same. Two that a later `same` holds both are
 *  no longer apart. Without it the aligner, which joins before it parts, would print as agreeing what somebody has just said is not the same. */
export const lastWord = (pins: readonly Pin[]): readonly Pin[] =>
  pins
    .flatMap((pin, at) => (pin.same ? [joined(pin, pins.slice(at + 1))] : parted(pin, pins.slice(at + 1))))
    .filter(({clauses}) => clauses.length > 1)

const joined = (pin: Pin, later: readonly Pin[]): Pin => {
  const leaves = (clause: string): boolean =>
    later.some(
      ({same, clauses: [first, ...others]}) =>
        !same && first === clause && others.some((each) => pin.clauses.includes(each)),
    )
  return {...pin, clauses: pin.clauses.filter((clause) => !leaves(clause))}
}

const parted = (pin: Pin, later: readonly Pin[]): readonly Pin[] => {
  const holdsBoth = (pair: readonly string[]): boolean =>
    later.some(({same, clauses}) => same && pair.every((each) => clauses.includes(each)))
  const pairs = pin.clauses.flatMap((one, at) => pin.clauses.slice(at + 1).map((other) => [one, other] as const))
  return pairs.some(holdsBoth) ? pairs.filter((pair) => !holdsBoth(pair)).map((clauses) => ({...pin, clauses})) : [pin]
}
