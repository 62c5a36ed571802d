import {type Clause, type Evidence, meaningStart} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, perLexicon, phraseMatcher, type Token, tokens, words} from '@hedgerow/lexicon'
import {explains} from './explained.ts'
import {conditionSpans, straightened} from './fronted.ts'
import {ownersFirst} from './owners.ts'
import {baseForm, headVerb} from './plain-verbs.ts'
import type {Statement} from './statement.ts'
import {active} from './voice.ts'

/** What is left of a statement once everything that other classes compare is taken out: content terms in order, the head verb first (so that active and
 *  passive are one); numbers, negations and quantifiers among them. Two statements without a typed difference say the same only if their residues are equal, order and all (law 5): in another order the
 *  same words may say something else. */
export type Residue = readonly string[]

/** Makes residues with a lexicon: equivalents, superseded terms and number words are folded, function words dropped, a recipient is its role. Other
 *  roles are not folded: a care leaver is a child to the role list, and yet another cohort. Clauses of one statement are joined by `and`. */
export const residues = perLexicon((lexicon): ((statement: Statement) => Residue) => {
  const kept = new WeakMap<object, Residue>()
  const terms = foldedTerms(lexicon)
  const teams = new Set(lexicon.roles.filter(({team}) => team).map(({role}) => role))
  const ofClause = (clause: Clause): readonly string[] => {
    const voiced = (place: 'text' | 'lead-in'): readonly Token[] =>
      inActiveConditions(clause, place, remaining(clause, place, lexicon), lexicon)
    const isVerb = (token: Token): boolean =>
      clause.evidence.some((each) => each.of === 'action' && each.in === 'text' && isIn(token, each))
    const {verb, rest} = headVerb(straightened(clause, voiced('text'), isVerb, lexicon), isVerb, lexicon)
    return recipientsLast([
      ...(clause.type === 'definition' ? terms(words(clause.term)) : []),
      ...terms(verb),
      ...withRecipients(clause, 'lead-in', voiced('lead-in'), terms, teams),
      ...withRecipients(clause, 'text', rest, terms, teams),
    ])
  }
  return ({clauses, said}) => {
    const own =
      kept.get(said) ?? clauses.flatMap((clause, at) => (at === 0 ? ofClause(clause) : ['and', ...ofClause(clause)]))
    kept.set(said, own)
    return own
  }
})

/** Whether a role has a word before it that says whose or which it is: `the child's school` is told something, and not the school about the child. */
const isOwned = (clause: Clause, place: Evidence['in'], span: Evidence): boolean => {
  // Of a team inside a name of its own (`the Family Front Door`) the name begins it.
  const name = clause.evidence.find((each) => each.of === 'local' && each.start < span.start && overlaps(each, span))
  const start = name?.start ?? span.start
  return (
    /(?:['’]s?|\b(?!to|with|the|an?|any|each|every|all|both|their|his|her|our|your|and|or)\p{L}+) $/iu.test(
      partOf(clause, place).slice(0, start),
    ) && !clause.evidence.some((each) => each.of === 'action' && each.in === place && each.end === start - 1)
  )
}

/** Terms with those told last, where they are named in one place: `give the carer a copy` is `give a copy to the carer`. Whoever is named in two places is told
 *  two things, and stays where it stands. */
const recipientsLast = (terms: readonly string[]): readonly string[] => {
  const isRole = (term: string | undefined): boolean => term?.startsWith('role:') ?? false
  const first = terms.findIndex(isRole)
  const last = terms.findLastIndex(isRole)
  const group = terms.slice(first, last + 1)
  if (first < 0 || !group.every((term) => isRole(term) || term === 'and')) return terms
  return [...terms.slice(0, first), ...terms.slice(last + 1), ...group]
}

/** The tokens of a part of a clause with its conditions in the active voice. */
const inActiveConditions = (
  clause: Clause,
  place: 'text' | 'lead-in',
  left: readonly Token[],
  lexicon: Lexicon,
): readonly Token[] =>
  conditionSpans(clause, place).reduce((tokens, span) => {
    const first = tokens.findIndex((token) => isIn(token, span))
    const last = tokens.findLastIndex((token) => isIn(token, span))
    return first < 0
      ? tokens
      : [...tokens.slice(0, first), ...active(tokens.slice(first, last + 1), lexicon), ...tokens.slice(last + 1)]
  }, left)

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
    found.push(...terms(left.slice(at, first)), ...(isOwned(clause, place, span) ? ['own'] : []), role(span))
    at = first
    while (at < left.length && isIn(left[at] as Token, span)) at++
  }
  return [...found, ...terms(left.slice(at))]
}

/** `We` or `you` as the subject of a clause's force: whoever wrote or reads the page, and no name. Compared as who acts, beside whoever has one. */
const spokenSubject = ({text, actors, evidence}: Clause): Token | null => {
  const force = evidence.find((each) => each.of === 'modality' && each.in === 'text')
  if (actors.length > 0 || !force) return null
  const before = words(text).filter(({end}) => end <= force.start)
  const last = before.at(-1)
  return last && force.start - last.end === 1 && /^(?:we|you)$/u.test(last.word) ? last : null
}

/** Whether nobody but `we` or `you` is said to act in a statement. */
export const isSpoken = ({clauses}: Statement): boolean => clauses.some((clause) => spokenSubject(clause) !== null)

/** Words that other classes compare but for the role they stand for: `qualified social worker` beside `social worker`. */
export const roleWords = (lexicon: Lexicon, of: 'actors' | 'recipients'): ((statement: Statement) => Residue) => {
  const terms = foldedTerms(lexicon)
  const ofClause = (clause: Clause): readonly string[] => {
    const local = clause.evidence.filter(({of}) => of === 'local')
    const spoken = of === 'actors' ? spokenSubject(clause) : null
    if (spoken) return [spoken.word]
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
  const spoken = place === 'text' ? spokenSubject(clause) : null
  const all = tokens(partOf(clause, place)).filter(
    (token) =>
      token.start >= start && (token.kind !== 'mark' || sign.test(token.text)) && token.start !== spoken?.start,
  )
  const isExplained = explains(clause, spans, lexicon)
  return withoutNor(all).filter(
    (token, at) =>
      !isExplained(
        token,
        all.slice(at + 1, at + 3).find(({word}) => !articles.has(word)),
      ),
  )
}

/** Tokens with `nor` after a denial as `or`: what may not be done, nor something else, may not be done or the other. */
const withoutNor = (all: readonly Token[]): readonly Token[] => {
  const denied = all.findIndex(({word}) => /^(?:not|never|cannot|no)$/u.test(word))
  return denied < 0
    ? all
    : all.map((token, at) => (at > denied && token.word === 'nor' ? {...token, word: 'or', text: 'or'} : token))
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
    ownersFirst(replaced(replaced(given, current), canonical), idle).flatMap(({word}) =>
      idle.has(word) ? [] : [numbers.get(word) ?? key(word)],
    )
})

/** Tokens with every phrase found replaced by what it stands for. */
const replaced = (
  given: readonly Token[],
  find: (tokens: readonly Token[]) => readonly PhraseMatch<readonly Token[]>[],
): readonly Token[] => {
  const matches = find(given)
  if (matches.length === 0) return given
  const found: Token[] = []
  let at = 0
  for (const {entry, first, last} of matches) {
    const [start, end] = [(given[first] as Token).start, (given[last] as Token).end]
    found.push(...given.slice(at, first), ...entry.map((token) => ({...token, start, end})))
    at = last + 1
  }
  return [...found, ...given.slice(at)]
}
