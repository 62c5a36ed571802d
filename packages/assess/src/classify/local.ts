import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {Classifier} from './classifier.ts'

/** Names, numbers and addresses of one place: listed as merge fields, never a misalignment (law 4). Compared between statements that have any. */
export const local: Classifier = {
  class: 'local',
  value: ({local}, {lexicon}) => {
    const names = local.filter((name) => !generic(lexicon).has(name))
    return names.length === 0
      ? null
      : {
          key: [...names]
            .map((name) => name.toLowerCase())
            .sort()
            .join(' + '),
          label: names.join(', '),
        }
  },
}

/** Acronyms that name no place's own body, though a council may print one as the short form of its name. Source: contract, Conventions. */
const generic = perLexicon(
  ({local}: Lexicon): ReadonlySet<string> => new Set(local.generic.map(({term}) => term)),
  ({local}) => local,
)
