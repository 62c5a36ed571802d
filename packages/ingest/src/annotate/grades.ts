import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {FoundThreshold} from './absences.ts'
import {comparisonAround} from './absences.ts'
import {numeral} from './amounts.ts'
import {phrases, wordList, wordSet} from './word-lists.ts'
import {wordAfter} from './tokens-between.ts'

type Grade = Lexicon['triggers']['grades'][number]

const grammar = perLexicon(
  ({triggers, durations}) => ({
    grades: phraseMatcher(
      triggers.grades.flatMap((grade) => grade.terms.map((term) => [term, grade] as const)),
      {exact: true},
    ),
    verbs: phraseMatcher(phrases(wordList(triggers.lists, 'grade_verbs')), {exact: true}),
    nouns: wordSet(triggers.lists, 'grade_nouns'),
    nots: wordSet(triggers.lists, 'grade_nots'),
    levels: wordSet(triggers.lists, 'levels'),
    levelNots: wordSet(triggers.lists, 'level_nots'),
    giving: wordSet(triggers.lists, 'giving'),
    yielding: phraseMatcher(phrases(wordList(triggers.lists, 'yielding')), {exact: true}),
    riskOf: wordSet(triggers.lists, 'risk_of'),
    assigning: phraseMatcher(phrases(wordList(triggers.lists, 'assigning')), {exact: true}),
    modals: wordSet(durations.lists, 'modals'),
  }),
  ({triggers}) => triggers,
)

/** The conditions on a grade in tokens, in order: "assessed as high risk" → = high, "medium or high" → >= medium,
 *  "level 3 or above" → >= 3. Giving a grade ("must be graded high") is an action and no condition; neither is a list
 *  of all the grades there are. */
export const grades = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] =>
  [...named(tokens, lexicon), ...numbered(tokens, lexicon)].sort((a, b) => a.first - b.first)

const named = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] =>
  runs(tokens, grammar(lexicon).grades(tokens)).flatMap((run) => {
    const [head] = run
    const tail = run.at(-1)
    if (!head || !tail || !isGrade(tokens, head, tail, lexicon) || isAssigned(tokens, head.first, lexicon)) return []
    const end = gradeEnd(tokens, tail.last, lexicon)
    if (isGiven(tokens, end, lexicon) || isYielded(tokens, head.first, lexicon) || isOfOther(tokens, end, lexicon))
      return []
    const scheme = lexicon.triggers.grades.filter(({scheme}) => scheme === head.entry.scheme)
    if (run.length > 2) return []
    const ranks = run.map(({entry}) => entry.rank)
    const least = run.find(({entry}) => entry.rank === Math.min(...ranks)) ?? head
    const most = run.find(({entry}) => entry.rank === Math.max(...ranks)) ?? head
    const after = comparisonAround(tokens, head.first, gradeEnd(tokens, tail.last, lexicon), lexicon)
    const top = !scheme.some(({rank, grade}) => rank > most.entry.rank && grade !== 'very-high')
    const single = after?.op === '>=' || after?.op === '<=' ? after.op : '='
    const op = run.length === 1 ? single : top ? '>=' : '<='
    const value = run.length === 1 ? head.entry.grade : (top ? least : most).entry.grade
    return [
      {
        of: 'grade',
        op,
        value,
        unit: null,
        first: head.first,
        last: Math.max(tail.last, op === '=' ? 0 : (after?.last ?? 0)),
      },
    ]
  })

/** Grades of one scheme joined by "or", "and", "/" or a comma are one run. */
const runs = (
  tokens: readonly Token[],
  found: readonly PhraseMatch<Grade>[],
): readonly (readonly PhraseMatch<Grade>[])[] => {
  const grouped: PhraseMatch<Grade>[][] = []
  for (const match of found) {
    const group = grouped.at(-1)
    const previous = group?.at(-1)
    const between = previous ? tokens.slice(previous.last + 1, match.first) : []
    const joined =
      previous?.entry.scheme === match.entry.scheme &&
      between.length <= 3 &&
      between.every(({word, text}) => /^(?:or|and|to|risk|,|\/|-|)$/u.test(word) || text === '-')
    if (group && joined) group.push(match)
    else grouped.push([match])
  }
  return grouped
}

/** A grade word is a grade beside a word that grades: "high risk", "rated red", "risk is medium". */
const isGrade = (
  tokens: readonly Token[],
  head: PhraseMatch<Grade>,
  tail: PhraseMatch<Grade>,
  lexicon: Lexicon,
): boolean => {
  const {nots, nouns, verbs} = grammar(lexicon)
  if (isLabel(tokens, head, tail)) return true
  const next = wordAfter(tokens, tail.last + 1)
  const noun = tokens[next]?.word ?? ''
  if (nots.has(noun)) return false
  if (nouns.has(noun) && head.entry.scheme !== 'stage')
    return !(noun === 'risk' && /^(?:factor|indicator|assessment|behaviour)/u.test(tokens[next + 1]?.word ?? ''))
  const before = tokens.slice(Math.max(0, head.first - 6), head.first)
  const compared = comparisonAround(tokens, head.first, tail.last, lexicon)
  if (compared && compared.last > tail.last) return true
  const verb = verbs(before).at(-1)
  if (!verb || verb.last !== before.length - 1) return false
  const plain = /^(?:is|are|at|as|either)$/u.test(verb.entry)
  const graded = before.some(({word}) => /^(?:risk|grad|assess|rat(?:ed|ing)|classif|categor|level)/u.test(word))
  return plain ? graded : true
}

