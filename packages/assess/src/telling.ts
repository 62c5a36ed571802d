import type {Lexicon} from '@hedgerow/lexicon'
import {setting} from '@hedgerow/collate'
import type {Value} from './classify/classifier.ts'
import {isFirm, type Leftover, leftover, only, senses} from './leftover.ts'
import {wordCounts, wordingLikeness} from './marks.ts'
import {areUnlikeConditions} from './unlike-conditions.ts'

/** Whether what two lists of terms share stands in the same order: an edit leaves the rest where it was, a sentence written anew seldom does. */
const inOrder = (x: readonly string[], y: readonly string[]): boolean => {
  const shared = (own: readonly string[], other: readonly string[]): string =>
    [...new Set(own.filter((term) => other.includes(term) && term !== 'and' && term !== 'or'))].join(' ')
  return shared(x, y) === shared(y, x)
}

/** Whether two values of words tell a difference of rule: something is left over, and the two are else so alike that it was put there on purpose; or
 *  the same actor is to do quite another thing under the same condition; or a definition counts otherwise. */
export const tells = (x: Value, y: Value, lexicon: Lexicon): boolean => {
  if (x.terms === undefined || y.terms === undefined) return true
  if (x.terms.join(' ') === y.terms.join(' ')) return false
  if (only(x.terms, y.terms).length + only(y.terms, x.terms).length === 0)
    return x.isRest === true && x.hasVerb === true && y.hasVerb === true && x.terms[0] !== y.terms[0]
  if (isJoinedCondition(x, y) || namesOtherPosts(x, y) || asksForTwo(x, y)) return true
  if (areUnlikeConditions(x, y, lexicon)) return true
  const left = leftovers(x, y, lexicon)
  if (left[0].length + left[1].length === 0) return false
  if (isAgentLeftUnsaid(x, y, left) || isAgentLeftUnsaid(y, x, [left[1], left[0]])) return false
  const isCounted =
    ((x.named ?? 0) + (y.named ?? 0) > 0 && left.flat().some((term) => /^\d/u.test(term) && term !== '1')) ||
    (x.isCohort === true && left.flat().some((term) => /^\d{1,2}$/u.test(term) && term !== '1'))
  return (
    isCounted ||
    isBoundOtherwise(x, y, left, setting(lexicon)('defined-share')) ||
    isAnotherCondition(x, y, left) ||
    isAnotherAct(x, y, lexicon) ||
    isAnotherChannel(x, y, left) ||
    isEdited(x, y, left, lexicon)
  )
}

/** Whether of two definitions one side says more, and turns or bounds what it says (`with no lawful ground`, `with or without parental responsibility`): that a
 *  word for it is missing on the other side is then no other wording. */
const isBoundOtherwise = (x: Value, y: Value, [own, other]: Leftover, least: number): boolean => {
  if ((x.named ?? 0) === 0 || (y.named ?? 0) === 0) return false
  const [said = [], others = []] = [x.terms, y.terms]
  const shared = said.filter((term) => others.includes(term)).length
  if (shared < least * Math.min(said.length, others.length)) return false
  // A list may be said in more words; only of one term is an alternative more than the other side has another meaning.
  const isOneTerm = said.slice(0, x.named).some((term) => others.slice(0, y.named).includes(term))
  const idle = isOneTerm ? /^(?:any|all|each|both)$/u : /^(?:any|all|each|both|or)$/u
  return [own, other].some((terms) => terms.length > 1 && terms.some((term) => isFirm(term) && !idle.test(term)))
}

/** What is left over of two values of words. */
export const leftovers = (x: Value, y: Value, lexicon: Lexicon): Leftover =>
  leftover(x.own ?? x.terms ?? [], y.own ?? y.terms ?? [], lexicon, {
    x: x.said,
    y: y.said,
    isLabel: x.isLabel === true,
    forbids: x.forbids === true && y.forbids === true,
    isPure: x.isLabel !== true && isPut(x.terms ?? [], y.terms ?? []),
  })

