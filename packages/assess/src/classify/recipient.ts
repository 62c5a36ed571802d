import {type Lexicon, words} from '@hedgerow/lexicon'
import {foldedTerms} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, perRow} from './classifier.ts'
import {rolesValue} from './roles.ts'

/** Who is told, sent to or referred to. Whom one side tells is not compared with the body the other refers to: that is another act. */
export const recipient: Classifier = {
  class: 'recipient',
  value: (statement, evidence) =>
    areTwoActs(evidence.statements, evidence.lexicon) ? null : rolesValue('recipients', statement, evidence),
}

/** Telling somebody on one side, referring somebody on the other, and not to the same. */
export const tellingOrReferring: Classifier = {
  class: 'action',
  value: (statement, {statements, lexicon}) => {
    const act = actOf(statement, lexicon)
    return act !== null && areTwoActs(statements, lexicon) ? {key: act, label: statement.text} : null
  },
}

const areTwoActs = perRow((statements: readonly Statement[], lexicon: Lexicon): boolean => {
  const acts = statements.map((each) => actOf(each, lexicon))
  const roles = new Set(statements.map(({recipients}) => [...recipients].sort().join(' ')))
  return acts.includes('refer') && acts.includes('notify') && !acts.includes(null) && roles.size > 1
})

const actOf = ({verbs}: Statement, lexicon: Lexicon): string | null => {
  const [head] = verbs.flatMap((verb) => foldedTerms(lexicon)(words(verb.replaceAll('-', ' '))))
  return verbs.length === 1 && (head === 'refer' || head === 'notify') ? head : null
}
