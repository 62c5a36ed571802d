import type {Part, Reading} from './binding.ts'
import type {Party} from './noun-phrase.ts'

/** Under "must take these steps:" a step in the present tense names who takes it: "Stage 1: the referrer speaks to the manager". Null where its subject is
 *  nobody ("the matter goes to the board"): whoever the lead-in binds does not do it. */
export const stepSubject = ({leadIn, text, grammar, hangs}: Reading): readonly Party[] | null => {
  const isSteps = leadIn.tokens.some(({word}) =>
    /^(?:steps?|stages?|actions?|process|procedure|following)$/u.test(word),
  )
  if (hangs || !isSteps || leadIn.bindings.length === 0 || text.bindings.length > 0) return []
  const from = text.tokens.findIndex(
    ({kind, text: word}, at) => kind === 'word' && (at === 0 || word !== ':') && !isLabel(text.tokens, at),
  )
  const start = grammar.is('determiner', text.tokens[from]?.word) ? from + 1 : from
  const role = grammar.roles(text.tokens.slice(start)).find(({first}) => first <= 2)
  const verb = text.tokens[start + (role?.last ?? 0) + 1]?.word ?? ''
  const isVerb = isPresent(verb, grammar)
  // "the matter goes to", "the case moves on to": a thing, and its verb.
  const isThing =
    start > from && grammar.is('moving-verb', grammar.base(text.tokens[start + 1]?.word ?? '')) && !role?.first
  if (isThing && isPresent(text.tokens[start + 1]?.word ?? '', grammar)) return null
  return role && isVerb && role.entry !== 'child'
    ? [{id: role.entry, start: role.start, end: role.end, known: true}]
    : []
}

const isPresent = (word: string, grammar: Reading['grammar']): boolean =>
  /[^s]s$/u.test(word) &&
  (grammar.isVerb(grammar.base(word)) || grammar.is('finite', word) || grammar.is('moving-verb', grammar.base(word)))

/** Is a token part of what stands before the first colon ("Stage 1:")? */
const isLabel = (tokens: Part['tokens'], at: number): boolean => {
  const colon = tokens.findIndex(({text}) => text === ':')
  return colon > 0 && colon < 4 && at < colon
}
