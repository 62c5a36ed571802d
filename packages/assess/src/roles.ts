import type {Lexicon} from '@hedgerow/lexicon'

/** A role as a person would say it: the lexicon's title, `a local team` for a local name, else the slug with spaces. */
export const roleLabel = (role: string, lexicon: Lexicon): string =>
  role === '@' ? 'a local team' : (lexicon.roles.find((each) => each.role === role)?.title ?? role.replaceAll('-', ' '))
