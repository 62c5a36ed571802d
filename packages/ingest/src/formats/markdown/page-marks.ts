import type {Place} from '../reading.ts'

const mark = /<!-- page (\d{1,6}) -->/gu

/** The comment that says in Markdown from which page of the original on the text stands. */
export const pageMark = (page: number): string => `<!-- page ${page} -->`

/** Places with the page of the last page mark before them; as they were where the source holds none. */
export const withPages = (source: string, place: (offset: number) => Place): ((offset: number) => Place) => {
  const marks = [...source.matchAll(mark)].map(({index, 1: page}) => ({index, page: Number(page)}))
  if (marks.length === 0) return place
  return (offset) => {
    const last = marks.findLast(({index}) => index <= offset)
    return last ? {...place(offset), page: last.page} : place(offset)
  }
}
