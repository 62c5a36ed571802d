import type {Classifier} from './classifier.ts'
import {rolesValue} from './roles.ts'

/** Who must, should or may act. */
export const actor: Classifier = {
  class: 'actor',
  value: (statement, evidence) => rolesValue('actors', statement, evidence),
}
