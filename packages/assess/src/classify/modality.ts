import type {Modality} from '@hedgerow/ast'
import {force} from '../statement.ts'
import type {Classifier} from './classifier.ts'

const labels: Readonly<Record<Modality, string>> = {
  obligation: 'must',
  prohibition: 'must not',
  recommendation: 'should',
  permission: 'may',
}

/** The force of the provision; a statement of fact beside a duty differs too. Definitions, fields and contacts have none. */
export const modality: Classifier = {
  class: 'modality',
  value: ({modality: own}, {row}) =>
    row.kind === 'provision' ? {key: own ?? '', label: own ? labels[own] : 'states a fact', rank: force(own)} : null,
}
