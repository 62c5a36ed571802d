import type {Lexicon} from '@hedgerow/lexicon'
import {perLexicon} from '@hedgerow/lexicon'
import type {AssessedReading, Authority} from '../assessment.ts'

/** A text with its local particulars as fields, and what was printed in each. */
export interface Fielded {
  readonly text: string
  readonly values: ReadonlyMap<string, string>
}

const open = '«'
const close = '»'

/** A reading's text with each local particular as a merge field, named after what its authority.yaml calls it, else after its kind. Two particulars of
 *  one name are told apart by a number. */
export const fielded = (
  {text, local}: Pick<AssessedReading, 'text' | 'local'>,
  authority: Authority | undefined,
  lexicon: Lexicon,
): Fielded => {
  const values = new Map<string, string>()
  const names = new Map<string, string>()
  const spans = spansOf(text, local)
  let found = ''
  let from = 0
  for (const {start, end} of spans) {
    const printed = text.slice(start, end)
    const name = names.get(printed.toLowerCase()) ?? unused(fieldName(printed, authority, lexicon), values)
    names.set(printed.toLowerCase(), name)
    values.set(name, printed)
    found += `${text.slice(from, start)}${open}${name}${close}`
    from = end
  }
  return {text: found + text.slice(from), values}
}

/** What a particular is called whose kind is not known. */
const unnamed = 'local name'

/** Texts of one provision with their fields named alike: where the particular of one authority has no known kind, it is called what the only particular of another is
 *  called that this one lacks. */
export const sharedNames = (all: ReadonlyMap<string, Fielded>): ReadonlyMap<string, Fielded> => {
  const known = new Set([...all.values()].flatMap(({values}) => [...values.keys()].filter((name) => name !== unnamed)))
  return new Map(
    [...all].map(([authority, each]) => {
      const lacking = [...known].filter((name) => !each.values.has(name))
      const [name] = lacking
      return [authority, each.values.has(unnamed) && lacking.length === 1 && name ? renamed(each, name) : each]
    }),
  )
}

const renamed = ({text, values}: Fielded, name: string): Fielded => ({
  text: text.replaceAll(`${open}${unnamed}${close}`, `${open}${name}${close}`),
  values: new Map([...values].map(([own, printed]) => [own === unnamed ? name : own, printed])),
})

/** A text with each field filled in where a value is known. */
export const filled = (text: string, valueOf: (field: string) => string | undefined): string =>
  text.replace(/«([^«»]+)»/gu, (whole, name: string) => valueOf(name) ?? whole)

const unused = (name: string, taken: ReadonlyMap<string, string>): string => {
  let own = name
  for (let n = 2; taken.has(own); n++) own = `${name} ${n}`
  return own
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where local particulars stand in a text, as whole words; of two that overlap the longer. */
const spansOf = (text: string, local: readonly string[]): readonly Span[] => {
  const longestFirst = local.filter((each) => each !== '').sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
  const found: Span[] = []
  for (const printed of longestFirst)
    for (const start of placesOf(printed, text)) {
      const end = start + printed.length
      const isWhole = !isLetter(text[start - 1]) && !isLetter(text[end])
      if (isWhole && !found.some((other) => start < other.end && end > other.start)) found.push({start, end})
    }
  return found.sort((x, y) => x.start - y.start)
}

const placesOf = (part: string, text: string): readonly number[] => {
  const places: number[] = []
  let at = text.indexOf(part)
  while (at >= 0) {
    places.push(at)
    at = text.indexOf(part, at + part.length)
  }
  return places
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** What a particular stands for: the key its authority names it by, what its authority is to it, or its kind. */
const fieldName = (printed: string, authority: Authority | undefined, lexicon: Lexicon): string => {
  const said = printed.toLowerCase()
  const own = Object.entries(authority?.local ?? {}).find(([, names]) => names.some((name) => isNamed(name, said)))
  if (own) return own[0].replaceAll('-', ' ')
  if (authority?.police && isNamed(authority.police, said)) return 'police force'
  if (authority?.partnership && isNamed(authority.partnership, said)) return 'safeguarding partnership'
  if (authority?.icb && isNamed(authority.icb, said)) return 'integrated care board'
  if (authority?.name.toLowerCase() === said) return 'local authority'
  if (authority?.id.replaceAll('-', ' ') === said) return 'area'
  return kindOf(printed, lexicon).replaceAll('-', ' ')
}

/** Whether a name is printed so: whole, without what stands in brackets, what stands in brackets alone or after the first word, or without a closing
 *  common noun. */
const isNamed = (name: string, said: string): boolean => {
  const whole = name.toLowerCase()
  const [, long, short] = /^(.*?)\s*\(([^()]+)\)$/u.exec(whole) ?? []
  const brief = short === undefined ? undefined : `${whole.split(' ')[0]} ${short}`
  return [whole, long, short, brief, whole.replace(/\s+(?:panel|group|meeting)$/u, '')].includes(said)
}

const headsOf = perLexicon(
  ({local}) => [...local.heads].sort((x, y) => y.head.length - x.head.length),
  ({local}) => local,
)
const patternsOf = perLexicon(
  ({local}) => local.patterns.map(({kind, pattern}) => ({kind, pattern: new RegExp(pattern, 'iu')})),
  ({local}) => local,
)

const kindOf = (printed: string, lexicon: Lexicon): string =>
  patternsOf(lexicon).find(({pattern}) => pattern.test(printed))?.kind ??
  headsOf(lexicon).find(({head}) => printed === head || printed.endsWith(` ${head}`))?.kind ??
  unnamed
