import type {Comparison} from '@hedgerow/ast'
import {type Lexicon, type Token, perLexicon} from '@hedgerow/lexicon'
import {comparisonAround, type FoundThreshold} from './absences.ts'
import {numeral} from './amounts.ts'
import {wordSet} from './word-lists.ts'
import {sentenceStart, wordAfter} from './tokens-between.ts'

/** The greatest age anybody states a rule for. */
const oldest = 120

const grammar = perLexicon(
  ({triggers, durations}) => {
    const age = triggers.measures.find(({of}) => of === 'age')
    return {
      least: age?.least ?? 0,
      most: age?.most ?? 0,
      years: new Set(durations.units.filter(({unit}) => unit === 'year').map(({term}) => term)),
      units: new Set(durations.units.filter(({unit}) => unit !== 'year').map(({term}) => term)),
      next: wordSet(triggers.lists, 'age_next'),
      people: wordSet(triggers.lists, 'age_people'),
      levels: wordSet(triggers.lists, 'levels'),
      birthday: wordSet(triggers.lists, 'birthday'),
      turning: wordSet(triggers.lists, 'turning'),
      until: wordSet(triggers.lists, 'age_until'),
      since: wordSet(triggers.lists, 'age_since'),
      keeping: wordSet(triggers.lists, 'keeping'),
      unreached: wordSet(triggers.lists, 'unreached'),
      negations: wordSet(durations.lists, 'negations'),
      working: wordSet(durations.lists, 'working'),
    }
  },
  ({triggers}) => triggers,
)

/** The conditions on age in tokens, in order: "under 16" → < 16 year, "aged 13 or over" → >= 13, "16 and 17 year olds"
 *  → >= 16, "aged 10" → = 10. */
export const ages = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] => {
  const found: FoundThreshold[] = []
  for (let at = 0; at < tokens.length; at++) {
    const age = birthdayAt(tokens, at, lexicon) ?? ageAt(tokens, at, lexicon)
    if (!age || isHowLongKept(tokens, at, lexicon) || isOfGroup(tokens, age.last)) continue
    found.push(age)
    at = Math.max(at, age.last)
  }
  return found
}

/** "3 or more in a year group": who is taught together, and no age. */
const isOfGroup = (tokens: readonly Token[], last: number): boolean => {
  const year = tokens.slice(last, last + 5).findIndex(({word}) => word === 'year')
  return year >= 0 && /^groups?$/u.test(tokens[last + year + 1]?.word ?? '')
}

/** "retained until the child attains the age of 25": how long a record is held is no condition. */
const isHowLongKept = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const {keeping, until} = grammar(lexicon)
  const before = tokens.slice(Math.max(sentenceStart(tokens, at), at - 12), at)
  const verb = before.findIndex(({word}) => keeping.has(word))
  return verb >= 0 && before.slice(verb).some(({word}) => until.has(word))
}

/** "until they turn 18", "up to their 18th birthday" → < 18; "once they reach 16" → >= 16. A birthday alone is a date and no condition. */
const birthdayAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): FoundThreshold | null => {
  const {birthday, turning, until, since, people, keeping, least, most} = grammar(lexicon)
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(tokens[at]?.word ?? '')
  const day = ordinal !== null && birthday.has(tokens[at + 1]?.word ?? '')
  const number = ordinal ? null : ageNumber(tokens, at, lexicon)
  const verb = tokens[at - 1]?.word ?? ''
  const reached = number && (number.value ?? 0) > 9 ? isReachedAt(tokens, at, number.last, lexicon) : false
  if (reached && number)
    return {of: 'age', op: '>=', value: number.value, unit: 'year', first: at - 1, last: number.last}
  const said = /^(?:is|are)$/u.test(verb) && people.has(tokens[at - 2]?.word ?? '') && (number?.value ?? 0) > 9
  if (!day && !(number && (said || turning.has(verb)))) return null
  const value = day ? Number(ordinal[1]) : (number?.value ?? -1)
  if (value < least || value > most || isMeasured(tokens, number?.last ?? at, lexicon)) return null
  const from = Math.max(0, at - 6)
  const before = tokens.slice(from, at)
  const opener = before.findLastIndex(({word, text}) => until.has(word) || since.has(word) || text === ',')
  const word = before[opener]?.word ?? ''
  if (!until.has(word) && !since.has(word)) return null
  if (day && word === 'before') return null
  // "kept until their 25th birthday": how long a record is held.
  if (tokens.slice(Math.max(0, from + opener - 6), from + opener).some((token) => keeping.has(token.word))) return null
  const last = day ? at + 1 : (number?.last ?? at)
  // "is 17" is that age, "is 16 or over" what it says.
  const compared = said ? comparisonAround(tokens, at, last, lexicon) : null
  const ranged =
    /^(?:or|and|to|-|–)$/u.test(tokens[last + 1]?.word ?? '') && ageNumber(tokens, last + 2, lexicon) !== null
  const op = until.has(word) ? '<' : said && !ranged ? (compared?.op ?? '=') : '>='
  return {of: 'age', op, value, unit: 'year', first: from + opener, last: Math.max(last, compared?.last ?? 0)}
}

