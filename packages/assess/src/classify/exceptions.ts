import type {DifferenceName} from '../assessment.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, type Evidence, perRow, type Value} from './classifier.ts'

/** Exceptions (`unless`, `except where`) and exclusions (`but not`) that some state where others are silent: they state neither one nor anything that a rule
 *  could hang on instead (`only if`, `without`). In whatever words the rest is said, a rule with an exception is not one without. Source: contract, facets. */
const stated = (name: DifferenceName, opener: RegExp, isFree: (text: string) => boolean): Classifier => {
  const found = perRow((statements): ReadonlyMap<object, Value> => {
    const all = statements.map((each) => ({each, part: opener.exec(each.text)?.[0] ?? ''}))
    const bare = all.filter(({each, part}) => part === '' && isFree(whole(each)))
    const holders = all.filter(({part}) => part !== '')
    if (bare.length === 0 || holders.length === 0) return new Map()
    return new Map<object, Value>([
      ...holders.map(
        ({each, part}) => [each.said, {key: 'stated', label: `“${part.trim()}”`, isWorded: true}] as const,
      ),
      ...bare.map(({each}) => [each.said, {key: '', label: 'none stated', isWorded: true}] as const),
    ])
  })
  return {
    class: name,
    value: (statement, {row, statements, lexicon}: Evidence) =>
      row.kind === 'provision' ? (found(statements, lexicon).get(statement.said) ?? null) : null,
  }
}

/** What a word means beside what it means only without something: `but not a bank holiday` beside nothing left out, `with no wish to die` beside `whatever the
 *  reason`. */
export const openDefinitions: Classifier = {
  class: 'definition',
  value: ({text}, {row, statements}) => {
    if (row.kind !== 'definition') return null
    const way = wayOf(text)
    if (way === 'plain' && !statements.some((each) => excluded.test(each.text))) return null
    return way === null ? null : {key: way === 'shut' ? way : 'open', label: `“${text}”`, isWorded: true}
  },
}

const wayOf = (text: string): 'open' | 'shut' | 'plain' | null =>
  open.test(text) ? 'open' : shut.test(text) ? 'shut' : denies.test(text) || leaves.test(text) ? null : 'plain'

const open = /\b(?:\p{L}+ or not|whether or not|with or without|whatever|irrespective|regardless)\b/iu
const shut = /\b(?:not being|but not|with no|without|other than|except|excluding|nor)\b/iu
const excluded = /\b(?:not being|but not|other than|except|excluding)\b/iu
const leaves = /\b(?:leaving out|apart from|save|only|less)\b|\b(?:un|non-)\p{L}/iu

const whole = ({clauses}: Statement): string => clauses.map(({leadIn, text}) => `${leadIn ?? ''} ${text}`).join(' ')

const depends = /\b(?:if|where|when|whenever|only|without|until|unless|except|save|provided|subject to|other than)\b/iu
const denies = /\b(?:no|not|never|nobody|none|cannot|but)\b|n[’']t\b/iu

/** A rule with an exception beside the same rule without. */
export const exceptions: Classifier = stated(
  'condition',
  /\b(?:unless|(?:except|save) (?:where|when|if|in|for|on|that)|other than (?:where|when|in))\b[^.;|]*/iu,
  (text) => !depends.test(text),
)

/** What a rule leaves out beside one that leaves out nothing. */
export const exclusions: Classifier = stated(
  'scope',
  /\bbut not (?!only\b|limited\b|necessarily\b|less\b|more\b|later\b|before\b|if\b|where\b|when\b|until\b|yet\b)[^.;|]*/iu,
  (text) => !depends.test(text) && !denies.test(text),
)
