import type {Block} from '../blocks.ts'
import {type Message, message} from '../message.ts'
import {Unreadable} from '@hedgerow/office'
import {blocksOfPieces} from './pdf/blocks.ts'
import {withoutNotes} from './pdf/footnotes.ts'
import {type Furniture, withoutFurniture} from './pdf/furniture.ts'
import {bodySize, parasIn} from './pdf/headings.ts'
import {joinedPieces} from './pdf/joined.ts'
import {placedPieces} from './pdf/layout.ts'
import {usualSize} from './pdf/lines.ts'
import {damagedPdf, openedPdf, type Pdf} from './pdf/opened.ts'
import {pageOf, type PdfPage} from './pdf/page.ts'
import type {Piece} from './pdf/pieces.ts'
import {taggedPieces} from './pdf/tagged.ts'
import {wordsOf} from './pdf/words.ts'
import {places} from './places.ts'
import type {Reader} from './reading.ts'

/** A PDF: its letters with sizes and places, the lines drawn between them, and its own structure where that can be trusted. */
export const pdf: Reader = async (bytes, {limits}) => {
  const opened = await openedPdf(bytes, limits)
  try {
    const {pages, damaged} = await pagesOf(opened)
    refuseUnreadable(pages)
    const unread = [...unreadPages(pages), ...damaged].sort((a, b) => a - b)
    const messages: Message[] = unread.map((page) => (damaged.includes(page) ? damagedPage(page) : withoutText(page)))
    const furniture = withoutFurniture(pages)
    if (furniture.lines.length > 0)
      messages.push(
        message('furniture', `Unexpected ${furniture.lines.length} lines of page headers and footers, left out`, {
          severity: 'info',
        }),
      )
    const found = places()
    const blocks = pageBlocks(furniture, found, messages)
    const title = blocks.some((block) => block.type === 'heading' && block.level === 1)
      ? null
      : (furniture.subject?.text ?? (await titleOf(opened)))
    return {
      title,
      frontMatter: furniture.edition,
      blocks,
      messages,
      unread: unread.map((number) => `page ${number}`),
      place: found.place,
    }
  } finally {
    await opened.destroy()
  }
}

/** Every page that can be read, and the numbers of those that cannot. Throws Unreadable where none can. */
const pagesOf = async (
  opened: Pdf,
): Promise<{readonly pages: readonly PdfPage[]; readonly damaged: readonly number[]}> => {
  const pages: PdfPage[] = []
  const damaged: number[] = []
  let first: unknown = null
  for (let number = 1; number <= opened.numPages; number++)
    try {
      pages.push(await pageOf(opened, number))
    } catch (fault) {
      first ??= fault
      damaged.push(number)
    }
  if (pages.length === 0) throw damagedPdf(first ?? 'it has no page')
  return {pages, damaged}
}

const damagedPage = (page: number): Message =>
  message('page-damaged', `Unexpected damage on page ${page}, expected text: what it says is not compared`, {page})

const pageBlocks = (
  {pages, subject}: Furniture,
  found: ReturnType<typeof places>,
  messages: Message[],
): readonly Block[] => {
  const body = usualSize(pages.flatMap(({runs}) => runs))
  const pieces = joinedPieces(
    withoutNotes(pages, body).flatMap(({page, notes}) => [...piecesOf(page, messages), ...notes]),
  )
  const lines = parasIn(pieces).flatMap((own) => own.lines)
  return blocksOfPieces(pieces, bodySize(pieces), {places: found, known: wordsOf(lines)}, subject?.size ?? 0)
}

const piecesOf = (page: PdfPage, messages: Message[]): readonly Piece[] => {
  const note = (words: string): void => {
    const alt = words.replace(/\p{Cc}/gu, '')
    messages.push(
      message(
        'image',
        `Unexpected picture${isPath(alt) ? '' : ` "${alt}"`}, expected text: what it shows is not compared`,
        {
          page: page.number,
        },
      ),
    )
  }
  return (page.widgets.length === 0 ? taggedPieces(page, note) : null) ?? placedPieces(page)
}

/** Programs put a file's name where a description belongs. */
const isPath = (alt: string): boolean => /^[A-Za-z]:\\|[\\/].*\.\w{3,4}\W*$|^\S+\.\w{3,4}\W*$/u.test(alt)

const lettersOn = ({runs}: PdfPage): string =>
  runs
    .map(({text}) => text)
    .join('')
    .replace(/\s/gu, '')

const refuseUnreadable = (pages: readonly PdfPage[]): void => {
  const letters = pages.map(lettersOn).join('')
  const count = pages.length === 1 ? 'its page has' : `none of its ${pages.length} pages has`
  if (letters.length < 10 * Math.sqrt(pages.length))
    throw new Unreadable(
      `it is a scan: ${pages.length === 1 ? `${count} no text` : `${count} text`}, only pictures`,
      'have its text recognised (OCR), or ask for the document it was printed from',
    )
  const strange = letters.match(/[\uE000-\uEFFF\uFFFD]|\p{Cc}/gu)?.length ?? 0
  if (strange * 3 > letters.length)
    throw new Unreadable(
      'its letters cannot be told: its fonts do not say which they are',
      'print it to a new PDF, have its text recognised (OCR), or ask for the document it was printed from',
    )
}

/** Pages without text: what they say is not known. */
const unreadPages = (pages: readonly PdfPage[]): readonly number[] =>
  pages.filter((page) => lettersOn(page).length < 3 && page.pictured).map(({number}) => number)

const withoutText = (page: number): Message =>
  message('page-without-text', `Unexpected page ${page} without text, only a picture: what it says is not compared`, {
    page,
  })

/** Titles that a program gave, not a person. */
const unmeant =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\s*\d*|.*\.(?:docx?|pdf|indd|pub|rtf|odt|html?|pptx?|xlsx?|p65)|\W*)$/iu

const titleOf = async (opened: Pdf): Promise<string | null> => {
  const {info} = await opened.getMetadata().catch(() => ({info: {}}))
  const title = (info as {Title?: unknown}).Title
  return typeof title === 'string' && title.length > 4 && !unmeant.test(title.trim()) ? title.trim() : null
}
