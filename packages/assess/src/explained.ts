import type {Clause, Evidence} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, words} from '@hedgerow/lexicon'

/** Whether a token is fully said by a fact of its clause, and so compared by that fact's class. A word inside a fact's span that the fact does not
 *  hold (`consecutive` in a trigger, the second of two ages) is not: it stays among the words that must agree. */
export type Explained = (token: Token, next: Token | undefined) => boolean

/** What the spans of a part of a clause explain. */
export const explains = (clause: Clause, spans: readonly Evidence[], lexicon: Lexicon): Explained => {
  const known = vocabulary(lexicon)
  const numbers = statedNumbers(clause)
  const holding = (of: Evidence['of'], token: Token): Evidence | undefined =>
    spans.find((each) => each.of === of && each.start < token.end && token.start < each.end)
  const only = (of: Evidence['of']): boolean => spans.filter((each) => each.of === of).length === 1
  const said = (token: Token, of: 'trigger' | 'threshold'): boolean =>
    holding(of, token) !== undefined &&
    (isNumber(token, known) ? numbers.has(valueOf(token, known.numbers)) : known[of].has(token.word))
  return (token, next) =>
    holding('local', token) !== undefined ||
    isGloss(token, clause, spans) ||
    (holding('actors', token) !== undefined && only('actors')) ||
    (isMarker(holding('modality', token), clause, spans, known) && !isDenial(holding('modality', token), token)) ||
    (clause.modality !== null && known.forces.get(token.word) === clause.modality) ||
    isTimed(holding('deadlines', token), token, numbers, known) ||
    said(token, 'trigger') ||
    said(token, 'threshold') ||
    isCited(holding('citations', token), token, clause) ||
    isOpener(holding('condition', token), token, known) ||
    isFrom(token, clause, spans) ||
    isPreposition(token, next, holding)
}

/** The letters in brackets right behind a name are its short form, and say nothing more: `Vale Safeguarding Children Board (VSCB)`. */
const isGloss = ({text, start, end}: Token, clause: Clause, spans: readonly Evidence[]): boolean =>
  /^\p{Lu}{2,}$/u.test(text) &&
  clause.text[start - 1] === '(' &&
  clause.text[end] === ')' &&
  spans.some((each) => (each.of === 'local' || each.of === 'recipients') && each.end === start - 2)

/** The words that turn a force round. */
const denials = /^(?:not|never|cannot)$|n['’]t$/u

const isNumber = ({word, kind}: Token, {numbers}: Vocabulary): boolean => kind === 'number' || numbers.has(word)

/** A time limit says all its words but a number it does not hold. */
const isTimed = (span: Evidence | undefined, token: Token, stated: ReadonlySet<number>, known: Vocabulary): boolean =>
  span !== undefined &&
  (!isNumber(token, known) ||
    stated.has(valueOf(token, known.numbers)) ||
    [...stated].some((value) => isPartOf(token, value, known)))

/** `Twenty` and `fourth` are both said by 24. */
const isPartOf = (token: Token, value: number, {numbers}: Vocabulary): boolean =>
  token.kind === 'word' &&
  value > 20 &&
  value < 100 &&
  (numbers.get(token.word) === value % 10 || numbers.get(token.word) === value - (value % 10))

/** A printed marker of force is said by the modality, if no other force stands beside it; an imperative's verb is not, and of two forces each must stay where it is. */
const isMarker = (
  span: Evidence | undefined,
  clause: Clause,
  spans: readonly Evidence[],
  {markers}: Vocabulary,
): boolean => {
  if (!span || new Set(spans.filter(({of}) => of === 'modality').map(({value}) => value)).size !== 1) return false
  const text = (span.in === 'text' ? clause.text : (clause.leadIn ?? '')).slice(span.start, span.end)
  return words(text).every(({word}) => markers.has(word))
}

/** `Not` in `should not` is said by no force: it stays among the words that must agree. A prohibition says its own. */
const isDenial = (span: Evidence | undefined, {word}: Token): boolean =>
  span?.value === 'recommendation' && denials.test(word)

/** Whether a clause recommends that something be not done: neither more nor less than to recommend it. */
export const isAdvisedAgainst = (clause: Clause): boolean =>
  clause.modality === 'recommendation' &&
  clause.evidence.some(
    (each) =>
      each.of === 'modality' &&
      each.value === 'recommendation' &&
      wordsOf(clause, each).some((word) => denials.test(word)),
  )

/** The words of a piece of evidence, in small letters. */
export const wordsOf = (clause: Clause, {in: place, start, end}: Evidence): readonly string[] =>
  (place === 'text' ? clause.text : (clause.leadIn ?? '')).slice(start, end).toLowerCase().split(/\s+/u)

/** A title is said by its id, a year by the citation's; a section's number is not. */
const isCited = (span: Evidence | undefined, {kind, word}: Token, {citations}: Clause): boolean =>
  span !== undefined &&
  (kind !== 'number' || citations.some(({year, title}) => String(year) === word || title.includes(word)))

/** `within 5 days after` is `within 5 days of`: both count from what follows. */
const isFrom = ({word, start}: Token, {deadlines}: Clause, spans: readonly Evidence[]): boolean =>
  (word === 'after' || word === 'from') &&
  deadlines.every(({bound}) => bound === 'within') &&
  spans.some((each) => each.of === 'deadlines' && each.end <= start && start - each.end <= 1)

/** `if`, `where` and `when` open a condition alike. */
const isOpener = (span: Evidence | undefined, token: Token, {openers}: Vocabulary): boolean =>
  span !== undefined && token.start <= span.start && openers.has(token.word)

/** `by` before an agent, `under` before an Act: the fact's own preposition. */
const isPreposition = (
  {word}: Token,
  next: Token | undefined,
  holding: (of: Evidence['of'], token: Token) => Evidence | undefined,
): boolean => {
  if (!next) return false
  if (word === 'by' && holding('actors', next)) return true
  return ['under', 'see', 'in', 'by'].includes(word) && holding('citations', next) !== undefined
}

interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>
  readonly trigger: ReadonlySet<string>
  readonly threshold: ReadonlySet<string>
  readonly markers: ReadonlySet<string>
  /** Markers of one word, with their force. */
  readonly forces: ReadonlyMap<string, string>
  readonly openers: ReadonlySet<string>
}

