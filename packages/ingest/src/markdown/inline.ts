import type {Words} from '../blocks.ts'
import {writing} from '../words.ts'
import {escaping, type Standing} from './escaped.ts'

/** The Markdown of some words: bold as `**bold**`, line breaks kept, everything else escaped where it would be read as markup. */
export const inlineMarkdown = (given: Words, standing: Standing): string => {
  const {text, strong} = cleaned(given)
  const opens = new Set(strong.map(([from]) => from))
  const closes = new Set(strong.map(([, to]) => to))
  const escaped = escaping(text, standing, new Set(strong.flat()))
  let out = ''
  for (let at = 0; at <= text.length; at++) {
    const next = at < text.length ? escaped(at) : ''
    if (closes.has(at)) out += isMark(out.at(-1)) && isWord(next[0]) ? `${joiner}**` : '**'
    if (opens.has(at)) out += isWord(out.at(-1)) && isMark(next[0]) ? `**${joiner}` : '**'
    out += next
  }
  return withoutAutolinks(out)
}

/** Stands where bold begins or ends within a word at a punctuation mark, which Markdown would not take for bold. Shows nothing, and is
 *  left out when read. */
const joiner = '\u2060'

const isMark = (unit: string | undefined): boolean => unit !== undefined && /[\p{P}\p{S}]/u.test(unit)
const isWord = (unit: string | undefined): boolean => unit !== undefined && !/\s/u.test(unit) && !isMark(unit)

const untidy = /[^\S \n]| {2}|^\s|\s$| \n|\n\s|[\u00AD\u200B-\u200D\u2060\uFEFF\uE000]/u

/** Words as every reader of text leaves them: single spaces, nothing that cannot be seen, bold spans apart and without space at their ends. */
export const cleaned = (words: Words): Words => {
  const {text, strong} = words
  if (!untidy.test(text) && strong.every(([from, to]) => /^\S(?:.*\S)?$/su.test(text.slice(from, to))))
    return tidied(words)
  const out = writing()
  const cuts = [...new Set([0, ...strong.flat(), text.length])].sort((a, b) => a - b)
  for (const [n, from] of cuts.entries()) {
    const lines = text.slice(from, cuts[n + 1] ?? from).split('\n')
    const put = (): void =>
      lines.forEach((line, at) => {
        if (at > 0) out.lineBreak()
        out.add(line, null)
      })
    if (strong.some(([a, b]) => a <= from && from < b)) out.bold(put)
    else put()
  }
  return tidied(out.words())
}

/** Bold spans in order, those that touch made one. */
const tidied = (words: Words): Words => {
  const found: (readonly [number, number])[] = []
  for (const [from, to] of [...words.strong].sort(([a], [b]) => a - b)) {
    const last = found.at(-1)
    if (last && from <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], to)]
    else if (to > from) found.push([from, to])
  }
  return {...words, strong: found}
}

/** Markdown makes a link of a bare address and counts backslashes and asterisks that touch it as part of the address. Where such marks touch one,
 *  the address is escaped, so that it is read as plain text again. */
const withoutAutolinks = (markdown: string): string =>
  address.test(markdown) ? markdown.split(/(\s+)/u).map(withoutAutolink).join('') : markdown

const address = /www\.|:\/\/|@/iu

const withoutAutolink = (word: string): string =>
  address.test(word) && /[\\*`\u2060]|&(?:lt|amp);/u.test(word)
    ? word
        .replace(/(?<=www)\./giu, '\\.')
        .replace(/:\/\//gu, '\\://')
        .replaceAll('@', '\\@')
    : word
