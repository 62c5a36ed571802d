import type {Clause, Evidence, EvidencePlace} from '@hedgerow/ast'
import {tokens as tokensOf} from '@hedgerow/lexicon'
import {agents} from './agents.ts'
import type {AnnotationContext, Annotator} from './annotator.ts'
import {type Binding, type Part, type Reading, readingOf} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {namesHolder} from './inside-markers.ts'
import {type Party, parties} from './noun-phrase.ts'
import {isHandedOver} from './recipient-phrase.ts'
import {stepSubject} from './step-subject.ts'
import {subjectPlaces} from './subject.ts'
import {theyWho} from './they.ts'
import {isParticiple} from './verb-group.ts'
import {wholeParty} from './whole-party.ts'

interface Found {
  readonly in: EvidencePlace
  readonly parties: readonly Party[]
}

/** Who must, should or may (not) act: the subject of an active verb, the agent of a passive one, whoever is responsible, a row's Who cell,
 *  the lead-in's subject, or the agency a section is about. Empty when nothing binds, and for a passive without an agent. */
export const actors: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  if (reading.modality === null) return {actors: []}
  const step = stepSubject(reading)
  if (step === null) return {actors: []}
  const found = firstFound([
    () => ownActors(reading),
    () => ({in: 'text', parties: step}),
    () => cellActors(reading),
    () => labelActors(reading),
    () => leadActors(reading),
    () => sectionActors(clause, reading, context),
  ])
  if (!found) return {actors: []}
  return {
    actors: [...new Set(found.parties.map(({id}) => id))],
    evidence: found.parties.map(({id, start, end}): Evidence => ({of: 'actors', in: found.in, start, end, value: id})),
  }
}

const firstFound = (ways: readonly (() => Found)[]): Found | undefined => {
  for (const way of ways) {
    const found = way()
    if (found.parties.length > 0) return found
  }
  return undefined
}

const ownActors = ({text, grammar, hangs, leadIn}: Reading): Found => {
  if (hangs && leadIn.bindings.length > 0) return {in: 'text', parties: []}
  const agents = leadIn.bindings.length > 0 && text.bindings.length === 0 ? stepAgents(text, leadIn, grammar) : []
  return {in: 'text', parties: [...partActors(text, grammar), ...agents]}
}

const partActors = ({tokens, bindings}: Part, grammar: Grammar): readonly Party[] => {
  const found: Party[] = []
  for (const binding of bindings)
    for (const party of bindingActors(tokens, grammar, binding))
      if (!found.some(({start}) => start === party.start) && party.id !== 'child') found.push(party)
  return found
}

const bindingActors = (tokens: Part['tokens'], grammar: Grammar, binding: Binding): readonly Party[] => {
  const {marker, group, after, sentence} = binding
  if (/ (?:of|with)$|^(?:falls|it is open) to$/u.test(marker))
    return parties(tokens, grammar, until(tokens, grammar, after, sentence.last))
  if (marker.endsWith(' for') && marker.startsWith('it '))
    return parties(tokens, grammar, until(tokens, grammar, after, sentence.last))
  if (/^it (?:is|remains) (?:job|responsibility|duty|role|task) to$/u.test(marker))
    return dutyHolder(tokens, grammar, binding)
  if (namesHolder(marker))
    return group?.passive ? agents(tokens, grammar, group.at + 1, sentence.last) : dutyHolder(tokens, grammar, binding)
  if (/^(?:under|in|on|at) no /u.test(marker)) return invertedActors(tokens, grammar, binding)
  if (marker.endsWith(' that')) return complementActors(tokens, grammar, binding)
  if (/^(?:is|are) to$/u.test(marker)) {
    const held = roleHolders(tokens, grammar, binding)
    if (held.length > 0) return held
  }
  if (/^(?:is|are)(?: not)? (?:required|recommended|permitted|allowed|prohibited|mandatory|forbidden)$/u.test(marker))
    return tokens[after]?.word === 'of'
      ? parties(tokens, grammar, until(tokens, grammar, after + 1, sentence.last))
      : []
  if (/^will be \w+ as$/u.test(marker)) return agents(tokens, grammar, after, sentence.last)
  if (group?.passive) return agents(tokens, grammar, group.at + 1, sentence.last)
  if (marker === '' && binding.subject.length === 0) return []
  if (group && isHandedOver(tokens, grammar, group.at)) return []
  const places = subjectPlaces(tokens, grammar, binding.subject)
  if (isDeed(tokens, grammar, binding.subject) || isEvent(tokens, grammar, binding))
    return parties(tokens, grammar, places).filter(({known, id}) => known && id !== 'child')
  const isNoOne = tokens[places[0] ?? -1]?.word === 'no' && tokens[places[1] ?? -1]?.word === 'one'
  if (isNoOne && tokens[places[2] ?? -1]?.word === 'but') return parties(tokens, grammar, places.slice(3))
  if (['no', 'neither', 'none', 'nobody'].includes(tokens[places[0] ?? -1]?.word ?? ''))
    return parties(
      tokens,
      grammar,
      places.slice(['but', 'in', 'of', 'at', 'from', 'on'].includes(tokens[places[1] ?? -1]?.word ?? '') ? 2 : 1),
    )
  const antecedent = places.length === 1 ? theyWho(tokens, grammar, binding.sentence, places[0] as number) : []
  if (antecedent.length > 0) return antecedent
  const named = parties(tokens, grammar, places)
  const led = named.some(({known}) => known) ? [] : ledActors(tokens, grammar, binding)
  if (led.length > 0) return led
  return named.length > 0 ? named : describedActors(tokens, grammar, binding)
}

