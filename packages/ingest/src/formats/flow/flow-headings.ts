import type {Flow, FlowParagraph} from './flow.ts'

const textOf = ({inlines}: FlowParagraph): string =>
  inlines
    .map((each) => (each.type === 'text' ? each.text : each.type === 'break' ? ' ' : ''))
    .join('')
    .trim()

const paragraphsIn = (flow: readonly Flow[]): readonly FlowParagraph[] =>
  flow.flatMap((each) =>
    each.type === 'paragraph'
      ? [each]
      : each.rows.flatMap(({cells}) => cells.flatMap((cell) => paragraphsIn(cell.flow))),
  )

const mapped = (flow: readonly Flow[], change: (paragraph: FlowParagraph) => FlowParagraph): readonly Flow[] =>
  flow.map((each) =>
    each.type === 'paragraph'
      ? change(each)
      : {
          ...each,
          rows: each.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({...cell, flow: mapped(cell.flow, change)})),
          })),
        },
  )

const opening =
  /^(?:introduction|purpose|scope|background|aims?|overview|contents|foreword|summary|policy statement|about this|key (?:points|messages))\b/iu
const isNumbered = (paragraph: FlowParagraph): boolean =>
  Boolean(paragraph.number?.text) || /^\d/u.test(textOf(paragraph))

/** The first heading where it names the whole document though it has the rank of a section: it stands before everything else and is neither
 *  numbered nor a usual first section. */
const namesAll = (first: FlowParagraph, all: readonly FlowParagraph[]): boolean =>
  all[0] === first && !isNumbered(first) && !opening.test(textOf(first))

const longestHeading = 150
const fewestWords = 8

/** Whether a paragraph in a heading's style is a sentence: some use the styles for the sake of their numbers. */
const isSentence = (text: string): boolean =>
  text.length > longestHeading ||
  (/[.;]$/u.test(text) && text.split(/\s+/u).length >= fewestWords) ||
  /\b(?:must|shall|should|will)\b.*:$/u.test(text)

const demoted = (each: FlowParagraph): FlowParagraph =>
  each.heading !== null && each.heading > 0 && isSentence(textOf(each)) ? {...each, heading: null} : each

/** Headings with the level they stand at under the document's title: paragraphs in the style Title are level 1 and headings of the first rank
 *  then level 2, as they are where a document without a title has several of them. Sentences in a heading's style are text. */
export const levelled = (printed: readonly Flow[]): readonly Flow[] => {
  const flow = mapped(printed, demoted)
  const all = paragraphsIn(flow).filter((each) => textOf(each) !== '')
  const headings = all.filter(({heading}) => heading !== null)
  const title = headings.find(({heading}) => heading === 0)
  const firsts = headings.filter(({heading}) => heading === 1)
  const [first] = firsts
  if (title)
    return mapped(joinedTitle(flow, title), (each) => lowered(each, each.paragraph === title.paragraph ? title : null))
  if (!first || firsts.length === 1) return flow
  const named = namesAll(first, all) ? first : null
  return mapped(flow, (each) => lowered(each, each === named ? each : null))
}

const lowered = (each: FlowParagraph, title: FlowParagraph | null): FlowParagraph => {
  if (each.heading === null) return each
  if (title) return {...each, heading: 1}
  return {...each, heading: Math.max(each.heading, 1) + 1}
}

/** A title set in several paragraphs as one. */
const joinedTitle = (flow: readonly Flow[], title: FlowParagraph): readonly Flow[] => {
  const from = flow.indexOf(title)
  if (from < 0) return flow
  let end = from + 1
  let to = end
  for (
    let each = flow[end];
    each?.type === 'paragraph' && (each.heading === 0 || textOf(each) === '');
    each = flow[end]
  ) {
    end++
    if (each.heading === 0 && textOf(each) !== '') to = end
  }
  const parts = flow.slice(from, to) as readonly FlowParagraph[]
  const inlines = parts.flatMap((each, at) => (at === 0 ? each.inlines : [{type: 'break'} as const, ...each.inlines]))
  return [...flow.slice(0, from), {...title, inlines}, ...flow.slice(to)]
}
