import type {Clause, Modality} from '@hedgerow/ast'
import {isAdvisedAgainst, wordsOf} from '../explained.ts'
import {exactly} from '../protection.ts'
import {force, forceWords, type Statement} from '../statement.ts'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {senses} from '../leftover.ts'
import {wordClass} from '../plain-verbs.ts'
import {foldedTerms, residues} from '../residue.ts'
import {type Classifier, coverage, perRow, perStatement} from './classifier.ts'

/** The force of the provision; a statement of fact beside a duty differs too. Definitions, fields and contacts have none. `will` is a house style for a
 *  duty, and the present tense (`the panel meets every month`) a house style for `will`: beside nothing stronger than `will` it is no difference. */
export const modality: Classifier = {
  class: 'modality',
  value: (statement, {row, statements, lexicon}) => {
    const own = boundForce(statement)
    if (row.kind !== 'provision' || isCrossReference(statement, lexicon)) return null
    if (own === null && spares(statement, lexicon))
      return {key: 'spared', label: 'need not', rank: [exactly(force(own))]}
    if (own === null && statements.every((each) => each.modality === null || isWill(each))) return null
    if (own === null && (isVerbless(statement, lexicon) || isNeed(statement) || isContents(statement))) return null
    if (own === null && statement.isOfFacts && statements.every(({modality}) => isDuty(modality))) return null
    if (own === 'prohibition' && isReserved(statement) && statements.some(isOnlyAllowed))
      return {key: 'permission', label: forceWords.permission, rank: [exactly(force('permission'))]}
    if (isAgainst(statement))
      return {
        key: advisesAgainstWhatIsAdvised(statements, lexicon) ? 'recommendation not' : 'recommendation',
        label: 'should not',
      }
    const key = own === 'prohibition' && !forbidsWhatIsAsked(statements, lexicon) ? 'obligation' : own
    return {key: key ?? '', label: own ? forceWords[own] : 'states a fact', rank: [exactly(force(own))]}
  },
}

const isDuty = (modality: Modality | null): boolean => modality !== 'recommendation' && modality !== 'permission'

/** How a statement binds. What must not take longer than a limit is to be done within it: such a clause asks for no less, and forbids nothing else. */
const boundForce = (statement: Statement): Modality | null => {
  const {modality, clauses} = statement
  if (modality !== 'prohibition') return modality
  const forbidding = clauses.filter((clause) => clause.modality === 'prohibition')
  return forbidding.every(isCeilingOnly) ? 'obligation' : modality
}

const isCeilingOnly = ({deadlines, text}: Clause): boolean =>
  deadlines.some(({bound}) => bound === 'within') &&
  /\b(?:not|never|no)\b[^.;]{0,60}\b(?:longer|later|more) than\b/iu.test(text)

/** Whether a statement is an item of what a document is said to hold (`It says: who may be there`), one of several things to choose from (`We will decide on one of
 *  these: early help`), or tells whom the document covers: that describes it, with no force that could differ. */
const isContents = ({clauses, text}: Statement): boolean =>
  coverage.test(text) || clauses.every(({leadIn}) => contents.test(leadIn ?? '') || options.test(leadIn ?? ''))

const contents =
  /\b(?:says?|states?|includes?|covers?|lists?|contains?|records?|shows?|names?|sets? out|gives?)\s*:?\s*$/iu

const options =
  /\b(?:one|any|either|some) of (?:the following|these|those|the)\b[^.:]{0,40}:?\s*$|\b(?:decision|outcome|result|choice|response)s? (?:will|may|can|could) be(?: to| either)?\s*:?\s*$/iu

const isAgainst = ({modality, clauses}: Statement): boolean =>
  modality === 'recommendation' && clauses.some(isAdvisedAgainst)

/** Whether an act that is asked for on one side is forbidden on another. Where the acts are not the same, `must not do it without` is `must do that before`: which
 *  way a rule is put is then no difference of its force. */
const forbidsWhatIsAsked = perRow((statements: readonly Statement[], lexicon: Lexicon): boolean => {
  const asked = statements.filter(({modality}) => modality === 'obligation')
  const forbidden = statements.filter(({modality}) => modality === 'prohibition')
  if (forbidden.every(isBarred) && asked.every((each) => isPrecondition(each, lexicon))) return false
  return isOneAct(asked, forbidden, lexicon)
})

/** `No child may go home until`, `must not be searched without`: what is forbidden before something else is done or had. */
const isBarred = ({text}: Statement): boolean => /\b(?:until|unless|without|before)\b/iu.test(text)

/** `Consent must be obtained before anyone looks`: what is to be done or had before something else. */
const isPrecondition = ({text, verbs}: Statement, lexicon: Lexicon): boolean =>
  /\b(?:before|prior to|first|until)\b/iu.test(text) &&
  verbs.every((verb) => wordClass(lexicon, 'precondition-verb').some(([word]) => word === verb))

