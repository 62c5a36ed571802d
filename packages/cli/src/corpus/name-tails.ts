import type {Lexicon} from '@hedgerow/lexicon'

/** A document's name without what says only which edition it is, and without what kind of document it is. */
export interface NameTails {
  /** Without a version, a date or a word such as `final` at its end. */
  readonly withoutEdition: (name: string) => string
  /** Without a word such as `protocol` at its end. */
  readonly withoutKind: (name: string) => string
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** `-v2`, `-version-3-1`, `-issue-4`; `-2024`, `-2024-05-01`, `-01-05-2024`, `-may-2024`, `-1-may-2024`, `-20240501`. */
const editions: readonly RegExp[] = [
  new RegExp(`(?:-\\d{1,2})?-${month}-(?:(?:19|20)\\d{2}|\\d{2})$`, 'u'),
  /-(?:v|ver|version|issue|edition|revision|rev)-?\d+(?:-\d+)*$/u,
  /-(?:19|20)\d{2}(?:-\d{1,2}){0,2}$/u,
  /-\d{1,2}-\d{1,2}-(?:19|20)\d{2}$/u,
  /-20\d{6}$/u,
]

/** What names, as slugs, end with besides what they are about. Nothing is taken from a name that would leave nothing. */
export const nameTails = ({wordClasses}: Lexicon): NameTails => {
  const ending = (name: string): RegExp => {
    const words = wordClasses.filter((each) => each.class === name).flatMap((each) => each.words)
    return new RegExp(`-(?:${words.join('|')})$`, 'u')
  }
  const [edition, kind] = [[...editions, ending('edition-word')], ending('document-kind')]
  const withoutEdition = (name: string): string => {
    const next = edition.reduce((left, tail) => left.replace(tail, ''), name)
    return next === name ? name : withoutEdition(next)
  }
  return {withoutEdition, withoutKind: (name) => name.replace(kind, '')}
}
