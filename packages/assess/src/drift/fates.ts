import type {Severity} from '@hedgerow/lexicon'
import type {ChangeClass, TextChange, TextCounts} from './change.ts'

/** Severities, heaviest first. */
export const gravity: readonly Severity[] = ['error', 'warning', 'note', 'off']

/** The heaviest of some severities; `off` of none. */
export const heaviest = (all: readonly Severity[]): Severity => gravity.find((each) => all.includes(each)) ?? 'off'

/** Each provision counted once, by the weightiest that became of it. */
export const countsOf = (changes: readonly TextChange[], kept: number): TextCounts => {
  const fates = changes.map(fateOf)
  const count = (fate: keyof TextCounts): number => fates.filter((each) => each === fate).length
  return {
    kept,
    moved: count('moved'),
    renumbered: count('renumbered'),
    reworded: count('reworded'),
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    unsure: count('unsure'),
  }
}

const harmless: ReadonlySet<ChangeClass> = new Set(['wording', 'local', 'currency'])

/** What became of a provision, in one word. */
export const fateOf = ({kind, classes}: Pick<TextChange, 'kind' | 'classes'>): keyof TextCounts => {
  if (kind !== 'changed') return kind
  const names = classes.map((each) => each.class)
  const rest = names.filter((name) => name !== 'moved' && name !== 'renumbered')
  if (rest.length === 0) return names.includes('moved') ? 'moved' : 'renumbered'
  if (rest.every((name) => harmless.has(name))) return 'reworded'
  return rest.every((name) => harmless.has(name) || name === 'unsure') ? 'unsure' : 'changed'
}