/** "It is the manager's job to …": whoever is named inside the marker. */
const dutyHolder = (tokens: Part['tokens'], grammar: Grammar, {start, after}: Binding): readonly Party[] => {
  const first = tokens.findIndex((token) => token.start === start)
  const owner = tokens.findIndex(({word}, at) => at > first && word.endsWith("'s"))
  const end = owner >= 0 && owner < after ? owner : after - 2
  // Whoever owns the job is named by the words without their 's.
  const bare = tokens.map((token, at) => (at === owner ? {...token, word: token.word.slice(0, -2)} : token))
  const from = /^it$/u.test(tokens[first]?.word ?? '') ? first + 2 : first + 1
  return parties(
    bare,
    grammar,
    Array.from({length: Math.max(0, end - from + 1)}, (_, step) => from + step),
  ).slice(0, 1)
}

/** "Three episodes should lead the social worker to …": whoever is led to do something. */
const ledActors = (tokens: Part['tokens'], grammar: Grammar, {group, sentence}: Binding): readonly Party[] => {
  if (!group || group.passive || !grammar.is('causing-verb', group.base)) return []
  const places = until(tokens, grammar, group.at + 1, sentence.last)
  return tokens[group.at + 1 + places.length]?.word === 'to'
    ? parties(tokens, grammar, places).filter(({known, id}) => known && id !== 'child')
    : []
}

/** "The person who chairs stage three must …": whoever the subject's relative clause says it is. */
const describedActors = (tokens: Part['tokens'], grammar: Grammar, binding: Binding): readonly Party[] => {
  const [from] = subjectPlaces(tokens, grammar, binding.subject)
  const verb = tokens.findIndex(({start}) => start === binding.start)
  if (from === undefined || verb <= from) return []
  const role = grammar.roles(tokens.slice(from, verb)).find(({first}) => first <= 1)
  return role && role.entry !== 'child' ? [{id: role.entry, start: role.start, end: role.end, known: true}] : []
}

// "Keeping a child safe must come first": what is done is nobody, unless somebody known follows ("having read it the chair must").
const isDeed = (tokens: Part['tokens'], grammar: Grammar, [first, second, ...rest]: readonly number[]): boolean => {
  const word = tokens[first ?? -1]?.word ?? ''
  if (!word.endsWith('ing') || grammar.is('preposition', word) || !grammar.is('determiner', tokens[second ?? -1]?.word))
    return false
  return !rest.some((place) => tokens[place]?.word === ',')
}

// "Discharge of the baby must not take place before …": what happens is done by nobody it names.
const isEvent = (tokens: Part['tokens'], grammar: Grammar, {group}: Binding): boolean =>
  group !== null &&
  (grammar.is('happening-verb', group.base) || (group.base === 'take' && tokens[group.at + 1]?.word === 'place'))

/** "Under no circumstances should staff …": the subject stands after the verb. */
const invertedActors = (tokens: Part['tokens'], grammar: Grammar, {after, sentence}: Binding): readonly Party[] => {
  const from = ['should', 'must', 'may', 'can', 'will', 'shall'].includes(tokens[after]?.word ?? '') ? after + 1 : after
  const start = grammar.is('determiner', tokens[from]?.word) ? from + 1 : from
  const role = grammar.roles(tokens.slice(start, sentence.last)).find(({first}) => first === 0)
  if (!role || ['be', 'been'].includes(tokens[start + role.last + 1]?.word ?? '')) return []
  return [{id: role.entry, start: role.start, end: role.end, known: true}]
}

/** The places from a token up to "to", "that", a verb or the sentence's end: the noun phrase a marker such as "the duty of" is followed by. */
const until = (tokens: Part['tokens'], grammar: Grammar, from: number, last: number): readonly number[] => {
  const found: number[] = []
  for (let at = from; at < last; at++) {
    const word = tokens[at]?.word ?? ''
    if (
      ['to', 'that', 'who', 'where', 'if', 'when', 'unless'].includes(word) ||
      (grammar.is('finite', word) && at > from)
    )
      break
    found.push(at)
  }
  return found
}

/** "It is essential that the social worker records …": who does it in the clause that is to be so. */
const complementActors = (tokens: Part['tokens'], grammar: Grammar, {after, sentence}: Binding): readonly Party[] => {
  const verb = sentence.verbs.find(({first}) => first >= after)
  const end = verb?.first ?? sentence.last
  const next = verb ? tokens[verb.last + 1]?.word : undefined
  if (verb && next && isParticiple(grammar, next)) return agents(tokens, grammar, verb.last + 2, sentence.last)
  const places = Array.from({length: end - after}, (_, at) => after + at)
  const [first] = grammar.roles(tokens.slice(after, end))
  if (verb || !first) return parties(tokens, grammar, places)
  return parties(tokens, grammar, places.slice(0, first.last + 1))
}

