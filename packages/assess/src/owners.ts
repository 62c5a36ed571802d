import type {Token} from '@hedgerow/lexicon'

/** Those that say nothing but which: `each report of the school` is no report of each school. */
const determiners = new Set(['the', 'a', 'an', 'this', 'their', 'his', 'her'])
const quantifiers = new Set([
  'any',
  'each',
  'every',
  'all',
  'no',
  'some',
  'both',
  'either',
  'neither',
  'such',
  'that',
  'these',
  'those',
])
const bounding = new Set(
  'and or but nor for by from with within without before after during until if where when unless must shall should will may can not about into under between as than'.split(
    ' ',
  ),
)
const amounts = new Set(
  'all most some part number rest end majority none both either one each lack start beginning day time date'.split(' '),
)

/** Words behind `and` that join another phrase, and no second owner. */
const goesOn = new Set('to for by with from in at on within before after must should shall may will'.split(' '))

/** Tokens with whose a thing is before it: `the views of the child` are `the child's views`. Only where the words stand side by side, of one noun beside
 *  another with nothing joined to either; a part, number or time of something is no thing of its own. `idle` words are no nouns. */
export const ownersFirst = (given: readonly Token[], idle: ReadonlySet<string>): readonly Token[] => {
  const found: Token[] = []
  for (let at = 0; at < given.length; at++) {
    const owner = ownerAt(given, at, idle)
    if (owner === null) found.push(given[at] as Token)
    else {
      found.push(given[owner] as Token, given[at] as Token)
      at = owner
    }
  }
  return found
}

/** The place of the owner of the noun at a place; null where it has none that can be told. */
const ownerAt = (given: readonly Token[], at: number, idle: ReadonlySet<string>): number | null => {
  if (given[at + 1]?.word !== 'of') return null
  const isNoun = (token: Token | undefined): boolean =>
    token !== undefined &&
    token.kind === 'word' &&
    ![idle, bounding, determiners, quantifiers].some((words) => words.has(token.word))
  const [before, thing] = [given[at - 1], given[at]]
  const owner = determiners.has(given[at + 2]?.word ?? '') ? at + 3 : at + 2
  const next = given[owner + 1]
  const isLed = before === undefined || !isBeside(before, thing) || (!isNoun(before) && !quantifiers.has(before.word))
  if (!isLed || !isNoun(thing) || !isNoun(given[owner])) return null
  if (amounts.has(thing?.word ?? '') || /(?:ed|ing)$/u.test(thing?.word ?? '')) return null
  if (!given.slice(at + 1, owner + 1).every((token, place) => isBeside(given[at + place], token))) return null
  if (/(?:'s|s')$/u.test(given[owner]?.word ?? '')) return null
  if (next === undefined) return owner
  // A comma may go on with a list: `the friends of the child, the carer and the school`.
  if (!isBeside(given[owner], next)) return next.start - (given[owner] as Token).end === 2 ? null : owner
  const isJoined = /^(?:and|or)$/u.test(next.word) && !goesOn.has(given[owner + 2]?.word ?? '')
  return isNoun(next) || next.word === 'of' || isJoined ? null : owner
}

const isBeside = (x: Token | undefined, y: Token | undefined): boolean =>
  x !== undefined && y !== undefined && y.start - x.end >= 0 && y.start - x.end <= 1