const wordsIn = (phrases: readonly string[]): readonly string[] =>
  phrases.flatMap((phrase) => words(phrase).map(({word}) => word))

/** Of what is counted only the head noun is said by `of`: missing episodes are no reported episodes. */
const heads = (terms: readonly string[]): readonly string[] =>
  terms.flatMap((term) =>
    words(term)
      .slice(-1)
      .map(({word}) => word),
  )

const vocabulary = perLexicon(({durations, triggers, modality, conditionOpeners}): Vocabulary => {
  const plain = ['the', 'a', 'of', 'and', 'or', 'more', 'than', 'working', 'in', 'any', 'period', 'within']
  const amounts = [
    ...plain,
    ...wordsIn([...durations.units.map(({term}) => term), ...triggers.comparisons.map(({phrase}) => phrase)]),
  ]
  const counted = triggers.counted.flatMap(({of, terms}) => [
    of,
    ...heads(terms.filter((term) => words(term).length === 1)),
  ])
  return {
    numbers: new Map(
      [...durations.numbers, ...triggers.ordinals, ...triggers.adverbs].map(({word, value}) => [word, value]),
    ),
    trigger: new Set([...amounts, ...counted]),
    threshold: new Set([
      ...amounts,
      ...wordsIn([
        ...triggers.measures.flatMap(({terms}) => terms),
        ...triggers.grades.flatMap(({terms}) => terms),
        ...triggers.lists.filter(({list}) => list === 'gestation').flatMap((each) => each.words),
      ]),
    ]),
    markers: new Set(wordsIn(modality.map(({marker}) => marker))),
    forces: new Map(
      modality
        .filter(({marker}) => /^(?:must|shall|should)$/u.test(marker))
        .map((each) => [each.marker, each.modality]),
    ),
    openers: new Set(conditionOpeners),
  }
})

/** Every number a clause's facts hold. */
const statedNumbers = ({deadlines, trigger, threshold}: Clause): ReadonlySet<number> =>
  new Set([
    ...deadlines.map(({value}) => value),
    ...(trigger ? [trigger.count, ...(trigger.window ? [trigger.window.value] : [])] : []),
    ...(threshold && typeof threshold.value === 'number' ? [threshold.value] : []),
  ])

const valueOf = ({word}: Token, numbers: ReadonlyMap<string, number>): number =>
  numbers.get(word) ?? Number.parseFloat(word.replace(/,/gu, ''))
