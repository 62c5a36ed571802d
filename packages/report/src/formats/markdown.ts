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
import {pieces, tidyMarks} from '../quotes.ts'
import {standings} from '../wording.ts'

/** Text that Markdown reads as nothing but text. Dots, colons and @ are escaped only where GFM would make a link of
 *  an address. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>|~&#$]/g, '\\$&')
    .replace(/@/g, '\\@')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/(https?|ftp)(?=:)/gi, '$&\\')
}

/** A line that starts as a list, a rule or a heading underline would, kept a line of text. */
function lineStart(words: string): string {
  return words.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function prose(words: string): string {
  return words
    .split(/\r\n|[\n\r]/)
    .map(lineStart)
    .join('\n')
}

/** Bold needs a letter or a digit at each edge to be read as bold wherever it stands; other edges are left outside
 *  it. */
function marked(value: string): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(value) ?? []
  if (core === '') return escaped(value)
  // A blank line inside would end the paragraph and with it the bold.
  return `${escaped(before)}**${escaped(core).replace(/\s*\n\s*/g, ' ')}**${escaped(after)}`
}

function fenced(value: string): string {
  const run = Math.max(0, ...[...value.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(run + 1)
  const pad = run > 0 ? ' ' : ''
  return `${fence}${pad}${value}${pad}${fence}`
}

function phraseText(phrase: Phrase): string {
  switch (phrase.type) {
    case 'text':
      return escaped(phrase.value)
    case 'strong':
      return `**${escaped(phrase.value)}**`
    case 'code':
      return fenced(phrase.value)
    case 'link':
      return `[${escaped(phrase.value)}](#${phrase.target})`
    case 'standing': {
      const {sign, word} = standings[phrase.standing]
      return escaped([sign, word, phrase.note].filter((part) => part !== '').join(' '))
    }
  }
}

function line(children: readonly Phrase[]): string {
  return children.map(phraseText).join('')
}

/** A cell is one line; a bar inside code is no escape to GFM's table reader, so it is escaped there as well. */
function cell(children: readonly Phrase[]): string {
  const words = children.map((phrase) =>
    phrase.type === 'code' ? phraseText(phrase).replaceAll('|', '\\|') : phraseText(phrase),
  )
  return words.join('').replace(/\s*[\r\n]+\s*/g, ' ')
}

function tableText({caption, head, rows}: Table): string {
  const top = `| ${head.map((name) => escaped(name)).join(' | ')} |`
  const rule = `|${head.map(() => ' --- |').join('')}`
  return [`*${escaped(caption)}*`, '', top, rule, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n')
}

/** Marks that cut into an address cover the whole of it: bold inside an address is read as part of the address. */
function aroundAddresses(quote: Quote): Quote {
  const addresses = [...quote.text.matchAll(/\S*(?:www\.|:\/\/|@)\S*/gi)].map(
    ({0: words, index}) => [index, index + words.length] as const,
  )
  const marks = quote.marks.map(([start, end]) => {
    const cut = addresses.filter(([from, to]) => from < end && to > start)
    return [Math.min(start, ...cut.map(([from]) => from)), Math.max(end, ...cut.map(([, to]) => to))] as const
  })
  return {...quote, marks: tidyMarks(quote.text, marks)}
}

function quoteText(quote: Quote): string {
  const words = pieces(aroundAddresses(quote))
    .map(({value, marked: differs}) => (differs ? marked(value) : escaped(value)))
    .join('')
  return prose(words)
    .split('\n')
    .map((each) => `> ${each}`)
    .join('\n')
}

function readingsText({caption, entries, silent}: Readings): string {
  const parts = entries.flatMap(({name, quotes}) =>
    quotes.flatMap((quote) => {
      const about = [quote.number === null ? '' : escaped(quote.number), fenced(quote.place)]
        .filter((part) => part !== '')
        .join(', ')
      const lead = quote.leadIn === null ? '' : `; under “${escaped(quote.leadIn)}”`
      return [`**${escaped(name)}** (${about}${lead})`, quoteText(quote)]
    }),
  )
  const none = silent.length === 0 ? [] : [`Nothing there: ${silent.map(escaped).join(', ')}`]
  return [`*${escaped(caption)}*`, ...parts, ...none].join('\n\n')
}

function cardText({id, depth, title, children}: Card): string {
  return [
    `<a id="${id}"></a>`,
    `${'#'.repeat(depth)} ${escaped(title)}`,
    ...drawnInWords(children).map(blockText),
  ].join('\n\n')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${escaped(block.value)}`
    case 'paragraph':
      return prose(line(block.children))
    case 'list':
      return block.items.map((item) => `- ${prose(line(item)).replace(/\n/g, '\n  ')}`).join('\n')
    case 'table':
      return tableText(block)
    case 'readings':
      return readingsText(block)
    case 'card':
      return cardText(block)
    case 'figure':
      return ''
  }
}

function* chapterText({id, title, children}: Chapter): Iterable<string> {
  yield `\n<a id="${id}"></a>\n\n## ${escaped(title)}\n`
  for (const block of drawnInWords(children)) yield `\n${blockText(block)}\n`
}

/** A report as GitHub-flavoured Markdown: differing words in bold, every reading a block quote. */
export function* markdown(outline: Outline): Iterable<string> {
  yield `# ${escaped(outline.title)}\n\n${escaped(outline.subtitle)}\n\n`
  yield `${outline.children.map(({id, title}) => `- [${escaped(title)}](#${id})`).join('\n')}\n`
  for (const chapter of outline.children) yield* chapterText(chapter)
}
