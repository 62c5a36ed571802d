import type {OpenFrame, Reading} from './frames.ts'
import {wordAt} from './scope.ts'

/** Whether a condition goes on behind a comma, because it lists what holds: "where the child has a wound, has taken tablets or cannot be roused", "If the baby is
 *  floppy, blue or cold, ring 999". Behind the comma stands a verb with no subject of its own, or a list that ends with `or` before the comma of the main clause. */
export const goesOn = (reading: Reading, frame: OpenFrame, comma: number): boolean => {
  const {from, stack} = reading
  if (frame.kind !== 'condition' || frame.finite < 0 || frame.opener === 'except') return false
  const main = stack[0]
  const isTrailing = main !== undefined && main.finite >= 0 && main.finite < frame.first
  if (isTrailing) return isVerbAt(reading, comma + 1)
  return frame.first === from && (isPlainVerbAt(reading, comma + 1) || endsInOr(reading, comma + 1))
}

/** Whether a finite verb that is no noun and gives no order stands at a token. */
const isPlainVerbAt = (reading: Reading, at: number): boolean => {
  const {grammar} = reading
  const word = wordAt(reading, at)
  const orders = grammar.is('imperative-verb', word) || /^(?:do|have|be)$/u.test(word)
  return grammar.is('finite', word) && !grammar.is('finite-or-noun', word) && !orders
}

/** Whether a plain verb or a marker of force begins at a token, adverbs apart. */
const isVerbAt = (reading: Reading, from: number): boolean => {
  const {grammar, tokens, to, adverb} = reading
  let at = from
  while (at < to && adverb[at]) at++
  return (
    isPlainVerbAt(reading, at) || grammar.markers(tokens.slice(at, Math.min(at + 4, to))).some(({first}) => first === 0)
  )
}

/** So many tokens a list of what holds may run on, so that a long sentence is not read again at each comma. */
const longestList = 24

/** Whether what stands behind a comma is the rest of a list: short parts, the last after `or`, no force among them, and then a comma and the main clause. */
const endsInOr = (reading: Reading, from: number): boolean => {
  const {grammar, tokens, to} = reading
  if (!isListed(reading, from)) return false
  const rest = tokens.slice(from, Math.min(to, from + longestList))
  const or = rest.findIndex(({word}) => word === 'or')
  const end = rest.findIndex(({text}, at) => at > or && text === ',')
  if (or < 1 || end < 0 || grammar.markers(rest.slice(0, or)).length > 0) return false
  if (rest.slice(0, or).filter(({text}) => text === ',').length === 0 && or > longestPart) return false
  return end - or <= longestPart + 3 && opensMain(reading, from + end + 1)
}

const longestPart = 7

/** Whether a part of a list may begin at a token: no instruction, and nobody who is to act. */
const isListed = (reading: Reading, at: number): boolean => {
  const {grammar, tokens, to} = reading
  const word = wordAt(reading, at)
  const isInstruction =
    grammar.is('imperative-verb', word) && !grammar.is('noun-too', word) && !/(?:ed|ing)$/u.test(word)
  return (
    !isInstruction &&
    !['please', 'then', 'do', 'never', 'always'].includes(word) &&
    !grammar.roles(tokens.slice(at, Math.min(to, at + 6))).some(({first}) => first <= 1)
  )
}

/** Whether a main clause may begin at a token: an instruction, or a subject with its force not far behind. */
const opensMain = (reading: Reading, at: number): boolean => {
  const {grammar, tokens, to} = reading
  if (['and', 'or', 'but'].includes(wordAt(reading, at))) return false
  return (
    grammar.is('imperative-verb', wordAt(reading, at)) ||
    ['do', 'never', 'always'].includes(wordAt(reading, at)) ||
    grammar.markers(tokens.slice(at, Math.min(to, at + 12))).length > 0 ||
    tokens.slice(at + 1, Math.min(to, at + 8)).some((_, place) => isPlainVerbAt(reading, at + 1 + place))
  )
}
