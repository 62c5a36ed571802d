import type {Control} from '@hedgerow/ast'
import type {Cell, ControlBlock, DefinitionBlock, TableBlock, Words} from '../blocks.ts'
import {asksToChoose} from '../formats/html/controls.ts'
import {squeezed} from '../words.ts'
import {cleaned} from './inline.ts'

/** What Markdown has no form for, as lines of HTML, which the Markdown reader reads too. Never with an empty line: that would end it. */

const references: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'}

/** Text of HTML within Markdown. What the Markdown reader would take for a wiki's leftovers is broken up. */
const htmlText = (text: string): string =>
  text
    .replace(/[&<>]/gu, (mark) => references[mark] as string)
    .replace(/(?<=\/)\//gu, '&#47;')
    .replace(/(?<=\[)\[/gu, '&#91;')
    .replaceAll('\n', '<br>')

const inlineHtml = (given: Words): string => {
  const {text, strong} = cleaned(given)
  let out = ''
  let at = 0
  for (const [from, to] of strong) {
    out += `${htmlText(text.slice(at, from))}<strong>${htmlText(text.slice(from, to))}</strong>`
    at = to
  }
  return out + htmlText(text.slice(at))
}

const inputs: Readonly<Partial<Record<Control, string>>> = {
  text: '',
  date: ' type="date"',
  time: ' type="time"',
  number: ' type="number"',
  tick: ' type="checkbox"',
}

const inputOf = ({control, options, required}: ControlBlock): string => {
  const asked = required ? ' required' : ''
  const stated = ` data-control="${control}"`
  if (options.length === 0 && control !== 'choice') return `<input${inputs[control] ?? stated}${asked}>`
  const all = options.map(squeezed).filter((option) => option !== '')
  const printed = all.map((option) => `<option>${htmlText(option)}</option>`).join('')
  const bare = control === 'choice' && !asksToChoose(all[0] ?? '')
  return `<select${bare ? '' : stated}${asked}>${printed}</select>`
}

const labelled = (block: ControlBlock): string => {
  const label = inlineHtml(block.label)
  return label === '' ? inputOf(block) : `<label>${label} ${inputOf(block)}</label>`
}

/** An input of a form, in a line. */
export const controlHtml = (block: ControlBlock): string => `<p>${labelled(block)}</p>`

/** A term with its meaning. */
export const definitionHtml = ({term, meaning}: DefinitionBlock): string => {
  const named = cleaned(term).text === '' ? [] : [`<dt>${inlineHtml(term)}</dt>`]
  return ['<dl>', ...named, `<dd>${inlineHtml(meaning)}</dd>`, '</dl>'].join('\n')
}

const cellHtml = ({words, controls}: Cell, tag: string, before: string): string => {
  const text = inlineHtml(words)
  // Words straight before an input without a label would be taken for its label.
  const apart = text !== '' && controls.some(({label}) => label.text === '') ? `<p>${text}</p>` : text
  return `<${tag}>${before}${[apart, ...controls.map(labelled)].filter((each) => each !== '').join(' ')}</${tag}>`
}

/** A table, a line for each row; `mark` is what stands before a row's first words. */
export const tableHtml = ({caption, head, rows}: TableBlock, mark: (row: readonly Cell[]) => string): string => {
  const row = (cells: readonly Cell[], tag: string): string => {
    const before = mark(cells)
    return `<tr>${cells.map((cell, at) => cellHtml(cell, tag, at === 0 ? before : '')).join('')}</tr>`
  }
  // A head alone would be read as a row.
  const below = head !== null && rows.length === 0 ? [[]] : rows
  const narrow = [head ?? [], ...below].every(({length}) => length <= 1)
  return [
    narrow ? '<table role="table">' : '<table>',
    ...(caption === null ? [] : [`<caption>${htmlText(squeezed(caption))}</caption>`]),
    ...(head === null ? [] : [row(head, 'th')]),
    ...below.map((cells) => row(cells, 'td')),
    '</table>',
  ].join('\n')
}
