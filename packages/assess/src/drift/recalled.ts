import {
  type Clause,
  contact,
  type Content,
  type Control,
  definition,
  type Edition,
  field,
  procedure,
  type Procedure,
  provision,
  type RowCell,
  type Section,
  source,
} from '@hedgerow/ast'
import type {RowKind} from '@hedgerow/collate'
import type {Severity} from '@hedgerow/lexicon'
import type {DifferenceName, PairScore, Scores, Status, Variant} from '../assessment.ts'
import type {Made, State, StatedAuthority, StatedFile, StatedFinding, StatedStandard, StatedTopic} from './state.ts'

/** A committed record as JSON.parse gives it. */
export interface StateRecord {
  readonly schemaVersion: 1
  readonly made: Made
  readonly region: string | null
  readonly authorities: readonly StatedAuthority[]
  readonly documents: readonly DocumentEntry[]
  readonly topics: readonly TopicEntry[]
}

interface DocumentEntry {
  readonly authority: string
  readonly topic: string
  readonly title: string
  readonly edition: Edition
  readonly unread: readonly string[]
  readonly files: readonly StatedFile[]
  readonly sections: readonly {
    readonly section: Pick<Section, 'title' | 'number' | 'kind' | 'depth'> | null
    readonly provisions: readonly ProvisionEntry[]
  }[]
}

interface ProvisionEntry {
  readonly key: string
  readonly type?: 'definition' | 'contact' | 'field'
  readonly number?: string
  readonly leadIn?: string
  readonly text: string
  readonly term?: string
  readonly who?: string
  readonly item?: string | null
  readonly control?: Control
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly cells?: readonly RowCell[]
}

interface TopicEntry {
  readonly id: string
  readonly title: string
  readonly authorities: readonly string[]
  readonly scores: Omit<Scores, 'pairs'>
  readonly pairs: readonly PairScore[]
  readonly standards: readonly StatedStandard[]
  readonly rows: readonly {
    readonly section: string
    readonly kind: RowKind
    readonly status: Status
    readonly facets: readonly DifferenceName[]
    readonly readings: Readonly<Record<string, readonly string[]>>
  }[]
  readonly findings: readonly {
    readonly class: DifferenceName
    readonly row: string
    readonly fingerprint: string
    readonly severity: Severity
    readonly standard?: string
    readonly variants: readonly Variant[]
    readonly summary: string
  }[]
}

/** A record as a state again. Of its provisions only the words are known: `read` gives a procedure its facts and fingerprints, as of the authority
 *  named. */
export const recalled = (
  record: StateRecord,
  name: string,
  read: (bare: Procedure, authority: StatedAuthority | undefined) => Procedure,
): State => {
  const {made, region, authorities, documents, topics} = record
  const places = new Map(documents.map((each) => [`${each.topic}/${each.authority}`, placesIn(each)]))
  return {
    name,
    made,
    on: null,
    region,
    authorities,
    procedures: documents.map((each) => ({
      procedure: read(
        bareProcedure(each),
        authorities.find(({id}) => id === each.authority),
      ),
      files: each.files,
      ignores: [],
    })),
    topics: topics.map((each) => recalledTopic(each, places)),
    notCompared: [],
  }
}

const placesIn = ({sections}: DocumentEntry): ReadonlyMap<string, number> =>
  new Map(sections.flatMap(({provisions}) => provisions).map(({key}, at) => [key, at]))

/** The tree of a recorded document: sections within the last one of a lesser depth. */
const bareProcedure = ({authority, topic, title, edition, unread, sections, files}: DocumentEntry): Procedure => {
  const path = files.map((each) => each.path).join(' + ')
  const top: Content[] = []
  const open: {readonly depth: number; readonly children: Content[]}[] = [{depth: 0, children: top}]
  for (const {section, provisions} of sections) {
    const depth = section?.depth ?? 1
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const own = provisions.map((each) => bareClause(each, path))
    if (section === null) {
      top.push(...own)
      continue
    }
    open.at(-1)?.children.push({type: 'section', ...section, children: own as Content[]})
    open.push({depth: section.depth, children: own as Content[]})
  }
  return procedure(authority, topic, top, {title, edition, unread})
}

const bareClause = (entry: ProvisionEntry, path: string): Clause => {
  const {type, text, number = null, leadIn = null, cells} = entry
  const given = {number, leadIn, source: source(path), ...(cells ? {cells} : {})}
  if (type === 'definition') return definition(entry.term ?? '', text, given)
  if (type === 'contact') return contact(entry.who ?? '', text, given)
  if (type === undefined) return provision(text, given)
  const {item = null, control = 'unknown', required = false, options = []} = entry
  return field(text, {...given, item, control, required, options})
}

const recalledTopic = (
  {id, title, authorities, scores, pairs, standards, rows, findings}: TopicEntry,
  places: ReadonlyMap<string, ReadonlyMap<string, number>>,
): StatedTopic => {
  const placeOf = (authority: string, key: string): number => places.get(`${id}/${authority}`)?.get(key) ?? -1
  const ownOf = new Map<string, StatedFinding[]>()
  for (const {row, standard = null, ...rest} of findings)
    ownOf.set(row, [...(ownOf.get(row) ?? []), {...rest, standard}])
  return {
    id,
    title,
    authorities,
    scores: {...scores, pairs},
    standards,
    rows: rows.map(({readings, ...row}) => ({
      id: '',
      ...row,
      readings: Object.fromEntries(
        Object.entries(readings).map(([authority, own]) => [authority, own.map((key) => placeOf(authority, key))]),
      ),
      findings: Object.entries(readings).flatMap(([authority, own]) =>
        own.slice(0, 1).flatMap((key) => ownOf.get(`${authority}/${key}`) ?? []),
      ),
    })),
  }
}
