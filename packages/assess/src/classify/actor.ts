import {roleLabel} from '../roles.ts'
import type {Classifier} from './classifier.ts'

/** Who must, should or may act. A side that names nobody (a passive) is no difference; neither are two local names. */
export const actor: Classifier = {
  class: 'actor',
  value: ({actors}, {lexicon}) =>
    actors.length === 0
      ? null
      : {key: [...actors].sort().join(' + '), label: actors.map((each) => roleLabel(each, lexicon)).join(' and ')},
}
