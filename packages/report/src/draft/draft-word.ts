import {element, footnoteMark, type Markup, newWordDocument} from '@hedgerow/office'
import type {Draft} from './draft.ts'
import {afterDraft} from './draft-markdown.ts'
import {aboutDraft, type DraftPiece, leftLine, piecesOf} from './pieces.ts'

/** A draft as the bytes of a Word document: numbered provisions, choices and merge fields marked, a footnote on every sentence. */
export function draftWord(draft: Draft): Uint8Array {
  const footnotes: string[] = []
  const body = [
    heading(draft.title, 1),
    paragraph(aboutDraft(draft)),
    ...draft.sections.flatMap(({number, title, provisions}) => [
      heading(`${number} ${title}`, 2),
      ...piecesOf(provisions).map((piece) => pieceMarkup(piece, footnotes)),
    ]),
    ...appendix(draft),
  ]
  return newWordDocument({title: draft.title, day: draft.asAt, body, footnotes})
}

function heading(text: string, level: number): Markup {
  return element('w:p', {}, look(`Heading${level}`, null), run(text))
}

/** Twips that an option is set in. */
const step = 567

function pieceMarkup({type, number, term, text, note}: DraftPiece, footnotes: string[]): Markup {
  const isOption = type === 'option' || type === 'field'
  const mark = note === null || note === '' ? null : footnoteMark(footnotes.push(note))
  const lead = number === null ? (type === 'field' ? '•' : null) : type === 'option' ? `(${number})` : number
  return element(
    'w:p',
    {},
    look(isOption ? 'ListParagraph' : null, isOption ? 2 * step : lead === null ? null : step),
    lead === null ? null : element('w:r', {}, textMarkup(lead), element('w:tab')),
    term === null ? null : run(`${term}: `, 'w:b'),
    marked(text),
    mark,
  )
}

function look(style: string | null, left: number | null): Markup | null {
  if (style === null && left === null) return null
  return element(
    'w:pPr',
    {},
    style === null ? null : element('w:pStyle', {'w:val': style}),
    left === null ? null : element('w:ind', {'w:left': left, 'w:hanging': step}),
  )
}

/** Text with what people must do about it, between brackets, and merge fields in bold. */
function marked(text: string): readonly Markup[] {
  return text
    .split(/(\[[^\]]*\]|«[^«»]*»)/u)
    .filter((part) => part !== '')
    .map((part) => run(part, /^[[«]/u.test(part) ? 'w:b' : null))
}

function paragraph(text: string): Markup {
  return element('w:p', {}, run(text))
}

function run(text: string, look: string | null = null): Markup {
  return element('w:r', {}, look === null ? null : element('w:rPr', {}, element(look)), textMarkup(text))
}

function textMarkup(text: string): Markup {
  return element('w:t', {'xml:space': 'preserve'}, text)
}

function bullet(text: string): Markup {
  return element(
    'w:p',
    {},
    look('ListParagraph', step),
    element('w:r', {}, textMarkup('•'), element('w:tab')),
    marked(text),
  )
}

function appendix({fields, checks, left}: Draft): readonly Markup[] {
  const fieldLine = ({name, values}: Draft['fields'][number]): Markup =>
    bullet(
      `«${name}» ${Object.entries(values)
        .map(([who, value]) => `${who}: ${value}`)
        .join('; ')}`,
    )
  const reasons = [...new Set(left.map(({why}) => why))]
  return [
    heading(afterDraft, 2),
    heading('Merge fields', 3),
    ...(fields.length === 0 ? [paragraph('There are none.')] : fields.map(fieldLine)),
    heading('To check', 3),
    ...(checks.length === 0 ? [paragraph('Nothing.')] : checks.map(bullet)),
    heading('Left out', 3),
    ...reasons.flatMap((why) => [
      paragraph(why),
      ...left.filter((each) => each.why === why).map((each) => bullet(leftLine(each))),
    ]),
  ]
}
