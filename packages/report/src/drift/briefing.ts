import type {Drift, ProcedureDrift, Said, TextChange} from '@hedgerow/assess'
import {placeOf} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {amendedOn} from './amendments.ts'
import {driftNames, type DriftNames} from './names.ts'
import {html} from '../formats/html.ts'
import {markdown} from '../formats/markdown.ts'
import {text, type TextOptions} from '../formats/text.ts'
import {type Block, type Chapter, code, heading, list, type Outline, paragraph, type Phrase, phrases} from '../nodes.ts'
import {capital, counted, dated, listed, sentence} from '../wording.ts'

/** One page holds so many changes, and so many characters of a quotation; how many more there are is said. */
const most = {changes: 8, removed: 5, quoted: 160} as const

const gravity = ['error', 'warning', 'note', 'off']

interface Told {
  readonly change: TextChange
  readonly own: ProcedureDrift
}

/** A one-page briefing for practitioners, in the seven parts of a seven-minute briefing: what changes for whom, from when. */
function briefingOutline(drift: Drift, lexicon: Lexicon): Outline {
  const names = driftNames(drift, lexicon)
  const changed = drift.text.filter(({status}) => status === 'changed' || status === 'added' || status === 'removed')
  const all = changed.flatMap((own) =>
    own.changes
      .filter(({severity, suppressed}) => severity !== 'off' || suppressed !== null)
      .map((change): Told => ({change, own})),
  )
  const weight = ({change}: Told): number =>
    gravity.indexOf(change.severity) + (change.unsure.length > 0 ? gravity.length : 0)
  const sorted = [...all].sort((x, y) => weight(x) - weight(y))
  const asked = sorted.filter(({change}) => change.kind !== 'removed')
  const [shown, rest] = [asked.slice(0, most.changes), asked.slice(most.changes)]
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    ['1. Why you are reading this', [paragraph(whyWords(changed, all, names))]],
    ['2. What changes, and for whom', [...byRole(shown, drift, names, lexicon), ...restBlock(rest, names)]],
    [
      '3. What is no longer asked',
      removedBlocks(
        sorted.filter(({change}) => change.kind === 'removed'),
        names,
      ),
    ],
    ['4. What stays the same', [paragraph(sameWords(drift))]],
    ['5. From when', datesBlocks(changed, drift, names)],
    ['6. What to do now', [list(todo)]],
    ['7. Where it stands', placesBlocks(changed, names)],
  ]
  return {
    type: 'outline',
    title: drift.region === null ? 'Seven-minute briefing' : `${drift.region}: seven-minute briefing`,
    subtitle: `What changed between ${drift.before.name} and ${drift.after.name}. Made from the procedures' own words; they count, not this page.`,
    children: chapters.map(
      ([title, children], at): Chapter => ({type: 'chapter', id: `part-${at + 1}`, title, children}),
    ),
  }
}

const todo = [
  'Read the passages quoted here in the procedure itself.',
  'Ask your manager or safeguarding lead where one of them touches a case that is open now.',
  'Change forms, checklists and reminders of your team that state the old rule.',
]

function whyWords(changed: readonly ProcedureDrift[], all: readonly Told[], names: DriftNames): string {
  if (all.length === 0) return 'No procedure changed in what it asks you to do.'
  const authorities = [...new Set(changed.map(({authority}) => names.authority(authority)))]
  return `${counted(all.length, 'change')} of what is asked, in ${counted(changed.length, 'procedure')} of ${listed(authorities)}.`
}

/** The changes under the role that acts, in the words of the lexicon; a provision without a role that it knows concerns everybody. */
function byRole(shown: readonly Told[], drift: Drift, names: DriftNames, {roles}: Lexicon): readonly Block[] {
  const titles = new Map(roles.map(({role, title}) => [role, title]))
  const groups = new Map<string, Told[]>()
  for (const told of shown) {
    const actors = [...told.change.after, ...told.change.before].flatMap((said) => said.actors)
    const title = actors.flatMap((actor) => titles.get(actor) ?? [])[0] ?? 'Everybody'
    groups.set(title, [...(groups.get(title) ?? []), told])
  }
  if (shown.length === 0) return [paragraph('Nothing.')]
  return [...groups].flatMap(([title, own]) => [
    heading(3, title),
    list(own.map((told) => changeLine(told, drift, names))),
  ])
}

