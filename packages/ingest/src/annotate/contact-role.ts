import {type Clause, clauses, mapClauses, type Procedure} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {grammarOf} from './grammar.ts'

/** A contact with the role whose name it is under; any other clause as it is. The name must be the role's and nothing else but where it is (`Vale
 *  Safeguarding Hub`): an advice line for practitioners, a desk of the police or the health safeguarding lead is somebody else. Only a role of which an
 *  authority has one tells which it is. */
export const withRole = (clause: Clause, lexicon: Lexicon): Clause => {
  if (clause.type !== 'contact') return clause
  const grammar = grammarOf(lexicon)
  const named = words(clause.who.replace(/\s*\(\p{Lu}{2,}\)|\s+(?:is|are)$/gu, ''))
  const [role, ...others] = grammar.roles(named)
  if (!role || others.length > 0 || role.last !== named.length - 1 || !grammar.is('one-office', role.entry))
    return clause
  const at = clause.text.indexOf(clause.who)
  // "At night ring the Emergency Duty Team": the name begins behind the verb.
  const verb = named.findLastIndex(({word}, place) => place < role.first && grammar.is('imperative-verb', word))
  const isElse = named
    .slice(verb + 1, role.first)
    .some(
      ({word, start, end}) =>
        !grammar.is('determiner', word) &&
        !clause.evidence.some((each) => each.of === 'local' && each.start <= start + at && end + at <= each.end),
    )
  return isElse ? clause : {...clause, role: role.entry}
}

/** A procedure whose contacts keep their roles only where a role is one contact's: of two under one role neither is known by it. */
export const withOwnRoles = (root: Procedure): Procedure => {
  const roles = clauses(root).flatMap((clause) => (clause.type === 'contact' && clause.role ? [clause.role] : []))
  const shared = new Set(roles.filter((role, at) => roles.indexOf(role) !== at))
  if (shared.size === 0) return root
  return mapClauses(root, (clause) => {
    if (clause.type !== 'contact' || clause.role === undefined || !shared.has(clause.role)) return clause
    const {role: _role, ...rest} = clause
    return rest
  })
}
