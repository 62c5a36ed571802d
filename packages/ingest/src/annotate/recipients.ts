import type {Evidence} from '@hedgerow/ast'
import type {Annotator} from './annotator.ts'
import {type Part, type Reading, readingOf} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {type Party, parties} from './noun-phrase.ts'
import type {Sentence} from './sentence.ts'
import {subjectPlaces} from './subject.ts'
import {isParticiple} from './verb-group.ts'

/** To whom something is notified, reported, sent, shared or referred: objects of verbs of telling, the "to" or "with" of verbs of passing on.
 *  Words inside conditions and relative clauses do not count. Empty when nothing binds. */
export const recipients: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  const {modality, text, leadIn, grammar, from} = reading
  if (modality === null || !from) return {recipients: []}
  const named = listed(reading)
  const own = named.length > 0 ? named : partRecipients(text, grammar)
  const found =
    own.length > 0 ? {in: text.place, parties: own} : {in: leadIn.place, parties: inherited(leadIn, grammar)}
  return {
    recipients: [...new Set(found.parties.map(({id}) => id))],
    evidence: found.parties.map(
      ({id, start, end}): Evidence => ({of: 'recipients', in: found.in, start, end, value: id}),
    ),
  }
}

/** Under "must notify:" or "sent to:" the step itself is who is told. */
const listed = ({leadIn, text, grammar}: Reading): readonly Party[] => {
  const last = leadIn.tokens.filter(({kind}) => kind === 'word').at(-1)?.word ?? ''
  const asks = grammar.is('notify-verb', grammar.base(last)) && !isParticiple(grammar, last)
  const sends =
    ['to', 'with'].includes(last) &&
    leadIn.tokens.some(({word}) => grammar.is('convey-verb', grammar.base(word)) || grammar.is('convey-noun', word))
  const [sentence] = text.sentences
  // "must be sent:" + "to the reviewing officer".
  const to = ['to', 'with'].includes(text.tokens[0]?.word ?? '') && grammar.is('convey-verb', grammar.base(last))
  if (sentence && to && leadIn.bindings.length > 0)
    return phrase(text.tokens, grammar, sentence, sentence.first + 1).filter(({known}) => known)
  if (!sentence || leadIn.bindings.length === 0 || !(asks || sends) || grammar.isVerb(text.tokens[0]?.word ?? ''))
    return []
  return phrase(text.tokens, grammar, sentence, sentence.first).filter(({known}) => known || asks)
}

const inherited = (leadIn: Part, grammar: Grammar): readonly Party[] => {
  return leadIn.bindings.length > 0 ? partRecipients(leadIn, grammar) : []
}

const partRecipients = ({tokens, sentences}: Part, grammar: Grammar): readonly Party[] => {
  const found: Party[] = []
  for (const sentence of sentences)
    for (const party of sentenceRecipients(tokens, grammar, sentence))
      if (!found.some(({id}) => id === party.id)) found.push(party)
  return found
}

const sentenceRecipients = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence): readonly Party[] => {
  const found: Party[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const {word, kind} = tokens[at] as Part['tokens'][number]
    if (kind !== 'word' || isAside(sentence, at)) continue
    const base = grammar.base(word)
    if (grammar.is('notify-verb', base)) found.push(...told(tokens, grammar, sentence, at))
    if (base === 'ask') found.push(...asked(tokens, grammar, sentence, at))
    if (isReached(tokens, grammar, at)) found.push(...toldBefore(tokens, grammar, sentence, at))
    if (grammar.is('moving-verb', base)) found.push(...gone(tokens, grammar, sentence, at))
    if (isCounted(tokens, grammar, at)) continue
    if (tokens[at - 1]?.word === 'having') continue
    const named = grammar.is('determiner', tokens[at - 1]?.word) && !grammar.is('convey-noun', word)
    if ((grammar.is('convey-verb', base) && !named) || grammar.is('convey-noun', word))
      found.push(...reached(tokens, grammar, sentence, at))
  }
  return found
}

