// Reads a labelled set: docs.json {docs: [{id, sections: [{sid, heading, units: [{uid, text}]}]}]} and gold.json {units: {uid: [gold id, …]}}.
import {readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {identified, placedClauses, procedure, provision, section, source} from '../../packages/ast/dist/index.js'
import {locatedUnits} from '../../test/support/scorecard.mjs'

/** Two clauses correspond when they share a gold id. */
const sharing = (ids) => (x, y) => {
  const own = ids(y)
  return ids(x).some((id) => own.includes(id))
}

/** The set as procedures whose clauses know their unit (`source.path`), with the gold ids of each clause. */
export const labelledSet = (folder) => {
  const {docs} = JSON.parse(readFileSync(join(folder, 'docs.json'), 'utf8'))
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'))
  const unit = ({uid, text}) => provision(text, {source: source(uid)})
  const procedures = docs.map(({id, sections}) =>
    identified(
      procedure(
        id,
        'set',
        sections.map(({heading, units}) => section(heading ?? '', units.map(unit))),
      ),
    ),
  )
  const ids = (clause) => gold.units[clause.source.path] ?? []
  return {name: basename(folder), docs, gold, procedures, ids, corresponds: sharing(ids)}
}

/** Procedures of one topic with their hand-made gold as a labelled set: a clause's gold ids are the gold's rows that its text stands in. */
export const labelledTopic = (gold, procedures) => {
  const clauses = procedures.flatMap((root) =>
    placedClauses(root).map(({clause, sections}) => ({
      id: clause.id,
      authority: root.authority,
      kind: clause.type,
      section: sections.at(-1)?.title ?? '',
      text: clause.text,
    })),
  )
  const rows = new Map()
  for (const {gold: row, found} of locatedUnits(gold, clauses).units)
    for (const {id} of found) rows.set(id, [...(rows.get(id) ?? []), row])
  const ids = (clause) => rows.get(clause.id) ?? []
  return {name: gold.topic, procedures, ids, corresponds: sharing(ids)}
}
