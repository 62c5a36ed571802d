import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {namedTeams} from '../named-teams.ts'
import type {Statement} from '../statement.ts'
import type {Classifier} from './classifier.ts'

/** Names, numbers and addresses of one place: listed as merge fields, never a misalignment (law 4). Compared between statements that have any. */
export const local: Classifier = {
  class: 'local',
  value: (statement, {lexicon}) => {
    const all = [...statement.local, ...formTitles(statement), ...teamNames(statement, lexicon)]
    const names = all.filter((name) => !generic(lexicon).has(name))
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

/** The teams a statement names by ordinary words that are not among its local names already. */
const teamNames = ({clauses, local}: Statement, lexicon: Lexicon): readonly string[] => [
  ...new Set(
    clauses
      .flatMap((clause) => namedTeams(clause, lexicon))
      .filter((team) => !local.some((name) => name.includes(team) || team.includes(name))),
  ),
]

/** The forms a statement names by a title of its own (`Children's Concern Record`) that are not among its local names already. Their words are compared with the rest:
 *  a form of another title may be another form. Source: domain.md b2. */
const formTitles = ({clauses, local}: Statement): readonly string[] => [
  ...new Set(
    clauses
      .flatMap(({forms}) => forms)
      .filter(
        (form) =>
          /^(?!Appendix|Annex)\p{Lu}.*\s\p{L}/u.test(form) &&
          !local.some((name) => name.includes(form) || form.includes(name)),
      ),
  ),
]

/** Acronyms that name no place's own body, though a council may print one as the short form of its name. Source: contract, Conventions. */
const generic = perLexicon(
  ({local}: Lexicon): ReadonlySet<string> => new Set(local.generic.map(({term}) => term)),
  ({local}) => local,
)