/** The same of what is advised and advised against. */
const advisesAgainstWhatIsAdvised = perRow((statements: readonly Statement[], lexicon: Lexicon): boolean =>
  isOneAct(
    statements.filter((each) => each.modality === 'recommendation' && !isAgainst(each)),
    statements.filter(isAgainst),
    lexicon,
  ),
)

/** Whether some of two sets of statements may be about one act: their head verbs are of near sense, and they speak of
 *  something in common; or no verb was read. */
const isOneAct = (some: readonly Statement[], others: readonly Statement[], lexicon: Lexicon): boolean => {
  const {isNear} = senses(lexicon)
  const heads = ({verbs}: Statement): readonly string[] =>
    verbs.flatMap((verb) => foldedTerms(lexicon)(words(verb.replaceAll('-', ' '))))
  const isNearOne = (x: readonly string[], y: readonly string[]): boolean =>
    x.some((one) => y.some((other) => one === other || isNear(one, other)))
  if (![some, others].every((statements) => statements.some((each) => heads(each).length > 0))) return true
  return some.some((x) =>
    others.some((y) => isNearOne(heads(x), heads(y)) && isNearOne(objects(x, lexicon), objects(y, lexicon))),
  )
}

/** What a statement speaks of besides its head verb, in weighty terms. Where nothing is left it may be about anything. */
const objects = perStatement((statement, lexicon): readonly string[] => {
  const {light} = senses(lexicon)
  const all = residues(lexicon)(statement)
  const weighty = all.slice(1).filter((term) => !light.has(term))
  return weighty.length === 0 ? all : weighty
})

/** Whether a statement only says what other document is to be read: that binds nobody, in whatever word. A plan that is read with a child is none.
 *  Source: contract, Conventions. */
const isCrossReference = ({text}: Statement, lexicon: Lexicon): boolean =>
  wordClass(lexicon, 'cross-reference').some((phrase) => {
    const [before = '', after = ''] = text.toLowerCase().split(` ${phrase.join(' ')} `)
    return /^(?:it|this|the)\b/u.test(before) && !/\bplan\b/u.test(before) && documents.test(after)
  })

const documents = /\b(?:procedures?|protocols?|chapters?|guidance|polic(?:y|ies)|strateg(?:y|ies)|act|manual)\b/u

/** Whether a statement says that something is nobody's duty: that is no plain fact, and beside `will` it is a difference. */
const spares = ({text}: Statement, lexicon: Lexicon): boolean => {
  const said = ` ${text.toLowerCase().replaceAll('’', "'")} `
  return wordClass(lexicon, 'sparing').some((phrase) => said.includes(` ${phrase.join(' ')} `))
}

/** Whether a statement says that something is needed, or what a law requires of somebody: how firmly that binds it leaves to the word, and it is no plain fact. */
const isNeed = ({text}: Statement): boolean =>
  /\b(?:needs|needed|requires|require|required)\b/iu.test(text) && !/\b(?:no|not|never|nobody)\b|n[’']t\b/iu.test(text)

/** Whether a statement forbids everybody but one, or on all conditions but one (`nobody but the manager may`, `no meeting may start unless`): `only the manager
 *  may` and `may only start if` say no other thing. */
const isReserved = ({text}: Statement): boolean =>
  /\b(?:nobody|no[ -]one|none|no (?:other )?\p{L}+) (?:but|except|other than|apart from)\b|^no\b.*\bunless\b/iu.test(
    text,
  )

/** Whether a statement has no verb to be bound by (`Chair: team manager.`): a style that leaves out its verbs leaves its force unsaid, and states no fact. */
export const isVerbless = perStatement(({clauses, modality}, lexicon): boolean => {
  if (modality !== null || clauses.length === 0) return false
  const finite = new Set(wordClass(lexicon, 'finite').map(([word = '']) => word))
  const verbs = new Set(wordClass(lexicon, 'imperative-verb').map(([word = '']) => word))
  const nouns = new Set(wordClass(lexicon, 'noun-too').map(([word = '']) => word))
  const isVerb = (word: string, next: string | undefined): boolean =>
    finite.has(word) ||
    /^(?:must|shall|should|will|may|can|cannot|would|could|might)$/u.test(word) ||
    (/[^s]s$/u.test(word) &&
      verbs.has(word.slice(0, -1)) &&
      (!nouns.has(word.slice(0, -1)) || /^(?:to|the|an?|with|on|every|each|all)$/u.test(next ?? '')))
  // `Everyone who works with children: training`: a verb of who it is about binds nobody.
  return !clauses.some(({text, leadIn}) =>
    words(`${leadIn ?? ''} ${text}`).some(
      ({word}, at, all) => isVerb(word, all[at + 1]?.word) && !/^(?:who|which|whose)$/u.test(all[at - 1]?.word ?? ''),
    ),
  )
})

const isOnlyAllowed = ({modality, text}: Statement): boolean => modality === 'permission' && /\bonly\b/iu.test(text)

const isWill = ({clauses}: Statement): boolean =>
  clauses.every((clause) =>
    clause.evidence.filter(({of}) => of === 'modality').every((each) => wordsOf(clause, each).join(' ') === 'will'),
  )