/** "The role of the reviewing officer is to …", "The social worker's role is to …": whoever holds the role. */
const roleHolders = (tokens: Part['tokens'], grammar: Grammar, {subject}: Binding): readonly Party[] => {
  const held = subject.findIndex((place) =>
    ['role', 'responsibility', 'responsibilities', 'duty', 'duties', 'task', 'job'].includes(tokens[place]?.word ?? ''),
  )
  if (held < 0) return []
  const after = subject[held + 1]
  if (after !== undefined && tokens[after]?.word === 'of') return parties(tokens, grammar, subject.slice(held + 2))
  return parties(tokens, grammar, subject.slice(0, held))
}

/** A step under "The interview must be:" may name the agent: "carried out by the provider". */
const stepAgents = (text: Part, leadIn: Part, grammar: Grammar): readonly Party[] => {
  const open = leadIn.bindings.some(
    ({group, after, sentence}) => group?.base === 'be' || group?.passive || after >= sentence.last,
  )
  const first = text.tokens[0]?.word ?? ''
  // Under "The following shall be told:" a step may be "the coordinator, by the social worker".
  const told = leadIn.bindings.some(({group}) => group?.passive) && text.sentences[0]?.verbs.length === 0
  // Under "The minutes must be sent:" a step may begin with the agent: "by the chair, to everybody invited".
  if (open && first === 'by') return agents(text.tokens, grammar, 0, text.tokens.length)
  return open && (isParticiple(grammar, first) || first === 'be' || told)
    ? agents(text.tokens, grammar, 1, text.tokens.length)
    : []
}

const cellActors = ({who, text, grammar}: Reading): Found => {
  if (!who) return {in: 'text', parties: []}
  const places = text.tokens.flatMap(({start, text: word}, at) =>
    start >= who.start && start < who.end && word !== '|' ? [at] : [],
  )
  return {in: 'text', parties: parties(text.tokens, grammar, places).filter(({id}) => id !== 'child')}
}

/** "Police: notify …", "Chair: must send …": a party that stands with a colon before an instruction, or before a duty without a subject. */
const labelActors = ({text, grammar}: Reading): Found => {
  const [label] = text.sentences
  const instructs = text.bindings.some(
    (binding) => (binding.marker === '' || goesOn(binding)) && binding.sentence !== label,
  )
  if (!label || !instructs || label.end !== ':' || label.verbs.length > 0) return {in: 'text', parties: []}
  const places = Array.from({length: label.last - label.first}, (_, at) => label.first + at)
  return {in: 'text', parties: parties(text.tokens, grammar, places).filter(({known, id}) => known && id !== 'child')}
}

const isPassiveHere = ({text}: Reading): boolean =>
  text.bindings.length > 0 && text.bindings.every(({marker}) => marker !== '')

// "must say so", "should offer": a step whose verb has its subject in the lead-in.
const goesOn = ({marker, subject, group}: Binding): boolean => marker !== '' && subject.length === 0 && !group?.passive

/** "A social worker who disagrees" + "must …": whoever the lead-in names before its relative clause. */
const leadSubject = ({tokens, sentences}: Part, grammar: Grammar): readonly Party[] => {
  const last = sentences.at(-1)
  if (!last) return []
  const end = last.frames[0]?.first ?? last.last
  const places = Array.from({length: end - last.first}, (_, at) => last.first + at)
  return parties(tokens, grammar, subjectPlaces(tokens, grammar, places)).filter(({id}) => id !== 'child')
}

const leadActors = (reading: Reading): Found => {
  const {leadIn, grammar, hangs} = reading
  if (isPassiveHere(reading) && !hangs && !reading.text.bindings.some(goesOn)) return {in: 'lead-in', parties: []}
  const bound = partActors(leadIn, grammar)
  if (bound.length > 0 || leadIn.bindings.length > 0) return {in: 'lead-in', parties: bound}
  if (reading.text.bindings.some(goesOn)) return {in: 'lead-in', parties: leadSubject(leadIn, grammar)}
  return {in: 'lead-in', parties: wholeParty(leadIn.tokens, grammar)}
}

/** The section's own agency, for instructions and "they must" in a section headed "Police" or "Role of the social worker". */
const sectionActors = (clause: Clause, reading: Reading, {sections}: AnnotationContext): Found => {
  const {text, leadIn} = reading
  const instructs = [...text.bindings, ...leadIn.bindings].some(
    ({marker, subject, group}) =>
      !group?.passive && (marker === '' || subject.some((place) => text.tokens[place]?.word === 'they')),
  )
  const title = sections.at(-1)?.title
  if (!instructs || title === undefined || clause.type !== 'provision') return {in: 'heading', parties: []}
  return {in: 'heading', parties: wholeParty(tokensOf(title), reading.grammar)}
}
