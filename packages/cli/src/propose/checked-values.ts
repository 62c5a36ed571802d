import {statesOnly, statesTheSame, valueEdits, type WordEdit} from '@hedgerow/assess'
import {type Clause, clauses} from '@hedgerow/ast'
import type {IngestOptions} from '@hedgerow/ingest'
import type {TrackedDocument} from '@hedgerow/office'
import {type ProposedChange, withValues} from '@hedgerow/report'
import type {Corpus, Member} from '../corpus/corpus.ts'
import type {Found} from '../corpus/discover.ts'
import {ingested} from '../document.ts'
import {localNames, localRoles, nameOf} from '../corpus/names.ts'

/** A document that values are to be changed in. */
interface Valued {
  readonly document: Found
  /** As found, and as the Word document that is changed. */
  readonly bytes: Uint8Array
  readonly own: Uint8Array
  readonly changes: readonly ProposedChange[]
  readonly written: (changes: readonly ProposedChange[]) => TrackedDocument
}

/** The changes, with single values put in wherever that is known to be safe: they stand in the words they were read from, and the document read again with every
 *  change accepted states each of them, and nothing else of any clause otherwise. Where that does not hold the change stays what it was. */
export const checkedValues = async (valued: Valued, corpus: Corpus): Promise<readonly ProposedChange[]> => {
  const {document, bytes, own, changes, written} = valued
  if (changes.every(({values}) => values.length === 0)) return changes
  const read = reader(document, corpus)
  const made = {...document, path: document.path.replace(/\.[^.]+$/u, '.docx')}
  const whole = await read(document, bytes)
  const before = own === bytes ? whole : await read(made, own)
  const edits = new Map(changes.flatMap((change) => found(change, whole)))
  for (let round = 0; round < rounds && edits.size > 0; round++) {
    const tried = changes.map((change) => withEdits(change, edits))
    const after = await read(made, written(tried).bytes)
    const wrong = wrongIn(before, after, tried, edits)
    if (wrong.length === 0) return tried
    for (const change of wrong) edits.delete(change.id)
  }
  return changes
}

/** How often changes that do not hold are left out and the rest is tried again. */
const rounds = 3

const reader =
  (document: Found, {lexicon, members, config: {limits}}: Corpus) =>
  async (named: Found, bytes: Uint8Array): Promise<readonly Clause[]> => {
    const member = members.find(({id}) => id === document.authority) as Member
    const options: IngestOptions = {
      lexicon,
      localNames: localNames(member, nameOf(member)),
      localRoles: localRoles(member),
    }
    return clauses((await ingested(named, bytes, options, limits)).procedure)
  }

type Edits = Map<string, readonly WordEdit[]>

/** What would give way in a change's clause, by the change's id. */
const found = (
  change: ProposedChange,
  whole: readonly Clause[],
): readonly (readonly [string, readonly WordEdit[]])[] => {
  if (change.values.length === 0) return []
  const {line, paragraph, page} = change.source
  const same = whole.filter(
    ({text, source}) =>
      text === change.text && source.line === line && source.paragraph === paragraph && source.page === page,
  )
  const [clause] = same
  if (!clause || same.length > 1) return []
  const all = change.values.map((value) => valueEdits(clause, value))
  const edits = all.flatMap((each) => each ?? [])
  return all.includes(null) || edits.length === 0 ? [] : [[change.id, edits.sort((x, y) => x.start - y.start)]]
}

const withEdits = (change: ProposedChange, edits: Edits): ProposedChange => {
  const own = edits.get(change.id)
  return own ? withValues(change, own) : change
}

/** The changes of values that did not come out as wanted; all of them where that cannot be told. */
const wrongIn = (
  before: readonly Clause[],
  after: readonly Clause[],
  tried: readonly ProposedChange[],
  edits: Edits,
): readonly ProposedChange[] => {
  const valued = tried.filter(({id}) => edits.has(id))
  const others = tried.filter((change) => !edits.has(change.id) && change.edits.length > 0)
  if (before.length !== after.length) return valued
  const wrong = new Set<ProposedChange>()
  const seen = new Set<ProposedChange>()
  for (const [at, old] of before.entries()) {
    const now = after[at] as Clause
    const change = valued.find((each) => sameText(each.text, old.text) && sameText(each.proposed ?? '', now.text))
    if (change) {
      seen.add(change)
      if (!statesOnly(old, now, change.values)) wrong.add(change)
    } else if (sameText(old.text, now.text)) {
      if (!statesTheSame(old, now)) return valued
    } else if (!others.some((each) => sameText(each.proposed ?? '', now.text))) return valued
  }
  return valued.filter((each) => wrong.has(each) || !seen.has(each))
}

const sameText = (x: string, y: string): boolean => x.replace(/\s+/gu, ' ').trim() === y.replace(/\s+/gu, ' ').trim()
