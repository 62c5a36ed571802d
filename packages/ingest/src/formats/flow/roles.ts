import type {FlowRole} from './flow.ts'

const roles: readonly (readonly [RegExp, FlowRole])[] = [
  [/^(?:definition term(?: tight)?|list heading)$/u, 'term'],
  [/^(?:definition(?: definition)?(?: tight)?|list contents)$/u, 'meaning'],
  [/^(?:intense quote|quote|block ?text|quotations|block ?quote)$/u, 'quote'],
]

/** What paragraphs in a style of this name (small letters) are for, as programs name them that turn other formats into theirs; null for most. */
export const roleOf = (name: string): FlowRole | null => roles.find(([pattern]) => pattern.test(name))?.[1] ?? null
