import type {PlacedVerb, Reading} from './frames.ts'

/** "Any injury a child has on arrival must": whether a verb stands in a clause without its "that", which a second noun phrase right behind the first begins. */
export const isContactClause = ({tokens, grammar}: Reading, {first, subject}: PlacedVerb): boolean => {
  const starts = subject.filter((at) => grammar.is('determiner', tokens[at]?.word))
  const [one, two] = [starts.at(-2), starts.at(-1)]
  if (one === undefined || two === undefined || two - one < 2 || first - two > 4 || subject.at(-1) !== first - 1)
    return false
  const previous = tokens[two - 1]
  return (
    previous?.kind === 'word' &&
    !['preposition', 'coordinator', 'determiner'].some((name) => grammar.is(name, previous.word))
  )
}

/** Whether a plain verb ends what somebody in a relative clause believes or finds, so that a duty right behind it is the sentence's: "Anyone who finds that the
 *  child is hurt must …". */
export const endsBelief = (
  {frames}: Reading,
  {first, last}: {readonly first: number; readonly last: number},
  duty: number,
): boolean =>
  duty - last <= 6 &&
  frames.some(
    ({kind, opener, first: from}) => kind === 'relative' && /^(?:who|whoever|that)$/u.test(opener) && from < first,
  )