/** Whether two values are equal but for their conditions, and these are two, or one with something put in. */
const isAnotherCondition = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  !isAntecedent(x, y, [own, other]) &&
  !isAntecedent(y, x, [other, own]) &&
  x.rest !== undefined &&
  x.rest === y.rest &&
  ((own.length > 0 && other.length > 0) || inOrder(x.own ?? x.terms ?? [], y.own ?? y.terms ?? []))

/** Whether a condition that begins with a pronoun lacks only the one noun the other has in its place. */
const isAntecedent = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  x.pointsBack === true && y.pointsBack !== true && own.length === 0 && other.length <= 1 && !other.some(isFirm)

/** Whether two labels name posts and not the same: the signature of another manager. */
const namesOtherPosts = ({posts: own = []}: Value, {posts: other = []}: Value): boolean =>
  own.length > 0 && other.length > 0 && own.join(' ') !== other.join(' ')

/** Whether one label is the other with a second thing joined to it: `date and time of the call`. */
const asksForTwo = ({isLabel, terms: x = []}: Value, {terms: y = []}: Value): boolean =>
  isLabel === true && isJoinedTo(x, y)

/** Whether, whatever else two values say, the condition of one is that of the other with a second one joined to it. */
const isJoinedCondition = (x: Value, y: Value): boolean => x.rest !== undefined && isJoinedTo(x.own ?? [], y.own ?? [])

/** Whether one of two lists of terms is the other with more joined to it by `and` or `or`. */
const isJoinedTo = (x: readonly string[], y: readonly string[]): boolean => {
  const [shorter, longer] = x.length < y.length ? [x, y] : [y, x]
  return isPut(x, y) && longer.some((term) => (term === 'and' || term === 'or') && !shorter.includes(term))
}

/** Whether two values send or say one thing by two means: `by post`, `through the portal`. */
const isAnotherChannel = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  x.isRest === true &&
  y.isRest === true &&
  x.terms?.[0] === y.terms?.[0] &&
  own.length > 0 &&
  other.length > 0 &&
  areMeans(x, y, [own, other])

/** Whether all that is left over of two values says by what means something is sent or said. */
export const areMeans = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  own.length + other.length > 0 &&
  own.every((term) => x.means?.includes(term)) &&
  other.every((term) => y.means?.includes(term))

/** Whether one list of terms is the other with something put into one place: then nothing in it stands for something else. */
const isPut = (x: readonly string[], y: readonly string[]): boolean => {
  const shorter = Math.min(x.length, y.length)
  return x.length !== y.length && shorter > 1 && ends(x, y) === shorter
}

/** Whether two values have one actor and one condition and not a word of what is to be done. */
export const isAnotherAct = (x: Pick<Value, 'act'>, y: Pick<Value, 'act'>, lexicon: Lexicon): boolean => {
  if (x.act === undefined || y.act === undefined || x.act.frame !== y.act.frame) return false
  const [own, other] = [x.act.terms, y.act.terms]
  const [left, right] = leftover(own, other, lexicon)
  const isShared = own.some((term) => other.includes(term) && !senses(lexicon).light.has(term))
  const isTold = (head: string | undefined, rest: readonly string[]): boolean =>
    head !== undefined && rest.length > 0 && (rest.includes(head) || senses(lexicon).light.has(head))
  return !isShared && isTold(own[0], left) && isTold(other[0], right)
}

const isEdited = (x: Value, y: Value, [own, other]: Leftover, lexicon: Lexicon): boolean => {
  const set = setting(lexicon)
  const [left = [], right = []] = [x.terms, y.terms]
  const isAdded = own.length === 0 || other.length === 0
  if (x.isLabel) return isAnotherLabel(left, right, [own, other], lexicon)
  if (isLeftUnsaid(x, y, [own, other]) || isLeftUnsaid(y, x, [other, own])) return false
  if (isOneStart(left.slice(x.named ?? 0), right.slice(y.named ?? 0))) return true
  if (isAdded && !isHeld(x, y, [own, other])) return false
  if (noise(left, right) - own.length - other.length > set('edit-noise')) return false
  const within = [...(x.own ?? []), ...(y.own ?? [])]
  const outside = (terms: readonly string[]): readonly string[] => terms.filter((term) => !within.includes(term))
  if (!inOrder(outside(left), outside(right))) return false
  if (
    x.text !== undefined &&
    y.text !== undefined &&
    wordingLikeness(wordCounts(x.text), wordCounts(y.text)) < set('edit-likeness')
  )
    return false
  const fewer = Math.min(left.length, right.length)
  const shared = left.filter((term) => right.includes(term)).length
  if (shared < set('edit-share') * fewer) return isOnePlace(left, right, set('edit-place'))
  return (
    isAdded ||
    (own.length + other.length <= set('edit-terms') && fewer > 2) ||
    isOnePlace(left, right, set('edit-place'))
  )
}

