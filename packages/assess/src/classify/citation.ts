import type {Classifier} from './classifier.ts'

/** Statutes and guidance relied on, with their years. A side that cites nothing is no difference. */
export const citation: Classifier = {
  class: 'citation',
  value: ({citations}) =>
    citations.length === 0
      ? null
      : {
          key: [...new Set(citations.map(({id, year}) => `${id} ${year ?? ''}`))].sort().join(' + '),
          label: [
            ...new Set(
              citations.map(({title, year}) => (year && !title.includes(String(year)) ? `${title} (${year})` : title)),
            ),
          ].join(', '),
        },
}
