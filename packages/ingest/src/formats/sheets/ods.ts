import type {Limits} from '../../limits.ts'
import {type Message, message} from '../../message.ts'
import {childOf, elementsIn, partsOf, textIn, Unreadable, type XmlElement, xmlOf} from '@hedgerow/office'
import {type CellLook, looksIn, type Looks} from './ods-looks.ts'
import {cellName, type GridCell, type GridSheet, type Run, type Workbook} from './workbook.ts'
import {type Check, checkedCells} from './checks.ts'

/** An .ods as a workbook. The spreadsheet library loses input checks, notes, what is hidden and how values are displayed; its content is plain XML.
 *  `withHidden` reads the cells of hidden rows and columns too. */
export const odsWorkbook = (bytes: Uint8Array, limits: Limits, withHidden = false): Workbook => {
  const parts = partsOf(
    bytes,
    (path) => /^(?:content|styles|meta)\.xml$|^(?:xl|word)\/|^META-INF\/manifest\.xml$/u.test(path),
    limits,
  )
  const content = parts.get('content.xml')
  if (!content) throw notOpenDocument([...parts.keys()])
  refuseLocked(parts.get('META-INF/manifest.xml'), limits)
  const root = xmlOf(content, 'content.xml', limits)
  const body = childOf(childOf(root, 'office:body'), 'office:spreadsheet')
  if (!body)
    throw new Unreadable('it is an OpenDocument file without a spreadsheet', 'give it the extension of its real format')
  const styles = parts.get('styles.xml')
  const looks = looksIn(styles ? [xmlOf(styles, 'styles.xml', limits), root] : [root])
  const messages: Message[] = []
  const note = (ruleId: string, reason: string): void => void messages.push(message(ruleId, reason))
  const read = elementsIn(body, 'table:table').map((table) => sheetOf(table, looks, note, withHidden))
  const checks = checksIn(body)
  const sheets = checkedCells(
    read.map(({sheet}) => sheet),
    read.map(({checked}) => [...checked].flatMap(([name, areas]) => withAreas(checks.get(name), areas))),
    namesIn(body),
    note,
  )
  return {title: titleOf(parts.get('meta.xml'), limits), sheets, messages}
}

const notOpenDocument = (paths: readonly string[]): Unreadable => {
  const other = paths.some((path) => path.startsWith('xl/')) ? '.xlsx' : paths.length > 0 ? '.docx' : null
  return other === null
    ? new Unreadable('it is a zip without a spreadsheet in it', 'save it as .ods from the program it was written with')
    : new Unreadable('it is a file of Microsoft Office under another name', `rename it to ${other}`)
}

const refuseLocked = (manifest: Uint8Array | undefined, limits: Limits): void => {
  if (manifest && textOfBytes(manifest, limits).includes('encryption-data'))
    throw new Unreadable('it is protected by a password', 'take the password off')
}

const textOfBytes = (bytes: Uint8Array, limits: Limits): string =>
  new TextDecoder().decode(bytes.subarray(0, limits.characters))

const titleOf = (meta: Uint8Array | undefined, limits: Limits): string | null => {
  const found = meta ? childOf(childOf(xmlOf(meta, 'meta.xml', limits), 'office:meta'), 'dc:title') : undefined
  return found ? textIn(found).trim() || null : null
}

const withAreas = (check: Omit<Check, 'areas'> | undefined, areas: Check['areas']): readonly Check[] =>
  check ? [{...check, areas}] : []

/** `$Lists.$A$2:.$A$5` as the other formats write it: `'Lists'!$A$2:$A$5`. */
const reference = (address: string): string => {
  const [, quoted, bare, rest = ''] = /^\[?\$?(?:'((?:[^']|'')+)'|([^'.$[\]]+))?\.([^\]]+)\]?$/u.exec(address) ?? []
  const range = rest.replace(/:(?:[^:]*\.)?/u, ':')
  const sheet = quoted ?? bare
  return rest === '' ? address : sheet === undefined ? range : `'${sheet}'!${range}`
}

const namesIn = (body: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    elementsIn(childOf(body, 'table:named-expressions'), 'table:named-range').map(({attributes}) => [
      (attributes['table:name'] ?? '').toLowerCase(),
      reference(attributes['table:cell-range-address'] ?? ''),
    ]),
  )