/** "Ofsted should be sent the analysis", "probation must be invited", "the pharmacist should be rung": a passive whose subject is who gets it. */
const isReached = (tokens: Part['tokens'], grammar: Grammar, at: number): boolean => {
  const word = tokens[at]?.word ?? ''
  if (tokens[at - 1]?.word !== 'be') return false
  if (['invited', 'rung', 'phoned', 'telephoned'].includes(word)) return true
  return ['sent', 'shown', 'handed'].includes(word) && grammar.is('determiner', tokens[at + 1]?.word)
}

/** "a third referral to early help", "two reports to the police": what is counted is not what is to be made. */
const isCounted = (tokens: Part['tokens'], grammar: Grammar, at: number): boolean =>
  grammar.is('convey-noun', tokens[at]?.word) &&
  /^(?:second|third|fourth|fifth|sixth|two|three|four|five|six|more|2nd|3rd|4th|5th)$/u.test(tokens[at - 1]?.word ?? '')

/** "ask the police for the log": whoever is asked for something. "Ask the carer to wait" tells of what is to be done. */
const asked = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const [named, ...others] = phrase(tokens, grammar, sentence, at + 1).filter(({known}) => known)
  const end = tokens.findIndex(({start}) => start >= (named?.end ?? 0))
  return named && others.length === 0 && tokens[end]?.word === 'for' ? [named] : []
}

/** "Figures must go to the director", "a copy must reach the coordinator": where a thing, and nobody, is to go. */
const gone = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const verb = sentence.verbs.findLast(({first, embedded, marker}) => first < at && !embedded && marker !== null)
  if (!verb || at - verb.last > 3 || parties(tokens, grammar, verb.subject).some(({known}) => known)) return []
  const reaches = grammar.base(tokens[at]?.word ?? '') === 'reach'
  return reaches
    ? phrase(tokens, grammar, sentence, at + 1).filter(({known}) => known)
    : everyTo(tokens, grammar, sentence, at)
}

/** Whoever follows each "to" of a verb: "to the head of service quarterly and to the director every year". */
const everyTo = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] =>
  Array.from({length: sentence.last - at}, (_, step) => at + step)
    .filter((place) => tokens[place]?.word === 'to')
    .flatMap((place) => phrase(tokens, grammar, sentence, place + 1).filter(({known}) => known))

const isAside = ({frames}: Sentence, at: number): boolean =>
  frames.some(
    ({kind, opener, first, last}) =>
      (kind === 'condition' || kind === 'time' || (kind === 'relative' && opener !== 'that')) &&
      first <= at &&
      at < last,
  )

const told = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const word = tokens[at]?.word ?? ''
  const passive =
    isParticiple(grammar, word) &&
    ['be', 'been', 'is', 'are', 'being', 'and', 'also', 'immediately', 'kept', 'promptly', 'fully'].includes(
      tokens[at - 1]?.word ?? '',
    )
  if (passive) return toldBefore(tokens, grammar, sentence, at)
  const denied = tokens[at - 1]?.word === 'to' && tokens[at - 2]?.word === 'not'
  if (denied || isParticiple(grammar, word) || grammar.is('determiner', tokens[at - 1]?.word)) return []
  return phrase(tokens, grammar, sentence, at + 1).filter(({known, id}) =>
    known ? !(id === 'child' && reaches(grammar, word)) : isNamed(tokens, at + 1) || !barred(grammar, word, id),
  )
}

// "Ring Larkbridge Homes": a name printed as one is somebody.
const isNamed = (tokens: Part['tokens'], at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? '')

// "Attempt to contact the child" tells nobody anything.
const reaches = (grammar: Grammar, word: string): boolean =>
  ['contact', 'call', 'ring', 'phone', 'telephone'].includes(grammar.base(word))

// "contact", "ask", "involve", "request" have things for objects as often as people.
const barred = (grammar: Grammar, word: string, id: string): boolean =>
  !['notify', 'inform', 'tell', 'alert', 'advise'].includes(grammar.base(word)) || ['case', 'child'].includes(id)

