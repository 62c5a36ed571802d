import type {Lexicon} from '@hedgerow/lexicon'
import type {AssessedRow, DifferenceName, Opportunity} from './assessment.ts'
import type {Statement} from './statement.ts'
import {subjectOf} from './subject.ts'

/** What a step is called: what its row is about, what differs there, and the section. */
export const stepTitle = (
  statements: readonly Statement[],
  {id, sectionTitle}: Pick<AssessedRow, 'id' | 'sectionTitle'>,
  name: DifferenceName,
  {differences}: Lexicon,
): string => {
  const difference = differences.find((each) => each.class === name)?.title ?? name
  return `${subjectOf(statements) || id}: ${difference.toLowerCase()} (${sectionTitle})`
}

/** Steps with a title each of its own: those that would share one are told apart by their ids. */
export const titledApart = <Step extends Pick<Opportunity, 'id' | 'title'>>(
  found: readonly Step[],
): readonly Step[] => {
  const times = new Map<string, number>()
  for (const {title} of found) times.set(title, (times.get(title) ?? 0) + 1)
  return found.map((each) => (times.get(each.title) === 1 ? each : {...each, title: `${each.title}, ${each.id}`}))
}