const checksIn = (body: XmlElement): ReadonlyMap<string, Omit<Check, 'areas'>> =>
  new Map(
    elementsIn(childOf(body, 'table:content-validations'), 'table:content-validation').map((each) => {
      const condition = each.attributes['table:condition'] ?? ''
      const help = childOf(each, 'table:help-message')
      const prompt =
        help?.attributes['table:display'] === 'false'
          ? ''
          : [help?.attributes['table:title'], help && linesIn(help)].filter(Boolean).join(': ')
      return [each.attributes['table:name'] ?? '', {...askedIn(condition), prompt}]
    }),
  )

const askedIn = (condition: string): Pick<Check, 'type' | 'list' | 'reference'> => {
  const within = /cell-content-is-in-list\((.*)\)\s*$/su.exec(condition)?.[1]
  if (within !== undefined) {
    const printed = [...within.matchAll(/"((?:[^"]|"")*)"/gu)].map((each) => (each[1] as string).replaceAll('""', '"'))
    return {type: 'list', list: printed.length > 0 ? printed : null, reference: reference(within)}
  }
  const kind = /cell-content-is-(date|time|whole-number|decimal-number)/u.exec(condition)?.[1] ?? 'custom'
  return {type: kind.replace('-number', ''), list: null, reference: null}
}

type Note = (ruleId: string, reason: string) => void

interface Read {
  readonly sheet: GridSheet
  /** Areas by the name of the check laid over them. */
  readonly checked: ReadonlyMap<string, Check['areas'][number][]>
}

/** Empty rows and columns are stored once with a count; nobody draws more room than this by hand. */
const mostRepeats = {said: 1_000, room: 100, across: 50}

const sheetOf = (table: XmlElement, looks: Looks, note: Note, withHidden: boolean): Read => {
  const name = table.attributes['table:name'] ?? ''
  const hidden = looks.hiddenTables.has(table.attributes['table:style-name'] ?? '')
  const columns = columnsOf(table)
  const cells: GridCell[] = []
  const checked = new Map<string, Check['areas'][number][]>()
  let unseen = 0
  let top = 0
  for (const row of rowsIn(table)) {
    const times = count(row, 'table:number-rows-repeated')
    const off = row.attributes['table:visibility'] !== undefined && row.attributes['table:visibility'] !== 'visible'
    const read = cellsOf(row, looks, columns.styles)
    const said = read.some(({cell}) => cell.text !== '')
    for (let n = 0; n < Math.min(times, said ? mostRepeats.said : mostRepeats.room); n++)
      for (const {cell} of read)
        if (!hidden && !withHidden && (off || columns.hidden.has(cell.column))) unseen += cell.text === '' ? 0 : 1
        else if (cell.text !== '' || cell.room || cell.notes.length > 0) cells.push({...cell, row: top + n})
    for (const {cell, check, times: across} of off ? [] : read)
      if (check !== null)
        checked.set(check, [
          ...(checked.get(check) ?? []),
          {top, left: cell.column, bottom: top + times - 1, right: cell.column + across - 1},
        ])
    top += times
  }
  if (!hidden) tell(name, cells, unseen, note)
  return {sheet: {name, hidden, cells, boxes: []}, checked}
}

