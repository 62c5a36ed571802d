import {type Content, isClause, type NoticeKind, placeOf, type Procedure} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {RowKind} from './collation.ts'
import type {Profile, Profiles} from './profile.ts'

/** Words of a document that stand in no row a given clause could stand in: a heading, a choice of a field, a box, the head of a table, a clause of
 *  another kind. Who says them is not without what they say, though no row holds it. */
interface Mention {
  readonly procedure: number
  /** Of a clause its kind; null for what is no clause. */
  readonly kind: RowKind | null
  /** How and where they stand, and the words: `as a heading: “Case name”`. */
  readonly told: string
  readonly terms: ReadonlySet<number>
}

/** For a clause and the procedures that hold nothing in its row: which of them has its words elsewhere all the same, and where. */
export const mentionLookup = (
  procedures: readonly Procedure[],
  known: Profiles,
  {modality}: Lexicon,
): ((clause: Profile, lacking: ReadonlySet<number>) => ReadonlyMap<number, string>) => {
  const holders = new Map<number, Mention[]>()
  // A heading, a label or a choice has no `must`.
  const force = new Set(known.termsOf(modality.flatMap(({marker}) => (marker.includes(' ') ? [] : [marker])).join(' ')))
  procedures.forEach((procedure, at) => {
    for (const mention of mentionsIn(procedure, at, known))
      for (const term of mention.terms) noted(holders, term, mention)
  })
  return ({bag, kind}, lacking) => {
    const terms = bag.terms.filter((term) => !force.has(term))
    const found = new Map<number, string>()
    const rarest = [...terms].map((term) => holders.get(term) ?? []).sort((a, b) => a.length - b.length)[0] ?? []
    for (const mention of rarest)
      if (
        lacking.has(mention.procedure) &&
        !found.has(mention.procedure) &&
        mention.kind !== kind &&
        holds(mention, terms)
      )
        found.set(mention.procedure, mention.told)
    return found
  }
}

const noted = (holders: Map<number, Mention[]>, term: number, mention: Mention): void => {
  const known = holders.get(term)
  if (known) known.push(mention)
  else holders.set(term, [mention])
}

/** A lone word is said where nothing else is; a few words where few others are; a sentence's anywhere. */
const holds = ({terms: said}: Mention, terms: Int32Array): boolean =>
  terms.length > 0 &&
  said.size <= (terms.length < fewTerms ? (widest[terms.length] as number) : Number.POSITIVE_INFINITY) &&
  terms.every((term) => said.has(term))

const widest: readonly number[] = [0, 1, 6, 12]
const fewTerms = widest.length

/** Boxes that say where the document came from or repeat its headings. */
const aboutItself: ReadonlySet<NoticeKind> = new Set(['contents', 'version-control', 'amendment'])

const mentionsIn = (root: Procedure, procedure: number, {termsOf}: Profiles): readonly Mention[] => {
  const found: Mention[] = []
  const note = (text: string | null, how: string, kind: RowKind | null = null): void => {
    const terms = new Set(termsOf(text ?? ''))
    if (text !== null && terms.size > 0) found.push({procedure, kind, told: `${how}: “${text}”`, terms})
  }
  const visit = (node: Content): void => {
    if (isClause(node)) {
      const at = ` (${placeOf(node.source)})`
      note(node.type === 'definition' ? `${node.term} ${node.text}` : node.text, asA[node.type] + at, node.type)
      if (node.type === 'field') for (const option of node.options) note(option, `as a choice of “${node.text}”${at}`)
      return
    }
    switch (node.type) {
      case 'section':
        note(node.title, 'as a heading')
        break
      case 'table':
        for (const head of node.head) note(head, 'at the head of a table')
        break
      case 'list':
        note(node.leadIn, 'over a list')
        break
      case 'notice':
        if (!aboutItself.has(node.kind)) for (const line of node.text.split('\n')) note(line, 'in a box')
        break
      case 'form':
        break
    }
    for (const child of node.children) visit(child)
  }
  for (const child of root.children) visit(child)
  return found
}

const asA: Readonly<Record<RowKind, string>> = {
  provision: 'as a provision',
  definition: 'as a definition',
  field: 'as a field of a form',
  contact: 'as a contact',
}
