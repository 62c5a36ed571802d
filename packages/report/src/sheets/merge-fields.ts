import type {Context} from '../context.ts'
import {localKind, localKindTitles} from '../local-kind.ts'
import {readingsOf} from '../rows.ts'
import {capital} from '../wording.ts'
import {columns, type Sheet, sheet} from './book.ts'

/** One local particular of one authority. */
interface Particular {
  readonly kind: string
  readonly authority: string
  readonly value: string
  /** In how many provisions it stands. */
  uses: number
  readonly topics: Set<string>
  readonly rows: Set<string>
}

function particulars({assessment, lexicon}: Context): readonly Particular[] {
  const found = new Map<string, Particular>()
  for (const topic of assessment.topics)
    for (const row of topic.rows)
      for (const authority of topic.authorities)
        for (const {local} of readingsOf(row, authority))
          for (const value of new Set(local)) {
            const key = `${authority}\n${value}`
            const known = found.get(key) ?? {
              kind: localKind(value, lexicon),
              authority,
              value,
              uses: 0,
              topics: new Set<string>(),
              rows: new Set<string>(),
            }
            known.uses++
            known.topics.add(topic.title)
            known.rows.add(row.id)
            found.set(key, known)
          }
  return [...found.values()]
}

const titleOf = (kind: string): string => localKindTitles[kind] ?? capital(kind.replaceAll('-', ' '))

/** How many rows of the table a cell names before it only counts. */
const namedRows = 5

function rowWords(rows: ReadonlySet<string>): string {
  const all = [...rows]
  const more = all.length - namedRows
  return `${all.slice(0, namedRows).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Every local particular by kind and authority, one a row, with where it stands. */
export function particularsSheet(context: Context): Sheet {
  const order = (a: Particular, b: Particular): number => {
    const [x, y] = [a, b].map(({kind, authority, uses}) => [titleOf(kind), authority, String(1e9 - uses)])
    for (const at of [0, 1, 2]) if (x?.[at] !== y?.[at]) return (x?.[at] ?? '') < (y?.[at] ?? '') ? -1 : 1
    return a.value < b.value ? -1 : 1
  }
  const rows = [...particulars(context)].sort(order)
  return sheet({
    name: 'Local particulars',
    title: 'Local particulars by kind',
    about: [
      'Names, numbers and addresses that are rightly local. The kind is read from the words and may be wrong: a common text needs a person’s eye here.',
    ],
    columns: columns(
      ['Kind', 18],
      ['Authority', 22],
      ['Particular', 50],
      ['Provisions', 12],
      ['Topics', 40],
      ['Rows', 50],
    ),
    rows: rows.map((each) => [
      titleOf(each.kind),
      context.name(each.authority),
      each.value,
      each.uses,
      [...each.topics].join(', '),
      rowWords(each.rows),
    ]),
    frozen: 2,
  })
}

/** Numbers that only tell fields of one proposal apart: `front door 2` is another front door of the same text. */
const fieldName = (name: string): string => name.replace(/ \d+$/, '')

/** The merge fields of the proposed words by authority: what each would print where a common text says «front door». */
export function mergeFieldsSheet({assessment, name}: Context): Sheet {
  const ids = assessment.authorities.map(({id}) => id)
  const found = new Map<
    string,
    {readonly topic: string; readonly field: string; readonly values: Map<string, Set<string>>}
  >()
  for (const {title, opportunities} of assessment.topics)
    for (const {name: full, values} of opportunities.flatMap(({proposal}) => proposal?.fields ?? [])) {
      const key = `${title}\n${fieldName(full)}`
      const known = found.get(key) ?? {topic: title, field: fieldName(full), values: new Map<string, Set<string>>()}
      for (const [id, value] of Object.entries(values))
        known.values.set(id, (known.values.get(id) ?? new Set()).add(value))
      found.set(key, known)
    }
  const all = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  return sheet({
    name: 'Merge fields',
    title: 'Merge fields of the proposed words, by authority',
    about: ['What each authority prints today where the proposed words say «…». – where it prints nothing there.'],
    columns: columns(['Topic', 26], ['Merge field', 26], ...ids.map((id) => [name(id), 30] as const)),
    rows: all.map(({topic, field, values}) => [
      topic,
      `«${field}»`,
      ...ids.map((id) => [...(values.get(id) ?? [])].join('; ') || '–'),
    ]),
    frozen: 2,
  })
}
