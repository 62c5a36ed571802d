import {type Message, message} from '../../message.ts'

/** What was met in a document and left out of its text, or read in one of several ways. */
export interface Tally {
  /** Insertions, deletions and moves; those of paragraph marks alone are counted apart, as most go with their text. */
  changes: number
  markChanges: number
  readonly authors: Set<string>
  hiddenWords: number
  answers: number
  embedded: number
  comments: number
  /** Descriptions of pictures, null for those without one. */
  readonly pictures: (string | null)[]
  diagrams: number
}

/** A tally of nothing yet. */
export const noTally = (): Tally => ({
  changes: 0,
  markChanges: 0,
  authors: new Set(),
  hiddenWords: 0,
  answers: 0,
  embedded: 0,
  comments: 0,
  pictures: [],
  diagrams: 0,
})

/** The words of a text, as people count them. */
export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const several = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const changesMessage = (count: number, authors: Iterable<string>, program: string): Message => {
  const by = listed([...authors].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  const found = `Unexpected ${several(count, 'tracked change')}${by === '' ? '' : ` by ${by}`}`
  return message('tracked-changes', `${found}, read as accepted: accept or reject them in ${program}`)
}

const pictureMessages = (descriptions: readonly (string | null)[]): readonly Message[] => {
  const bare = descriptions.filter((each) => each === null).length
  const told = descriptions.flatMap((each) =>
    each === null
      ? []
      : [message('image', `Unexpected picture "${each}", expected text: what it shows is not compared`)],
  )
  if (bare === 0) return told
  const reason = `Unexpected ${several(bare, 'picture')} without a description, expected text: what they show is not compared`
  return [...told, message('image', reason, {severity: 'info'})]
}

/** What a reader of the result should know of a document written with `program`; nothing where nothing was met. */
export const tallyMessages = (tally: Tally, program: string): readonly Message[] => {
  const told = (n: number, ruleId: string, reason: string, severity: 'info' | 'warning'): readonly Message[] =>
    n === 0 ? [] : [message(ruleId, `Unexpected ${reason}`, {severity})]
  const {changes, markChanges, hiddenWords, comments, diagrams, embedded, answers} = tally
  const count = changes || markChanges
  return [
    ...(count === 0 ? [] : [changesMessage(count, tally.authors, program)]),
    ...told(
      hiddenWords,
      'hidden-text',
      `${several(hiddenWords, 'word')} of hidden text, left out: show or delete them in ${program}`,
      'warning',
    ),
    ...told(comments, 'comments', `${several(comments, 'comment')}, left out`, 'info'),
    ...pictureMessages(tally.pictures),
    ...told(
      diagrams,
      'image',
      `${several(diagrams, 'diagram')}, expected text: what they show is not compared`,
      'warning',
    ),
    ...told(
      embedded,
      'embedded-document',
      `${several(embedded, 'embedded document')}, not read: open the document in ${program} and save it again`,
      'warning',
    ),
    ...told(answers, 'answers', `${several(answers, 'answer')} filled in the form, left out`, 'info'),
  ]
}
