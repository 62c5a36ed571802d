import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Block, Card, Heading, Outline, Phrase, Quote, Readings, Table} from '../nodes.ts'
import {pieces} from '../quotes.ts'
import {standings} from '../wording.ts'
import {style} from './html-style.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

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

/** The most columns a narrow screen has room for. */
const narrow = 3

/** A table that scrolls by itself on a narrow screen, and by the keyboard. A group, no landmark: a report has
 *  hundreds. */
function scrolling(label: string, table: Element): Element {
  return h('div', {className: ['scroll'], role: 'group', ariaLabel: label, tabIndex: 0}, table)
}

function tableElement({caption, head, rows}: Table): Element {
  const cells = (row: Table['rows'][number]): Element[] =>
    row.map((cell, at) => (at === 0 ? h('th', {scope: 'row'}, cell.map(phrase)) : h('td', cell.map(phrase))))
  const whole = h('table', [
    h('caption', caption),
    h(
      'thead',
      h(
        'tr',
        head.map((name) => h('th', {scope: 'col'}, name)),
      ),
    ),
    h(
      'tbody',
      rows.map((row) => h('tr', cells(row))),
    ),
  ])
  return head.length > narrow ? scrolling(caption, whole) : whole
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

function cardElement({id, depth, title, children}: Card): Element {
  const headingId = `${id}--title`
  return h('article', {id, ariaLabelledBy: [headingId]}, [
    headingElement({depth, value: title, id: headingId}),
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
      return h('p')
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

function contents({title, subtitle, children}: Outline): string {
  return [
    h('a', {className: ['skip'], href: '#main'}, 'Skip to the report'),
    h('header', [h('h1', title), h('p', {className: ['sub']}, subtitle)]),
    h(
      'nav',
      {ariaLabel: 'Contents'},
      h(
        'ol',
        children.map((chapter) => h('li', h('a', {href: `#${chapter.id}`}, chapter.title))),
      ),
    ),
  ]
    .map((each) => toHtml(each))
    .join('\n')
}

/** A report as one HTML file that asks for nothing else: readable in print, in greyscale, on a narrow screen and
 *  without a mouse. */
export function* html(outline: Outline): Iterable<string> {
  yield `${head(outline)}\n${contents(outline)}\n<main id="main" tabindex="-1">\n`
  for (const {id, title, children} of outline.children) {
    yield `${toHtml(h('h2', {id}, title))}\n`
    for (const block of children) yield `${toHtml(element(block))}\n`
  }
  yield '</main>\n</body>\n</html>\n'
}
