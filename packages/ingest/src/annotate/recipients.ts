import type {Evidence, EvidencePlace} from '@hedgerow/ast'
import type {Annotator} from './annotator.ts'
import {type Part, type Reading, readingOf} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {laidBefore} from './laid-before.ts'
import {type Party, parties} from './noun-phrase.ts'
import {binds, handed, isHandedOver, isThought, phrase} from './recipient-phrase.ts'
import type {Sentence} from './sentence.ts'
import {subjectPlaces} from './subject.ts'
import {isParticiple} from './verb-group.ts'

/** To whom something is notified, reported, sent, shared or referred: objects of verbs of telling, the "to" or "with" of verbs of passing on.
 *  Words inside conditions and relative clauses do not count. Empty when nothing binds. */
export const recipients: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  const {modality, text, leadIn, grammar, from} = reading
  if (modality === null || !from) return spared(text, grammar)
  const named = listed(reading)
  const own = named.length > 0 ? named : partRecipients(text, grammar)
  const found =
    own.length > 0 ? {in: text.place, parties: own} : {in: leadIn.place, parties: inherited(leadIn, grammar)}
  return shown(found.in, found.parties)
}

const shown = (place: EvidencePlace, found: readonly Party[]): ReturnType<Annotator> => ({
  recipients: [...new Set(found.map(({id}) => id))],
  evidence: found.map(({id, start, end}): Evidence => ({of: 'recipients', in: place, start, end, value: id})),
})

