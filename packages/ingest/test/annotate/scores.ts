import {type Labelled, read} from './read-clauses.ts'

export interface Scores {
  readonly modality: number
  readonly actors: number
  readonly recipients: number
  readonly verbs: number
  readonly objects: number
  readonly conditions: number
  readonly forms: number
  /** One line for each fact read otherwise than labelled. */
  readonly wrong: readonly string[]
}

/** How well the facts are read: accuracy for modality, verb and object (empty = none), F1 for lists and conditions; 1 when there is nothing to find and nothing was found. */
export const scores = (cases: readonly Labelled[]): Scores => {
  const wrong: string[] = []
  const rows = cases.map((labelled) => ({labelled, facts: read(labelled).facts}))
  const told = (fact: string, {text, leadIn}: Labelled, want: unknown, got: unknown): void => {
    wrong.push(`${fact}: ${leadIn ?? ''} ${text}\n    want ${JSON.stringify(want)} got ${JSON.stringify(got)}`)
  }
  const share = (
    fact: string,
    want: (row: Labelled) => unknown,
    got: (row: (typeof rows)[number]) => unknown,
  ): number => {
    const counted = rows.filter(({labelled}) => !labelled.skip?.includes(fact) && want(labelled) !== undefined)
    const right = counted.filter((row) => {
      const same = want(row.labelled) === got(row)
      if (!same) told(fact, row.labelled, want(row.labelled), got(row))
      return same
    })
    return counted.length === 0 ? 1 : right.length / counted.length
  }
  const f1 = (
    fact: string,
    want: (row: Labelled) => readonly string[],
    got: (row: (typeof rows)[number]) => readonly string[],
  ): number => {
    let [hits, misses, extras] = [0, 0, 0]
    for (const row of rows) {
      if (row.labelled.skip?.includes(fact)) continue
      const [wanted, found] = [want(row.labelled), got(row)]
      const hit = wanted.filter((id) => found.includes(id)).length
      if (hit < Math.max(wanted.length, found.length)) told(fact, row.labelled, wanted, found)
      hits += hit
      misses += wanted.length - hit
      extras += found.length - hit
    }
    return hits + misses + extras === 0 ? 1 : (2 * hits) / (2 * hits + misses + extras)
  }
  return {
    modality: share(
      'modality',
      ({modality}) => modality,
      ({facts}) => facts.modality,
    ),
    actors: f1(
      'actors',
      ({actors = []}) => actors,
      ({facts}) => facts.actors,
    ),
    recipients: f1(
      'recipients',
      ({recipients = []}) => recipients,
      ({facts}) => facts.recipients,
    ),
    verbs: share(
      'verb',
      ({verb}) => verb,
      ({facts}) => facts.action?.verb,
    ),
    objects: share(
      'object',
      ({object}) => object,
      ({facts}) => facts.action?.object ?? '',
    ),
    conditions: f1(
      'condition',
      ({condition}) => (condition === undefined ? [] : [condition]),
      ({facts}) => (facts.condition === null ? [] : [facts.condition]),
    ),
    forms: f1(
      'forms',
      ({forms = []}) => forms,
      ({facts}) => facts.forms,
    ),
    wrong,
  }
}
