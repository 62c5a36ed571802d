import type {Token} from '@hedgerow/lexicon'

/** The parts of a coordinate noun phrase without those that are only examples: in "a teacher, a nurse or other practitioner" what stands before "or other" is,
 *  where the last part is general. All parts otherwise. Source: Hearst 1992, "Automatic acquisition of hyponyms from large text corpora". */
export const withoutExamples = (
  tokens: readonly Token[],
  parts: readonly (readonly number[])[],
  isGeneral: (part: readonly number[]) => boolean,
): readonly (readonly number[])[] => {
  const last = parts.at(-1)
  const first = last?.[0]
  if (!last || first === undefined || parts.length < 2) return parts
  const or = tokens[first]?.word === 'other' && tokens[first - 1]?.word === 'or'
  return or && isGeneral(last) ? [last] : parts
}
