import type {Deed} from './deeds.ts'
import type {Binding} from './view.ts'

/** A key that does the same in every view. */
export interface GlobalBinding extends Binding {
  readonly deed: Deed
}

/** Keys of every view, in the order the help lists them. */
export const globalKeys: readonly GlobalBinding[] = [
  {keys: ['?'], word: 'help', says: 'What every key does here; type to search', inFooter: true, deed: {do: 'help'}},
  {
    keys: [':', 'ctrl-p'],
    word: 'commands',
    says: 'Everything that can be done, found by typing',
    inFooter: true,
    deed: {do: 'palette'},
  },
  {
    keys: ['/'],
    word: 'filter',
    says: 'Show only what holds the words you type',
    inFooter: true,
    deed: {do: 'press', key: '/'},
  },
  {keys: ['esc'], word: 'back', says: 'Go back to where you came from', inFooter: true, deed: {do: 'back'}},
  {keys: ['1'], word: 'region', says: 'The region: authorities and topics', deed: {do: 'go', view: 'region'}},
  {keys: ['2'], word: 'steps', says: 'First steps: what to align, best first', deed: {do: 'go', view: 'opportunities'}},
  {keys: ['3'], word: 'rows', says: 'Every row of a topic', deed: {do: 'go', view: 'rows'}},
  {keys: ['4'], word: 'side by side', says: 'Two procedures side by side', deed: {do: 'go', view: 'sides'}},
  {keys: ['5'], word: 'outline', says: 'A procedure’s outline', deed: {do: 'go', view: 'outline'}},
  {keys: ['6'], word: 'agencies', says: 'Work by agency', deed: {do: 'go', view: 'agencies'}},
  {keys: ['7'], word: 'faults', says: 'Faults, and what was not compared', deed: {do: 'go', view: 'faults'}},
  {keys: ['u'], word: 'undo', says: 'Take back the last judgement', deed: {do: 'undo'}},
  {keys: ['ctrl-r', 'U'], word: 'redo', says: 'Make it again', deed: {do: 'redo'}},
  {keys: ['w'], word: 'write', says: 'Write this view, or a whole report, to a file', deed: {do: 'write'}},
  {
    keys: [']'],
    word: 'stricter',
    says: 'Raise the match threshold: fewer rows count, more say unsure',
    deed: {do: 'press', key: ']'},
  },
  {keys: ['['], word: 'looser', says: 'Lower the match threshold', deed: {do: 'press', key: '['}},
  {keys: ['R'], word: 'read again', says: 'Read the documents and judgements again', deed: {do: 'reload'}},
  {keys: ['ctrl-l'], word: 'redraw', says: 'Draw the screen anew', deed: {do: 'redraw'}},
  {keys: ['ctrl-z'], word: 'suspend', says: 'Leave to the shell; fg comes back', deed: {do: 'suspend'}},
  {
    keys: ['q', 'ctrl-c'],
    word: 'quit',
    says: 'Quit; every judgement is on disk already',
    inFooter: true,
    deed: {do: 'quit'},
  },
]

/** What a key does in every view, or null. */
export const globalDeed = (key: string): Deed | null => globalKeys.find(({keys}) => keys.includes(key))?.deed ?? null

const printed: Readonly<Record<string, string>> = {
  esc: 'Esc',
  enter: 'Enter',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  backspace: 'Backspace',
  space: 'Space',
  arrows: 'Arrows',
  left: 'Left',
  right: 'Right',
  'ctrl-p': 'Ctrl-P',
  'ctrl-r': 'Ctrl-R',
  'ctrl-c': 'Ctrl-C',
  'ctrl-l': 'Ctrl-L',
  'ctrl-z': 'Ctrl-Z',
}

/** A key as a person calls it. */
export const keyName = (key: string): string => printed[key] ?? key
