import {type Lexicon, perLexicon, words} from '@hedgerow/lexicon'
import type {Value} from './classify/classifier.ts'
import {senses} from './leftover.ts'
import {wordClass} from './plain-verbs.ts'
import {foldedTerms} from './residue.ts'

/** Whether two values are the only conditions of two statements that bind, and not a word of the one, nor one of near sense, is said anywhere on the other
 *  side (`if the child is unsafe`, `where the child is known to a social worker`): then they are two conditions, in whatever words. Words for people, which any
 *  condition holds, do not count; and where one side alone denies, one may be the other put the other way round (`is refused`, `does not agree`). */
export const areUnlikeConditions = (x: Value, y: Value, lexicon: Lexicon): boolean => {
  if (x.isLone !== true || y.isLone !== true || x.pointsBack === true || y.pointsBack === true) return false
  const [own, other] = [weighty(x.own ?? [], lexicon), weighty(y.own ?? [], lexicon)]
  if (own.length === 0 || other.length === 0 || own.length + other.length < fewest) return false
  if (isDenied(x.own ?? []) !== isDenied(y.own ?? [])) return false
  return isUnsaid(own, y, lexicon) && isUnsaid(other, x, lexicon)
}

/** Of fewer words than this two conditions are too short to be told apart. */
const fewest = 3

const weighty = (terms: readonly string[], lexicon: Lexicon): readonly string[] => {
  const {light} = senses(lexicon)
  const people = peopleTerms(lexicon)
  return terms.filter(
    (term) =>
      !light.has(term) && !people.has(term) && !denials.test(term) && !/^(?:and|or|any|all|each|\d.*)$/u.test(term),
  )
}

const denials = /^(?:not|no|never|nobody|noth|cannot|unless|without|neither|nor|fail|except|none|un\p{L}{4,}ed)$/u

const isDenied = (terms: readonly string[]): boolean => terms.some((term) => denials.test(term))

const isUnsaid = (terms: readonly string[], {said, terms: all = []}: Value, lexicon: Lexicon): boolean => {
  const {isNear} = senses(lexicon)
  const others = [...(said ?? []), ...all]
  return terms.every((term) => !others.some((other) => other === term || isNear(other, term)))
}

const peopleTerms = perLexicon(
  (lexicon): ReadonlySet<string> =>
    new Set(wordClass(lexicon, 'reached-noun').flatMap(([noun = '']) => foldedTerms(lexicon)(words(noun)))),
)
