import type {Clause, EvidencePlace, Modality, RowCell} from '@hedgerow/ast'
import type {Token} from '@hedgerow/lexicon'
import type {AnnotationContext} from './annotator.ts'
import {forceOf} from './force.ts'
import {type Grammar, grammarOf} from './grammar.ts'
import {imperativeOf} from './imperative.ts'
import {parties} from './noun-phrase.ts'
import {type Sentence, sentencesOf, type Verb} from './sentence.ts'
import {type VerbGroup, verbGroup} from './verb-group.ts'

/** One thing a clause or its lead-in binds somebody to. Offsets of the words that say so; `marker` is empty for an instruction. */
export interface Binding {
  readonly modality: Modality
  readonly marker: string
  readonly start: number
  readonly end: number
  readonly sentence: Sentence
  readonly group: VerbGroup | null
  /** Places of the subject; empty for an instruction without one. */
  readonly subject: readonly number[]
  /** Token after the marker. */
  readonly after: number
}

/** A text read: its tokens, its sentences, and what binds in it. */
export interface Part {
  readonly place: EvidencePlace
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly bindings: readonly Binding[]
}

/** A clause read: its own text, its lead-in, and what binds it in the end (the lead-in's duty where the step states none). */
export interface Reading {
  readonly grammar: Grammar
  readonly text: Part
  readonly leadIn: Part
  readonly modality: Modality | null
  readonly from: Part | null
  /** The cell that names who acts, in a row that has one. */
  readonly who: RowCell | null
  /** Does the lead-in end where its clause goes on in the step ("that:", "if:", "must:")? */
  readonly hangs: boolean
}

const strength: readonly Modality[] = ['prohibition', 'obligation', 'recommendation', 'permission']
const memory = new WeakMap<AnnotationContext, Reading>()

/** The reading of a clause, made once for each context. */
export const readingOf = (clause: Clause, context: AnnotationContext): Reading => {
  const known = memory.get(context)
  if (known) return known
  const made = reading(clause, context)
  memory.set(context, made)
  return made
}

/** The strongest of the bindings, the first of equals; undefined of none. Prohibition is strongest: a clause that forbids must not read as one that asks. */
export const strongest = (bindings: readonly Binding[]): Binding | undefined =>
  [...bindings].sort((a, b) => strength.indexOf(a.modality) - strength.indexOf(b.modality))[0]

const reading = (clause: Clause, context: AnnotationContext): Reading => {
  const grammar = grammarOf(context.lexicon)
  const who = clause.cells?.find(({head}) => isHead(grammar, 'who-header', head)) ?? null
  const leadIn = part('lead-in', context.leadInTokens, grammar, [])
  const hangs = hangsOpen(leadIn, grammar)
  const text = assigned(part('text', context.tokens, grammar, silent(clause, who, grammar)), clause, who, grammar)
  return {grammar, text, leadIn, who, hangs, ...decided(clause, grammar, text, leadIn, hangs)}
}

/** "Data return | Business manager | Quarterly": a row that gives somebody a limit, a step or an occasion to act binds them, though no verb says so. */
const assigned = (text: Part, {cells = []}: Clause, who: RowCell | null, grammar: Grammar): Part => {
  const [sentence] = text.sentences
  const limit = cells.find(
    ({head, start, end}) =>
      end - start > 1 &&
      ['limit-header', 'action-header', 'occasion-header'].some((name) => isHead(grammar, name, head)),
  )
  if (!who || !limit || !sentence || text.bindings.length > 0 || sentence.verbs.length > 0) return text
  const places = text.tokens.flatMap((token, at) => (token.start >= who.start && token.end <= who.end ? [at] : []))
  if (parties(text.tokens, grammar, places).length === 0) return text
  const {start, end} = who
  const after = sentence.last
  return {
    ...text,
    bindings: [{modality: 'obligation', marker: '', start, end, sentence, group: null, subject: [], after}],
  }
}