/** "At 16 the child should be offered …": a sentence that begins with the age somebody has come to. */
const isReachedAt = (tokens: readonly Token[], at: number, last: number, lexicon: Lexicon): boolean => {
  const {people, most} = grammar(lexicon)
  if (tokens[at - 1]?.word !== 'at' || sentenceStart(tokens, at) !== at - 1) return false
  const value = ageNumber(tokens, at, lexicon)?.value ?? 0
  const from = tokens[last + 1]?.text === ',' ? last + 2 : last + 1
  const isOpened = /^(?:the|a|each|every|any|they)$/u.test(tokens[from]?.word ?? '')
  return value <= most && isOpened && tokens.slice(from, from + 4).some(({word}) => people.has(word))
}

/** "is 3 weeks", "are 5 children": what is measured is no age. */
const isMeasured = (tokens: readonly Token[], last: number, lexicon: Lexicon): boolean => {
  const next = tokens[/^['’]$/u.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1]
  return next !== undefined && next.kind !== 'mark' && !grammar(lexicon).next.has(next.word) && next.word !== 'birthday'
}

/** "a young person of 16 or 17": a number after "of" said of somebody, with no noun of its own. */
const isOfAge = (tokens: readonly Token[], at: number, last: number, lexicon: Lexicon): boolean =>
  tokens[at - 1]?.word === 'of' &&
  grammar(lexicon).people.has(tokens[at - 2]?.word ?? '') &&
  !isMeasured(tokens, last, lexicon)

/** "older than 80", "aged 65 or over": words that only an age has, so that a number too great for a child's is one as well. */
const isOldAge = (tokens: readonly Token[], at: number): boolean =>
  /^(?:aged|ages?)$/u.test(tokens[at - 1]?.word ?? '') ||
  (/^(?:older|younger)$/u.test(tokens[at - 2]?.word ?? '') && tokens[at - 1]?.word === 'than')

const ageAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): FoundThreshold | null => {
  const {least, most} = grammar(lexicon)
  const number = ageNumber(tokens, at, lexicon)
  if (!number || number.value < least || number.value > (isOldAge(tokens, at) ? oldest : most)) return null
  const lead = leading(tokens, at)
  const tail = afterNumber(tokens, number.last, lexicon)
  const compared = comparisonAround(tokens, lead.first, tail.last, lexicon)
  const open = compared?.op ?? (lead.ranged || tail.ranged ? '>=' : null)
  const aged = lead.aged || /^(?:aged|ages?)$/u.test(tokens[(compared?.first ?? 0) - 1]?.word ?? '')
  const said = aged || tail.years || isOfAge(tokens, at, tail.last, lexicon)
  if (!said && !(compared && bareAge(tokens, at, tail.last, compared, lexicon))) return null
  const op: Comparison = isUnreached(tokens, compared?.first ?? lead.first, lexicon) ? '<' : (open ?? '=')
  return {
    of: 'age',
    op,
    value: number.value,
    unit: 'year',
    first: compared?.first ?? lead.first,
    last: Math.max(tail.last, compared?.last ?? 0),
  }
}

/** "have not reached the age of 18" is below it; "has reached the age of 16" is what the comparison already says. */
const isUnreached = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {unreached, negations} = grammar(lexicon)
  const before = tokens.slice(Math.max(0, first - 3), first + 1)
  return before.some(({word}) => unreached.has(word)) && before.some(({word}) => negations.has(word))
}

/** "13", "thirteen", "13s": a plural is an age only by its setting. */
const ageNumber = (tokens: readonly Token[], at: number, lexicon: Lexicon) => {
  const plural = /^(\d{1,2})s$/u.exec(tokens[at]?.word ?? '')
  if (plural) return {value: Number(plural[1]), last: at}
  const number = numeral(tokens, at, lexicon)
  return number &&
    !number.article &&
    !number.unit &&
    Number.isInteger(number.value) &&
    !/^[.:/]$/u.test(tokens[at - 1]?.text ?? '')
    ? number
    : null
}

