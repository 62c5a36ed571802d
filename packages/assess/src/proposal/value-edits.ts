import type {Clause, Evidence, FactName} from '@hedgerow/ast'
import {type WordEdit, wordEdits} from './edits.ts'
import type {ProposedValue} from './values.ts'

const facts: Readonly<Record<ProposedValue['class'], FactName>> = {
  deadline: 'deadlines',
  modality: 'modality',
  citation: 'citations',
}

/** What to strike out and write in so that a clause states a value in place of its own: only inside the words the value was read from. Null where it was not read
 *  from words of the clause itself that a value can simply take the place of, and in a table's row, whose cells are paragraphs of their own. */
export const valueEdits = (clause: Clause, value: ProposedValue): readonly WordEdit[] | null => {
  if (clause.cells) return null
  const span = spanOf(clause, value)
  if (!span) return null
  const printed = clause.text.slice(span.start, span.end)
  const next = replaced(printed, clause.text.slice(span.end), value)
  if (next === null) return null
  return wordEdits(printed, next).map(({start, end, text}) => ({
    start: start + span.start,
    end: end + span.start,
    text,
  }))
}

/** The evidence a value rests on, where it is the only one of its fact. Of citations a clause may have several. */
const spanOf = ({evidence}: Clause, {class: name, from}: ProposedValue): Evidence | null => {
  const own = evidence.filter(({of}) => of === facts[name])
  const [span, ...more] = name === 'citation' ? own.filter(({value}) => value === from.replace(/ \d+$/u, '')) : own
  if (!span || more.length > 0 || span.in !== 'text') return null
  return name === 'citation' || span.value === from ? span : null
}

const replaced = (printed: string, after: string, value: ProposedValue): string | null => {
  switch (value.class) {
    case 'deadline':
      return limited(printed, after, value.words)
    case 'modality':
      return /^(?:should|may|can)$/iu.test(printed) ? cased(value.words, printed) : null
    case 'citation':
      return printed.replace(/\b\d{4}(?=\)?$)/u, value.words) === printed
        ? null
        : printed.replace(/\b\d{4}(?=\)?$)/u, value.words)
  }
}

/** A limit in the place of another. `within 2 hours of the report` cannot become `immediately of the report`. */
const limited = (printed: string, after: string, words: string): string | null => {
  if (!/^(?:within|in|no later than|not later than)\s/iu.test(printed)) return null
  const isAdverb = !words.startsWith('within ')
  return isAdverb && /^\s+(?:of|after|from|following)\b/iu.test(after) ? null : cased(words, printed)
}

const cased = (words: string, as: string): string =>
  /^\p{Lu}/u.test(as) ? words.charAt(0).toUpperCase() + words.slice(1) : words

/** A text with its edits made. */
export const edited = (text: string, edits: readonly WordEdit[]): string =>
  [...edits]
    .sort((x, y) => y.start - x.start)
    .reduce((all, {start, end, text: next}) => all.slice(0, start) + next + all.slice(end), text)

/** Whether a clause read anew states a proposed value, and of everything else just what it stated before. */
export const statesOnly = (before: Clause, after: Clause, values: readonly ProposedValue[]): boolean => {
  const changing = new Set(values.map((each) => each.class))
  return (
    otherFacts(before, changing) === otherFacts(after, changing) &&
    values.every((value) => states(before, after, value))
  )
}

/** Whether two clauses state the same facts. */
export const statesTheSame = (before: Clause, after: Clause): boolean =>
  otherFacts(before, new Set()) === otherFacts(after, new Set())

const otherFacts = (clause: Clause, without: ReadonlySet<ProposedValue['class']>): string => {
  const {type, modality, actors, recipients, action, deadlines, trigger, threshold, condition, citations} = clause
  const {local, forms, leadIn, number} = clause
  return JSON.stringify([
    [type, actors, recipients, action, trigger, threshold, condition, local, forms, leadIn, number],
    without.has('modality') ? null : modality,
    deadlines.map(({bound, event, iso}) => [bound, event, without.has('deadline') ? null : iso]),
    citations.map(({id, year}) => [id, without.has('citation') ? null : year]),
  ])
}

const states = (before: Clause, after: Clause, {class: name, from, to}: ProposedValue): boolean => {
  switch (name) {
    case 'deadline':
      return after.deadlines.length === 1 && after.deadlines[0]?.iso === to
    case 'modality':
      return after.modality === to
    case 'citation': {
      const named = ({citations}: Clause): readonly string[] => citations.map(({id, year}) => `${id} ${year}`)
      return JSON.stringify(named(after)) === JSON.stringify(named(before).map((each) => (each === from ? to : each)))
    }
  }
}
