import {type Clause, type Evidence, meaningStart} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, perLexicon, phraseMatcher, type Token, tokens, words} from '@hedgerow/lexicon'
import {explains} from './explained.ts'
import {straightened} from './fronted.ts'
import {baseForm, headVerb} from './plain-verbs.ts'
import type {Statement} from './statement.ts'

/** What is left of a statement once everything that other classes compare is taken out: content terms in order, the head verb first (so that active and
 *  passive are one); numbers, negations and quantifiers among them. Two statements without a typed difference say the same only if their residues are equal, order and all (law 5): in another order the
 *  same words may say something else. */
export type Residue = readonly string[]

/** Makes residues with a lexicon: equivalents, superseded terms and number words are folded, function words dropped, a recipient is its role. Other
 *  roles are not folded: a care leaver is a child to the role list, and yet another cohort. Clauses of one statement are joined by `and`. */
export const residues = (lexicon: Lexicon): ((statement: Statement) => Residue) => {
  const terms = foldedTerms(lexicon)
  const teams = new Set(lexicon.roles.filter(({team}) => team).map(({role}) => role))
  const ofClause = (clause: Clause): readonly string[] => {
    const isVerb = (token: Token): boolean =>
      clause.evidence.some((each) => each.of === 'action' && each.in === 'text' && isIn(token, each))
    const {verb, rest} = headVerb(
      straightened(clause, remaining(clause, 'text', lexicon), isVerb, lexicon),
      isVerb,
      lexicon,
    )
    return [
      ...(clause.type === 'definition' ? terms(words(clause.term)) : []),
      ...terms(verb),
      ...withRecipients(clause, 'lead-in', remaining(clause, 'lead-in', lexicon), terms, teams),
      ...withRecipients(clause, 'text', rest, terms, teams),
    ]
  }
  return ({clauses}) => clauses.flatMap((clause, at) => (at === 0 ? ofClause(clause) : ['and', ...ofClause(clause)]))
}

/** The terms of tokens with each recipient as its role (`role:police`), any team as one: which team it is, is another class's to compare. */
const withRecipients = (
  clause: Clause,
  place: Evidence['in'],
  left: readonly Token[],
  terms: (tokens: readonly Token[]) => readonly string[],
  teams: ReadonlySet<string>,
): readonly string[] => {
  const local = clause.evidence.filter(({of}) => of === 'local')
  const recipients = clause.evidence.filter((each) => each.of === 'recipients' && each.in === place)
  const role = (span: Evidence): string =>
    span.value === 'us'
      ? 'us'
      : teams.has(span.value) || local.some((name) => overlaps(name, span))
        ? 'role:team'
        : `role:${span.value}`
  const found: string[] = []
  let at = 0
  for (const span of recipients) {
    const first = left.findIndex((token, index) => index >= at && token.end > span.start)
    if (first < 0) {
      found.push(...terms(left.slice(at)), role(span))
      at = left.length
      continue
    }
    found.push(...terms(left.slice(at, first)), role(span))
    at = first
    while (at < left.length && isIn(left[at] as Token, span)) at++
  }
  return [...found, ...terms(left.slice(at))]
}

/** Words that other classes compare but for the role they stand for: `qualified social worker` beside `social worker`. */
export const roleWords = (lexicon: Lexicon, of: 'actors' | 'recipients'): ((statement: Statement) => Residue) => {
  const terms = foldedTerms(lexicon)
  const ofClause = (clause: Clause): readonly string[] => {
    const local = clause.evidence.filter(({of}) => of === 'local')
    return clause.evidence
      .filter((each) => each.of === of && !local.some((name) => overlaps(name, each)))
      .flatMap((each) => terms(named(partOf(clause, each.in), each)))
  }
  return ({clauses}) => [...new Set(clauses.flatMap(ofClause))]
}

/** The words of a role with the article before them: `a person` is `someone`, `person` alone is not. */
const named = (text: string, span: Evidence): readonly Token[] => {
  const all = words(text)
  return all.filter((token, at) => {
    const next = all[at + 1]
    return isIn(token, span) || (next !== undefined && isIn(next, span) && (token.word === 'a' || token.word === 'an'))
  })
}

const overlaps = (x: Evidence, y: Evidence): boolean => x.in === y.in && x.start < y.end && y.start < x.end

const isIn = ({start, end}: Token, span: Pick<Evidence, 'start' | 'end'>): boolean =>
  span.start < end && start < span.end

const partOf = (clause: Clause, place: Evidence['in']): string =>
  place === 'text' ? clause.text : place === 'lead-in' ? (clause.leadIn ?? '') : ''

/** Signs that carry a value: `> 10` is not `< 10`. */
const sign = /^[<>≤≥=+%£$€]$/u

const articles = new Set(['the', 'a', 'an'])

/** The tokens of a part of a clause that no other class explains. */
const remaining = (clause: Clause, place: 'text' | 'lead-in', lexicon: Lexicon): readonly Token[] => {
  const spans = clause.evidence.filter((each) => each.in === place)
  const start = place === 'text' ? meaningStart(clause) : 0
  const all = tokens(partOf(clause, place)).filter(
    (token) => token.start >= start && (token.kind !== 'mark' || sign.test(token.text)),
  )
  const isExplained = explains(clause, spans, lexicon)
  return all.filter(
    (token, at) =>
      !isExplained(
        token,
        all.slice(at + 1, at + 3).find(({word}) => !articles.has(word)),
      ),
  )
}

/** Folds tokens into terms that equal each other when the words are known equivalents: superseded terms first, then equivalents, then numbers and endings. */
export const foldedTerms = perLexicon((lexicon): ((tokens: readonly Token[]) => readonly string[]) => {
  const idle = new Set(lexicon.functionWords)
  const numbers = new Map(lexicon.durations.numbers.map(({word, value}) => [word, String(value)]))
  const key = baseForm(lexicon)
  const current = phraseMatcher(
    lexicon.currency.filter(({only}) => only === undefined).map(({term, current: now}) => [term, words(now)] as const),
    {key},
  )
  const canonical = phraseMatcher(
    lexicon.equivalences.flatMap(({same}) => same.map((phrase) => [phrase, words(same[0] as string)] as const)),
    {key},
  )
  return (given) =>
    replaced(replaced(given, current), canonical).flatMap(({word}) =>
      idle.has(word) ? [] : [numbers.get(word) ?? key(word)],
    )
})

/** Tokens with every phrase found replaced by what it stands for. */
const replaced = (
  given: readonly Token[],
  find: (tokens: readonly Token[]) => readonly PhraseMatch<readonly Token[]>[],
): readonly Token[] => {
  const found: Token[] = []
  let at = 0
  for (const {entry, first, last} of find(given)) {
    found.push(...given.slice(at, first), ...entry)
    at = last + 1
  }
  return [...found, ...given.slice(at)]
}