function changeLine({change, own}: Told, drift: Drift, names: DriftNames): readonly Phrase[] {
  const said = change.after[0]
  const quote = said === undefined ? '' : ` ${inWords(said)}`
  const where = `${names.authority(own.authority)}, ${names.topic(own.topic)}`
  return phrases(
    `${capital(sentence(names.change(change, own)))}${quote} (${where}; from ${dated(amendedOn(own, drift))})`,
  )
}

function restBlock(rest: readonly Told[], names: DriftNames): readonly Block[] {
  if (rest.length === 0) return []
  const where = [...new Set(rest.map(({own}) => `${names.authority(own.authority)}, ${names.topic(own.topic)}`))]
  return [
    paragraph(
      `There are ${counted(rest.length, 'more change')} than fit on this page, of ${where.join('; ')}: see hedgerow amendments.`,
    ),
  ]
}

/** A provision's own words, behind the lead-in whose duty they inherit. */
function inWords({leadIn, text: words}: Said): string {
  const lead = leadIn === null ? '' : `(“${shortened(leadIn)}”) `
  return `${lead}“${shortened(words)}”`
}

function shortened(words: string): string {
  return words.length <= most.quoted ? words : `${words.slice(0, most.quoted).replace(/\s+\S*$/, '')} …`
}

function removedBlocks(removed: readonly Told[], names: DriftNames): readonly Block[] {
  if (removed.length === 0) return [paragraph('Nothing.')]
  const line = ({change, own}: Told): string => {
    const said: Said | undefined = change.before[0]
    const where = `${names.authority(own.authority)}, ${names.topic(own.topic)}`
    return said === undefined ? `The whole procedure (${where})` : `${inWords(said)} (${where})`
  }
  const shown = removed.slice(0, most.removed)
  const rest = removed.length - shown.length
  return [list([...shown.map(line), ...(rest > 0 ? [`and ${rest} more`] : [])])]
}

function sameWords({text: all}: Drift): string {
  const total = (of: (counts: ProcedureDrift['counts']) => number): number =>
    all.reduce((sum, {counts}) => sum + of(counts), 0)
  const kept = total(({kept: own}) => own)
  const quiet = total(({reworded, moved, renumbered}) => reworded + moved + renumbered)
  return `${counted(kept, 'provision')} as they were; ${quiet} more in other words, in another place or under another number, with the same rule.`
}

function datesBlocks(changed: readonly ProcedureDrift[], drift: Drift, names: DriftNames): readonly Block[] {
  if (changed.length === 0) return [paragraph('Nothing changes.')]
  const line = (own: ProcedureDrift): string => {
    const stated = own.edition.after?.date !== own.edition.before?.date && own.edition.after?.date
    const basis = stated ? 'as the edition says' : 'the day of the text this was made from; the edition states none'
    return `${names.authority(own.authority)}, ${names.topic(own.topic)}: ${dated(amendedOn(own, drift))} (${basis})`
  }
  return [list(changed.map(line))]
}

function placesBlocks(changed: readonly ProcedureDrift[], names: DriftNames): readonly Block[] {
  const lines = changed.map((own) => {
    const places = own.changes.flatMap(({after, severity}) =>
      severity === 'off' ? [] : after.slice(0, 1).map(({source}) => placeOf(source)),
    )
    const shown = places.slice(0, 3)
    const more = places.length - shown.length
    const path = own.paths.after.join(', ') || 'withdrawn'
    return phrases(
      `${names.authority(own.authority)}, ${names.topic(own.topic)}: `,
      code(shown.length === 0 ? path : shown.join(', ')),
      more > 0 ? ` and ${more} more places` : '',
    )
  })
  return lines.length === 0 ? [paragraph('Nowhere.')] : [list(lines)]
}

type Printer = (drift: Drift, lexicon: Lexicon, options: TextOptions) => Iterable<string>

/** The formats a briefing can be printed in, by name. */
export const briefingFormats: Readonly<Record<string, Printer>> = {
  text: (drift, lexicon, options) => text(briefingOutline(drift, lexicon), options),
  markdown: (drift, lexicon) => markdown(briefingOutline(drift, lexicon)),
  html: (drift, lexicon) => html(briefingOutline(drift, lexicon)),
}