const isHead = (grammar: Grammar, name: string, head: string): boolean =>
  grammar.is(
    name,
    head
      .toLowerCase()
      .replace(/[^\p{L}\p{N} #]/gu, '')
      .trim(),
  )

/** Cells that do not say what is to be done: who and when. A row with an action column keeps only that. */
const silent = ({cells = []}: Clause, who: RowCell | null, grammar: Grammar): readonly RowCell[] => {
  const isAction = ({head, start, end}: RowCell): boolean => isHead(grammar, 'action-header', head) && end - start > 3
  if (cells.some(isAction)) return cells.filter((cell) => !isAction(cell))
  return cells.filter((cell) => cell === who || isHead(grammar, 'when-header', cell.head))
}

const part = (place: EvidencePlace, tokens: readonly Token[], grammar: Grammar, left: readonly RowCell[]): Part => {
  const sentences = sentencesOf(tokens, grammar).filter((sentence) => {
    const at = tokens[sentence.first]?.start ?? 0
    return !left.some(({start, end}) => start <= at && at < end)
  })
  return {place, tokens, sentences, bindings: sentences.flatMap((sentence) => bindings(tokens, grammar, sentence))}
}

const bindings = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence): readonly Binding[] => {
  if (sentence.end === '?') return []
  const imperative = imperativeOf(tokens, grammar, sentence)
  const spoken = sentence.verbs
    .filter(({embedded}) => !embedded)
    .flatMap((verb) => verbBinding(tokens, grammar, sentence, verb))
    .filter(({start}) => !imperative || start < (tokens[imperative.first]?.start ?? 0) || imperative.forbids)
  if (!imperative) return spoken
  const group = verbGroup(tokens, grammar, imperative.at, sentence.last)
  return [
    ...spoken,
    {
      modality: imperative.forbids ? 'prohibition' : 'obligation',
      marker: '',
      start: (tokens[imperative.first] as Token).start,
      end: (tokens[imperative.at] as Token).end,
      sentence,
      group,
      subject: imperative.subject,
      after: imperative.at,
    },
  ]
}

const verbBinding = (
  tokens: readonly Token[],
  grammar: Grammar,
  sentence: Sentence,
  verb: Verb,
): readonly Binding[] => {
  const modality = forceOf(tokens, grammar, sentence, verb)
  if (!modality || !verb.marker) return []
  const group = verbGroup(tokens, grammar, verb.last + 1, sentence.last)
  const {start} = tokens[verb.first] as Token
  const {end} = tokens[verb.last] as Token
  return [
    {modality, marker: verb.marker.marker, start, end, sentence, group, subject: verb.subject, after: verb.last + 1},
  ]
}

/** A step's own duty overrides its lead-in's; but after "that:", "if:" or "whether:" its verbs are inside the lead-in's clause, and a bare
 *  instruction only completes it ("must:" + "notify"). Under a lead-in that merely describes ("Signs include:") an instruction is none. */
const decided = (
  clause: Clause,
  grammar: Grammar,
  text: Part,
  leadIn: Part,
  hangs: boolean,
): Pick<Reading, 'modality' | 'from'> => {
  if (clause.type !== 'provision') return {modality: null, from: null}
  const above = strongest(leadIn.bindings)
  if (!above && forbidsAll(leadIn)) return {modality: 'prohibition', from: leadIn}
  if (!above && hangs && tellsWhen(leadIn, grammar)) return {modality: null, from: null}
  const own = strongest(text.bindings.filter(({marker}) => marker !== '' && !isAsked(text, leadIn)))
  if (own && !(above && hangs)) return {modality: own.modality, from: text}
  const command = strongest(text.bindings)
  if (above && offersOptions(leadIn, grammar)) return {modality: null, from: null}
  if (above) return inherited(text, leadIn, above, command)
  if (!command || describes(leadIn, grammar)) return {modality: null, from: null}
  return {modality: command.modality, from: text}
}

// "Do not:" over a list forbids each step of it.
const forbidsAll = ({tokens}: Part): boolean => {
  const words = tokens.filter(({kind}) => kind === 'word').map(({word}) => word)
  return words.length < 4 && /(?:^| )(?:do not|don['’]t|never)$/u.test(words.join(' '))
}

// Under "The plan must say:" the step "who may be there" is what is to be said, and permits nothing.
const isAsked = ({tokens}: Part, leadIn: Part): boolean =>
  leadIn.tokens.length > 0 && /^(?:who|whom|whose|what|which|how|why|whether)$/u.test(tokens[0]?.word ?? '')

/** The lead-in's force for a step: a "not" turns a duty into a prohibition; a "do not" or "never" of its own forbids under anything. */
const inherited = (
  text: Part,
  leadIn: Part,
  above: Binding,
  command: Binding | undefined,
): Pick<Reading, 'modality' | 'from'> => {
  if (command?.modality === 'prohibition') return {modality: 'prohibition', from: text}
  const negated = ['not', 'never'].includes(text.tokens[0]?.word ?? '') && above.modality !== 'recommendation'
  return {modality: negated ? 'prohibition' : above.modality, from: leadIn}
}

// "We will decide on one of these:" does not bind to each of them; "must do one of the following:" does, as far as it goes.
const offersOptions = ({tokens, bindings}: Part, grammar: Grammar): boolean => {
  const last = bindings.at(-1)
  if (!last || !grammar.is('option-verb', last.group?.base)) return false
  const words = tokens.slice(last.after).map(({word}) => word)
  return words.some((word, at) => ['one', 'any', 'either', 'some'].includes(word) && words[at + 1] === 'of')
}

const describes = ({tokens, sentences}: Part, grammar: Grammar): boolean => {
  const verbs = sentences.at(-1)?.verbs.filter(({embedded}) => !embedded) ?? []
  if (verbs.length === 0)
    return (
      tokens.length > 0 &&
      !!sentences.at(-1) &&
      grammar.is('describing-lead', tokens.filter(({kind}) => kind === 'word').at(-1)?.word)
    )
  // "You do not have to ask if …": no noun for steps.
  const isAuxiliary = (at: number): boolean => tokens[at]?.word === 'do' && grammar.is('negation', tokens[at + 1]?.word)
  return !tokens.some(({word}, at) => grammar.is('steps-noun', word) && !isAuxiliary(at))
}

/** Does a lead-in say all but when it holds ("A child may be considered missing when:")? Its steps are then conditions and bind nobody. */
const tellsWhen = (leadIn: Part, grammar: Grammar): boolean =>
  (grammar.is('condition-opener', lastWord(leadIn)) || breaksOff(leadIn)) &&
  (leadIn.sentences.at(-1)?.verbs.some(({embedded}) => !embedded) ?? false)

const lastWord = ({tokens}: Part): string | undefined => tokens.filter(({kind}) => kind === 'word').at(-1)?.word

/** Does a lead-in end on the verb of a condition ("… if asking for it would:")? Its steps go on with that condition. */
const breaksOff = (leadIn: Part): boolean => {
  const {tokens, sentences} = leadIn
  const end = sentences.at(-1)?.last ?? 0
  const last = tokens.findLastIndex(({kind}, at) => at < end && kind === 'word')
  return (
    /^(?:would|could|might|may|can|will)$/u.test(tokens[last]?.word ?? '') &&
    (sentences.at(-1)?.frames.some(({kind, first, last: to}) => kind === 'condition' && first < last && last < to) ??
      false)
  )
}

const hangsOpen = (leadIn: Part, grammar: Grammar): boolean => {
  const {tokens, sentences} = leadIn
  const last = tokens.filter(({kind}) => kind === 'word').at(-1)
  const frame = sentences.at(-1)?.frames.at(-1)
  const opens = last !== undefined && grammar.openers([last]).length > 0
  return opens || breaksOff(leadIn) || (frame !== undefined && frame.content >= (sentences.at(-1)?.last ?? 0))
}
