import {createHash} from 'node:crypto'
import type {Clause, FactName} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import type {DifferenceName, Variant} from './assessment.ts'
import type {Statement} from './statement.ts'

/** 16 hex digits of the parts given. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)

const factOf: Readonly<Partial<Record<DifferenceName, FactName>>> = {
  deadline: 'deadlines',
  trigger: 'trigger',
  threshold: 'threshold',
  modality: 'modality',
  actor: 'actors',
  recipient: 'recipients',
  condition: 'condition',
  action: 'action',
  citation: 'citations',
}

/** A clause's words without those that state the value of a class, and without local particulars: what stays when only the value changes. */
const withoutValue = (clause: Clause, name: DifferenceName): string => {
  const fact = factOf[name]
  const taken = clause.evidence.filter((each) => each.in === 'text' && (each.of === fact || each.of === 'local'))
  return words(clause.text)
    .filter(({start, end}) => !taken.some((span) => span.start < end && start < span.end))
    .map(({word}) => word)
    .join(' ')
}

/** What lasts of a finding: its class, topic, the provisions without the value's wording, and the values. Holds no line, number or order. */
export const findingFingerprint = (
  name: DifferenceName,
  topic: string,
  statements: readonly Statement[],
  variants: readonly Variant[],
): string => {
  const provisions = statements.map(
    ({authority, clauses}) => `${authority}: ${clauses.map((clause) => withoutValue(clause, name)).join(' / ')}`,
  )
  const values = variants.map(({value, authorities}) => `${[...authorities].sort().join('+')}=${value}`)
  return digest(name, topic, ...[...provisions].sort(), ...[...values].sort())
}
