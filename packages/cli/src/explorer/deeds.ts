import type {JudgementChange} from './judgements.ts'
import type {Prompt} from './prompts.ts'
import type {MarkedReading} from './view.ts'
import type {Opened, ViewName} from './opened.ts'

/** What a key asks for beyond the view it was pressed in. */
export type Deed =
  | {readonly do: 'open'; readonly view: Opened}
  /** The view in the place of the one on top. */
  | {readonly do: 'replace'; readonly view: Opened}
  | {readonly do: 'back'}
  | {readonly do: 'quit'}
  | {readonly do: 'say'; readonly words: string; readonly isFault?: boolean}
  | {readonly do: 'ask'; readonly prompt: Prompt}
  | {readonly do: 'judge'; readonly change: JudgementChange}
  | {readonly do: 'mark'; readonly reading: MarkedReading | null}
  | {readonly do: 'undo'}
  | {readonly do: 'redo'}
  | {readonly do: 'copy'; readonly text: string; readonly what: string}
  | {readonly do: 'edit'; readonly path: string; readonly line: number | null}
  | {readonly do: 'write-view'; readonly format: 'markdown' | 'csv'; readonly path: string}
  | {readonly do: 'write-report'; readonly format: string; readonly path: string}
  | {readonly do: 'reload'}
  | {readonly do: 'threshold'; readonly to: number}
  | {readonly do: 'filter'; readonly words: string}
  /** The view as it was before it was filtered. */
  | {readonly do: 'unfilter'}
  | {readonly do: 'press'; readonly key: string}
  | {readonly do: 'help'}
  | {readonly do: 'palette'}
  | {readonly do: 'write'}
  | {readonly do: 'go'; readonly view: ViewName}
  /** The welcome was read: it is not shown again. */
  | {readonly do: 'welcomed'}
  | {readonly do: 'suspend'}
  | {readonly do: 'redraw'}
