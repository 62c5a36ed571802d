import {words} from '@hedgerow/lexicon'
import {foldedTerms} from '../residue.ts'
import type {Classifier} from './classifier.ts'

/** What is to be done: the head verb, equivalents folded. Compared only between statements that bind. */
export const action: Classifier = {
  class: 'action',
  value: ({verbs, modality}, {lexicon, row}) => {
    if (row.kind !== 'provision' || modality === null || verbs.length === 0) return null
    const terms = [...new Set(verbs.flatMap((verb) => foldedTerms(lexicon)(words(verb.replaceAll('-', ' ')))))].sort()
    return terms.length === 0 ? null : {key: terms.join(' + '), label: verbs.join(', ')}
  },
}
