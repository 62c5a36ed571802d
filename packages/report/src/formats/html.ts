import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Block, Card, Heading, Outline, Phrase, Quote, Readings, Table} from '../nodes.ts'
import {pieces} from '../quotes.ts'
import {standings} from '../wording.ts'
import {figureElement} from './html-figure.ts'
import {script, scriptHash} from './html-script.ts'
import {style} from './html-style.ts'

const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`

function phrase(node: Phrase): ElementContent {
  switch (node.type) {
    case 'text':
      return {type: 'text', value: node.value}
    case 'strong':
      return h('strong', node.value)
    case 'code':
      return h('code', node.value)
    case 'link':
      return h('a', {href: `#${node.target}`}, node.value)
    case 'standing': {
      const {sign, word} = standings[node.standing]
      return h(
        'span',
        {className: ['standing', node.standing]},
        // A narrow column breaks between the word and the count, never inside either.
        [`${sign}\u00a0${word}`, node.note.replaceAll(' ', '\u00a0')].filter((part) => part !== '').join(' '),
      )
    }
  }
}

/** The most columns a narrow screen has room for, and an upright page. */
const narrow = 3
const upright = 9

/** Of more rows than this a table is closed until somebody opens it: hundreds of pages that few want to see, or print. */
const mostOpen = 200

/** A table that scrolls by itself on a narrow screen, and by the keyboard. A group, no landmark: a report has
 *  hundreds. */
function scrolling(label: string, table: Element, isWide: boolean): Element {
  const className = isWide ? ['scroll', 'wide'] : ['scroll']
  return h('div', {className, role: 'group', ariaLabel: label, tabIndex: 0}, table)
}

/** A long table behind its caption, which opens it without any script. */
function closed({caption, rows}: Table, table: Element): Element {
  return h('details', [h('summary', `${caption} (${rows.length} rows: open to read or print them)`), table])
}

function tableElement(table: Table): Element {
  const {caption, head, rows, ids} = table
  const cells = (row: Table['rows'][number]): Element[] =>
    row.map((cell, at) => (at === 0 ? h('th', {scope: 'row'}, cell.map(phrase)) : h('td', cell.map(phrase))))
  const whole = h('table', [
    h('caption', h('span', caption)),
    h(
      'thead',
      h(
        'tr',
        head.map((name) => h('th', {scope: 'col'}, name)),
      ),
    ),
    h(
      'tbody',
      rows.map((row, at) => h('tr', ids?.[at] === undefined ? {} : {id: ids[at]}, cells(row))),
    ),
  ])
  const held =
    head.length > narrow ? scrolling(caption, whole, head.length > upright) : h('div', {className: ['whole']}, whole)
  return rows.length > mostOpen ? closed(table, held) : held
}

function quoteElement(quote: Quote): Element {
  const words = pieces(quote).map(
    ({value, marked}): ElementContent => (marked ? h('mark', value) : {type: 'text', value}),
  )
  return h('blockquote', words)
}

function quoteCell(quotes: readonly Quote[]): Element {
  return h(
    'td',
    quotes.flatMap((quote) => [
      ...(quote.leadIn === null ? [] : [h('div', {className: ['lead']}, quote.leadIn)]),
      quoteElement(quote),
    ]),
  )
}

function readingsElement({caption, entries, silent}: Readings): Element {
  const rows = entries.map(({name, quotes}) =>
    h('tr', [
      h('th', {scope: 'row'}, [
        {type: 'text', value: name},
        ...quotes.map(({number, place}) =>
          h('span', {className: ['place']}, number === null ? place : `${number}, ${place}`),
        ),
      ]),
      quoteCell(quotes),
    ]),
  )
  const none = h('tr', [
    h('th', {scope: 'row'}, silent.join(', ')),
    h('td', h('span', {className: ['standing', 'nothing']}, '– nothing there')),
  ])
  return h('table', {className: ['readings']}, [
    h('caption', caption),
    h('thead', h('tr', [h('th', {scope: 'col'}, 'Authority'), h('th', {scope: 'col'}, 'Own words')])),
    h('tbody', silent.length === 0 ? rows : [...rows, none]),
  ])
}

function headingElement({depth, value, id}: Pick<Heading, 'depth' | 'value' | 'id'>): Element {
  return h(`h${depth}`, id === null ? {} : {id}, value)
}

/** Parts one value from the next in an attribute: no title has a line feed. */
const parting = '\n'

