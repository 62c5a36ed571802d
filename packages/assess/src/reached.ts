import type {Clause} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {foldedTerms} from './residue.ts'
import type {Statement} from './statement.ts'

/** Why a row of contacts is unsure: a name that is nothing but local, beside one that says who is reached, or beside another such name, does not tell
 *  whether it is the same (a youth project and a return interview service). Empty where all reach one role, or are called by the same words. */
export const otherContacts = (statements: readonly Statement[], lexicon: Lexicon): readonly string[] => {
  const names = new Set(statements.map(({clauses}) => clauses.map(nameOf).join(' + ')))
  if (names.size === 1) return []
  const found = statements.map((each) => reached(each, lexicon))
  const [first] = found
  return first !== '' && found.every((each) => each === first)
    ? []
    : ['names that do not tell whether the same is reached']
}

const nameOf = (clause: Clause): string => (clause.type === 'contact' ? clause.who.toLowerCase() : '')

/** Whether a role is a provider's: a youth service that holds return interviews is reached about other work as well. */
const isProvider = (role: string, lexicon: Lexicon): boolean =>
  lexicon.roles.some((each) => each.role === role && each.agency === 'provider')

/** Who is reached by a statement's contacts, by role or by the words of the name that are not local; empty where neither tells. */
const reached = ({clauses}: Statement, lexicon: Lexicon): string =>
  clauses
    .map((clause) => {
      if (clause.type !== 'contact') return ''
      if (clause.role !== undefined && !isProvider(clause.role, lexicon)) return `@${clause.role}`
      const at = clause.text.indexOf(clause.who)
      const local = clause.evidence.filter((each) => each.of === 'local' && each.in === 'text')
      const own = words(clause.who).filter(
        ({start, end}) => !local.some((span) => span.start < end + at && start + at < span.end),
      )
      return foldedTerms(lexicon)(own).join(' ')
    })
    .join(' + ')
