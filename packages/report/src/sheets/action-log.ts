import type {Decision} from '@hedgerow/assess'
import {type Step, stepsOf} from '../summary.ts'
import type {Context} from '../context.ts'
import {decisionTitles} from '../judgement-words.ts'
import {proposalBrief} from '../proposal-words.ts'
import {opportunityWords} from '../wording.ts'
import {type Cell, type Column, columns, dayCell, type Sheet, sheet} from './book.ts'

/** The columns of the action log that are read back, by what they hold. */
export const actionLogTitles = {
  fingerprint: 'Fingerprint',
  owner: 'Owner',
  due: 'Due',
  decision: 'Decision',
  status: 'Status',
  note: 'Note',
  by: 'Decided by',
  on: 'Decided on',
  recorded: 'Recorded when written',
} as const

const titles = actionLogTitles

/** What the status of a decision may be. */
export const decisionStatuses = ['open', 'done'] as const

const layout: readonly Column[] = columns(
  [titles.fingerprint, 20],
  ['Rank', 7],
  ['Kind', 16],
  ['Topic', 38],
  ['Title', 44],
  ['Why', 60],
  ['Words to adopt', 60],
  ['Rows', 26],
  {title: titles.owner, width: 22},
  {title: titles.due, width: 13, holds: 'date'},
  {title: titles.decision, width: 14, choices: Object.values(decisionTitles)},
  {title: titles.status, width: 10, choices: decisionStatuses},
  {title: titles.note, width: 40},
  {title: titles.by, width: 18},
  {title: titles.on, width: 13, holds: 'date'},
  [titles.recorded, 30],
)

/** A decision in one line, as the log says what stood in decisions.yaml when it was written: read back, it tells what has changed there since. */
export function recordedWords(decision: Decision | null): string {
  if (decision === null) return 'nothing'
  const {owner, due, status, note, by, on} = decision
  const facts = [decisionTitles[decision.decision], status, owner, due, by, on, note]
  return facts.map((fact) => fact ?? '–').join(' | ')
}

function row(step: Step, index: number): readonly Cell[] {
  const {decision} = step
  return [
    step.fingerprint,
    index + 1,
    opportunityWords[step.class],
    step.topicTitle,
    step.title,
    step.why,
    step.proposal === undefined ? '–' : proposalBrief(step.proposal),
    step.rows.join(', '),
    decision?.owner ?? null,
    dayCell(decision?.due ?? null),
    decision === null ? null : decisionTitles[decision.decision],
    decision?.status ?? null,
    decision?.note ?? null,
    decision?.by ?? null,
    dayCell(decision?.on ?? null),
    recordedWords(decision),
  ]
}

/** Every opportunity, best first, with what was decided about it: the sheet that people edit and that is read back. */
export function actionLog({assessment}: Context): Sheet {
  return sheet({
    name: 'Action log',
    title: 'Steps as an action log',
    about: [
      'Fill in Owner, Due, Decision, Status and Note. Leave the first and the last column as they are: by them the file is read back with hedgerow decisions import FILE.',
    ],
    columns: layout,
    rows: stepsOf(assessment).map(row),
    frozen: 2,
  })
}
