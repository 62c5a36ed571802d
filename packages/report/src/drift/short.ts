import type {Drift, ProcedureDrift, TopicDrift} from '@hedgerow/assess'
import {counting} from './alignment.ts'
import {losses} from './losses.ts'
import type {DriftNames} from './names.ts'
import {type Chapter, list} from '../nodes.ts'
import {capital, counted, listed, score, sentence} from '../wording.ts'

const fateWords = {
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  unsure: 'said in other words, to be checked',
  reworded: 'in other words with the same rule',
  moved: 'moved',
  renumbered: 'renumbered',
  kept: 'kept as they were',
} as const

type Counts = ProcedureDrift['counts']

/** `3 changed, 1 added, 60 kept as they were`; only what is not nought. */
export function countsWords(counts: Counts): string {
  const parts = (Object.keys(fateWords) as (keyof typeof fateWords)[]).filter((name) => counts[name] > 0)
  return parts.map((name) => `${counts[name]} ${fateWords[name]}`).join(', ')
}

/** What a drift comes to, in sentences. */
function driftSentences(drift: Drift, names: DriftNames): readonly string[] {
  const moved = drift.text.filter(({status}) => status !== 'same')
  const total = (name: keyof Counts): number => drift.text.reduce((sum, {counts}) => sum + counts[name], 0)
  const counts = Object.fromEntries(
    Object.keys(fateWords).map((name) => [name, total(name as keyof Counts)]),
  ) as unknown as Counts
  const standards = drift.alignment.flatMap((topic) => topic.standards)
  const unmet = standards.filter(({outcome}) => outcome === 'unmet').length
  const met = standards.filter(({outcome}) => outcome === 'met').length
  const fresh = drift.alignment.flatMap(({found}) => found).filter(counting)
  const gone = drift.alignment.flatMap((each) => each.gone).filter(counting)
  const suppressed = suppressedCount(drift)
  return [
    moved.length === 0
      ? `No authority changed its text: ${counted(drift.text.length, 'procedure')}, ${counted(counts.kept, 'provision')}.`
      : `${counted(moved.length, 'procedure')} of ${drift.text.length} changed. Provisions: ${countsWords(counts)}.`,
    ...fileSentence(drift),
    ...drift.alignment.filter(({tendency}) => tendency !== 'level').map((topic) => tendencySentence(topic)),
    ...(unmet + met === 0 ? [] : [`Standards: ${unmet} newly unmet, ${met} newly met.`]),
    ...(fresh.length + gone.length === 0
      ? []
      : [`Differences between the authorities: ${fresh.length} new, ${gone.length} gone.`]),
    ...(isToolTold(drift) ? [toolSentence(drift)] : []),
    ...(suppressed === 0
      ? []
      : [
          `${capital(counted(suppressed, 'finding or change', 'findings or changes'))} suppressed; they are listed at the end.`,
        ]),
    ...drift.notCompared.map(({path, reason}) => `Not compared: ${path}: ${sentence(reason)}`),
    ...drift.text
      .filter(({status}) => status === 'unread')
      .map(
        (own) =>
          `${names.authority(own.authority)}, ${names.topic(own.topic)}: it is there and could not be read, so nothing is known of it.`,
      ),
  ]
}

/** Files that changed though none of their provisions did: titles, dates, notes, layout. */
function fileSentence({text}: Drift): readonly string[] {
  const own = text.filter(
    ({status, isOtherFile, paths}) => status === 'same' && (isOtherFile || paths.before.join() !== paths.after.join()),
  )
  if (own.length === 0) return []
  const renamed = own.flatMap(({paths}) =>
    paths.before.join() === paths.after.join() ? [] : [`${listed(paths.before)} is ${listed(paths.after)} now`],
  )
  const titles = own.flatMap(({title, formerTitle}) =>
    formerTitle === null ? [] : [`“${formerTitle}” is “${title}” now`],
  )
  const which = listed(own.flatMap(({paths}) => paths.after))
  return [
    `${capital(counted(own.length, 'file'))} changed, and none of ${own.length === 1 ? 'its' : 'their'} provisions (titles, dates, notes or layout): ${which}.${renamed.length === 0 ? '' : ` Names: ${renamed.join('; ')}.`}${titles.length === 0 ? '' : ` Titles: ${titles.join('; ')}.`}`,
  ]
}

function suppressedCount({text, alignment}: Drift): number {
  const changes = text.flatMap((own) => own.changes)
  const findings = alignment.flatMap(({found, updated, unchanged}) => [...found, ...updated, ...unchanged])
  return [...changes, ...findings].filter(({suppressed}) => suppressed !== null).length
}

function tendencySentence({title, scores, tendency}: TopicDrift): string {
  const way = tendency === 'closer' ? 'came closer' : 'drifted apart'
  return `${title}: the region ${way}. Rules agree by ${score(scores.after?.rule ?? null)}, before by ${score(scores.before?.rule ?? null)}.`
}

/** What of a state's making is called. */
export const toolWords = {
  version: 'the version',
  lexicon: 'the lexicon',
  settings: 'the corpus’s own settings',
  asAt: 'the day',
} as const

/** Whether a change of what judges is worth a word: another day alone, which changed nothing, is not. */
export function isToolTold({tool}: Drift): boolean {
  return tool.found.length + tool.gone.length > 0 || tool.changed.some((part) => part !== 'asAt')
}

function toolSentence({tool}: Drift): string {
  const what = listed(tool.changed.map((part) => toolWords[part]))
  const effect =
    tool.found.length + tool.gone.length === 0
      ? 'it changed no finding'
      : `that alone brought ${counted(tool.found.length, 'finding')} and took away ${tool.gone.length}`
  if (tool.changed.length === 0)
    return `Beside that, findings about provisions that say the same: ${tool.found.length} new, ${tool.gone.length} gone; the alignment weighs every word of a topic.`
  return `What judges changed (${what}); ${effect}.`
}

/** What a drift comes to, first of all: what it lost before anything else. */
export function shortChapter(drift: Drift, names: DriftNames): Chapter {
  return {
    type: 'chapter',
    id: 'short',
    title: 'In short',
    children: [list([...losses(drift, names), ...driftSentences(drift, names)])],
  }
}
