import type {Source} from './nodes.ts'

/** Where a clause stands, to be found again by a person: `ashby/missing-children.md:24`, or its page, paragraph, sheet and cell. */
export const placeOf = (source: Source): string => {
  const {path, line} = source
  return [line === null ? path : `${path}:${line}`, ...beyondLine(source)].join(', ')
}

/** Where a clause stands in its document, whose path is told elsewhere: `line 24`. The path where there is nothing nearer. */
export const placeWithin = (source: Source): string => {
  const {path, line} = source
  return [line === null ? '' : `line ${line}`, ...beyondLine(source)].filter((part) => part !== '').join(', ') || path
}

const beyondLine = ({page, paragraph, sheet, cell}: Source): readonly string[] =>
  [
    page === null ? '' : `page ${page}`,
    paragraph === null ? '' : `paragraph ${paragraph}`,
    sheet === null ? '' : `sheet ${sheet}`,
    cell === null ? '' : `cell ${cell}`,
  ].filter((part) => part !== '')
