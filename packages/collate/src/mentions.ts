import {
  type Content,
  type Definition,
  isClause,
  meaningStart,
  type NoticeKind,
  placeOf,
  type Procedure,
} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {RowKind} from './collation.ts'
import type {Profile, Profiles} from './profile.ts'

/** Words of a document that stand in no row a given clause could stand in: a heading, a choice of a field, a box, the head of a table, a clause of
 *  another kind. Who says them is not without what they say, though no row holds it. */
export interface Mention {
  readonly procedure: number
  /** Of a clause its kind and index; null for what is no clause. */
  readonly kind: RowKind | null
  readonly index: number | null
  /** How and where they stand, and the words, to be read after a name: `has the same words as a heading: “Case name”`. */
  readonly told: string
  readonly terms: ReadonlySet<number>
}

/** A mention with Dice's coefficient of its terms and a clause's, in (0, 1]. */
export interface Mentioned extends Mention {
  readonly likeness: number
}

/** For a clause and the procedures that hold nothing in its row: which of them has its words elsewhere all the same, and where; of each the likest. */
export const mentionLookup = (
  procedures: readonly Procedure[],
  known: Profiles,
  {modality}: Lexicon,
): ((clause: Profile, lacking: ReadonlySet<number>) => readonly Mentioned[]) => {
  const shelves = new Map<RowKind | null, Shelf>()
  // A heading, a label or a choice has no `must`.
  const force = new Set(known.termsOf(modality.flatMap(({marker}) => (marker.includes(' ') ? [] : [marker])).join(' ')))
  const mentionsIn = reading(known)
  procedures.forEach((procedure, at) => {
    for (const mention of mentionsIn(procedure, at)) shelve(mention, shelves)
  })
  return ({bag, kind}, lacking) => {
    const terms = bag.terms.filter((term) => !force.has(term))
    const found = new Map<number, Mentioned>()
    for (const [other, shelf] of shelves)
      if (other !== kind)
        for (const mention of candidatesOn(shelf, terms, other === null)) {
          if (!lacking.has(mention.procedure)) continue
          const likeness = likenessOf(mention, terms)
          if (likeness > (found.get(mention.procedure)?.likeness ?? 0))
            found.set(mention.procedure, {...mention, likeness})
        }
    return [...found.values()].sort((a, b) => a.procedure - b.procedure)
  }
}

/** Who has a term, term by term. */
type Shelf = Map<number, Mention[]>

const shelve = (mention: Mention, shelves: Map<RowKind | null, Shelf>): void => {
  let shelf = shelves.get(mention.kind)
  if (!shelf) shelves.set(mention.kind, (shelf = new Map()))
  for (const term of mention.terms) {
    const known = shelf.get(term)
    if (known) known.push(mention)
    else shelf.set(term, [mention])
  }
}

/** Everything that has the rarest term of a clause or, of clauses, one of its rarer terms: what shares enough with it has one of those. */
function* candidatesOn(shelf: Shelf, terms: Int32Array, isWhole: boolean): Generator<Mention> {
  const lists = [...terms].map((term) => shelf.get(term) ?? []).sort((x, y) => x.length - y.length)
  const needed = isWhole ? terms.length : Math.ceil((terms.length * likeEnough) / (2 - likeEnough))
  for (const list of lists.slice(0, terms.length - needed + 1)) yield* list
}

/** Dice's coefficient of the terms of clauses of two kinds, from which on the one may be the other. */
const likeEnough = 0.6
const fewestShared = 3

/** How alike the two are, or 0 where one says nothing of the other: everything must be in what is mentioned, a lone word alone, a few words among few
 *  others; or two clauses share most of what both say. */
const likenessOf = ({terms: said, kind}: Mention, terms: Int32Array): number => {
  const shared = terms.reduce((count, term) => count + (said.has(term) ? 1 : 0), 0)
  const likeness = (2 * shared) / (said.size + terms.length)
  const isWithin = shared === terms.length && said.size <= (widest[terms.length] ?? Number.POSITIVE_INFINITY)
  return isWithin || (kind !== null && shared >= fewestShared && likeness >= likeEnough) ? likeness : 0
}

const widest: readonly number[] = [0, 1, 6, 12]

/** Boxes that say where the document came from or repeat its headings. */
const aboutItself: ReadonlySet<NoticeKind> = new Set(['contents', 'version-control', 'amendment'])

const words = {kind: null, index: null}

/** Finds what a procedure mentions. The terms of a text are worked out once: what descends from one template has the same headings. */
const reading = ({clauses, termsOf}: Profiles): ((root: Procedure, procedure: number) => readonly Mention[]) => {
  const indexes = new Map<Content, number>(clauses.map(({clause, index}) => [clause, index]))
  const known = new Map<string, ReadonlySet<number>>()
  const termsIn = (text: string): ReadonlySet<number> => {
    const found = known.get(text) ?? new Set(termsOf(text))
    known.set(text, found)
    return found
  }
  return (root, procedure) => mentionsIn(root, procedure, indexes, termsIn)
}

const mentionsIn = (
  root: Procedure,
  procedure: number,
  indexes: ReadonlyMap<Content, number>,
  termsIn: (text: string) => ReadonlySet<number>,
): readonly Mention[] => {
  const found: Mention[] = []
  const note = (text: string | null, how: string, {kind, index}: Pick<Mention, 'kind' | 'index'> = words): void => {
    const terms = termsIn(text ?? '')
    const told = `${kind === null ? 'has the same words' : 'may say this'} ${how}: “${text}”`
    if (terms.size > 0) found.push({procedure, kind, index, told, terms})
  }
  const visit = (node: Content): void => {
    if (isClause(node)) {
      const at = ` (${placeOf(node.source)})`
      note(node.type === 'definition' ? defined(node) : node.text, asA[node.type] + at, {
        kind: node.type,
        index: indexes.get(node) ?? null,
      })
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

const defined = (node: Definition): string => (meaningStart(node) > 0 ? node.text : `${node.term}: ${node.text}`)

const asA: Readonly<Record<RowKind, string>> = {
  provision: 'as a provision',
  definition: 'as a definition',
  field: 'as a field of a form',
  contact: 'as a contact',
}