/** "The police and the parents must be told": the subject of the passive. */
const toldBefore = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const verb = sentence.verbs.findLast(({first}) => first < at)
  // "must be told to wait" tells of what is to be done; "must be invited to the meeting" of who comes.
  const bid = tokens[at + 1]?.word === 'to' && !grammar.is('determiner', tokens[at + 2]?.word)
  if (!verb || bid) return []
  const subject = verb.subject.length > 0 ? verb.subject : []
  const near = nearSubject(tokens, grammar, sentence, verb.first)
  const plain = subject.length > 0 && !verb.embedded ? subjectPlaces(tokens, grammar, subject) : near
  return parties(tokens, grammar, plain).filter(
    ({known}) =>
      known ||
      ['notify', 'inform', 'tell', 'alert', 'ring', 'phone', 'telephone'].includes(
        grammar.base(tokens[at]?.word ?? ''),
      ),
  )
}

const nearSubject = (tokens: Part['tokens'], grammar: Grammar, {first}: Sentence, end: number): readonly number[] => {
  let from = end
  while (
    from > first &&
    !['that', ',', 'ensure', 'ensuring', 'sure'].includes(tokens[from - 1]?.word ?? '') &&
    !grammar.is('preposition', tokens[from - 1]?.word)
  )
    from--
  return Array.from({length: end - from}, (_, at) => from + at)
}

const binds = (word: string): boolean => ['must', 'shall', 'will', 'should', 'may', 'can'].includes(word)

/** What follows "to" or "with" after a verb of passing on. */
const reached = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, verb: number): readonly Party[] => {
  const found: Party[] = []
  for (let at = verb + 1; at < sentence.last && at < verb + 24; at++) {
    const word = tokens[at]?.word ?? ''
    if (
      ['who', 'which', 'if', 'unless', 'where', 'when'].includes(word) ||
      (at > verb + 1 && (grammar.is('finite', word) || (binds(word) && !grammar.is('convey-noun', tokens[verb]?.word))))
    )
      break
    if (!['to', 'with'].includes(word) || (word === 'to' && tokens[at - 1]?.word === 'up')) continue
    const named = phrase(tokens, grammar, sentence, at + 1)
    found.push(
      ...named.filter(
        ({known, id}) =>
          (known && !(id === 'child' && word === 'with' && grammar.base(tokens[verb]?.word ?? '') === 'agree')) ||
          (word === 'to' && !grammar.isVerb(id.split('-')[0] ?? '') && /^the|^an?$/u.test(tokens[at + 1]?.word ?? '')),
      ),
    )
    if (named.length > 0 && word === 'to') break
  }
  return found
}

/** The parties of the noun phrase that begins at a token. */
const phrase = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, from: number): readonly Party[] => {
  const places: number[] = []
  const roles = grammar.roles(tokens.slice(from, sentence.last))
  for (let at = from; at < sentence.last; at++) {
    const word = tokens[at]?.word ?? ''
    const role = roles.some(({first, last}) => from + first < at && at <= from + last)
    const stops =
      grammar.is('preposition', word) ||
      grammar.is('relative-opener', word) ||
      grammar.is('condition-opener', word) ||
      grammar.is('finite', word) ||
      word === '(' ||
      binds(word)
    // "Refer to the panel anyone who …": a pronoun after a noun begins something else.
    const another = at > from && grammar.is('pronoun', word) && !grammar.is('coordinator', tokens[at - 1]?.word)
    if ((stops || another) && !role && at > from) break
    if (stops && !role && !grammar.is('determiner', word)) break
    if (
      at > from &&
      !role &&
      ['and', 'or', ','].includes(tokens[at - 1]?.word ?? '') &&
      verbal(tokens, grammar, sentence, at)
    )
      break
    places.push(at)
  }
  return places.length > 0 &&
    grammar.isVerb(tokens[places[0] as number]?.word ?? '') &&
    !roles.some(({first}) => first === 0)
    ? []
    : parties(tokens, grammar, places)
}

const verbal = (tokens: Part['tokens'], grammar: Grammar, {last}: Sentence, at: number): boolean =>
  grammar.isVerb(tokens[at]?.word ?? '') && !grammar.roles(tokens.slice(at, last)).some(({first}) => first === 0)
