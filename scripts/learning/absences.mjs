// Labelled absences: that an authority has nothing of a row, with whether that is so. Used by learn-absences.mjs.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {placedClauses} from '../../packages/ast/dist/index.js'
import {procedures} from '../../packages/cli/dist/analysis.js'
import {corpusAt} from '../../packages/cli/dist/corpus/corpus.js'
import {absences, collate} from '../../packages/collate/dist/index.js'
import {lexicon} from '../../packages/lexicon/dist/index.js'
import {labelledTopic} from './labelled.mjs'

const read = async (root, folder) =>
  procedures(await corpusAt({cwd: root, argument: folder, config: undefined, lexicon}))

/** The topics of a region of this repository that have gold: `procedures` and `gold` are folders. */
export const goldTopics = async (root, folder, topics) => {
  const all = await read(root, `${folder}procedures`)
  const gold = folder === '' ? 'test/gold' : `${folder}gold`
  return topics.map((topic) => {
    const own = all.filter((each) => each.topic === topic)
    return {...labelledTopic(parse(readFileSync(join(root, gold, `${topic}.yaml`), 'utf8')), own), kind: 'gold'}
  })
}

const printOf = ({leadIn, text}) =>
  createHash('sha256')
    .update(`${leadIn ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 12)

/** The real documents labelled in test/labelled/absences.yaml that stand in a folder of corpora: sets whose clauses have the names they share with others. */
export const realTopics = async (root, folders) => {
  const labels = parse(readFileSync(join(root, 'test/labelled/absences.yaml'), 'utf8'))
  const all = (await Promise.all(folders.map((folder) => read(root, folder)))).flat()
  return labels.flatMap(({topic, half, authorities}) => {
    const own = all.filter((each) => each.topic === topic && authorities[each.authority])
    if (own.length < Object.keys(authorities).length) return []
    const names = new Map()
    for (const {authority, children} of own)
      for (const {clause} of placedClauses({children}))
        names.set(clause.id, authorities[authority][printOf(clause)]?.split(' ') ?? [])
    const said = (clause) => names.get(clause.id) ?? []
    return [
      {
        name: topic,
        kind: half,
        procedures: own,
        ids: (clause) => said(clause).filter((name) => !name.startsWith('~')),
        hints: (clause) => said(clause).flatMap((name) => (name.startsWith('~') ? [name.slice(1)] : [])),
      },
    ]
  })
}

/** Whether it is so that an authority has nothing of some clauses: 1, 0, or a half where it is doubtful; null where nobody judged. `-` is shared with nobody. */
const truthOf =
  ({ids, hints = () => []}, held, hinted) =>
  (clauses, authority) => {
    const [own, weak] = [clauses.flatMap(ids), clauses.flatMap(hints)]
    if (own.length + weak.length === 0) return null
    const has = (holders, id) => id !== '-' && holders.get(id)?.has(authority) === true
    if (own.some((id) => has(held, id))) return 0
    return own.some((id) => has(hinted, id)) || weak.some((id) => has(held, id) || has(hinted, id)) ? 0.5 : 1
  }

const holdersOf = (set, of) => {
  const found = new Map()
  for (const {authority, children} of set.procedures)
    for (const {clause} of placedClauses({children}))
      for (const id of of(clause)) found.set(id, (found.get(id) ?? new Set()).add(authority))
  return found
}

/** A set's procedures, all together and, where it has more than two, each two that stand near each other: what one authority has is missed sooner among many. */
const gatherings = ({procedures: all}) => {
  if (all.length === 2) return [{all, isPair: true}]
  const pairs = all.flatMap((x, at) => all.slice(at + 1, at + 3).map((y) => ({all: [x, y], isPair: true})))
  return [{all, isPair: false}, ...pairs]
}

/** Judges what a set tells of who has nothing; null of a document that could be read only in part. */
const judging = (set) => {
  const truth = truthOf(set, holdersOf(set, set.ids), holdersOf(set, set.hints ?? (() => [])))
  const partly = new Set(set.procedures.flatMap(({authority, unread}) => (unread.length > 0 ? [authority] : [])))
  return (clauses, authority) => (partly.has(authority) ? null : truth(clauses, authority))
}

/** The absences of a set that can be judged, with their measures; `row` names what they are told of. */
export const judgedAbsences = (set) => {
  const judge = judging(set)
  return gatherings(set).flatMap(({all, isPair}, gathering) =>
    absences(all, lexicon).flatMap(({clauses, authority, absence}) => {
      const is = judge(clauses, authority)
      const isLone = new Set(clauses.map(({id}) => id.split('/')[0])).size === 1
      const row = `${set.name} ${gathering} ${clauses[0].id}`
      return is === null ? [] : [{...absence, is, isPair, isLone, row, set: set.name, kind: set.kind}]
    }),
  )
}

/** What rows tell of a set's absences as they stand in the lexicon: whether each is told as sure, and whether it is so. */
export const toldAbsences = (set, known = lexicon) => {
  const judge = judging(set)
  return gatherings(set).flatMap(({all, isPair}) =>
    collate(all, known).rows.flatMap(({readings, doubtful, unsure}) => {
      const held = Object.values(readings).filter((own) => own !== null)
      const clauses = held.flatMap((own) => own.map(({clause}) => clause))
      const isWeak = unsure.some((reason) => !Object.values(doubtful).some(({reasons}) => reasons.includes(reason)))
      const isLone = held.length === 1
      return Object.keys(readings).flatMap((authority) => {
        const is = readings[authority] === null ? judge(clauses, authority) : null
        const isSure = isLone ? unsure.length === 0 : !isWeak && doubtful[authority] === undefined
        return is === null ? [] : [{is, isSure, isPair, isLone, set: set.name, kind: set.kind}]
      })
    }),
  )
}
