import type {DifferenceName} from '@hedgerow/assess'
import type {Lexicon, Severity} from '@hedgerow/lexicon'
import {didYouMean} from '../suggest.ts'
import {anyNumber, checkedYaml, keys, listOf, numberFrom, oneOf, recordOf, type Shape, text} from '../yaml.ts'

/** A topic as hedgerow.yaml names it. */
export interface TopicEntry {
  readonly title?: string
  readonly also?: readonly string[]
}

/** How much is read: documents above a limit are reported, not read. */
export interface LimitEntry {
  readonly 'file-megabytes'?: number
  readonly 'seconds-per-file'?: number
  /** What a zipped document (Word, OpenDocument, Excel) may unpack to. */
  readonly 'unpacked-megabytes'?: number
  /** What reading one document may take. */
  readonly 'memory-megabytes'?: number
  readonly pages?: number
}

/** What hedgerow.yaml holds; a key that is not there is left out. */
export interface Config {
  readonly region?: string
  readonly topics?: Readonly<Record<string, TopicEntry>>
  readonly standards?: readonly string[]
  readonly severities?: Readonly<Partial<Record<DifferenceName, Severity>>>
  readonly limits?: LimitEntry
  readonly weights?: Readonly<Record<string, number>>
}

/** What <authority>/authority.yaml holds. */
export interface AuthorityEntry {
  readonly name?: string
  readonly code?: string
  readonly partnership?: string
  readonly police?: string
  readonly icb?: string
  readonly region?: string
  readonly neighbours?: readonly string[]
  readonly local?: Readonly<Record<string, string | readonly string[]>>
}

const severityNames = ['error', 'warning', 'note', 'off'] as const satisfies readonly Severity[]

const known =
  (what: string, words: readonly string[]): ((name: string) => string | null) =>
  (name) =>
    words.includes(name)
      ? null
      : `Unexpected ${what} ${name}, expected one of ${words.join(', ')}.${didYouMean(name, words)}`

const configShape = (lexicon: Lexicon): Shape<Config> =>
  keys<Config>({
    region: text,
    topics: recordOf(keys<TopicEntry>({title: text, also: listOf(text)})),
    standards: listOf(text),
    severities: recordOf(
      oneOf(severityNames),
      known(
        'class',
        lexicon.differences.map((each) => each.class),
      ),
    ),
    limits: keys<LimitEntry>({
      'file-megabytes': numberFrom(0),
      'seconds-per-file': numberFrom(0),
      'unpacked-megabytes': numberFrom(0),
      'memory-megabytes': numberFrom(16),
      pages: numberFrom(1),
    }),
    weights: recordOf(anyNumber, (name) =>
      lexicon.weights.some((each) => each.name === name)
        ? null
        : `Unexpected weight ${name}.${
            didYouMean(
              name,
              lexicon.weights.map((each) => each.name),
            ) || ' The weights are listed in weights.yaml of the lexicon.'
          }`,
    ),
  })

const authorityShape: Shape<AuthorityEntry> = keys<AuthorityEntry>({
  name: text,
  code: text,
  partnership: text,
  police: text,
  icb: text,
  region: text,
  neighbours: listOf(text),
  local: recordOf(listOf(text)),
})

/** hedgerow.yaml, checked. Throws a UsageError for a fault; `file` is how the file is named in it. */
export const configOf = (content: string, file: string, lexicon: Lexicon): Config =>
  checkedYaml(content, file, configShape(lexicon))

/** authority.yaml, checked. */
export const authorityOf = (content: string, file: string): AuthorityEntry => checkedYaml(content, file, authorityShape)

/** The lexicon with the weights a corpus sets for itself. */
export const withWeights = (lexicon: Lexicon, weights: Readonly<Record<string, number>> = {}): Lexicon => ({
  ...lexicon,
  weights: lexicon.weights.map((each) => ({...each, value: weights[each.name] ?? each.value})),
})
