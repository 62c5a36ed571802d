import {type Message, message} from '../../message.ts'
import {filler} from '../../words.ts'

/** Marks that could pair; one behind a backslash could not. */
const mark = /\\[^\n]|([*_`~[\]<!])\1*/gu
/** Where marks surely stop pairing: an empty line, a row of a table, a step of a list. */
const apart = /(\n[ \t>]*\n|\n(?=[ \t>]*(?:<t[rhd]\b|[-*+] )))/u

/** A mark behind a backslash pairs with nothing, but tens of thousands in one paragraph take the parser as long as a few thousand that pair. */
const escaped = 0.2

const marksIn = (text: string): number => {
  let count = 0
  // A run of stars is one mark; each bracket of a run is one of its own.
  for (const [run, found] of text.matchAll(mark))
    count += found === undefined ? escaped : /[[\]<]/u.test(found) ? run.length : 1
  return count
}

const isMark = /\\[*_`~[\]<!]/u

/** Overwrites the emphasis and link marks of paragraphs with absurdly many of them, which the parser would take minutes to pair. */
export const withoutThickets = (text: string, limit: number, note: (message: Message) => void): string => {
  if (marksIn(text) <= limit) return text
  return text
    .split(apart)
    .map((paragraph) => {
      if (marksIn(paragraph) <= limit || isTable(paragraph, limit)) return paragraph
      note(message('marks', `Unexpected paragraph with more than ${limit} emphasis and link marks, read without them`))
      return paragraph.replace(mark, (run, found?: string) =>
        // A backslash alone would leave its mark to pair, and one before anything else costs nothing once it is gone.
        found !== undefined || isMark.test(run) ? filler.repeat(run.length) : run,
      )
    })
    .join('')
}

/** Whether a paragraph is a table, whose cells are parsed one by one, with no line of too many marks. */
const isTable = (paragraph: string, limit: number): boolean => {
  const rows = paragraph.split('\n').filter((row) => row.trim() !== '')
  return (
    /^[ \t>]*\|[ \t:|-]*-[ \t:|-]*$/u.test(rows[1] ?? '') &&
    rows.every((row) => /^[ \t>]*\|/u.test(row) && marksIn(row) <= limit)
  )
}

const wikiHeading = /^(={2,6})[ \t]*(\S.*?)[ \t]*\1[ \t]*$/gmu
const wikiLink = /\[\[([^[\]\n|]*\|)?([^[\]\n|]*)\]\]/gu
const wikiItalic = /(?<![:/\w])\/\/(?=[^/\s])([^/\n]+)\/\//gu
const tag =
  /\\?<\/?(?:font|span|div|center|u|b|i|strong|em|color|size|style|nowiki|wrap|note|del|ins|sup|sub)\b[^<>\n]*?\\?>/giu
/** A line of HTML set as such: bold in it is no leftover. */
const htmlLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<(?:p|dl|dt|dd|table|caption|tr|td|th)\b/u
const boldTag = /^\\?<\/?(?:b|strong)>$/iu

/** The source with leftovers of wikis and word processors overwritten character for character, so that every offset stays true. */
export const withoutLeftovers = (text: string, note: (message: Message) => void): string => {
  let count = 0
  const blank = (length: number): string => filler.repeat(length)
  const doku = /^={5,6}[ \t]*\S.*?={5,6}[ \t]*$/mu.test(text)
  const clean = text
    .replace(wikiHeading, (whole: string, marks: string, title: string) => {
      count++
      const level = Math.min(doku ? 7 - marks.length : marks.length, 2 * marks.length - 1)
      const lead = whole.indexOf(title, marks.length)
      return `${'#'.repeat(level)} `.padEnd(lead).concat(title).padEnd(whole.length)
    })
    .replace(wikiLink, (_, target: string | undefined, label: string) => {
      count++
      return blank(2 + (target?.length ?? 0)) + label + blank(2)
    })
    .replace(wikiItalic, (_, inner: string) => {
      count++
      return blank(2) + inner + blank(2)
    })
    .replace(tag, (whole: string, at: number, all: string) => {
      if (boldTag.test(whole) && htmlLine.test(all.slice(all.lastIndexOf('\n', at) + 1, at + 1))) return whole
      count++
      return blank(whole.length)
    })
  if (count > 0)
    note(
      message('leftover-markup', `Unexpected wiki or HTML markup in ${count} places, read as its text`, {
        severity: 'info',
      }),
    )
  return clean
}
