import type {DocumentRecord, Message} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {judgementFaultWords} from '../judgement-words.ts'
import {messageWords} from '../message-words.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {code, heading, list, paragraph, phrases, table} from '../nodes.ts'
import {leftOutLine} from '../summary-text.ts'
import {counted, dated, listed} from '../wording.ts'

function edition({edition: {version, date, review}}: DocumentRecord, asAt: string): readonly string[] {
  // Partial dates compare as text up to their own length: a review in 2026-11 is not overdue on 2026-11-23.
  const overdue = review !== null && review < asAt.slice(0, review.length) ? ' (overdue)' : ''
  return [
    version ?? 'not stated',
    date === null ? 'not stated' : dated(date),
    review === null ? 'not stated' : `${dated(review)}${overdue}`,
  ]
}

function documentsTable({assessment, name}: Context): readonly Block[] {
  if (assessment.documents.length === 0) return []
  const rows = assessment.documents.map((document) => [
    name(document.authority),
    document.title === '' ? phrases(code(document.path)) : phrases(`${document.title} (`, code(document.path), ')'),
    ...edition(document, assessment.asAt),
  ])
  return statedTable('Documents compared', ['Authority', 'Document', 'Version', 'Date', 'Review'], rows, 'not stated')
}

type Cell = string | readonly Phrase[]

/** A table without the columns in which nobody states anything; a sentence names those. */
function statedTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  nothing: string,
): readonly Block[] {
  const stated = head.map((_, at) => at === 0 || rows.some((row) => row[at] !== nothing))
  const left = head.filter((_, at) => !stated[at]).map((name) => name.toLowerCase())
  const kept = <Value>(row: readonly Value[]): readonly Value[] => row.filter((_, at) => stated[at])
  const said = left.length === 0 ? [] : [paragraph(`Stated nowhere: ${listed(left)}.`)]
  return kept(head).length < 2 ? [] : [table(caption, kept(head), rows.map(kept)), ...said]
}

function place({line, page}: Message): string {
  if (line !== null) return `line ${line}: `
  return page === null ? '' : `page ${page}: `
}

function faults({assessment}: Context): readonly Block[] {
  const lines = assessment.documents.flatMap((document) =>
    document.messages.map((message): readonly Phrase[] =>
      phrases(code(document.path), `, ${place(message)}${messageWords(message.reason)}`),
    ),
  )
  if (lines.length === 0) return [paragraph('No faults were found in the documents read.')]
  return [
    heading(3, 'Faults found in the documents'),
    paragraph(`${counted(lines.length, 'message')}; the documents were compared all the same.`),
    list(lines),
  ]
}

function notCompared({assessment}: Context): readonly Block[] {
  if (assessment.notCompared.length === 0) return []
  const lines = assessment.notCompared.map(({path, reason, remedy}) =>
    phrases(code(path), `: ${leftOutLine({reason, remedy})}`),
  )
  return [heading(3, 'Not compared'), list(lines)]
}

function judgementFaults({facts}: Context): readonly Block[] {
  if (facts.judgementFaults.length === 0) return []
  const lines = facts.judgementFaults.map((fault) => phrases(code(fault.file), `: ${judgementFaultWords(fault)}`))
  return [heading(3, 'Recorded judgements that do not hold'), list(lines)]
}

function gaps({assessment, name}: Context): readonly Block[] {
  const lines = assessment.topics.flatMap(({title, without, notes}) => [
    ...(without.length === 0 ? [] : [`${title}: nothing from ${listed(without.map(name))}.`]),
    ...notes.map((note) => `${title}: ${note}`),
  ])
  return lines.length === 0 ? [] : [list(lines)]
}

function authorities({assessment}: Context): readonly Block[] {
  if (assessment.authorities.length === 0) return []
  const rows = assessment.authorities.map(({name, partnership, police, icb}) => [
    name,
    partnership ?? '–',
    police ?? '–',
    icb ?? '–',
  ])
  return statedTable('Authorities', ['Authority', 'Partnership', 'Police force', 'Integrated care board'], rows, '–')
}

/** The authorities, the documents with their editions and dates, what could not be compared and why, and the faults
 *  found. */
export function comparedChapter(context: Context): Chapter {
  const none = context.assessment.documents.length === 0
  return {
    type: 'chapter',
    id: 'compared',
    title: 'What was compared',
    children: [
      ...(none ? [paragraph('No document was compared.')] : []),
      ...authorities(context),
      ...documentsTable(context),
      ...gaps(context),
      ...notCompared(context),
      ...judgementFaults(context),
      ...(none ? [] : faults(context)),
    ],
  }
}
