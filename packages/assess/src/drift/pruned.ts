import {driftOf, type DriftRules} from './drift.ts'
import type {State} from './state.ts'

/** A recorded state without the findings and procedures that a later one has no longer. Nothing new is accepted. */
export const prunedState = (known: State, now: State, rules: DriftRules): State => {
  const {text, alignment} = driftOf(known, now, rules)
  const gone = new Set(
    alignment.flatMap((topic) => topic.gone.map(({finding}) => `${topic.topic}\n${finding.fingerprint}`)),
  )
  const lost = new Set(text.filter(({status}) => status === 'removed').map((each) => `${each.topic}/${each.authority}`))
  const isLost = (topic: string, authority: string): boolean => lost.has(`${topic}/${authority}`)
  return {
    ...known,
    procedures: known.procedures.filter(({procedure}) => !isLost(procedure.topic, procedure.authority)),
    topics: known.topics
      .map((topic) => ({
        ...topic,
        authorities: topic.authorities.filter((id) => !isLost(topic.id, id)),
        rows: topic.rows
          .map((row) => ({
            ...row,
            readings: Object.fromEntries(Object.entries(row.readings).filter(([id]) => !isLost(topic.id, id))),
            findings: row.findings.filter(({fingerprint}) => !gone.has(`${topic.id}\n${fingerprint}`)),
          }))
          .filter(({readings}) => Object.keys(readings).length > 0),
      }))
      .filter(({authorities}) => authorities.length > 0),
  }
}
