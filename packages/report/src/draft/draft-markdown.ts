import {escaped} from '../formats/markdown.ts'
import type {Draft} from './draft.ts'
import {aboutDraft, type DraftPiece, leftLine, piecesOf} from './pieces.ts'

/** The heading under which begins what is about the draft and not of it. */
export const afterDraft = 'About this draft'

/** A draft as Markdown: numbered provisions, choices marked, a footnote on every sentence; then merge fields, checks, what is left out. */
export function* draftMarkdown(draft: Draft): Iterable<string> {
  const notes: string[] = []
  yield `# ${escaped(draft.title)}\n\n> ${escaped(aboutDraft(draft))}\n`
  for (const {number, title, provisions} of draft.sections) {
    yield `\n## ${number} ${escaped(title)}\n`
    let before: DraftPiece['type'] | null = null
    for (const piece of piecesOf(provisions)) {
      const isList = piece.type === 'option' || piece.type === 'field'
      yield `${isList && before === piece.type ? '' : '\n'}${line(piece, notes)}\n`
      before = piece.type
    }
  }
  yield* appendix(draft)
  yield notes.length === 0 ? '' : `\n${notes.map((note, at) => `[^${at + 1}]: ${escaped(note)}`).join('\n')}\n`
}

function line({type, number, term, text, note}: DraftPiece, notes: string[]): string {
  if (note !== null && note !== '') notes.push(note)
  const mark = note === null || note === '' ? '' : `[^${notes.length}]`
  const words = `${term === null ? '' : `**${escaped(term)}:** `}${escaped(text).replace(/\s*\n\s*/g, ' ')}${mark}`
  const lead = number === null ? '' : type === 'option' ? `(${number}) ` : `${number} `
  return type === 'option' || type === 'field' ? `- ${lead}${words}` : `${lead}${words}`
}

function* appendix({fields, checks, left, authorities}: Draft): Iterable<string> {
  yield `\n## ${afterDraft}\n\n### Merge fields\n`
  if (fields.length === 0) yield '\nThere are none.\n'
  else {
    yield `\n| Field | ${authorities.map(escaped).join(' | ')} |\n|${' --- |'.repeat(authorities.length + 1)}\n`
    for (const {name, values} of fields)
      yield `| «${escaped(name)}» | ${authorities.map((each) => escaped(values[each] ?? '')).join(' | ')} |\n`
  }
  yield '\n### To check\n\n'
  yield checks.length === 0 ? 'Nothing.\n' : checks.map((each) => `- ${escaped(each)}\n`).join('')
  yield '\n### Left out\n'
  for (const why of new Set(left.map((each) => each.why))) {
    yield `\n${escaped(why)}\n\n`
    for (const each of left) if (each.why === why) yield `- ${escaped(leftLine(each)).replace(/\s*\n\s*/g, ' ')}\n`
  }
}
