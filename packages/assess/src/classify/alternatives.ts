import {force, type Statement} from '../statement.ts'
import {type Classifier, perRow, type Value} from './classifier.ts'

/** How a rule depends on circumstances where nothing but their number can be told: on one of two (`if the child is hurt or if somebody dangerous moves in`)
 *  beside on a single one; or on one, beside a rule that says of itself that it holds in every case. In whatever words, these are two rules. */
export const alternatives: Classifier = {
  class: 'condition',
  value: (statement, {row, statements, lexicon}) =>
    row.kind === 'provision' ? (dependences(statements, lexicon).get(statement.said) ?? null) : null,
}

const dependences = perRow((statements): ReadonlyMap<object, Value> => {
  const found = statements.flatMap((each) => {
    const way = wayOf(each)
    return way === null ? [] : [{each, way}]
  })
  const ways = new Set(found.map(({way}) => way))
  const isTold = ways.has('one') ? ways.size > 1 : ways.has('any') && ways.has('always')
  if (!isTold) return new Map()
  return new Map(
    found.map(({each, way}) => [
      each.said,
      {key: way, label: `“${each.conditions.join('; ') || each.text}”`, isWorded: true},
    ]),
  )
})

type Way = 'one' | 'any' | 'always'

const wayOf = (statement: Statement): Way | null => {
  const {conditions, text, modality} = statement
  if (force(modality) === 0) return null
  const condition = conditions.join(' ')
  if (condition === '') return always.test(text) ? 'always' : null
  if (secondClause.test(condition)) return 'any'
  return joint.test(condition) || always.test(text) ? null : 'one'
}

const always =
  /\b(?:in (?:every|all|any) (?:case|cases|event)(?! (?:of|where|when|in which|that|involving)\b)|at all times|without exception|regardless)\b/iu

/** Words by which a condition may hold more than one circumstance. */
const joint = /\b(?:or|and|any|either|otherwise|whatever|whichever|following|unless|except|save|not)\b/iu

/** A second clause of a condition: another opener, another verb, or another subject, behind `or`. */
const secondClause =
  /\bor (?:if|where|when|has|is|are|have|does|was|cannot)\b|\bor (?:the|an?|someone|somebody|anyone|there|they|another) (?:[\p{L}’'-]+ ){0,6}(?:is|are|has|have|would|may|could|cannot|does|moves?|joins?|refuses?|leaves?|goes|comes|becomes|lives?)\b/iu