/** How many terms one of two lists lacks, `and` apart. */
const noise = (x: readonly string[], y: readonly string[]): number =>
  [...only(x, y), ...only(y, x)].filter((term) => term !== 'and').length

/** Whether a sentence with something added is else the same: it keeps its head verb, and of two conditions the longer has a firm word more. */
const isHeld = (x: Value, y: Value, [own, other]: Leftover): boolean => {
  if (x.hasVerb === true && y.hasVerb === true && x.terms?.[0] !== y.terms?.[0]) return false
  const areConditions = (x.own?.length ?? 0) > 0 && (y.own?.length ?? 0) > 0
  return !areConditions || [...own, ...other].some(isFirm)
}

/** Whether a side that points back (`That interview`) lacks nothing but what the other side names again. */
const isLeftUnsaid = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  x.pointsBack === true && y.pointsBack !== true && own.length === 0 && other.length > 0

/** Whether a condition in the passive lacks nothing but who acts in the other: `if a check is refused` and `if the carer refuses a check`. */
const isAgentLeftUnsaid = (x: Value, y: Value, [own, other]: Leftover): boolean =>
  x.namesNoAgent === true && y.namesNoAgent === false && own.length === 0 && other.length <= 2 && !other.some(isFirm)

/** Whether two lists of terms begin alike at some length and then go apart: one text, changed. */
const isOneStart = (x: readonly string[], y: readonly string[]): boolean => {
  const shorter = Math.min(x.length, y.length)
  let shared = 0
  while (shared < shorter && x[shared] === y[shared]) shared++
  return shared >= 4 && shared >= shorter * 0.3
}

/** How many terms two lists share at their two ends. */
export const ends = (x: readonly string[], y: readonly string[]): number => {
  const shorter = Math.min(x.length, y.length)
  let before = 0
  while (before < shorter && x[before] === y[before]) before++
  let after = 0
  while (after < shorter - before && x.at(-1 - after) === y.at(-1 - after)) after++
  return before + after
}

/** Whether two labels ask for two things: one asks for more, another word stands in one place, or another number. */
const isAnotherLabel = (
  x: readonly string[],
  y: readonly string[],
  [own, other]: Leftover,
  lexicon: Lexicon,
): boolean => {
  if (own.length === 0 || other.length === 0) return isPut(x, y) || asksMore([...own, ...other], x, y, lexicon)
  return isExchanged(x, y) || [own, other].every((terms) => terms.some((term) => /^\d/u.test(term)))
}

/** Whether what one label adds asks for something more: a word that asks, or a second thing joined by `and` or `or`. */
const asksMore = (added: readonly string[], x: readonly string[], y: readonly string[], lexicon: Lexicon): boolean => {
  const {asking} = senses(lexicon)
  const isJoined = (terms: readonly string[]): boolean => terms.includes('and') || terms.includes('or')
  return added.some((term) => asking.has(term)) || isJoined(x) !== isJoined(y)
}

/** Whether two lists of terms are one but for a term in the same place. */
const isExchanged = (x: readonly string[], y: readonly string[]): boolean =>
  x.length === y.length && x.length > 2 && ends(x, y) === x.length - 1

/** Whether two lists of terms are one but for a single place, and that no longer than `most` terms on either side. */
const isOnePlace = (x: readonly string[], y: readonly string[], most: number): boolean => {
  const shared = ends(x, y)
  return shared > 2 && Math.max(x.length, y.length) - shared <= most
}