/** What a card is about, as the page's script reads it. */
function dataOf({about}: Card): Readonly<Record<string, string>> {
  if (about === undefined) return {}
  const {topic, status, classes, authorities} = about
  return {
    dataTopic: topic,
    dataStatus: status,
    dataClasses: classes.join(parting),
    dataAuthorities: authorities.join(parting),
  }
}

function cardElement(card: Card): Element {
  const {id, depth, title, children} = card
  const headingId = `${id}--title`
  const here = h(
    'a',
    {className: ['here'], href: `#${id}`, ariaLabel: `Link to ${title}`},
    h('span', {ariaHidden: 'true'}, '#'),
  )
  return h('article', {id, ariaLabelledBy: [headingId], ...dataOf(card)}, [
    h(`h${depth}`, {id: headingId}, [{type: 'text', value: `${title} `}, here]),
    ...children.map(element),
  ])
}

function element(block: Block): Element {
  switch (block.type) {
    case 'heading':
      return headingElement(block)
    case 'paragraph':
      return h('p', block.id === null ? {} : {id: block.id}, block.children.map(phrase))
    case 'list':
      return h(
        'ul',
        block.items.map((item) => h('li', item.map(phrase))),
      )
    case 'table':
      return tableElement(block)
    case 'readings':
      return readingsElement(block)
    case 'card':
      return cardElement(block)
    case 'figure':
      return figureElement(block)
  }
}

function head(outline: Outline): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    ...[
      h('meta', {charSet: 'utf-8'}),
      h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
      h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      h('title', outline.title),
      h('style', style),
    ].map((each) => toHtml(each)),
    '</head>',
    '<body>',
  ].join('\n')
}

function heading({title, subtitle}: Outline): string {
  return [
    h('a', {className: ['skip'], href: '#contents'}, 'Skip to the contents'),
    h('header', [h('h1', title), h('p', {className: ['sub']}, subtitle)]),
  ]
    .map((each) => toHtml(each))
    .join('\n')
}

function contents({children}: Outline): Element {
  return h(
    'nav',
    {id: 'contents', ariaLabel: 'Contents', tabIndex: -1},
    h(
      'ol',
      children.map((chapter) => h('li', h('a', {href: `#${chapter.id}`}, chapter.title))),
    ),
  )
}

const choices = [
  ['topic', 'Topic', 'All topics'],
  ['status', 'Status', 'Any status'],
  ['classes', 'Kind of difference', 'Any kind'],
  ['authorities', 'Held by', 'Any authority'],
] as const

/** Search and filters over the rows. Hidden until the page's script shows them: without it they would do nothing. */
function filters(): Element {
  const field = (id: string, label: string, control: Element): Element =>
    h('div', [h('label', {htmlFor: id}, label), control])
  return h('search', {id: 'filters', ariaLabel: 'Find rows', hidden: true}, [
    field('by-words', 'Search in the rows', h('input', {id: 'by-words', type: 'search', autoComplete: 'off'})),
    ...choices.map(([name, label, all]) =>
      field(`by-${name}`, label, h('select', {id: `by-${name}`}, h('option', {value: ''}, all))),
    ),
    h('p', [
      h('button', {id: 'go', type: 'button'}, 'Go to the first row'),
      h('button', {id: 'clear', type: 'button'}, 'Clear'),
      h('span', {id: 'shown', role: 'status'}),
      h('span', {className: ['sub']}, 'Esc brings you back here.'),
    ]),
  ])
}

/** Whether readers may pick rows of a report out: whether a card says what it is about. */
function hasRows({children}: Outline): boolean {
  return children.some((chapter) =>
    chapter.children.some((block) => block.type === 'card' && block.about !== undefined),
  )
}

/** A report as one HTML file that asks for nothing else: readable in print, in greyscale, on a narrow screen and
 *  without a mouse. The first chapter, which sums up, stands before the contents: many read no further. */
export function* html(outline: Outline): Iterable<string> {
  yield `${head(outline)}\n${heading(outline)}\n<main>\n`
  for (const [at, {id, title, children}] of outline.children.entries()) {
    yield `${toHtml(h('h2', {id}, title))}\n`
    for (const block of children) yield `${toHtml(element(block))}\n`
    if (at > 0) continue
    yield `${toHtml(contents(outline))}\n`
    if (hasRows(outline)) yield `${toHtml(filters())}\n`
  }
  yield '</main>\n'
  if (hasRows(outline)) yield `<script>${script}</script>\n`
  yield '</body>\n</html>\n'
}
