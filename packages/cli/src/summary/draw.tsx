import {harmless, type Summary} from '@hedgerow/report'
import {render, renderToString} from 'ink'
import type {Progress} from '../analysis.ts'
import type {Output} from '../streams.ts'
import {ProgressLine} from './progress.tsx'
import {advanced, waiting} from './state.ts'
import {SummaryView} from './view.tsx'

/** The summary as a terminal shows it, `columns` wide; without a colour code where `color` is false. It is drawn to a string and written
 *  once: Ink would clear a screen that is smaller than the summary. */
export const drawnSummary = (
  facts: Summary,
  {columns, color}: {readonly columns: number; readonly color: boolean},
): string => {
  const drawn = renderToString(<SummaryView facts={withoutControls(facts)} color={color} columns={columns} />, {
    columns,
  })
  // Bold is Ink's own and follows the terminal, not --no-color.
  return `${color ? drawn : drawn.replace(/\p{Cc}\[[0-9;]*m/gu, '')}\n`
}

/** What a document's title or text holds must not drive the terminal. */
const withoutControls = (facts: Summary): Summary =>
  JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
    typeof value === 'string' ? harmless(value) : value,
  ) as Summary

/** A line of progress on a terminal: `progress` is to be told of the work, `stop` wipes the line. */
export const drawnProgress = (
  stream: Output,
  color: boolean,
): {readonly progress: (news: Progress) => void; readonly stop: () => Promise<void>} => {
  let state = waiting
  const view = render(<ProgressLine state={state} color={color} />, {
    stdout: stream as NodeJS.WriteStream,
    stderr: stream as NodeJS.WriteStream,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  return {
    progress: (news) => {
      state = advanced(state, {...news, current: harmless(news.current)})
      view.rerender(<ProgressLine state={state} color={color} />)
    },
    stop: async () => {
      view.clear()
      view.unmount()
      await view.waitUntilExit()
    },
  }
}
