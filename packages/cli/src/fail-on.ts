import type {Drift} from '@hedgerow/assess'
import {type Lexicon, lexicon} from '@hedgerow/lexicon'
import {type Alert, driftAlerts, isFresh, type TopicDigest} from '@hedgerow/report'
import {UsageError} from './errors.ts'
import {didYouMean} from './suggest.ts'

const severities = ['error', 'warning', 'note'] as const

/** The words of --fail-on that fit everywhere: severities, never, classes of difference. */
export const failWords: readonly string[] = [...severities, 'never', ...lexicon.differences.map((each) => each.class)]

/** Whether an analysis holds what --fail-on names: findings of a severity or above it, or of a class. Throws a UsageError for other words. */
export const failing = (given: string): ((digests: readonly TopicDigest[]) => boolean) => {
  const words = knownWords(given, [])
  const bad = (finding: Counted): boolean => words.some((word) => word === finding.class || reaches(finding, word))
  return (digests) => digests.some(({findings}) => findings.some(bad))
}

/** What a change of a text may be called that no difference between authorities is. */
const ofTexts = ['added', 'removed'] as const

/** How much a drift holds that is new, not suppressed, and named by --fail-on: of a severity or above it, or of a class. Throws a UsageError for other
 *  words. */
export const failingDrift = (given: string): ((drift: Drift, own: Lexicon) => number) => {
  const fails = failingAlert(given)
  return (drift, own) => driftAlerts(drift, own).alerts.filter(fails).length
}

/** The same of one alert. */
export const failingAlert = (given: string): ((alert: Alert) => boolean) => {
  const words = knownWords(given, ofTexts)
  return (alert) => isFresh(alert) && words.some((word) => alert.classes.includes(word) || reaches(alert, word))
}

const knownWords = (given: string, more: readonly string[]): readonly string[] => {
  const words = given.split(',').map((word) => word.trim())
  const known = [...failWords, ...more]
  for (const word of words)
    if (!known.includes(word))
      throw new UsageError(
        `Unexpected --fail-on ${word}, expected error, warning, note, never or classes joined by commas.${didYouMean(word, known)} Run hedgerow rules for the classes.`,
      )
  return words
}

type Counted = Pick<TopicDigest['findings'][number], 'class' | 'severity'>

const reaches = ({severity}: Pick<Counted, 'severity'>, word: string): boolean => {
  const least = severities.findIndex((each) => each === word)
  const own = severities.findIndex((each) => each === severity)
  return least >= 0 && own >= 0 && own <= least
}
