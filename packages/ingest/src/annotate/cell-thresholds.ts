import type {Comparison, RowCell} from '@hedgerow/ast'
import {type Lexicon, perLexicon, phraseMatcher, type Token} from '@hedgerow/lexicon'
import {comparisonAround, type FoundThreshold} from './absences.ts'
import {amounts, numeral} from './amounts.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({triggers}) => ({
    grades: phraseMatcher(
      triggers.grades.flatMap((grade) => grade.terms.map((term) => [term, grade.grade] as const)),
      {exact: true},
    ),
    nouns: wordSet(triggers.lists, 'grade_nouns'),
    gradeHeads: wordSet(triggers.lists, 'grade_heads'),
    lengthHeads: wordSet(triggers.lists, 'length_heads'),
    ageHeads: wordSet(triggers.lists, 'age_heads'),
  }),
  ({triggers}) => triggers,
)

/** The condition a row's cell states under a header that says of what: "Amber" under Grade, "Over 48 hours" under Length of episode, "Under 13" under
 *  Age. Null where no cell is wholly such a value. */
export const cellThreshold = (
  tokens: readonly Token[],
  cells: readonly RowCell[],
  lexicon: Lexicon,
): FoundThreshold | null => {
  const {gradeHeads, lengthHeads, ageHeads} = grammar(lexicon)
  for (const {head, start, end} of cells) {
    const places = tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []))
    const [first, last] = [places[0], places.at(-1)]
    if (first === undefined || last === undefined || places.length > 8) continue
    const name = head.toLowerCase().trim()
    const found = gradeHeads.has(name)
      ? gradeIn(tokens, first, last, lexicon)
      : lengthHeads.has(name)
        ? lengthIn(tokens, first, last, lexicon)
        : ageHeads.has(name)
          ? ageIn(tokens, first, last, lexicon)
          : null
    if (found) return found
  }
  return null
}

const gradeIn = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): FoundThreshold | null => {
  const {grades, nouns} = grammar(lexicon)
  const [grade] = grades(tokens.slice(first, last + 1))
  const rest = tokens.slice(first + (grade?.last ?? 0) + 1, last + 1)
  if (!grade || grade.first > 0 || !rest.every(({word}) => nouns.has(word))) return null
  return {of: 'grade', op: '=', value: grade.entry, unit: null, first, last}
}

const lengthIn = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): FoundThreshold | null => {
  const amount = amounts(tokens, lexicon).find((each) => each.first >= first && each.last <= last)
  const compared = amount ? within(comparisonAround(tokens, amount.first, amount.last, lexicon), first, last) : null
  return amount && compared
    ? {of: 'hours-missing', op: compared, value: amount.value, unit: amount.unit, first, last}
    : null
}

const ageIn = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): FoundThreshold | null => {
  const at = tokens.findIndex((_, place) => place >= first && place <= last && numeral(tokens, place, lexicon) !== null)
  const number = at < 0 ? null : numeral(tokens, at, lexicon)
  if (!number || number.value > 25 || number.article) return null
  const op: Comparison | null = within(comparisonAround(tokens, at, number.last, lexicon), first, last)
  const ranged = at + 2 <= last && numeral(tokens, at + 2, lexicon) !== null
  return {of: 'age', op: op ?? (ranged ? '>=' : '='), value: number.value, unit: 'year', first, last}
}

/** The comparison, where its words stand in the cell. */
const within = (
  compared: {readonly op: Comparison; readonly first: number; readonly last: number} | null,
  first: number,
  last: number,
): Comparison | null => (compared && compared.first >= first && compared.last <= last ? compared.op : null)
