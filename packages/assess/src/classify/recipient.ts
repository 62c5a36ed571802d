import {roleLabel} from '../roles.ts'
import type {Classifier} from './classifier.ts'

/** Who is told, sent to or referred to. A side that names nobody is left to the words that remain: they then differ. */
export const recipient: Classifier = {
  class: 'recipient',
  value: ({recipients}, {lexicon}) =>
    recipients.length === 0
      ? null
      : {key: [...recipients].sort().join(' + '), label: recipients.map((each) => roleLabel(each, lexicon)).join(' and ')},
}
