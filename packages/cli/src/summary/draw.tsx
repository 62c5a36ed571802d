import {harmless, type Summary} from '@hedgerow/report'
import {renderToString} from 'ink'
import type {ReactElement} from 'react'
import type {Progress} from '../analysis.ts'
import type {Output} from '../streams.ts'
import {ProgressLine} from './progress.tsx'
import {advanced, waiting} from './state.ts'
import {SummaryView} from './view.tsx'

/** The summary as a terminal shows it, `columns` wide; without a colour code where `color` is false. It is drawn to a string and written
 *  once: Ink would clear a screen that is smaller than the summary. */
export const drawnSummary = (facts: Summary, {columns, color}: Look): string =>
  `${drawn(<SummaryView facts={withoutControls(facts)} color={color} columns={columns} />, {columns, color})}\n`

interface Look {
  readonly columns: number
  readonly color: boolean
}

const drawn = (view: ReactElement, {columns, color}: Look): string => {
  const text = renderToString(view, {columns})
  // Bold is Ink's own and follows the terminal, not --no-color.
  return color ? text : text.replace(/\p{Cc}\[[0-9;]*m/gu, '')
}

/** What a document's title or text holds must not drive the terminal. */
const withoutControls = (facts: Summary): Summary =>
  JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
    typeof value === 'string' ? harmless(value) : value,
  ) as Summary

/** Milliseconds between two drawings of the line, and before the first: work that is done sooner shows none. */
const pace = 100

/** Back to the edge, and the line emptied. */
const wiped = '\r\u001b[2K'

/** A line of progress on a terminal: `progress` is to be told of the work, `stop` wipes the line. Nothing is drawn where there is nothing to read. Ink lays the
 *  line out and does not keep the screen: what it had put off it would write when the line is wiped already. */
export const drawnProgress = (
  stream: Output,
  color: boolean,
): {readonly progress: (news: Progress) => void; readonly stop: () => void} => {
  let [state, last, isShown] = [waiting, performance.now(), false]
  let timer: NodeJS.Timeout | undefined
  const draw = (): void => {
    clearTimeout(timer)
    ;[timer, last, isShown] = [undefined, performance.now(), true]
    // One column stays free: a full line would make some terminals go to the next.
    const columns = Math.max((stream.columns ?? 80) - 1, 1)
    stream.write(`${wiped}${drawn(<ProgressLine state={state} color={color} />, {columns, color})}`)
  }
  return {
    progress: (news) => {
      if (news.documents === 0) return
      state = advanced(state, {...news, current: harmless(news.current)})
      const left = last + pace - performance.now()
      if (left <= 0) draw()
      else timer ??= setTimeout(draw, left).unref()
    },
    stop: () => {
      clearTimeout(timer)
      if (isShown) stream.write(wiped)
    },
  }
}
