import type {Element, ElementContent} from 'hast'
import type {Block, ListItem, Words} from '../../blocks.ts'
import {joined, part} from '../../words.ts'

const listClass = /^MsoList(?:Paragraph|Bullet|Number)/u
/** Word sets the mark of a list apart in a span that other readers are told to ignore, or pads it with tiny blanks. */
const markStyle = /mso-list:\s*Ignore|font:\s*7(?:\.0)?pt/iu
const marks =
  /^(?:([·•o§Øüqv▪●–\uF000-\uF0FF-])|(\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,4}|[A-Z])[.)]|\d{1,3}(?:\.\d{1,3})+))\s+/u
/** Points that Word indents one level by. */
const levelIndent = 36
const deepest = 9

const styleOf = ({properties}: Element): string => String(properties['style'] ?? '')

const hasMark = (element: Element): boolean =>
  element.children.some((child) => child.type === 'element' && (markStyle.test(styleOf(child)) || hasMark(child)))

/** Whether an element is a list item as Word saves it for the web: a paragraph with its number or bullet typed in. */
export const isWordItem = (node: ElementContent | undefined): boolean => {
  if (node?.type !== 'element' || node.tagName !== 'p') return false
  const classes = Array.isArray(node.properties['className']) ? node.properties['className'] : []
  return (
    (/mso-list:\s*l\d/iu.test(styleOf(node)) || classes.some((name) => listClass.test(String(name)))) && hasMark(node)
  )
}

interface Item {
  readonly marker: string | null
  readonly level: number
  readonly words: Words
}

const points = {pt: 1, cm: 28.35, mm: 2.835, in: 72, px: 0.75} as const

const levelOf = (element: Element): number => {
  const stated = /mso-list:\s*l\d+\s+level(\d)/iu.exec(styleOf(element))?.[1]
  if (stated !== undefined) return Number(stated)
  const [, left, unit] = /margin-left:\s*([\d.]+)(pt|cm|mm|in|px)/iu.exec(styleOf(element)) ?? []
  const indent =
    left === undefined ? levelIndent : Number(left) * points[(unit?.toLowerCase() ?? 'pt') as keyof typeof points]
  return Math.max(1, Math.min(deepest, Math.round(indent / levelIndent)))
}

/** Neighbouring Word items as lists with their numbers as printed. Numbers of several parts (`4.1`) number paragraphs. */
export const wordBlocks = (elements: readonly Element[], wordsIn: (element: Element) => Words): readonly Block[] => {
  const blocks: Block[] = []
  let items: Item[] = []
  const close = (): void => {
    if (items.length > 0) blocks.push(...nested(items))
    items = []
  }
  for (const element of elements) {
    const words = wordsIn(element)
    const [whole = '', bullet, number] = marks.exec(words.text) ?? []
    if (words.text === '') continue
    if (whole === '' || /\d\.\d/u.test(number ?? '')) {
      close()
      blocks.push({type: 'paragraph', words})
    } else
      items.push({
        marker: bullet === undefined ? (number ?? null) : null,
        level: levelOf(element),
        words: part(words, whole.length),
      })
  }
  close()
  return blocks
}

const nested = (items: readonly Item[]): readonly Block[] => {
  const base = Math.min(...items.map(({level}) => level))
  const lists: {ordered: boolean; items: ListItem[]}[] = []
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Item
    let end = at + 1
    while (end < items.length && (items[end] as Item).level > base) end++
    const below = item.level > base ? items.slice(at, end) : items.slice(at + 1, end)
    const own: readonly Block[] = item.level > base ? [] : [{type: 'paragraph', words: joined([item.words], '')}]
    const ordered = item.level > base ? (lists.at(-1)?.ordered ?? false) : item.marker !== null
    const made: ListItem = {
      marker: item.level > base ? null : item.marker,
      checked: null,
      blocks: [...own, ...(below.length > 0 ? nested(below) : [])],
    }
    const last = lists.at(-1)
    if (last && last.ordered === ordered) last.items.push(made)
    else lists.push({ordered, items: [made]})
    at = end
  }
  return lists.map((each): Block => ({type: 'list', ...each}))
}
