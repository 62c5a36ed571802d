import type {Classifier} from './classifier.ts'

/** Names, numbers and addresses of one place: listed as merge fields, never a misalignment (law 4). Compared between statements that have any. */
export const local: Classifier = {
  class: 'local',
  value: ({local: names}) =>
    names.length === 0
      ? null
      : {
          key: [...names]
            .map((name) => name.toLowerCase())
            .sort()
            .join(' + '),
          label: names.join(', '),
        },
}
