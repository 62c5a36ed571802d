import type {Drift, FindingChange, StatedFinding} from '@hedgerow/assess'
import {counting, gravity} from './alignment.ts'
import type {DriftNames} from './names.ts'
import {type Phrase, phrases, strong} from '../nodes.ts'
import {counted, sentence} from '../wording.ts'

/** What a drift lost, worst first: standards that are newly unmet, then agreements that came apart, then how many provisions ask for less. Empty where it
 *  lost nothing. What people agreed to live with is not told here. */
export function losses(drift: Drift, names: DriftNames): readonly (readonly Phrase[])[] {
  const unmet = drift.alignment
    .flatMap(({standards}) => standards)
    .filter(({outcome, suppressed}) => outcome === 'unmet' && suppressed === null)
  const apart = cameApart(drift)
  const more = apart.length - shown
  const weaker = weakerCount(drift)
  return [
    ...unmet.map((each) =>
      phrases(strong('Newly unmet:'), ` ${names.authority(each.authority)} ${names.standard(each)}.`),
    ),
    ...apart.slice(0, shown).map((each) => phrases(strong('Came apart:'), ` ${partedWords(each, names)}`)),
    ...(more > 0 ? [phrases(strong('Came apart:'), ` ${more} more, under “How the region stands”.`)] : []),
    ...(weaker === 0
      ? []
      : [phrases(strong('Weaker:'), ` ${counted(weaker, 'provision asks', 'provisions ask')} for less than before.`)]),
  ]
}

/** So many agreements that came apart are told one by one; the rest are counted, and all stand further down. */
const shown = 5

function partedWords(change: FindingChange, names: DriftNames): string {
  return `${names.row(change).replace(/^, /u, '')}. ${sentence(names.finding(change.finding))}`
}

/** Differences that weigh, where two authorities said the same before and do not now; gravest first. A shortfall is told as a standard. */
function cameApart({alignment, text}: Drift): readonly FindingChange[] {
  const all = alignment.flatMap(({topic, found, updated}) => {
    const added = onlyAdded(text.filter((own) => own.topic === topic))
    return [...found.filter(({row}) => !added.has(row)), ...updated.filter(isParting)]
  })
  return all
    .filter((each) => counting(each) && each.suppressed === null)
    .filter(({finding}) => finding.class !== 'below-standard' && ['error', 'warning'].includes(finding.severity))
    .sort((x, y) => gravity.indexOf(x.finding.severity) - gravity.indexOf(y.finding.severity))
}

/** The rows in which all that changed is that provisions were added: what differs there was not agreed before. */
function onlyAdded(text: Drift['text']): ReadonlySet<string | null> {
  const changes = text.flatMap((own) => own.changes)
  const changed = new Set(changes.flatMap(({kind, row}) => (kind === 'added' ? [] : [row])))
  return new Set(changes.flatMap(({row}) => (changed.has(row) ? [] : [row])))
}

/** Whether two authorities that shared a value of the former finding do not share one of the present. */
function isParting({was, finding}: FindingChange): boolean {
  const before = was === null ? [] : was.variants
  return before.some(({authorities}) =>
    authorities.some((each) =>
      authorities.some((other) => isTold(each, finding) && isTold(other, finding) && !isTogether(each, other, finding)),
    ),
  )
}

function isTold(authority: string, {variants}: StatedFinding): boolean {
  return variants.some(({authorities}) => authorities.includes(authority))
}

function isTogether(a: string, b: string, {variants}: StatedFinding): boolean {
  return variants.some(({authorities}) => authorities.includes(a) && authorities.includes(b))
}

function weakerCount({text}: Drift): number {
  return text
    .flatMap(({changes}) => changes)
    .filter(
      ({suppressed, classes}) =>
        suppressed === null && classes.some((each) => each.severity !== 'off' && each.direction === 'weaker'),
    ).length
}
