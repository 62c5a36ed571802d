import type {Part, Reading} from './binding.ts'
import type {Party} from './noun-phrase.ts'

/** Under "must take these steps:" a step in the present tense names who takes it: "Stage 1: the referrer speaks to the manager". */
export const stepSubject = ({leadIn, text, grammar, hangs}: Reading): readonly Party[] => {
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
  const isVerb = /[^s]s$/u.test(verb) && (grammar.isVerb(grammar.base(verb)) || grammar.is('finite', verb))
  return role && isVerb && role.entry !== 'child'
    ? [{id: role.entry, start: role.start, end: role.end, known: true}]
    : []
}

/** Is a token part of what stands before the first colon ("Stage 1:")? */
const isLabel = (tokens: Part['tokens'], at: number): boolean => {
  const colon = tokens.findIndex(({text}) => text === ':')
  return colon > 0 && colon < 4 && at < colon
}
