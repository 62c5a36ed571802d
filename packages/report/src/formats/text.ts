import {
  type Block,
  type Card,
  type Chapter,
  drawnInWords,
  type Outline,
  type Phrase,
  type Quote,
  type Readings,
  type Table,
} from '../nodes.ts'
import {pieces} from '../quotes.ts'
import {standings} from '../wording.ts'
import {tableLines} from './text-table.ts'
import {harmless, shownWidth, wrapped} from './wrap.ts'

/** `color` adds ANSI colours to what the signs already say; `columns` is the width, 80 by default. */
export interface TextOptions {
  readonly color?: boolean
  readonly columns?: number
}

interface Page {
  readonly columns: number
  readonly paint: (code: number, words: string) => string
}

const bold = 1
const faint = 2
const underline = 4

/** Painted word by word, so that a line can be broken anywhere between words. */
function painter(color: boolean): Page['paint'] {
  if (!color) return (_, words) => words
  return (code, words) => words.replace(/\S+/g, (word) => `\u001b[${code}m${word}\u001b[0m`)
}

function line(children: readonly Phrase[], page: Page): string {
  return children.map((phrase) => phraseText(phrase, page)).join('')
}

function phraseText(phrase: Phrase, {paint}: Page): string {
  switch (phrase.type) {
    case 'text':
    case 'code':
    case 'link':
      return harmless(phrase.value)
    case 'strong':
      return paint(bold, harmless(phrase.value))
    case 'standing': {
      const {sign, word} = standings[phrase.standing]
      return [sign, word, phrase.note].filter((part) => part !== '').join(' ')
    }
  }
}

function indented(words: string, first: string, rest: string, {columns}: Page): readonly string[] {
  return wrapped(words, columns, rest, first)
}

function underlined(words: string, sign: string, page: Page): readonly string[] {
  const lines = wrapped(harmless(words), page.columns)
  return [...lines.map((each) => page.paint(bold, each)), sign.repeat(Math.max(...lines.map(shownWidth)))]
}

/** Brackets show the marks: they need no colour and survive a copy into an e-mail. */
function quoteLines(quote: Quote, page: Page): readonly string[] {
  const words = pieces(quote).map(({value, marked}) =>
    marked ? page.paint(underline, `[${harmless(value)}]`) : harmless(value),
  )
  const lead = quote.leadIn === null ? '' : `${page.paint(faint, `(${harmless(quote.leadIn)})`)} `
  const number = quote.number === null ? '' : `${harmless(quote.number)} `
  return [
    ...indented(`${number}${lead}${words.join('')}`, '    ', '    ', page),
    ...indented(page.paint(faint, harmless(quote.place)), '    -- ', '       ', page),
  ]
}

function readingsLines(readings: Readings, page: Page): readonly string[] {
  const {caption, entries, silent} = readings
  return [
    ...wrapped(page.paint(faint, harmless(caption)), page.columns),
    ...entries.flatMap(({name, quotes}) => [
      `  ${page.paint(bold, harmless(name))}`,
      ...quotes.flatMap((quote) => quoteLines(quote, page)),
    ]),
    ...(silent.length === 0 ? [] : indented(`Nothing there: ${silent.map(harmless).join(', ')}`, '  ', '    ', page)),
  ]
}

function tableText({caption, head, rows}: Table, page: Page): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => line(cell, page)))
  return [
    ...wrapped(page.paint(faint, harmless(caption)), page.columns),
    '',
    ...tableLines(head.map(harmless), cells, page.columns),
  ]
}

function cardLines({title, children}: Card, page: Page): readonly string[] {
  const head = wrapped(page.paint(bold, `* ${harmless(title)}`), page.columns)
  return [...head, ...drawnInWords(children).flatMap((child) => ['', ...blockLines(child, page)])]
}

function blockLines(block: Block, page: Page): readonly string[] {
  switch (block.type) {
    case 'heading':
      return underlined(block.value, block.depth === 3 ? '-' : '.', page)
    case 'paragraph':
      return wrapped(line(block.children, page), page.columns)
    case 'list':
      return block.items.flatMap((item) => indented(line(item, page), '- ', '  ', page))
    case 'table':
      return tableText(block, page)
    case 'readings':
      return readingsLines(block, page)
    case 'card':
      return cardLines(block, page)
    case 'figure':
      return []
  }
}

function* chapterLines(chapter: Chapter, page: Page): Iterable<string> {
  yield `\n\n${underlined(chapter.title.toUpperCase(), '=', page).join('\n')}\n`
  for (const block of drawnInWords(chapter.children)) yield `\n${blockLines(block, page).join('\n')}\n`
}

/** A report as plain text: lines of at most 80 columns broken between words, differing words in [brackets]. */
export function* text(outline: Outline, options: TextOptions = {}): Iterable<string> {
  const page = {columns: options.columns ?? 80, paint: painter(options.color ?? false)}
  yield `${underlined(outline.title, '=', page).join('\n')}\n${wrapped(harmless(outline.subtitle), page.columns).join('\n')}\n`
  for (const chapter of outline.children) yield* chapterLines(chapter, page)
}