const tell = (name: string, cells: readonly GridCell[], unseen: number, note: Note): void => {
  const faults = cells.filter(({text}) => /^(?:#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!)|Err:\d+)/u.test(text))
  const listed = faults.slice(0, 5).map(({row, column, text}) => `${cellName(row, column)} ${text}`)
  if (faults.length > 0)
    note('formula', `Unexpected formulas without a usable result on ${name} (${listed.join(', ')}), expected values`)
  if (unseen > 0)
    note(
      'hidden-cells',
      `Unexpected text in ${unseen} hidden cells on ${name}, left out: unhide what belongs to the procedure`,
    )
}

const count = ({attributes}: XmlElement, name: string): number =>
  Math.max(1, Math.min(Number(attributes[name] ?? 1) || 1, 1_048_576))

const inGroups = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : /^table:table-(?:header-)?(?:rows?|columns?)(?:-group)?s?$/u.test(child.name)
        ? inGroups(child, name)
        : [],
  )

const rowsIn = (table: XmlElement): readonly XmlElement[] => inGroups(table, 'table:table-row')

const columnsOf = (table: XmlElement): {hidden: ReadonlySet<number>; styles: readonly string[]} => {
  const hidden = new Set<number>()
  const styles: string[] = []
  for (const column of inGroups(table, 'table:table-column')) {
    const {'table:visibility': visibility, 'table:default-cell-style-name': style = ''} = column.attributes
    for (let n = Math.min(count(column, 'table:number-columns-repeated'), 16_384 - styles.length); n > 0; n--) {
      if (visibility !== undefined && visibility !== 'visible') hidden.add(styles.length)
      styles.push(style)
    }
  }
  return {hidden, styles}
}

interface ReadCell {
  readonly cell: GridCell
  readonly check: string | null
  readonly times: number
}

const cellsOf = (row: XmlElement, looks: Looks, columns: readonly string[]): readonly ReadCell[] => {
  const found: ReadCell[] = []
  let column = 0
  for (const element of elementsIn(row)) {
    const times = count(element, 'table:number-columns-repeated')
    if (element.name === 'table:table-cell') {
      const {'table:style-name': style = columns[column] ?? '', 'table:content-validation-name': check = null} =
        element.attributes
      const cell = cellOf(element, column, looks.cells(style), looks)
      found.push({cell, check, times})
      if (cell.text !== '' || cell.room)
        for (let n = 1; n < Math.min(times, mostRepeats.across); n++)
          found.push({cell: {...cell, column: column + n}, check: null, times: 1})
    }
    column += times
  }
  return found
}

const cellOf = (element: XmlElement, column: number, look: CellLook, looks: Looks): GridCell => {
  const across = count(element, 'table:number-columns-spanned')
  const down = count(element, 'table:number-rows-spanned')
  const printed = elementsIn(element, 'text:p').flatMap((each, n) => [
    ...(n > 0 ? [{text: '\n', strong: look.strong}] : []),
    ...runsIn(each, look.strong, looks),
  ])
  const displayed = printed
    .map(({text}) => text)
    .join('')
    .trim()
  const text = asDate(displayed, element.attributes['office:date-value'])
  const runs = text === displayed ? printed : [{text, strong: look.strong}]
  const notes = elementsIn(element, 'office:annotation')
    .map(linesIn)
    .filter((each) => each !== '')
  return {
    row: 0,
    column,
    across: Math.min(across, 16_384),
    down,
    text,
    runs,
    strong: text !== '' && runs.every((run) => run.strong || run.text.trim() === ''),
    size: look.size,
    shaded: look.shaded,
    room: text === '' && (look.drawn || across * down > 1),
    asked: null,
    notes,
    line: null,
  }
}

/** A date of figures in the author's order; a date with its month in words stays as displayed. */
const asDate = (displayed: string, value: string | undefined): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(value ?? '') ?? []
  return day !== undefined && /^\d+[/.-]\d+[/.-]\d+/u.test(displayed)
    ? `${day}/${month}/${year}${displayed.replace(/^\S+/u, '')}`
    : displayed
}

const linesIn = (element: XmlElement): string =>
  elementsIn(element, 'text:p')
    .map((each) =>
      runsIn(each, false, null)
        .map(({text}) => text)
        .join(''),
    )
    .join('\n')
    .trim()

const runsIn = (element: XmlElement, strong: boolean, looks: Looks | null): readonly Run[] =>
  element.children.flatMap((child): readonly Run[] => {
    if (typeof child === 'string') return [{text: child.replace(/\s+/gu, ' '), strong}]
    switch (child.name) {
      case 'text:s':
      case 'text:tab':
        return [{text: ' ', strong}]
      case 'text:line-break':
        return [{text: '\n', strong}]
      case 'text:span':
        return runsIn(child, looks?.strongSpans.get(child.attributes['text:style-name'] ?? '') ?? strong, looks)
      case 'office:annotation':
        return []
      default:
        return runsIn(child, strong, looks)
    }
  })
