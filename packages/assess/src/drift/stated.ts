import {clauses, type Procedure} from '@hedgerow/ast'
import type {AssessedRow, Finding, TopicAssessment} from '../assessment.ts'
import type {StatedFinding, StatedRow, StatedTopic} from './state.ts'

/** What is kept of an assessed topic. `procedures` are those it was made from: rows name provisions by their places in them. */
export const statedTopic = (topic: TopicAssessment, procedures: readonly Procedure[]): StatedTopic => {
  const own = procedures.filter((each) => each.topic === topic.id)
  const places = new Map(own.map((each) => [each.authority, placesOf(each)]))
  return {
    id: topic.id,
    title: topic.title,
    authorities: topic.authorities,
    scores: topic.scores,
    standards: topic.standards.map(({id, tier, statement, met}) => ({id, tier, statement, met})),
    rows: topic.rows.map((row) => statedRow(row, (authority, id) => places.get(authority)?.get(id) ?? -1)),
  }
}

const placesOf = (procedure: Procedure): ReadonlyMap<string, number> =>
  new Map(clauses(procedure).map(({id}, at) => [id, at]))

const statedRow = (row: AssessedRow, placeOf: (authority: string, id: string) => number): StatedRow => ({
  id: row.id,
  section: row.section,
  kind: row.kind,
  status: row.status,
  facets: row.facets,
  readings: Object.fromEntries(
    Object.entries(row.readings).flatMap(([authority, readings]) =>
      readings === null ? [] : [[authority, readings.map(({id}) => placeOf(authority, id))]],
    ),
  ),
  findings: row.findings.map(statedFinding),
})

const statedFinding = ({
  fingerprint,
  class: name,
  severity,
  standard,
  variants,
  summary,
  agreed,
}: Finding): StatedFinding => ({
  fingerprint,
  class: name,
  severity,
  standard,
  variants,
  summary,
  ...(agreed ? {agreed} : {}),
})