/** "Legal services need not be consulted": nobody is bound, and yet it is said whom it would be told to. */
const spared = (text: Part, grammar: Grammar): ReturnType<Annotator> => {
  const need = text.sentences.filter(({verbs}) =>
    verbs.some(
      ({embedded, marker}) =>
        !embedded && /^(?:need(?:n't| not)|do(?:es)? not (?:need|have) to)/u.test(marker?.marker ?? ''),
    ),
  )
  const found = partRecipients({...text, sentences: need}, grammar).filter(({known}) => known)
  return need.length > 0 ? shown(text.place, found) : {recipients: []}
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

const partRecipients = (part: Part, grammar: Grammar): readonly Party[] => {
  const found: Party[] = []
  for (const sentence of part.sentences)
    for (const party of sentenceRecipients(part, grammar, sentence))
      if (!found.some(({id, start}) => id === party.id && start === party.start)) found.push(party)
  return found
}

const sentenceRecipients = (part: Part, grammar: Grammar, sentence: Sentence): readonly Party[] => {
  const {tokens} = part
  const found: Party[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const {word, kind} = tokens[at] as Part['tokens'][number]
    if (kind !== 'word' || isInName(tokens, at) || isAside(part, sentence, at)) continue
    const base = grammar.base(word)
    if (grammar.is('notify-verb', base)) found.push(...told(tokens, grammar, sentence, at))
    if (base === 'ask') found.push(...asked(tokens, grammar, sentence, at))
    if (base === 'let') found.push(...letKnow(tokens, grammar, sentence, at))
    if (grammar.is('listing-verb', base)) found.push(...laidBefore(tokens, grammar, sentence, at))
    if (word === 'be' && tokens[at + 1]?.word === 'with') found.push(...kept(tokens, grammar, sentence, at))
    if (['send', 'show', 'hand'].includes(base)) found.push(...handed(tokens, grammar, sentence, at))
    if (isReached(tokens, grammar, at)) found.push(...toldBefore(tokens, grammar, sentence, at))
    if (isHandedOver(tokens, grammar, at))
      found.push(...toldBefore(tokens, grammar, sentence, at).filter(({known}) => known))
    if (grammar.is('moving-verb', base)) found.push(...gone(tokens, grammar, sentence, at))
    if (isCounted(tokens, grammar, at)) continue
    if (tokens[at - 1]?.word === 'having') continue
    const named = grammar.is('determiner', tokens[at - 1]?.word) && !grammar.is('convey-noun', word)
    if ((grammar.is('convey-verb', base) && !named) || grammar.is('convey-noun', word))
      found.push(...reached(tokens, grammar, sentence, at))
  }
  return found
}

// "the First Contact Team": a verb's word inside a name.
const isInName = (tokens: Part['tokens'], at: number): boolean =>
  [tokens[at - 1], tokens[at]].every((token) => /^\p{Lu}\p{Ll}/u.test(token?.text ?? ''))

/** "Ofsted should be sent the analysis", "probation must be invited", "the pharmacist should be rung": a passive whose subject is who gets it. */
const isReached = (tokens: Part['tokens'], grammar: Grammar, at: number): boolean => {
  const word = tokens[at]?.word ?? ''
  if (tokens[at - 1]?.word !== 'be') return false
  if (['invited', 'rung', 'phoned', 'telephoned'].includes(word)) return true
  if (['provided', 'supplied'].includes(word)) return tokens[at + 1]?.word === 'with'
  return ['sent', 'shown', 'handed'].includes(word) && grammar.is('determiner', tokens[at + 1]?.word)
}

/** "let the GP and the social worker know": whoever is to know. */
const letKnow = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const know = tokens.findIndex(({word}, place) => place > at && word === 'know')
  if (know < 0 || know > Math.min(at + 14, sentence.last)) return []
  return parties(
    tokens,
    grammar,
    Array.from({length: know - at - 1}, (_, step) => at + 1 + step),
  )
}

/** "Papers must be with the business manager by noon": whoever is to have a thing. */
const kept = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const verb = sentence.verbs.findLast(({first, embedded, marker}) => first < at && !embedded && marker !== null)
  if (!verb || at - verb.last > 2 || parties(tokens, grammar, verb.subject).some(({known}) => known)) return []
  if (verb.subject.some((place) => grammar.is('vulnerable', tokens[place]?.word))) return []
  return phrase(tokens, grammar, sentence, at + 2).filter(({known}) => known)
}

/** "a third referral to early help", "two reports to the police", "leave all contact to the police": what is counted or left alone is not what is
 *  to be made. */
const isCounted = (tokens: Part['tokens'], grammar: Grammar, at: number): boolean =>
  grammar.is('convey-noun', tokens[at]?.word) &&
  (tokens.slice(Math.max(0, at - 4), at).some(({word}) => grammar.base(word) === 'leave') ||
    /^(?:second|third|fourth|fifth|sixth|two|three|four|five|six|more|2nd|3rd|4th|5th)$/u.test(
      tokens[at - 1]?.word ?? '',
    ))

/** "ask the police for the log", "ask the lead practitioner to call a meeting": whoever is asked. A child is asked about things. */
const asked = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  if (grammar.is('negation', tokens[at - 1]?.word)) return []
  const [named, ...others] = phrase(tokens, grammar, sentence, at + 1).filter(
    ({known, id}) =>
      known || isBody(grammar, id) || isNamed(tokens, grammar.is('determiner', tokens[at + 1]?.word) ? at + 2 : at + 1),
  )
  const end = tokens.findIndex(({start}) => start >= (named?.end ?? 0))
  return named && others.length === 0 && named.id !== 'child' && ['for', 'to'].includes(tokens[end]?.word ?? '')
    ? [named]
    : []
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

// A duty that stands after a clause's opener has ended that clause ("decide what happens and will tell the referrer"); so does "without".
const isAside = ({tokens, bindings}: Part, {frames}: Sentence, at: number): boolean =>
  frames.some(
    ({kind, opener, first, last}) =>
      (kind === 'condition' || kind === 'time' || (kind === 'relative' && opener !== 'that')) &&
      first <= at &&
      at < last &&
      !bindings.some(({after}) => after > first && after <= at) &&
      !(kind === 'time' && tokens.slice(first, at).some(({word}) => word === 'without')),
  )

const told = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const word = tokens[at]?.word ?? ''
  const passive =
    isParticiple(grammar, word) &&
    ['be', 'been', 'is', 'are', 'being', 'and', 'also', 'immediately', 'kept', 'promptly', 'fully'].includes(
      tokens[at - 1]?.word ?? '',
    )
  // "within a day of being told": when a clock starts, and nobody who is to be told.
  if (tokens[at - 1]?.word === 'being' && grammar.is('preposition', tokens[at - 2]?.word)) return []
  if (passive) return toldBefore(tokens, grammar, sentence, at)
  // "Head of service told": what a cell or a note leaves out.
  if (isParticiple(grammar, word) && sentence.verbs.length === 0 && at > sentence.first)
    return parties(
      tokens,
      grammar,
      Array.from({length: at - sentence.first}, (_, step) => sentence.first + step),
    ).filter(({known, id}) => known || isBody(grammar, id))
  const denied = tokens[at - 1]?.word === 'to' && tokens[at - 2]?.word === 'not'
  if (denied || isParticiple(grammar, word) || grammar.is('determiner', tokens[at - 1]?.word)) return []
  // "gives each child a colour": what happens, beside what is to be done.
  if (sentence.verbs.some(({first, marker}) => first === at && marker === null)) return []
  const object = tokens[at + 1]?.word === 'back' ? at + 2 : at + 1
  if (/^(?:999|112)$/u.test(tokens[object]?.word ?? '') && tokens[object + 1]?.word === 'for')
    return phrase(tokens, grammar, sentence, object + 2).filter(({known}) => known)
  return phrase(tokens, grammar, sentence, object).filter(({known, id}) =>
    known ? !(id === 'child' && reaches(grammar, word)) : isNamed(tokens, at + 1) || !barred(grammar, word, id),
  )
}

