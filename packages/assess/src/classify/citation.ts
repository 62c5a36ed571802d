import type {Citation} from '@hedgerow/ast'
import type {Classifier} from './classifier.ts'

/** A work as compared: its year tells editions apart, but where the name itself holds a year or a code there is one edition only. */
const edition = ({id, year}: Citation): string => {
  const named = /(?:^|-)(?:(?<own>(?:19|20)\d\d)|[a-z]{2}\d+)$/u.exec(id)
  return named ? `${id} ${named.groups?.['own'] ?? ''}` : `${id} ${year ?? ''}`
}

/** Statutes and guidance relied on, with their years. A side that cites nothing is no difference. */
export const citation: Classifier = {
  class: 'citation',
  value: ({citations}) =>
    citations.length === 0
      ? null
      : {
          key: [...new Set(citations.map(edition))].sort().join(' + '),
          label: [
            ...new Set(
              citations.map(({title, year}) => (year && !title.includes(String(year)) ? `${title} (${year})` : title)),
            ),
          ].join(', '),
        },
}
