import {lexicon} from '@hedgerow/lexicon'
import type {TopicDigest} from '@hedgerow/report'
import {UsageError} from './errors.ts'
import {didYouMean} from './suggest.ts'

const severities = ['error', 'warning', 'note'] as const

/** Whether an analysis holds what --fail-on names: findings of a severity or above it, or of a class. Throws a UsageError for other words. */
export const failing = (given: string): ((digests: readonly TopicDigest[]) => boolean) => {
  const words = given.split(',').map((word) => word.trim())
  const known = [...severities, 'never', ...lexicon.differences.map((each) => each.class)]
  for (const word of words)
    if (!known.includes(word))
      throw new UsageError(
        `Unexpected --fail-on ${word}, expected error, warning, note, never or classes joined by commas.${didYouMean(word, known)} Run hedgerow rules for the classes.`,
      )
  const bad = (finding: Counted): boolean => words.some((word) => word === finding.class || reaches(finding, word))
  return (digests) => digests.some(({findings}) => findings.some(bad))
}

type Counted = TopicDigest['findings'][number]

const reaches = ({severity}: Counted, word: string): boolean => {
  const least = severities.findIndex((each) => each === word)
  const own = severities.findIndex((each) => each === severity)
  return least >= 0 && own >= 0 && own <= least
}
