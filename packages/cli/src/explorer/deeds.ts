import type {FormatName} from '@hedgerow/report'
import type {JudgementChange} from './judgements.ts'
import type {Prompt, Values} from './prompts.ts'
import type {MarkedReading} from './view.ts'
import type {Opened, ViewName} from './opened.ts'

/** Something is to be written to a file; with `replace` over one that is there. */
export type WriteDeed = (
  | {readonly do: 'write-view'; readonly format: 'markdown' | 'csv'}
  | {readonly do: 'write-report'; readonly format: FormatName}
) & {readonly path: string; readonly replace?: boolean; readonly typedIn?: string}

/** What a key asks for beyond the view it was pressed in. */
export type Deed =
  | {readonly do: 'open'; readonly view: Opened}
  /** The view in the place of the one on top. */
  | {readonly do: 'replace'; readonly view: Opened}
  | {readonly do: 'back'}
  | {readonly do: 'quit'}
  | {readonly do: 'say'; readonly words: string; readonly isFault?: boolean}
  | {readonly do: 'ask'; readonly prompt: Prompt}
  /** `typedIn`: the form whose words are kept until they are on the disk. */
  | {readonly do: 'judge'; readonly change: JudgementChange; readonly typedIn?: string}
  | {readonly do: 'mark'; readonly reading: MarkedReading | null}
  | {readonly do: 'undo'}
  | {readonly do: 'redo'}
  | {readonly do: 'copy'; readonly text: string; readonly what: string}
  | {readonly do: 'edit'; readonly path: string; readonly line: number | null}
  | WriteDeed
  /** What was typed in a form and is not on the disk, by what the form is about; null for nothing. */
  | {readonly do: 'keep'; readonly of: string; readonly typed: Values | null}
  /** On to the next row of the list the one in sight was opened from, or back; `every`: also those nothing is to be done about. */
  | {readonly do: 'along'; readonly by: 1 | -1; readonly every: boolean}
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
