import {type Block, type Phrase, table} from './nodes.ts'

type Cell = string | readonly Phrase[]

/** A line of a table that tells something of every authority: its name, what is told of it as a whole, and a cell for each authority in their order. */
export interface Line {
  readonly title: Cell
  readonly whole?: readonly Cell[]
  readonly cells: readonly Cell[]
}

/** What is told of authorities: a caption, what its lines are (`Section`) and what is told of each as a whole, and the lines. */
export interface Told {
  readonly caption: string
  readonly heads: readonly [what: string, ...whole: string[]]
  readonly lines: readonly Line[]
}

/** Up to so many authorities have a column each: what a page on its side has room for. */
const mostColumns = 12

/** Up to so many lines are columns of one table that is turned round. */
const mostTurned = 8

/** Lines as a table with a column for each authority; of more than fit on a page turned round, a row for each authority, the lines parted over as many tables
 *  as they need. Empty without lines. */
export function byAuthority({caption, heads, lines}: Told, names: readonly string[]): readonly Block[] {
  if (lines.length === 0) return []
  if (names.length <= mostColumns) {
    const rows = lines.map(({title, whole = [], cells}) => [title, ...whole, ...cells])
    return [table(caption, [...heads, ...names], rows)]
  }
  const wholes = lines.map(({title, whole = []}) => [title, ...whole])
  const above = heads.length === 1 ? [] : [table(`${caption}: as a whole`, heads, wholes)]
  return [...above, ...turned(caption, lines, names)]
}

function turned(caption: string, lines: readonly Line[], names: readonly string[]): readonly Block[] {
  const count = Math.ceil(lines.length / mostTurned)
  const size = Math.ceil(lines.length / count)
  return Array.from({length: count}, (_, at) => {
    const own = lines.slice(at * size, (at + 1) * size)
    const part = count === 1 ? '' : ` (part ${at + 1} of ${count})`
    const rows = names.map((name, n) => [name, ...own.map(({cells}) => cells[n] ?? '–')])
    return table(`${caption}${part}`, ['Authority', ...own.map(({title}) => plain(title))], rows)
  })
}

/** The head of a column is plain text. */
function plain(title: Cell): string {
  if (typeof title === 'string') return title
  return title.map((each) => (each.type === 'standing' ? each.note : each.value)).join('')
}
