import {isDeepStrictEqual} from 'node:util'
import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type ParsedNode,
  visit,
  type YAMLSeq,
} from 'yaml'
import {isAboutSame, type Judgement, type JudgementFile, judgementsIn, said} from './judgement.ts'

/** Where the entries of a text stand: each from the start of its line to the end of its last. */
interface Place {
  readonly start: number
  readonly end: number
}

const headers: Readonly<Record<JudgementFile, string>> = {
  pins: '# Provisions that are the same, or are not, whatever the tool would say.\n# Hedgerow reads this file and the explorer writes to it; edit it by hand as you like.\n',
  agreed:
    '# Differences that are agreed to stay until their review.\n# Hedgerow reads this file and the explorer writes to it; edit it by hand as you like.\n',
  decisions:
    '# What was decided about steps.\n# Hedgerow reads this file and the explorer writes to it; edit it by hand as you like.\n',
}

/** A text of YAML with a judgement put in: in the place of the entry about the same thing, else at the end. Everything else stays as it is, byte for byte;
 *  in an entry that is replaced its comments stay. Works on an empty text. Throws a UsageError for a text that is no file of judgements. */
export const withJudgement = (text: string, judgement: Judgement): string => {
  const at = placeOf(text, judgement)
  const places = placesIn(text)
  if (places === null) return rewritten(text, judgement, at)
  const place = at < 0 ? undefined : places[at]
  if (place === undefined) return appended(text, blockOf(judgement, places, text))
  const old = text.slice(place.start, place.end)
  return `${text.slice(0, place.start)}${replaced(old, judgement, text)}${text.slice(place.end)}`
}

/** The text with the entry about the same thing as a judgement taken out; the same text where there is none. */
export const withoutJudgement = (text: string, judgement: Judgement): string => {
  const at = placeOf(text, judgement)
  if (at < 0) return text
  const place = placesIn(text)?.[at]
  if (place === undefined) return rewritten(text, null, at)
  const [before, after] = [text.slice(0, place.start), text.slice(place.end)]
  const isLast = after === '' && !/\n$/u.test(text)
  const left = `${isLast ? before.replace(/\r?\n$/u, '') : before}${after}`
  return plainEnds(left) === headers[judgement.file] ? '' : left
}

/** The entry of a text about the same thing as a judgement, with its lines; null where there is none. */
export const judgementLike = (text: string, judgement: Judgement): Judgement | null => {
  const at = placeOf(text, judgement)
  const found = judgementsIn(text, judgement.file)[at]
  const place = placesIn(text)?.[at]
  if (found === undefined) return null
  return place === undefined ? found : {...found, written: text.slice(place.start, place.end)}
}

const placeOf = (text: string, judgement: Judgement): number =>
  judgementsIn(text, judgement.file).findIndex((each) => isAboutSame(each, judgement))

const plainEnds = (text: string): string => text.replace(/\r\n/gu, '\n')

/** The sign between lines: as the first line ends. */
const lineEnd = (text: string): string => (/^[^\n]*\r\n/u.test(text) ? '\r\n' : '\n')

/** Where each entry stands, in their order; null where the entries are not a list with a line for each. */
const placesIn = (text: string): readonly Place[] | null => {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const {contents} = parseDocument(text.slice(mark), {keepSourceTokens: true})
  if (contents === null || (isScalar(contents) && contents.value === null)) return []
  if (!isSeq(contents) || contents.srcToken?.type !== 'block-seq') return null
  const starts = contents.srcToken.items.map(({start}) => start.find(({type}) => type === 'seq-item-ind')?.offset)
  const places = (contents.items as readonly ParsedNode[]).map((node, at) => {
    const dash = (starts[at] ?? -1) + mark
    const start = text.lastIndexOf('\n', dash - 1) + 1
    return /^\s*$/u.test(text.slice(Math.max(start, mark), dash))
      ? {start: Math.max(start, mark), end: endOf(node, text, mark)}
      : null
  })
  return places.some((place) => place === null) ? null : (places as readonly Place[])
}

/** The end of the line on which an entry's last word stands. */
const endOf = (node: ParsedNode, text: string, mark: number): number => {
  let last = 0
  visit(node, (_, each) => {
    const range = isScalar(each) || isAlias(each) || (isCollection(each) && each.flow) ? (each as Node).range : null
    if (range) last = Math.max(last, range[1] + mark)
  })
  if (text[last - 1] === '\n') return last
  const next = text.indexOf('\n', last)
  return next < 0 ? text.length : next + 1
}

