import {type Clause, meaningStart} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import {conditionSpans} from './fronted.ts'
import type {Statement} from './statement.ts'

/** As many signs of what a row is about are read at a glance in a list. */
const mostSigns = 42

/** Of more authorities than this the first are read: what a row is about most of them say alike. */
const mostRead = 16

/** What a row is about, in a few words of the authority whose words the most others share, without who acts and by when, which may differ: `Record of
 *  the interview shared with the police`; the term of a definition, the label of a field. Begins with a capital, holds at most 43 signs, and is empty only where nobody says anything. */
export const subjectOf = (statements: readonly Statement[]): string => {
  const all = statements.slice(0, mostRead).flatMap(({clauses: [first]}) => (first ? [subject(first)] : []))
  return capital(clipped(commonest(all)))
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const clipped = (text: string): string => {
  if (text.length <= mostSigns) return text
  const kept = text.slice(0, mostSigns + 1).replace(/\s+\S*$/u, '')
  return `${(kept === '' ? text.slice(0, mostSigns) : kept).replace(trailing, '')}…`
}

/** Words that a phrase does not end with. */
const trailing =
  /(?:[\s,;:–-]+(?:an?|the|and|or|of|to|for|by|with|from|in|on|at|their|its|that|who|whose|which|is|are|be)?)+$/iu

/** The text that shares the most words with all: of equals the first. */
const commonest = (texts: readonly string[]): string => {
  const split = texts.map((text) => [...new Set(words(text).map(({word}) => word))])
  const holders = new Map<string, number>()
  for (const word of split.flat()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const mean = split.reduce((sum, own) => sum + own.length, 0) / Math.max(1, split.length)
  const likeness = split.map(
    (own) => own.reduce((sum, word) => sum + (holders.get(word) ?? 0), 0) / (own.length + mean),
  )
  return texts[likeness.indexOf(Math.max(...likeness))] ?? ''
}

const subject = (clause: Clause): string => {
  switch (clause.type) {
    case 'definition':
      return clause.term
    case 'field':
      return clause.text
    case 'contact':
      return clause.who
    case 'provision':
      return act(clause) || plain(clause.text.replace(/^[\s|]*([^|]{3,}?)\s*\|.*$/su, '$1'))
  }
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/^[\s|]+|[\s|.;:,]+$/gu, '')

/** What is to be done, from the words that bind on; of a passive what it is done to goes before. Empty where no words bind, or where they turn round what
 *  they bind without a `not` of their own (`nobody may`). */
const act = (clause: Clause): string => {
  const {text, evidence, action} = clause
  const force = evidence.find((each) => each.of === 'modality' && each.in === 'text')
  if (!force) return ''
  const isNegated = /\b(?:not|never)\b|n[’']t\b/iu.test(text.slice(force.start, force.end))
  if (clause.modality === 'prohibition' && !isNegated) return ''
  const verb = evidence.find((each) => each.of === 'action' && each.in === 'text')
  const isWithin = verb !== undefined && verb.start >= force.start && verb.start < force.end
  const done = ended(clause, isWithin ? verb.start : withoutOpening(clause, force.end)).replace(/^also\s+/iu, '')
  const [being] = /^(?:(?:only|always|then|first)\s+)?be\s+/iu.exec(done) ?? []
  if (being === undefined) return done === '' ? '' : `${isNegated ? 'do not ' : ''}${undetermined(done)}`
  const of = undetermined(plain(text.slice(frontEnd(clause, force.start), force.start)))
  const how = done.slice(being.length)
  return of === '' || how === '' ? '' : `${of} ${isNegated ? 'not ' : ''}${action?.verb === 'be' ? 'to be ' : ''}${how}`
}

const undetermined = (text: string): string => text.replace(/^(?:an?|the|any|each|every)\s+/iu, '')

/** Where what opens a sentence before its subject ends: a condition, or a phrase with a comma behind it. */
const frontEnd = (clause: Clause, force: number): number => {
  const front = conditionSpans(clause, 'text').filter(({end}) => end <= force)
  const last = Math.max(meaningStart(clause), ...front.map(({end}) => end))
  const comma = clause.text.lastIndexOf(',', force)
  return Math.max(last, comma + 1)
}

/** Where the act begins behind the words that bind: a limit that stands first is left out. */
const withoutOpening = ({text, evidence}: Clause, from: number): number => {
  const limit = evidence.find(
    (each) =>
      each.of === 'deadlines' &&
      each.in === 'text' &&
      each.start >= from &&
      /^[\s,]*$/u.test(text.slice(from, each.start)),
  )
  return limit ? limit.end : from
}

/** The words up to a limit, a condition, the one by whom it is done, or the end of the phrase. */
const ended = (clause: Clause, from: number): string => {
  const limits = clause.evidence.filter((each) => each.of === 'deadlines' && each.in === 'text')
  const stops = [...limits, ...conditionSpans(clause, 'text')]
    .map(({start}) => start)
    .concat(agents(clause))
    .filter((start) => start > from)
  const rest = clause.text.slice(from, Math.min(clause.text.length, ...stops))
  return plain(/^[\s,]*[^,;:(|]*/u.exec(rest)?.[0] ?? '').replace(/^,\s*/u, '')
}

/** Where `by` stands before somebody who acts. */
const agents = ({text, evidence}: Clause): readonly number[] =>
  evidence
    .filter((each) => each.of === 'actors' && each.in === 'text')
    .flatMap(
      ({start}) => /\bby (?:an?|the|their|its|your|our|\p{L}+[’']s)?\s*$/iu.exec(text.slice(0, start))?.index ?? [],
    )
