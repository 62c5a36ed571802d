// Reads a labelled set: docs.json {docs: [{id, sections: [{sid, heading, units: [{uid, text}]}]}]} and gold.json {units: {uid: [gold id, …]}}.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {identified, procedure, provision, section, source} from '../packages/ast/dist/index.js'

/** The set as procedures whose clauses know their unit (`source.path`), with the gold's judgement of two clauses. */
export const labelledSet = (folder) => {
  const {docs} = JSON.parse(readFileSync(join(folder, 'docs.json'), 'utf8'))
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'))
  const unit = ({uid, text}) => provision(text, {source: source(uid)})
  const procedures = docs.map(({id, sections}) =>
    identified(procedure(id, 'set', sections.map(({heading, units}) => section(heading ?? '', units.map(unit))))),
  )
  const ids = (clause) => gold.units[clause.source.path] ?? []
  return {docs, gold, procedures, corresponds: (x, y) => ids(x).some((id) => ids(y).includes(id))}
}
