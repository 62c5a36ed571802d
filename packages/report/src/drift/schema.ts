import {differenceNames} from '@hedgerow/assess'
import {count, flag, keyed, listOf, oneOf, orNull, record, ref, type Schema, share, text} from '../analysis-schema.ts'

const severity = oneOf('error', 'warning', 'note', 'off')
const className: Schema = oneOf(...differenceNames, 'added', 'removed', 'moved', 'renumbered')
const verdict = orNull(oneOf('met', 'below', 'not-stated', 'unsure'))

const source = record({
  path: text,
  line: orNull(count),
  page: orNull(count),
  paragraph: orNull(count),
  sheet: orNull(text),
  cell: orNull(text),
})

const said = record({
  text,
  leadIn: orNull(text),
  number: orNull(text),
  section: text,
  source: ref('source'),
  actors: listOf(text),
  place: count,
})

const made = record({asAt: text, version: text, lexicon: text, settings: text})

const suppression = orNull(record({by: oneOf('inline', 'agreed'), reason: text, at: text}))

const textChange = record({
  fingerprint: text,
  kind: oneOf('changed', 'added', 'removed'),
  severity,
  classes: listOf(
    record({
      class: className,
      severity,
      before: orNull(text),
      after: orNull(text),
      direction: orNull(oneOf('weaker', 'stricter', 'different')),
    }),
  ),
  before: listOf(ref('said')),
  after: listOf(ref('said')),
  unsure: listOf(text),
  closer: flag,
  row: orNull(text),
  suppressed: ref('suppression'),
})

const edition = orNull(record({version: orNull(text), date: orNull(text), review: orNull(text), owner: orNull(text)}))

const procedure = record({
  authority: text,
  topic: text,
  status: oneOf('same', 'changed', 'added', 'removed', 'unread'),
  renamedFrom: orNull(record({authority: text, topic: text})),
  title: text,
  formerTitle: orNull(text),
  isOtherFile: flag,
  paths: record({before: listOf(text), after: listOf(text)}),
  edition: record({before: edition, after: edition}),
  counts: record({
    kept: count,
    moved: count,
    renumbered: count,
    reworded: count,
    changed: count,
    added: count,
    removed: count,
    unsure: count,
  }),
  changes: listOf(textChange),
  headings: listOf(record({before: text, after: text})),
})

const finding = record({
  fingerprint: text,
  class: oneOf(...differenceNames),
  severity,
  standard: orNull(text),
  variants: listOf(record({value: text, label: text, authorities: listOf(text)})),
  summary: text,
})

const findingChange = record({
  finding: ref('finding'),
  was: orNull(ref('finding')),
  row: text,
  section: text,
  readings: keyed(listOf(ref('said'))),
  suppressed: ref('suppression'),
})

const scores = orNull(
  record({wording: orNull(share), rule: orNull(share), unsure: orNull(share), pairs: listOf({type: 'object'})}),
)
const pairScore = orNull(record({wording: share, rule: share}))

const topic = record({
  topic: text,
  title: text,
  scores: record({before: scores, after: scores}),
  tendency: oneOf('closer', 'apart', 'level'),
  pairs: listOf(record({a: text, b: text, before: pairScore, after: pairScore})),
  rows: listOf(record({row: text, section: text, before: orNull(text), after: orNull(text)})),
  standards: listOf(
    record({
      id: text,
      tier: oneOf('A', 'B'),
      statement: text,
      authority: text,
      before: verdict,
      after: verdict,
      outcome: oneOf('unmet', 'met', 'other'),
      severity,
      suppressed: ref('suppression'),
    }),
  ),
  found: listOf(ref('findingChange')),
  updated: listOf(ref('findingChange')),
  gone: listOf(ref('findingChange')),
  unchanged: listOf(ref('findingChange')),
})

const state = record({name: text, made: ref('made'), on: orNull(text)})

/** The JSON Schema (draft 2020-12) of a drift, version 1: what `check --format json` prints. */
export const driftSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hedgerow drift, version 1',
  ...record({
    schemaVersion: {const: 1},
    asAt: text,
    region: orNull(text),
    before: state,
    after: state,
    authorities: listOf(record({id: text, name: text, localNames: listOf(text), localRoles: keyed(listOf(text))})),
    titles: keyed(text),
    text: listOf(procedure),
    alignment: listOf(topic),
    tool: record({
      changed: listOf(oneOf('asAt', 'version', 'lexicon', 'settings')),
      found: listOf(ref('findingChange')),
      gone: listOf(ref('findingChange')),
    }),
    ignores: listOf(
      record({authority: text, topic: text, path: text, line: count, class: text, reason: text, uses: count}),
    ),
    notCompared: listOf(record({path: text, reason: text})),
  }),
  $defs: {source, said, made, suppression, finding, findingChange},
}
