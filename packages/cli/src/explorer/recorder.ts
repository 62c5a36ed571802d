import type {AgreedEntry} from '../judgement/agreed.ts'
import type {DecisionEntry} from '../judgement/decisions.ts'
import {type Change, judged} from '../judgement/judged.ts'
import {isAboutSame, type Judgement, type JudgementFile, judgementFiles, judgementsIn} from '../judgement/judgement.ts'
import type {PinEntry} from '../judgement/pins.ts'
import {yamlIn} from '../judgement/read.ts'
import {changedOnDisk, type Seen, seenNow} from '../judgement/seen.ts'
import {type JudgementChange, type Judgements, noJudgements} from './judgements.ts'

/** What became of something recorded. */
export interface Told {
  readonly words: string
  readonly isFault: boolean
  /** Whether rows must be made anew. */
  readonly pinned: boolean
}

/** Keeps the judgements of a sitting: written at once, to be taken back and made again. */
export interface Recorder {
  /** What is recorded now, by whomever. */
  readonly judgements: () => Judgements
  readonly record: (change: JudgementChange) => Promise<Told>
  readonly undo: () => Promise<Told>
  readonly redo: () => Promise<Told>
  /** The files somebody else changed since they were last read; they are read again. */
  readonly others: () => Promise<readonly JudgementFile[]>
}

/** What was done as one, to be undone as one. */
interface Done {
  readonly words: string
  readonly changes: readonly Change[]
}

const allOf = async (folder: string): Promise<Judgements> => {
  const all = await Promise.all(
    judgementFiles.map(async (file) => judgementsIn(await yamlIn(folder, `${file}.yaml`), file)),
  )
  const of = <Entry>(file: JudgementFile): readonly Entry[] =>
    all.flat().flatMap((each) => (each.file === file ? [each.entry as Entry] : []))
  return {
    ...noJudgements,
    pins: of<PinEntry>('pins'),
    agreed: of<AgreedEntry>('agreed'),
    decisions: of<DecisionEntry>('decisions'),
  }
}

const entriesOf = ({pins, agreed, decisions}: Judgements): readonly Judgement[] => [
  ...pins.map((entry): Judgement => ({file: 'pins', entry})),
  ...agreed.map((entry): Judgement => ({file: 'agreed', entry})),
  ...decisions.map((entry): Judgement => ({file: 'decisions', entry})),
]

/** The recorder of a corpus's folder. Throws a UsageError for a fault in one of its files. */
export const recorderIn = async (folder: string): Promise<Recorder> => {
  let [known, seen]: [Judgements, Seen] = [await allOf(folder), await seenNow(folder)]
  const past: Done[] = []
  const future: Done[] = []
  const read = async (): Promise<void> => {
    seen = await seenNow(folder)
    known = await allOf(folder)
  }
  /** Makes changes one after the other; what was made before one that could not be is taken back. */
  const made = async (changes: readonly Change[]): Promise<readonly Change[] | null> => {
    const undos: Change[] = []
    for (const change of changes) {
      const outcome = await judged(folder, change)
      if (outcome.type === 'conflict') {
        for (const undo of undos) await judged(folder, undo)
        return null
      }
      undos.unshift(outcome.undo)
    }
    return undos
  }
  const turn = async (done: Done, onto: Done[], words: string): Promise<Told> => {
    const pinned = done.changes.some(({from, to}) => (to ?? from)?.file === 'pins')
    const undos = await made(done.changes)
    await read()
    if (undos === null)
      return {
        words: `Somebody else changed this entry meanwhile: nothing was overwritten. ${done.words} was not written.`,
        isFault: true,
        pinned: true,
      }
    onto.push({words: done.words, changes: undos})
    return {words: `${words}${done.words}`, isFault: false, pinned}
  }
  const back = async (from: Done[], onto: Done[], words: string, none: string): Promise<Told> => {
    const done = from.pop()
    return done ? turn(done, onto, words) : {words: none, isFault: false, pinned: false}
  }
  return {
    judgements: () => ({...known, undoable: past.length, redoable: future.length}),
    record: async ({judgements, words}) => {
      const entries = entriesOf(known)
      const changes = judgements.map((to) => ({from: entries.find((each) => isAboutSame(each, to)) ?? null, to}))
      future.length = 0
      const files = [...new Set(judgements.map(({file}) => `${file}.yaml`))].join(', ')
      const told = await turn({words, changes}, past, '')
      return told.isFault ? told : {...told, words: `Written to ${files}, u undoes: ${told.words}`}
    },
    undo: () => back(past, future, 'Taken back: ', 'Nothing to take back.'),
    redo: () => back(future, past, 'Made again: ', 'Nothing to make again.'),
    others: async () => {
      const files = await changedOnDisk(folder, seen)
      if (files.length > 0) await read()
      return files
    },
  }
}
