import type {Modality} from '@hedgerow/ast'
import type {Token} from '@hedgerow/lexicon'
import {agents} from './agents.ts'
import type {Grammar} from './grammar.ts'
import type {Sentence, Verb} from './sentence.ts'
import {heard, type Spoken} from './spoken.ts'
import {isParticiple, skipAdverbs} from './verb-group.ts'

/** The force of a main verb's marker where it stands: what will, may, can and "is to" mean depends on who is to do what. Null binds nobody. */
export const forceOf = (
  tokens: readonly Token[],
  grammar: Grammar,
  sentence: Sentence,
  verb: Verb,
): Modality | null => {
  const modality = isTreatedBy(tokens, grammar, sentence, verb) ? 'obligation' : verb.marker?.modality
  if (!verb.marker || !modality || modality === 'none') return null
  const spoken = heard(tokens, grammar, sentence, verb)
  const phrase = verb.marker.marker
  if (isOfNone(spoken)) return /^(?:must|shall|may|will)$/u.test(phrase) ? 'prohibition' : modality
  if (/^(?:will|will not|won't|will never)$/u.test(phrase))
    return isPrediction(spoken) && !barsSomebody(spoken) ? null : denied(spoken, modality)
  if (/^(?:may|can)$/u.test(phrase) && isReserved(spoken)) return isNobody(spoken) ? 'prohibition' : 'permission'
  if (/^(?:may|can)$/u.test(phrase))
    return isPossibility(spoken) && !barsSomebody(spoken) ? null : denied(spoken, modality)
  if (/^(?:cannot|can not|can't|may not)$/u.test(phrase))
    return isInability(spoken) || isLegally(tokens, verb) ? null : modality
  if (/^(?:is|are|is not|are not) to$/u.test(phrase)) return isPurpose(spoken) ? null : denied(spoken, modality)
  // "It is for the chair to decide" binds; "it is for anyone under 18" tells of whom a page speaks.
  if (
    /^it (?:is|will be) for$/u.test(phrase) &&
    !tokens.slice(verb.last + 1, sentence.last).some(({word}) => word === 'to')
  )
    return null
  if (/^(?:stays|stay|remains|remain|sits) with$/u.test(phrase) && !isCharge(spoken)) return null
  if (phrase.endsWith('right to') && spoken.group?.passive) return null
  if (
    /^(?:need|needs|have|has) to$/u.test(phrase) &&
    spoken.subject.length > 0 &&
    isStative(spoken) &&
    !spoken.acts &&
    !isOf(spoken, 'thing')
  )
    return null
  return denied(spoken, modality)
}

// "will be treated as a referral by the front door": a definition, but for whoever is to treat it so.
const isTreatedBy = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence, verb: Verb): boolean =>
  /^will be (?:treated|considered|regarded|classed) as$/u.test(verb.marker?.marker ?? '') &&
  agents(tokens, grammar, verb.last + 1, sentence.last).some(({known}) => known)

// "Responsibility for the plan stays with …": what is somebody's to answer for.
const isCharge = ({tokens, subject}: Spoken): boolean =>
  subject.some((place) => /^(?:responsibilit|accountabilit|dut(?:y|ies)$)/u.test(tokens[place]?.word ?? ''))

// "No member may come from that agency", "Nobody on the panel will be from the service": who may not be or do something, and no guess at what is likely.
const barsSomebody = (spoken: Spoken): boolean => {
  const {tokens, grammar, group, predicted} = spoken
  if (!isNobody(spoken) || predicted || group === null || isSign(spoken)) return false
  if (group.passive) return tokens[spoken.subject[0] ?? -1]?.word === 'nothing' && spoken.verb.marker?.marker === 'may'
  if (!isState(spoken))
    return (
      grammar.is('origin-verb', group.base) ||
      (spoken.verb.marker?.marker === 'may' && !isMental(spoken) && !isStative(spoken) && !isHarm(spoken))
    )
  return /^(?:from|on|an?)$/u.test(tokens[group.at + 1]?.word ?? '')
}

// "No child", "nobody", "none of them", but not "no later than".
const isNobody = ({tokens, subject}: Spoken): boolean => {
  const [first, second] = [tokens[subject[0] ?? -1]?.word ?? '', tokens[subject[1] ?? -1]?.word ?? '']
  const than = ['later', 'more', 'less', 'fewer', 'longer', 'sooner', 'earlier'].includes(second)
  return !than && ['no', 'nobody', 'nothing', 'neither', 'none'].includes(first)
}

// "No child may be left": a permission or duty that nobody has is a prohibition; a requirement that nothing makes ("no consent is required")
// binds nobody. A negative recommendation stays one (see the lexicon).
const denied = (spoken: Spoken, modality: Modality): Modality | null => {
  if (!isNobody(spoken) || modality === 'recommendation') return modality
  return /(?:required|needs?|have|has|mandatory)(?: to)?$/u.test(spoken.verb.marker?.marker ?? '')
    ? null
    : 'prohibition'
}

// "There must be no contact": that there be nothing is as much a prohibition as that nothing be there.
const isOfNone = (spoken: Spoken): boolean =>
  spoken.noun === 'there' && isState(spoken) && spoken.tokens[(spoken.group?.at ?? 0) + 1]?.word === 'no'

// "Only a review conference may end a plan", "can only go ahead with the chair", "no meeting may go ahead unless": a power that is had on one condition.
const isReserved = (spoken: Spoken): boolean => {
  const {tokens, verb, subject, group, predicted} = spoken
  if (predicted || group === null || isState(spoken)) return false
  if (tokens[subject[0] ?? -1]?.word === 'only' || tokens[verb.last + 1]?.word === 'only') return true
  return isNobody(spoken) && tokens.slice(verb.last).some(({word}) => word === 'unless')
}

// "Cannot in law consent": what somebody is not able to do is forbidden to nobody.
const isLegally = (tokens: readonly Token[], {last}: Verb): boolean =>
  /^(?:in law|legally|lawfully|by law)\b/u.test(`${tokens[last + 1]?.word} ${tokens[last + 2]?.word}`)

const isThem = ({grammar, noun}: Spoken): boolean => grammar.is('vulnerable', noun)

// "The term … may refer to" is about words, whatever noun comes last.
const isSign = ({grammar, noun, tokens, subject}: Spoken): boolean =>
  grammar.is('sign', noun) ||
  subject.slice(0, 2).some((place) => ['term', 'word', 'phrase', 'expression'].includes(tokens[place]?.word ?? ''))

const isStative = ({grammar, group}: Spoken): boolean =>
  group !== null && grammar.is('stative-verb', group.base) && !group.passive

const isState = ({group}: Spoken): boolean => group !== null && group.base === 'be' && !group.passive

const isHarm = ({grammar, group}: Spoken): boolean =>
  group !== null && group.passive && grammar.is('harm-verb', group.base)

const isMental = ({grammar, group, tokens}: Spoken): boolean =>
  group !== null &&
  !group.passive &&
  grammar.is('mental-verb', group.base) &&
  (group.base !== 'come' || /^(?:from|across|under|into|about|up)$/u.test(tokens[group.at + 1]?.word ?? ''))

const isOf = ({grammar, noun}: Spoken, name: string): boolean => grammar.is(name, noun)

// A duty unless it is known for a prediction: a house that writes "will" for "must" writes every duty so.
const isPrediction = (spoken: Spoken): boolean => {
  const {group, acts, grammar} = spoken
  if (spoken.predicted || group === null) return spoken.predicted
  if (isPerfect(spoken) && (isThem(spoken) || isSign(spoken))) return true
  if (isEnough(spoken)) return true
  if (group.passive) return isHarm(spoken) && !acts && (isThem(spoken) || isSign(spoken))
  if (['have', 'hold'].includes(group.base) && (acts || isThem(spoken))) return !isDue(spoken)
  if (acts) return isMental(spoken)
  if (isState(spoken)) return !(spoken.noun === 'there' ? isDue(spoken) : statesDuty(spoken))
  if (reachesSomebody(spoken)) return false
  const they = ['they', 'he', 'she'].includes(spoken.noun) && grammar.isVerb(group.base) && !isStative(spoken)
  if (they) return false
  if (isThem(spoken) || isSign(spoken)) return true
  if (isStative(spoken)) return !(isOf(spoken, 'thing') && grammar.is('holding-verb', group.base))
  return isOf(spoken, 'document') && grammar.is('descriptive-verb', group.base)
}

// "Some children will have been told …": what has happened by then.
const isPerfect = ({tokens, verb, grammar}: Spoken): boolean =>
  tokens[verb.last + 1]?.word === 'have' &&
  (tokens[verb.last + 2]?.word === 'been' || isParticiple(grammar, tokens[verb.last + 2]?.word ?? ''))

// "A deputy will not normally be enough": a judgement.
const isEnough = (spoken: Spoken): boolean =>
  isState(spoken) && spoken.grammar.is('sufficing-adjective', spoken.tokens[(spoken.group?.at ?? 0) + 1]?.word)

// "Every child will have a plan", "the manager will hold a meeting", but not "carers will have concerns" or "will have tried".
const isDue = ({tokens, grammar, group, acts}: Spoken): boolean => {
  const from = (group?.at ?? 0) + 1
  const end = tokens.findIndex(({word, kind}, at) => at > from && (kind === 'mark' || grammar.is('preposition', word)))
  const object = tokens.slice(from, end < 0 ? tokens.length : end)
  if (object.some(({word}) => grammar.is('due', word))) return true
  const first = object[0]?.word ?? ''
  const held = object.some(({word}) => grammar.is('sign', word) || grammar.is('knowledge', word))
  return acts && !held && !isParticiple(grammar, first)
}

// "It will also tell the parents", "the matter will go to the chair": a step in what is done about somebody.
const reachesSomebody = ({tokens, grammar, group, noun, verb}: Spoken): boolean => {
  if (group === null || !(noun === 'it' || grammar.is('thing', noun))) return false
  const moves = grammar.is('moving-verb', group.base) && tokens[group.at + 1]?.word === 'to'
  const lets = group.base === 'let' && tokens.slice(group.at, group.at + 8).some(({word}) => word === 'know')
  const tells = verb.subject.length > 0 && (lets || grammar.is('notify-verb', group.base))
  const from = moves ? group.at + 2 : group.at + 1
  if (tells && /^(?:you|them|him|her|us)$/u.test(tokens[from]?.word ?? '')) return true
  const start = grammar.is('determiner', tokens[from]?.word) ? from + 1 : from
  return (moves || tells) && grammar.roles(tokens.slice(start, start + 8)).some(({first}) => first === 0)
}

// "The panel will be monthly", "The form will be with the chair by noon", "The room will be quiet": a thing under a duty of time or kind. What
// something is ("will be one of these") or is thought to be ("will be useful") is none.
const statesDuty = ({tokens, grammar, group, noun}: Spoken): boolean => {
  if (!grammar.is('thing', noun) || grammar.is('sign', noun)) return false
  const next = tokens[skipAdverbs(tokens, grammar, (group?.at ?? 0) + 1, tokens.length)]
  if (next === undefined || next.kind !== 'word') return false
  if (['within', 'no', 'subject'].includes(next.word)) return true
  return !['preposition', 'determiner', 'pronoun', 'assessing-adjective', 'condition-opener', 'relative-opener'].some(
    (name) => grammar.is(name, next.word),
  )
}

const isPossibility = (spoken: Spoken): boolean => {
  const {group, grammar, tokens, acts} = spoken
  if (spoken.predicted || group === null) return spoken.predicted
  if (isState(spoken)) return true
  if (tokens[group.at]?.word === 'been' || tokens[spoken.verb.last + 1]?.word === 'have') return true
  if (group.passive) return isHarm(spoken) || isClassing(spoken) || isLevelled(spoken)
  if (isOf(spoken, 'instrument') && spoken.verb.marker?.marker === 'can') return true
  if (acts && !isSign(spoken)) return isMental(spoken) && !(group.base === 'hold' && isDue(spoken))
  const some = ['some', 'many', 'most', 'few'].includes(tokens[spoken.subject[0] ?? -1]?.word ?? '')
  if (isThem(spoken) && some) return true
  if (isThem(spoken))
    return (
      !(grammar.is('grantable-verb', group.base) || isOwnRight(spoken)) ||
      (grammar.is('pronoun', spoken.noun) && !['they', 'he', 'she'].includes(spoken.noun))
    )
  if (isSign(spoken)) return true
  if (isStative(spoken))
    return !(grammar.is('holding-verb', group.base) && (isOf(spoken, 'thing') || isOf(spoken, 'document')))
  return !grammar.isVerb(group.base) && isOf(spoken, 'thing')
}

// "An allegation may be made about anyone": what may come to be said of somebody. One that may be made to the manager is a permission.
const isLevelled = ({tokens, grammar, group}: Spoken): boolean =>
  group !== null &&
  /^(?:make|raise|level)$/u.test(group.base) &&
  /^(?:about|against)$/u.test(tokens[skipAdverbs(tokens, grammar, group.at + 1, tokens.length)]?.word ?? '')

// "may be considered missing", "can be treated as absent": what somebody counts as. "May be considered by the panel" is a permission.
const isClassing = ({tokens, grammar, group}: Spoken): boolean => {
  if (group === null || !grammar.is('classing-verb', group.base)) return false
  const next = tokens[group.at + 1]
  if (next?.word === 'as') return true
  const settles = ['consider', 'deem'].includes(group.base) && next?.kind === 'word'
  return settles && (next.word === 'to' ? tokens[group.at + 2]?.word === 'be' : !isFollowing(grammar, next.word))
}

const isFollowing = (grammar: Grammar, word: string): boolean =>
  word.endsWith('ly') ||
  [
    'preposition',
    'determiner',
    'coordinator',
    'condition-opener',
    'time-opener',
    'relative-opener',
    'free-adverb',
  ].some((name) => grammar.is(name, word))

// "may agree for themselves", "may give consent": a child's own say.
const isOwnRight = ({tokens, group}: Spoken): boolean =>
  /^(?:agree|give|decide|sign|consent)$/u.test(group?.base ?? '') &&
  tokens.slice(group?.at ?? 0).some(({word}) => ['consent', 'themselves', 'themself', 'own'].includes(word))

const isInability = (spoken: Spoken): boolean => {
  const {group, grammar, acts} = spoken
  if (group === null) return false
  if (isState(spoken) || isHarm(spoken)) return true
  const inability = grammar.is('inability-verb', group.base)
  if (group.passive) return inability
  if (acts) return isMental(spoken) || (inability && spoken.verb.marker?.marker === 'may not')
  return isThem(spoken) || isSign(spoken) || inability || isStative(spoken)
}

// "The aim is to …", "This is to ensure …": why, not what is to be done.
const isPurpose = (spoken: Spoken): boolean =>
  isOf(spoken, 'purpose') ||
  (['this', 'it', 'that', 'which'].includes(spoken.noun) && !spoken.group?.passive) ||
  (isOf(spoken, 'document') && spoken.group !== null && !spoken.group.passive)
