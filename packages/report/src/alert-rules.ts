import type {Lexicon, Severity} from '@hedgerow/lexicon'
import type {Alert} from './alerts.ts'

/** What an alert's rule means. */
export interface AlertRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly substantive: boolean
  readonly meaning: string
  readonly example: string
  readonly remedy: string
}

/** Changes of a whole provision, which are no difference between authorities and so not in the lexicon. */
const ofTexts: readonly AlertRule[] = [
  {
    id: 'added',
    title: 'Provision added',
    severity: 'warning',
    substantive: true,
    meaning: 'An authority says something that it did not say before.',
    example: 'A chapter now asks the interviewer to have an enhanced disclosure check.',
    remedy:
      'Tell the neighbours, and agree whether all should say it. Accept the change with hedgerow baseline --update.',
  },
  {
    id: 'removed',
    title: 'Provision removed',
    severity: 'warning',
    substantive: true,
    meaning: 'An authority no longer says something that it said before.',
    example: 'The sentence that the interviewer must be independent is gone.',
    remedy: 'Ask whether that was meant. Accept the change with hedgerow baseline --update.',
  },
]

/** The rules that alerts name, in the lexicon's order; one that is known nowhere means what it is called. */
export function alertRules(alerts: readonly Alert[], {differences}: Lexicon): readonly AlertRule[] {
  const used = new Set(alerts.map(({rule}) => rule))
  const known: readonly AlertRule[] = [...differences.map((each) => ({...each, id: each.class as string})), ...ofTexts]
  const strange = [...used].filter((rule) => !known.some(({id}) => id === rule)).sort()
  return [
    ...known.filter(({id}) => used.has(id)),
    ...strange.map((id): AlertRule => {
      const words = id.replaceAll('-', ' ')
      return {id, title: words, severity: 'warning', substantive: false, meaning: words, example: words, remedy: words}
    }),
  ]
}
