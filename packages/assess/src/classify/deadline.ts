import type {Clause, Deadline} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {exactly, opposite, type Protection} from '../protection.ts'
import {conditionSpans} from '../fronted.ts'
import {wordClass} from '../plain-verbs.ts'
import {amountKey, reach, spoken} from '../times.ts'
import type {Classifier} from './classifier.ts'
import {perRow, silent} from './classifier.ts'

/** A limit as compared: bound, amount, and the event it runs from. Two limits from different known events differ; an event left unsaid is
 *  taken as the one the others name, since the same sentence says it in other words more often than not. */
const key = (deadline: Deadline): string => `${deadline.bound} ${amountKey(deadline)}`

/** The shorter a `within` limit, the more it protects; other bounds have no order of protection, and neither have several limits. */
const rank = (deadlines: readonly Deadline[], lexicon: Lexicon): Protection | undefined => {
  const [first] = deadlines
  if (!first || deadlines.some((each) => each.bound !== 'within' || amountKey(each) !== amountKey(first)))
    return undefined
  const days = reach(first, lexicon)
  return days === null ? undefined : [opposite(days)]
}

/** `at most every six weeks` bounds the frequency from the other side. */
const isCeiling = (clauses: readonly Clause[]): boolean =>
  clauses.some(({evidence, text}) =>
    evidence.some(
      (each) =>
        each.of === 'deadlines' &&
        each.in === 'text' &&
        /\b(?:at most|no more (?:often )?than|not more (?:often )?than)\b.*\b(?:every|each)\b/iu.test(
          text.slice(Math.max(0, each.start - 20), each.end),
        ),
    ),
  )

/** `at intervals of no less than six weeks` waits between, where `every six weeks` and `at intervals of no more than six weeks` press on. */
const isSpacing = (clauses: readonly Clause[]): boolean =>
  clauses.some(({text}) => /\bintervals? of (?:no|not|at) (?:fewer|less|shorter|least)\b/iu.test(text))

/** The events that the limits of a row run from. */
const eventsOf = perRow(
  (statements, lexicon): ReadonlySet<string> =>
    new Set(
      statements.flatMap((each) => each.deadlines.flatMap(({event}) => (event ? [oneEvent(event, lexicon)] : []))),
    ),
)

/** The first of the events that start one clock by several names: being notified of something is hearing of it. */
const oneEvent = (event: string, lexicon: Lexicon): string =>
  wordClass(lexicon, 'one-event').find((names) => names.includes(event))?.[0] ?? event

/** The limits of a clause as compared: `if no reply has come within 3 days` waits as long as `after 3 days` does. */
const awaited = (clause: Clause): readonly Deadline[] => {
  const [span, ...others] = clause.evidence.filter(({of, in: place}) => of === 'deadlines' && place === 'text')
  const [limit] = clause.deadlines
  if (!span || !limit || others.length > 0 || clause.deadlines.length > 1 || limit.bound !== 'within')
    return clause.deadlines
  const outer = conditionSpans(clause, 'text').find(({start, end}) => start <= span.start && span.end <= end)
  const isDenied = outer !== undefined && denial.test(clause.text.slice(outer.start, span.start))
  return isDenied ? [{...limit, bound: 'after'}] : clause.deadlines
}

const denial = /\b(?:not|no|nothing|nobody|never)\b|n['’]t\b/iu

/** Limits on the action. One stated by one side only is a difference. */
export const deadline: Classifier = {
  class: 'deadline',
  value: ({clauses}, {statements, lexicon}) => {
    const deadlines = clauses.flatMap(awaited)
    if (deadlines.length === 0) return silent('no time limit', [exactly(Number.NEGATIVE_INFINITY)])
    const events = eventsOf(statements, lexicon)
    const withEvent = (each: Deadline): string =>
      events.size > 1 && each.event !== null ? `${key(each)} from ${oneEvent(each.event, lexicon)}` : key(each)
    const keys = [...new Set(deadlines.map(withEvent))]
    const said = (each: Deadline): string =>
      events.size > 1 && each.event !== null
        ? `${spoken(each)} (from ${each.event.replaceAll('-', ' ')})`
        : spoken(each)
    const label = `${isSpacing(clauses) ? 'no sooner than ' : ''}${[...new Set(deadlines.map(said))].join(', ')}`
    const strictness = events.size > 1 ? undefined : rank(deadlines, lexicon)
    return {
      key: `${isCeiling(clauses) ? 'at most ' : ''}${isSpacing(clauses) ? 'apart ' : ''}${keys.join(' + ')}`,
      label,
      ...(strictness === undefined ? {} : {rank: strictness}),
    }
  },
}
