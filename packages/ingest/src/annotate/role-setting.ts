import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'

interface Phrase {
  readonly tokens: readonly Token[]
  readonly grammar: Grammar
  readonly places: readonly number[]
}

/** The role a general word stands for in its setting: another agency's "manager" is whoever manages there, a "provider" of whom an interview is
 *  asked holds interviews, and "staff at Carrow Lodge" work in a home. The role as read where its setting says nothing. `first` and `last` index
 *  `places`. */
export const bySetting = (
  {tokens, grammar, places}: Phrase,
  {first, last}: {readonly first: number; readonly last: number},
  role: string,
): string => {
  const word = tokens[places[last] as number]?.word ?? ''
  const single = first === last
  if (role === 'team-manager' && single && isOwned(tokens[places[first - 1] ?? -1])) return 'manager'
  if (role === 'manager' && word === 'supervisor' && single && hasPolice(tokens, grammar)) return 'police-supervisor'
  if (role === 'placement' && /^providers?$/u.test(word) && single && isOfInterview(tokens, grammar))
    return 'rhi-provider'
  if (role === 'practitioner' && word === 'staff' && single && isAtHome(tokens, places[last] as number))
    return 'residential-staff'
  return role
}

// "the health visitor's manager", "the other agency's manager".
const isOwned = (token: Token | undefined): boolean => /['’]s?$/u.test(token?.text ?? '')

const hasPolice = (tokens: readonly Token[], grammar: Grammar): boolean =>
  grammar.roles(tokens).some(({entry}) => entry === 'police' || entry === 'police-call-handler')

const isOfInterview = (tokens: readonly Token[], grammar: Grammar): boolean =>
  tokens.some(({word}) => /^interview/u.test(word) || ['talk', 'interviewer'].includes(grammar.base(word)))

// "staff at Carrow Lodge": a house of that name.
const isAtHome = (tokens: readonly Token[], staff: number): boolean => {
  if (!/^(?:at|in|of)$/u.test(tokens[staff + 1]?.word ?? '')) return false
  const rest = tokens.slice(staff + 2)
  const end = rest.findIndex(({text}) => !/^\p{Lu}/u.test(text))
  return /^(?:lodge|house|cottage|villa|view|grange|manor)$/u.test(rest[(end < 0 ? rest.length : end) - 1]?.word ?? '')
}
