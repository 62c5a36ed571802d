import {type Clause, type Content, type Facts, mapClauses, noFacts, type Procedure, provision} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token, tokens} from '@hedgerow/lexicon'
import {action} from './action.ts'
import {actors} from './actors.ts'
import type {Annotator} from './annotator.ts'
import {citations} from './citations.ts'
import {condition} from './condition.ts'
import {withOwnRoles, withRole} from './contact-role.ts'
import {configuredIn} from './configured-names.ts'
import {spokenTokens} from './contractions.ts'
import {deadlines} from './deadlines.ts'
import {forms} from './forms.ts'
import {local} from './local.ts'
import {type LocalRoles, localised} from './local-roles.ts'
import {modality} from './modality.ts'
import {recipients} from './recipients.ts'
import {threshold} from './threshold.ts'
import {trigger} from './trigger.ts'

/** Every annotator, in the order they run: later ones see what earlier ones found. A new fact is a file beside this one and a name here. */
const annotators: readonly Annotator[] = [
  local,
  citations,
  modality,
  actors,
  recipients,
  action,
  deadlines,
  trigger,
  threshold,
  condition,
  forms,
]

/** The procedure with every clause's facts read. */
export const annotated = (
  procedure: Procedure,
  common: Lexicon,
  localNames: readonly string[] = [],
  localRoles: LocalRoles = {},
): Procedure => {
  const lexicon = localised(common, localRoles)
  const leadIns = new Map<string, readonly Token[]>()
  const leadInTokens = (leadIn: string | null): readonly Token[] => {
    if (leadIn === null) return []
    const known = leadIns.get(leadIn) ?? spokenTokens(leadIn)
    leadIns.set(leadIn, known)
    return known
  }
  const annotatedClauses = mapClauses(procedure, (clause, sections) =>
    withRole(
      facts(clause, {
        lexicon,
        localNames,
        sections,
        tokens: spokenTokens(clause.text),
        leadInTokens: leadInTokens(clause.leadIn),
      }),
      lexicon,
    ),
  )
  const known = withOwnRoles(annotatedClauses)
  return {...known, children: known.children.map((content) => cited(content, lexicon))}
}

/** Notices have no clauses to carry what they cite, so they carry it themselves. */
const cited = (content: Content, lexicon: Lexicon): Content => {
  if (content.type === 'notice') {
    const context = {lexicon, localNames: [], sections: [], tokens: tokens(content.text), leadInTokens: []}
    return {...content, citations: citations(provision(content.text), context).citations ?? []}
  }
  return content.type === 'section'
    ? {...content, children: content.children.map((child) => cited(child, lexicon))}
    : content
}

/** A clause with its facts. The same sentence in the same surroundings is read once: councils descended from one template share most of their words. */
const facts = (clause: Clause, context: Context): Clause => {
  if (clause.evidence.length > 0) return read(clause, context)
  const known = readings(context.lexicon)
  const key = keyOf(clause, context)
  const found = known.get(key) ?? factsOf(read(clause, context))
  if (known.size >= mostReadings) known.clear()
  known.set(key, found)
  return {...clause, ...found}
}

type Context = Parameters<Annotator>[1]

// One copy that the facts are put into, and not one for each annotator: a clause has thirty fields.
const read = (clause: Clause, context: Context): Clause => {
  const known = {...clause}
  for (const annotator of annotators) {
    const {evidence = [], ...found} = annotator(known, context)
    Object.assign(known, found, {evidence: [...known.evidence, ...evidence]})
  }
  return known
}

/** How many sentences are remembered with their facts. */
const mostReadings = 20_000

const readings = perLexicon(() => new Map<string, Facts>())

/** Everything the annotators look at: the clause's words and cells, its section's title, and where the authority's own names stand in it. */
const keyOf = ({type, text, leadIn, cells}: Clause, {sections, localNames, tokens: own}: Context): string => {
  const named = configuredIn(own, localNames).map(({first, last}) => [first, last])
  return JSON.stringify([type, text, leadIn, cells ?? null, sections.at(-1)?.title ?? null, named])
}

const factsOf = (clause: Clause): Facts =>
  Object.fromEntries(Object.keys(noFacts).map((name) => [name, clause[name as keyof Facts]])) as unknown as Facts
