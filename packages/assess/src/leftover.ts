import {type Lexicon, nearSenses, perLexicon, wordTokens} from '@hedgerow/lexicon'
import {baseForm, wordClass} from './plain-verbs.ts'
import {foldedTerms} from './residue.ts'

/** The terms of each side of a pair that nothing on the other side answers. */
export type Leftover = readonly [x: readonly string[], y: readonly string[]]

interface Senses {
  /** Whether two terms may say the same. */
  readonly isNear: (term: string, other: string) => boolean
  readonly light: ReadonlySet<string>
  readonly label: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
}

export const senses = perLexicon((lexicon): Senses => {
  const folded = termOf(lexicon)
  const near = nearSenses(lexicon, (word) => [folded(word)])
  const plain = (name: string): readonly string[] =>
    wordClass(lexicon, name).flatMap(([word = '']) => [word, folded(word)])
  return {
    isNear: (term, other) => near(term).has(other) || isFamily(term, other),
    light: new Set([...plain('light-word'), ...lexicon.conditionOpeners.flatMap((word) => [word, folded(word)])]),
    label: new Set(plain('label-word')),
    asking: new Set(plain('asking-word')),
  }
})

/** Whether two terms are an act and its noun, or the like, by their endings: `protect` and `protection`, `invite` and `invitation`. Who acts (`-er`) is not. */
const isFamily = (term: string, other: string): boolean => {
  if (term.charCodeAt(0) !== other.charCodeAt(0) || term.charCodeAt(4) !== other.charCodeAt(4)) return false
  const shorter = Math.min(term.length, other.length)
  let shared = 0
  while (shared < shorter && term[shared] === other[shared]) shared++
  return shared >= 5 && [term, other].every((each) => ending.test(each.slice(shared)))
}

const ending = /^(?:e|i|s|y|at|it|ion|ation|ition|e?ment|ure?|al|anc|ance|enc|ence|ive?|l[iy]|abl)?$/u

/** A word as it stands among folded terms. */
export const termOf = (lexicon: Lexicon): ((word: string) => string) => {
  const terms = foldedTerms(lexicon)
  const base = baseForm(lexicon)
  return (word) => terms(wordTokens(word))[0] ?? base(word)
}

/** Terms that are never light and never answered by another: they turn a rule round or bound it. */
export const isFirm = (term: string): boolean =>
  (/^\d/u.test(term) && term !== '1') ||
  /^(?:not|no|never|without|unless|except|only|any|all|each|both|either|neither|or|least|most|until|cannot|nobody|none|[<>≤≥])$/u.test(
    term,
  )

/** What is left over of two sets of terms when words that say nothing alone and words answered by one of near sense are taken out. `said` is what the
 *  other side says besides (its heading, its lead-in). Symmetric. */
export const leftover = (
  x: readonly string[],
  y: readonly string[],
  lexicon: Lexicon,
  said: {
    readonly x?: ReadonlySet<string> | undefined
    readonly y?: ReadonlySet<string> | undefined
    readonly isLabel?: boolean
    readonly forbids?: boolean
    readonly isPure?: boolean
  } = {},
): Leftover => {
  const {isNear, light, label, asking} = senses(lexicon)
  const [onlyX, onlyY] = [only(x, y), only(y, x)]
  const isSaid = (term: string, all: ReadonlySet<string> | undefined): boolean =>
    all !== undefined && (all.has(term) || [...all].some((other) => isNear(term, other)))
  // Who is told is another class's to compare, and one side may leave it to its lead-in or its heading.
  const isSilent = (others: readonly string[]): boolean => !others.some((term) => term.startsWith('role:'))
  const idle = (term: string): boolean =>
    said.isLabel === true ? (light.has(term) || label.has(term)) && !asking.has(term) : light.has(term)
  const rest = (
    own: readonly string[],
    others: readonly string[],
    all: ReadonlySet<string> | undefined,
    free: readonly string[],
  ): readonly string[] =>
    own.filter((term) =>
      isFirm(term)
        ? !isAnsweredFirmly(term, others) &&
          !(said.forbids === true && negations.has(term)) &&
          !(negations.has(term) && isDeniedByPrefix(own, free, isNear))
        : !idle(term) &&
          !(term.startsWith('role:') && isSilent(others)) &&
          !isSaid(term, all) &&
          !others.includes(`role:${term}`) &&
          // A word of a label that both have answers no further one: `date and time` asks for more than `date`.
          (said.isPure === true ||
            !(said.isLabel === true && asking.has(term) ? free : others).some((other) => isNear(term, other))),
    )
  return [withoutJoins(rest(onlyX, y, said.y, onlyY), onlyY), withoutJoins(rest(onlyY, x, said.x, onlyX), onlyX)]
}

export const only = (own: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set(own.filter((term) => !other.includes(term))),
]

/** Words that forbid: where both sides do, it matters not in which word. */
const negations: ReadonlySet<string> = new Set(['not', 'no', 'never', 'nobody'])

/** `and` joins what a list or a second sentence joins as well, and tells only against `or`; so does `or` with nothing else. `all` before a plural is said
 *  by the plural, and by `each` but where there is one thing for all or for each; `any` is said by `a`. */
const withoutJoins = (own: readonly string[], others: readonly string[]): readonly string[] =>
  own.filter((term) => {
    if (term === 'and') return others.includes('or')
    if (term === 'or') return others.includes('and') || own.length > 1
    return (
      (term !== 'all' && term !== 'each' && term !== 'any') ||
      others.some((other) => /^(?:any|some|1|singl|most|either|both|all|each)$/u.test(other))
    )
  })

const answers: Readonly<Record<string, readonly string[]>> = {
  unless: ['except'],
  except: ['unless'],
  not: ['fail', 'no', 'never', 'cannot', 'nobody', 'neither', 'without', 'unable', 'unabl', 'instead'],
  no: ['not', 'never', 'cannot', 'nobody', 'neither', 'without'],
  never: ['not', 'no', 'cannot', 'nobody'],
  cannot: ['not', 'no', 'never', 'unable', 'unabl'],
  nobody: ['not', 'no', 'never'],
  neither: ['not', 'no', 'nor'],
  none: ['not', 'no', 'nor'],
  without: ['not', 'no'],
  both: ['and'],
  all: ['each'],
  each: ['all'],
  until: ['pend', 'till'],
}

const isAnsweredFirmly = (term: string, others: readonly string[]): boolean =>
  !(isEvery(term) && others.some((other) => other === '1' || other === 'singl')) &&
  (answers[term]?.some((other) => others.includes(other)) ?? false)

/** Whether the other side denies with the start of a word what this side denies with a word of its own: `unexplained`, and `no explanation`. */
const isDeniedByPrefix = (
  own: readonly string[],
  others: readonly string[],
  isNear: (term: string, other: string) => boolean,
): boolean =>
  others.some((term) => {
    const rest = /^(?:un|in|im|ir|non|dis)(\p{L}{4,})$/u.exec(term)?.[1]
    return rest !== undefined && own.some((other) => other === rest || isNear(other, rest))
  })

const isEvery = (term: string): boolean => term === 'all' || term === 'each'
