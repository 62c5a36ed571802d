import type {Assessment} from '@hedgerow/assess'
import {listed} from '@hedgerow/report'

/** Why nothing was compared, and what to do. `chosen`: authorities were asked for by name; `named`: where documents that were not read are named. */
export const whyNothing = (
  {authorities, documents, notCompared, topics}: Assessment,
  {chosen, named}: {readonly chosen: boolean; readonly named: string},
): string => {
  const holders = new Set(documents.map(({authority}) => authority))
  const holder = listed(authorities.filter(({id}) => holders.has(id)).map(({name}) => name))
  if (documents.length === 0)
    return notCompared.length === 0
      ? 'the corpus holds no documents. Put them in as AUTHORITY/TOPIC.EXTENSION, as in ashby/missing-children.md'
      : `none of its documents could be read; each is named ${named} with what to do`
  if (holders.size > 1)
    return 'no two authorities have the same topic. Name the documents alike, or fold their names together under topics in hedgerow.yaml'
  if (authorities.length > 1)
    return `only ${holder} has anything on ${listed(topics.map(({title}) => title))}. Put in the others’ documents, or ask for another topic`
  if (chosen) return `only ${holder} was asked for. Ask for a second with --authority, or leave --authority out`
  return `only ${holder} has documents, and there is nothing to compare with. Put in a second authority`
}