/** A text with lines put at its end; before the mark that ends a document, where there is one. */
const appended = (text: string, block: string): string => {
  const [, body = text, tail = ''] = /^(.*?\n)(\.\.\.(?:\s.*)?)$/su.exec(text) ?? []
  const end = lineEnd(text)
  const lines = block.replace(/\n$/u, '').replace(/\n/gu, end)
  return body === '' || body.endsWith('\n') ? `${body}${lines}${end}${tail}` : `${body}${end}${lines}${tail}`
}

/** A judgement as lines, as far in as the other entries of a text; with a header where the text is empty. */
const blockOf = (judgement: Judgement, places: readonly Place[], text: string): string => {
  const header = text === '' ? headers[judgement.file] : ''
  if (judgement.written !== undefined) return `${header}${plainEnds(judgement.written)}`
  const [first] = places
  const indent = first ? (/^[ ]*/u.exec(text.slice(first.start))?.[0] ?? '') : ''
  return `${header}${indentedBy(indent, printed(new Document([inOrder(said(judgement.entry))]), judgement))}`
}

const indentedBy = (indent: string, block: string): string => block.replace(/^(?=.)/gmu, indent)

/** Lines of an entry with what a judgement says in the place of what they say; comments and order within stay. */
const replaced = (old: string, judgement: Judgement, text: string): string => {
  const end = lineEnd(text)
  const last = /\n$/u.test(old) ? end : ''
  const lines = judgement.written === undefined ? edited(plainEnds(old), judgement) : plainEnds(judgement.written)
  return `${lines.replace(/\n$/u, '').replace(/\n/gu, end)}${last}`
}

const edited = (old: string, judgement: Judgement): string => {
  const indent = /^[ ]*/u.exec(old)?.[0] ?? ''
  const document: Document = parseDocument(old.replace(new RegExp(`^${indent}`, 'gmu'), ''))
  const entry = isSeq(document.contents) ? document.contents.items[0] : null
  const own = said(judgement.entry)
  if (!isMap(entry) || document.errors.length > 0)
    return indentedBy(indent, printed(new Document([inOrder(own)]), judgement))
  const names = entry.items.map(({key}) => String(isScalar(key) ? key.value : key))
  for (const name of names.filter((each) => !(each in own))) entry.delete(name)
  for (const [name, value] of Object.entries(inOrder(own))) {
    const now = entry.get(name, true)
    if (isNode(now) && isDeepStrictEqual(now.toJS(document), value)) continue
    const pair = document.createPair(name, value)
    // What a pin judges stands first.
    if (now === undefined && typeof value === 'object') entry.items.unshift(pair)
    else if (isScalar(now) && typeof value !== 'object') entry.set(name, value)
    else entry.set(name, pair.value)
  }
  return indentedBy(indent, printed(document, judgement))
}

const order: readonly string[] = [
  'same',
  'not-same',
  'finding',
  'opportunity',
  'summary',
  'reason',
  'decision',
  'owner',
  'agreed',
  'review-by',
  'due',
  'status',
  'below-statute',
  'note',
  'by',
  'on',
  'rests-on',
]

const inOrder = (entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(entry).sort(([x], [y]) => order.indexOf(x) - order.indexOf(y)))

/** A list of entries as YAML: keys in their usual order, a line for each provision of a pin. */
const printed = (document: Document, {file}: Judgement): string => {
  visit(document, {
    Map: (_, node, path) => {
      if (file === 'pins' && path.filter(isSeq).length > 1) node.flow = true
    },
  })
  return document.toString({lineWidth: 0, flowCollectionPadding: false})
}

/** A text whose entries do not stand line by line, with one put in, in the place `at` where that is none below 0, or with the one there taken out: written
 *  anew, with its comments. */
const rewritten = (text: string, judgement: Judgement | null, at: number): string => {
  const end = lineEnd(text)
  const document = parseDocument(text.replace(/^\uFEFF/u, ''))
  const {contents} = document
  const list = (isSeq(contents) ? contents : document.createNode([])) as YAMLSeq<unknown>
  if (!isSeq(contents)) list.items.push(contents)
  const entry = judgement && document.createNode(inOrder(said(judgement.entry)))
  if (entry === null) list.items.splice(at, 1)
  else list.items.splice(at < 0 ? list.items.length : at, at < 0 ? 0 : 1, entry)
  document.contents = list as unknown as typeof document.contents
  return document.toString({lineWidth: 0, flowCollectionPadding: false}).replace(/\n/gu, end)
}
