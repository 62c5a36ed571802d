import type {Agreement, Decision, JudgementFault} from '@hedgerow/assess'
import {dated, sentence} from './wording.ts'

/** What each decision is called. */
export const decisionTitles: Readonly<Record<Decision['decision'], string>> = {
  'take-up': 'take up',
  park: 'park',
  'keep-local': 'keep local',
}

/** Whether a decision is due on a day before `asAt` and not done. */
const isOverdue = ({due, status}: Decision, asAt: string): boolean => status === 'open' && due !== null && due < asAt

/** A decision as a sentence: `Decided: take up (Brindle, due 31 January 2027, open). Wait for the contract.` */
export function decisionWords(decision: Decision, asAt: string): string {
  const {owner, due, status, note, by, on} = decision
  const facts = [
    owner ?? '',
    due === null ? '' : `due ${dated(due)}${isOverdue(decision, asAt) ? ', overdue' : ''}`,
    status,
    by === null ? '' : `by ${by}`,
    on === null ? '' : `on ${dated(on)}`,
  ].filter((fact) => fact !== '')
  return `Decided: ${decisionTitles[decision.decision]} (${facts.join(', ')}).${note === null ? '' : ` ${sentence(note)}`}`
}

/** What was agreed about a difference and whether it holds, as a sentence. */
export function agreementWords({reason, owner, agreed, reviewBy, state}: Agreement): string {
  const who = [owner ?? '', agreed === null ? '' : dated(agreed)].filter((part) => part !== '').join(', ')
  const why = `${reason.replace(/[.;:]$/u, '')}${who === '' ? '' : ` (${who})`}`
  switch (state) {
    case 'live':
      return `Agreed to stay until its review by ${dated(reviewBy)}, and not counted: ${why}.`
    case 'expired':
      return `Agreed to stay, but its review was due by ${dated(reviewBy)}, so it counts again: ${why}.`
    case 'refused':
      return `Agreed to stay, which does not hold: a statutory shortfall is not agreed away without saying so. It counts. ${why}.`
  }
}

/** Why an entry of judgement does not hold and what to do, as one sentence after the file's name. */
export function judgementFaultWords({entry, reason, remedy}: JudgementFault): string {
  return sentence(`${entry} ${reason}; ${remedy}`)
}