/** "Green: …", "Red or amber – …": grades that are all of a label. A stage or a standard may head what is no grade. */
const isLabel = (tokens: readonly Token[], head: PhraseMatch<Grade>, tail: PhraseMatch<Grade>): boolean =>
  head.first === 0 &&
  head.entry.scheme !== 'stage' &&
  head.entry.grade !== 'standard' &&
  tokens[tail.last + 1]?.text === ':' &&
  tail.last + 2 < tokens.length

const gradeEnd = (tokens: readonly Token[], last: number, lexicon: Lexicon): number => {
  const next = wordAfter(tokens, last + 1)
  return grammar(lexicon).nouns.has(tokens[next]?.word ?? '') ? next : last
}

/** A modal verb and a verb of giving before the grade: "must be graded as high". */
const isAssigned = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {assigning, modals} = grammar(lexicon)
  const before = tokens.slice(Math.max(0, first - 8), first)
  const verb = assigning(before).at(-1)
  if (!verb) return false
  const since = before.slice(verb.last + 1)
  return (
    before.slice(0, verb.first).some(({word}) => modals.has(word)) &&
    !since.some(({word}) => /^(?:if|where|when|who|that|which|and)$/u.test(word))
  )
}

/** "Seven indicators would suggest a medium grading": what comes of something. */
const isYielded = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const before = tokens.slice(Math.max(0, first - 4), first)
  const end = /^(?:an?|the)$/u.test(before.at(-1)?.word ?? '') ? before.length - 1 : before.length
  return grammar(lexicon)
    .yielding(before.slice(0, end))
    .some(({last}) => last === end - 1)
}

/** "at very high risk of pressure sores": a risk that grades nobody here. */
const isOfOther = (tokens: readonly Token[], end: number, lexicon: Lexicon): boolean =>
  tokens[end]?.word === 'risk' &&
  tokens[end + 1]?.word === 'of' &&
  tokens[end + 2] !== undefined &&
  !grammar(lexicon).riskOf.has(tokens[end + 2]?.word ?? '')

/** "The grade of no apparent risk must not be applied to …": the grade is what is given, and no condition. */
const isGiven = (tokens: readonly Token[], last: number, lexicon: Lexicon): boolean => {
  const {giving, modals} = grammar(lexicon)
  if (!modals.has(tokens[last + 1]?.word ?? '')) return false
  return tokens.slice(last + 2, last + 6).some(({word}) => giving.has(word))
}

/** "band A", "category B": a letter names a grade and does not order it. */
const letter = (tokens: readonly Token[], at: number, lexicon: Lexicon): FoundThreshold | null => {
  const {text = ''} = tokens[at + 1] ?? {}
  const {word = ''} = tokens[at] ?? {}
  if (!/^(?:band|category|grade|tier)$/u.test(word) || !/^[A-G]$/u.test(text)) return null
  if (
    isAssigned(tokens, at, lexicon) ||
    isYielded(tokens, at, lexicon) ||
    grammar(lexicon).levelNots.has(tokens[at + 2]?.word ?? '')
  )
    return null
  return {of: 'grade', op: '=', value: text, unit: null, first: at, last: at + 1}
}

/** "level 3 or above", "tier 4": only numbers order themselves. */
const numbered = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundThreshold[] =>
  tokens.flatMap((token, at) => {
    if (!grammar(lexicon).levels.has(token.word)) return []
    const lettered = letter(tokens, at, lexicon)
    if (lettered) return [lettered]
    const number = numeral(tokens, at + 1, lexicon)
    if (!number || number.article || number.unit || isAssigned(tokens, at, lexicon)) return []
    const joint = tokens[number.last + 1]?.word ?? ''
    const upper = /^(?:or|and|to|\/)$/u.test(joint) ? numeral(tokens, number.last + 2, lexicon) : null
    if (grammar(lexicon).levelNots.has(tokens[(upper?.last ?? number.last) + 1]?.word ?? '')) return []
    const compared = comparisonAround(tokens, at, upper?.last ?? number.last, lexicon)
    const op = compared?.op ?? (upper ? '>=' : '=')
    return [
      {
        of: 'grade',
        op,
        value: number.value,
        unit: null,
        first: compared?.first ?? at,
        last: compared?.last ?? upper?.last ?? number.last,
      },
    ]
  })