/** "aged", "the age of", "aged between" before the number. */
const leading = (tokens: readonly Token[], at: number) => {
  let first = at
  let aged = false
  let ranged = false
  while (first > 0 && at - first < 6) {
    const {word, text} = tokens[first - 1] as Token
    if (word === 'between' || word === 'from') ranged = true
    else if (/^(?:aged|age|ages)$/u.test(word)) aged = true
    else if (!(word === 'of' || word === 'the' || text === '-' || (text === "'" && aged))) break
    first--
  }
  return aged ? {first: afterArticles(tokens, first), aged, ranged} : {first: at, aged, ranged: false}
}

const afterArticles = (tokens: readonly Token[], from: number): number => {
  let first = from
  while (/^(?:of|the|between|from|-)$/u.test(tokens[first]?.word ?? '') && !/^age/u.test(tokens[first + 1]?.word ?? ''))
    first++
  return first
}

/** What follows the number: "to 17", "and 17 year olds", "years old", "year-olds". */
const afterNumber = (tokens: readonly Token[], from: number, lexicon: Lexicon) => {
  const {years} = grammar(lexicon)
  let last = from
  let ranged = false
  // "13- to 15-year-olds".
  if (tokens[last + 1]?.text === '-' && /^(?:to|and|or)$/u.test(tokens[last + 2]?.word ?? '')) last++
  const joint = tokens[last + 1]
  const upper = joint && /^(?:to|and|or|-|–|\/)$/u.test(joint.word) ? ageNumber(tokens, last + 2, lexicon) : null
  if (upper) {
    ranged = true
    last = upper.last
  }
  const unit = wordAfter(tokens, last + 1)
  if (unit < 0 || !years.has(tokens[unit]?.word ?? '')) return {last, ranged, years: false}
  const old = wordAfter(tokens, unit + 1)
  const isOld = /^olds?$/u.test(tokens[old]?.word ?? '')
  const ofAge = tokens[unit + 1]?.word === 'of' && tokens[unit + 2]?.word === 'age'
  return {last: isOld ? old : ofAge ? unit + 2 : unit, ranged, years: isOld || ofAge}
}

/** "no one under 18", in two words. */
const isSomeOne = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'one' && /^(?:no|any|every|some)$/u.test(tokens[at - 1]?.word ?? '')

/** "under 16", "over 12's", "13 and over" with no word for age: only where no other noun follows and somebody stands
 *  by. */
const bareAge = (
  tokens: readonly Token[],
  at: number,
  last: number,
  compared: {readonly op: Comparison; readonly first: number; readonly last: number},
  lexicon: Lexicon,
): boolean => {
  const {next, people, units, working, levels, years} = grammar(lexicon)
  if (levels.has(tokens[at - 1]?.word ?? '') || levels.has(tokens[compared.first - 1]?.word ?? '')) return false
  const opener = tokens[compared.first]?.word ?? ''
  // "a score above 20 is high".
  if (
    /^(?:scores?|scoring|reading|temperature|rates?|pressure|total|number|count|speed|weight|bmi)$/u.test(
      tokens[compared.first - 1]?.word ?? '',
    )
  )
    return false
  if (compared.first < at && !/^(?:under|over|below|above|up|older|younger|at|no|not)$/u.test(opener)) return false
  const plural =
    /s$/u.test(tokens[at]?.word ?? '') ||
    (/^['’]$/u.test(tokens[last + 1]?.text ?? '') && tokens[last + 2]?.word === 's')
  if (plural && compared.first < at) return true
  const after = tokens[Math.max(compared.last, last) + 1]
  const follows = after?.word ?? ''
  if (units.has(follows) || working.has(follows)) return false
  // "adults over 25 fall outside": a comparison said of somebody needs no word for age.
  const isPerson = (token: Token | undefined): boolean =>
    token !== undefined && people.has(token.word) && opener !== 'at'
  // "two years' experience": what is measured in years is no age.
  if (years.has(tokens[last]?.word ?? '') && isMeasured(tokens, last, lexicon)) return false
  const quiet =
    !after ||
    (after.kind === 'mark' && after.text !== '%' && after.text !== '+') ||
    next.has(follows) ||
    isPerson(tokens[compared.first - 1]) ||
    years.has(follows)
  return quiet && (tokens.some(({word}) => people.has(word)) || isSomeOne(tokens, compared.first - 1))
}