// "Ring Larkbridge Homes": a name printed as one is somebody.
const isNamed = (tokens: Part['tokens'], at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? '')

// "Attempt to contact the child" tells nobody anything.
const reaches = (grammar: Grammar, word: string): boolean =>
  ['contact', 'call', 'ring', 'phone', 'telephone'].includes(grammar.base(word))

/** Is a slug somebody by its last word: a team, a desk, an officer? */
const isBody = (grammar: Grammar, id: string): boolean => grammar.is('body-noun', id.split('-').at(-1))

// "contact", "ask", "involve", "request" have things for objects as often as people.
const barred = (grammar: Grammar, word: string, id: string): boolean =>
  !(['notify', 'inform', 'tell', 'alert', 'advise'].includes(grammar.base(word)) || isBody(grammar, id)) ||
  ['case', 'child'].includes(id)

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
      // "The death must be notified to the panel": what is told, and nobody.
      (tokens[at + 1]?.word !== 'to' &&
        ['notify', 'inform', 'tell', 'alert', 'ring', 'phone', 'telephone'].includes(
          grammar.base(tokens[at]?.word ?? ''),
        )),
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

/** What follows "to" or "with" after a verb of passing on. */
const reached = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, verb: number): readonly Party[] => {
  const found: Party[] = []
  const base = grammar.base(tokens[verb]?.word ?? '')
  for (let at = verb + 1; at < sentence.last && at < verb + 24; at++) {
    const word = tokens[at]?.word ?? ''
    if (
      ['who', 'which', 'if', 'unless', 'where', 'when'].includes(word) ||
      (at > verb + 1 && (grammar.is('finite', word) || (binds(word) && !grammar.is('convey-noun', tokens[verb]?.word))))
    )
      break
    if (!['to', 'with'].includes(word) || (word === 'to' && tokens[at - 1]?.word === 'up')) continue
    if (isThought(tokens, verb, at)) continue
    const named = phrase(tokens, grammar, sentence, at + 1)
    found.push(
      ...named.filter(({known, id}) =>
        known
          ? !(word === 'with' && base === 'write') &&
            !(id === 'child' && ((word === 'with' && base === 'agree') || base === 'offer'))
          : (word === 'to' || isBody(grammar, id)) &&
            (isBody(grammar, id) || !grammar.isVerb(id.split('-')[0] ?? '')) &&
            !grammar.is('place-noun', id.split('-').at(-1)) &&
            /^(?:the|an?|every|each|both|all|any|our|your|their)$/u.test(tokens[at + 1]?.word ?? ''),
      ),
    )
    if (named.length > 0 && word === 'to') break
  }
  return found
}
