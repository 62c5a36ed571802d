import {type Lexicon, perLexicon} from '@hedgerow/lexicon'

/** What each kind of local particular is called. */
export const localKindTitles: Readonly<Record<string, string>> = {
  authority: 'Authority',
  board: 'Board',
  email: 'E-mail address',
  form: 'Form',
  'health-body': 'Health body',
  name: 'Other name',
  panel: 'Panel',
  phone: 'Telephone',
  place: 'Place',
  'police-force': 'Police force',
  post: 'Post',
  postcode: 'Postcode',
  school: 'School',
  system: 'System',
  team: 'Team or service',
  tool: 'Tool',
  url: 'Web address',
}

const patternsOf = perLexicon(({local}: Lexicon) =>
  local.patterns.map(({kind, pattern, flags}) => ({
    kind,
    pattern: new RegExp(pattern, (flags ?? 'giu').replace('g', '')),
  })),
)

const headsOf = perLexicon(({local}: Lexicon) =>
  [...local.heads].sort((a, b) => b.head.length - a.head.length || (a.head < b.head ? -1 : 1)),
)

/** The kind of a local particular, by what the lexicon knows it by: a pattern that takes in all of it, its name, the longest head it ends in. `name` for any other. */
export function localKind(particular: string, lexicon: Lexicon): string {
  const pattern = patternsOf(lexicon).find((each) => each.pattern.exec(particular)?.[0].length === particular.length)
  if (pattern !== undefined) return pattern.kind
  const named = lexicon.local.names.find(({name}) => name === particular)
  if (named !== undefined) return named.kind
  const last = (head: string): boolean => particular === head || particular.endsWith(` ${head}`)
  return headsOf(lexicon).find(({head}) => last(head))?.kind ?? 'name'
}
