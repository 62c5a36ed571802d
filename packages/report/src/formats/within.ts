import type {Block, Chapter, Outline} from '../nodes.ts'
import {markdown} from './markdown.ts'

/** How long a comment on a pull request may be, in characters, and a job's summary, in bytes. Source: GitHub's and GitLab's own error messages; a comment of
 *  GitLab may be longer. */
export const commentLimit = 65_536
export const summaryLimit = 1_048_576

/** An outline as Markdown of at most so many bytes of UTF-8, and so no more characters. What does not fit is left out from the end of each chapter, the
 *  longest first, and every chapter says how many parts it lost. */
export function markdownWithin(outline: Outline, most: number): string {
  const whole = printed(outline)
  if (size(whole) <= most) return whole
  const room = most - size(printed({...outline, children: outline.children.map((each) => cut(each, 0))})) - slack
  const sizes = outline.children.map((chapter) => chapter.children.map((block) => size(printed(alone(outline, block)))))
  const shares = fairShares(
    sizes.map((own) => own.reduce((sum, each) => sum + each, 0)),
    room,
  )
  return printed({
    ...outline,
    children: outline.children.map((chapter, at) => cut(chapter, fitting(sizes[at] ?? [], shares[at] ?? 0))),
  })
}

/** Bytes kept free for the joints between parts. */
const slack = 512

function printed(outline: Outline): string {
  return [...markdown(outline)].join('')
}

function size(text: string): number {
  return new TextEncoder().encode(text).length
}

function alone(outline: Outline, block: Block): Outline {
  return {...outline, title: '', subtitle: '', children: [{type: 'chapter', id: '', title: '', children: [block]}]}
}

/** How many parts from the beginning fit in a room. */
function fitting(sizes: readonly number[], room: number): number {
  let total = 0
  const over = sizes.findIndex((each) => {
    total += each
    return total > room
  })
  return over < 0 ? sizes.length : over
}

function cut(chapter: Chapter, count: number): Chapter {
  const lost = chapter.children.length - count
  if (lost === 0) return chapter
  const told = lost === 1 ? '1 more part of this chapter does' : `${lost} more parts of this chapter do`
  return {
    ...chapter,
    children: [
      ...chapter.children.slice(0, count),
      {
        type: 'paragraph',
        id: null,
        children: [{type: 'strong', value: `${told} not fit here; the other reports have them.`}],
      },
    ],
  }
}

/** A room shared out: whoever needs less than an equal share gets what it needs, and leaves the rest to the others. */
function fairShares(needs: readonly number[], room: number): readonly number[] {
  const shares = needs.map(() => 0)
  let open = needs.map((_, at) => at)
  let left = room
  while (open.length > 0) {
    const equal = left / open.length
    const small = open.filter((at) => (needs[at] as number) <= equal)
    if (small.length === 0) {
      for (const at of open) shares[at] = equal
      break
    }
    for (const at of small) {
      shares[at] = needs[at] as number
      left -= needs[at] as number
    }
    open = open.filter((at) => !small.includes(at))
  }
  return shares
}
