import type {AgreedEntry} from '../judgement/agreed.ts'
import type {DecisionEntry} from '../judgement/decisions.ts'
import type {Judgement} from '../judgement/judgement.ts'
import type {PinEntry} from '../judgement/pins.ts'

/** What people recorded beside the corpus. */
export interface Judgements {
  readonly pins: readonly PinEntry[]
  readonly agreed: readonly AgreedEntry[]
  readonly decisions: readonly DecisionEntry[]
  /** How many changes of this sitting can be taken back, and made again. */
  readonly undoable: number
  readonly redoable: number
}

export const noJudgements: Judgements = {pins: [], agreed: [], decisions: [], undoable: 0, redoable: 0}

/** A change of what is recorded, made and undone as one, and what it is called. */
export interface JudgementChange {
  readonly judgements: readonly Judgement[]
  readonly words: string
}

/** What was decided about a step: by its fingerprint, else by the provisions it rests on. */
export const decisionOn = (
  {decisions}: Pick<Judgements, 'decisions'>,
  {fingerprint, restsOn}: {readonly fingerprint: string; readonly restsOn: string | null},
): DecisionEntry | undefined =>
  decisions.find(({opportunity}) => opportunity === fingerprint) ??
  (restsOn === null ? undefined : decisions.find((each) => each['rests-on'] === restsOn))

export const agreedOn = ({agreed}: Judgements, fingerprint: string): AgreedEntry | undefined =>
  agreed.find(({finding}) => finding === fingerprint)

export const decisionWords = {'take-up': 'taken up', park: 'parked', 'keep-local': 'kept local'} as const
