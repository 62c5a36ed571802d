import type {Classifier} from './classifier.ts'
import {rolesValue} from './roles.ts'

/** Who is told, sent to or referred to. */
export const recipient: Classifier = {
  class: 'recipient',
  value: (statement, evidence) => rolesValue(({recipients}) => recipients, statement, evidence),
}
