import {
  isRestatement,
  type Drift,
  fateOf,
  type IgnoreUse,
  marks,
  type ProcedureDrift,
  type Said,
  type TextChange,
} from '@hedgerow/assess'
import {placeOf} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {alignmentChapter, findingList, gravity} from './alignment.ts'
import {countsWords, isToolTold, shortChapter, toolWords} from './short.ts'
import {driftNames, type DriftNames} from './names.ts'
import {
  type Block,
  type Card,
  type Chapter,
  code,
  heading,
  list,
  type Outline,
  paragraph,
  type Phrase,
  phrases,
  type Quote,
  strong,
  table,
} from '../nodes.ts'
import {tidyMarks} from '../quotes.ts'
import {anchor} from '../rows.ts'
import {capital, dated, listed, sentence, severityWords} from '../wording.ts'

/** A drift as a tree that every readable format prints: in short, the texts, the alignment, the tool, what is left alone. Kinds of drift are
 *  kept apart; within each the gravest stands first. */
export function driftOutline(drift: Drift, lexicon: Lexicon): Outline {
  const names = driftNames(drift, lexicon)
  const {before, after} = drift
  const chapters = [
    shortChapter(drift, names),
    textChapter(drift, names),
    alignmentChapter(drift, names),
    toolChapter(drift, names),
    aloneChapter(drift, names),
  ]
  return {
    type: 'outline',
    title: names.title,
    subtitle: `From ${before.name} (as at ${dated(before.made.asAt)}) to ${after.name} (as at ${dated(after.made.asAt)}). hedgerow ${after.made.version}.`,
    children: chapters.filter(({children}) => children.length > 0),
  }
}

function chapter(id: string, title: string, children: readonly Block[]): Chapter {
  return {type: 'chapter', id, title, children}
}

function textChapter(drift: Drift, names: DriftNames): Chapter {
  const own = drift.text.filter(({status, renamedFrom}) => status !== 'same' || renamedFrom !== null)
  return chapter(
    'texts',
    'Texts that changed',
    own.flatMap((each) => procedureBlocks(each, names)),
  )
}

function procedureBlocks(own: ProcedureDrift, names: DriftNames): readonly Block[] {
  const telling = own.changes.filter(({severity}) => severity !== 'off')
  const sorted = [...telling].sort((x, y) => gravity.indexOf(x.severity) - gravity.indexOf(y.severity))
  const words = countsWords(own.counts)
  return [
    heading(3, `${names.authority(own.authority)}: ${names.topic(own.topic)}`),
    ...(words === '' ? [] : [paragraph(`Provisions: ${words}.`)]),
    ...aboutFile(own, names),
    ...sorted.map((change, at) => changeCard(change, own, names, at)),
    ...quietChanges(own, names),
  ]
}

function aboutFile(
  {paths, edition, headings, renamedFrom, title, formerTitle}: ProcedureDrift,
  names: DriftNames,
): readonly Block[] {
  const [was, is] = [paths.before.join(', '), paths.after.join(', ')]
  const editions = [edition.before, edition.after].map((each) =>
    each ? listed([each.version ?? '', each.date ?? ''].filter((part) => part !== '')) : '',
  )
  const lines = [
    ...(was !== '' && is !== '' && was !== is ? [`The file is called ${is} now, before ${was}.`] : []),
    ...(renamedFrom === null
      ? []
      : [`It was known as ${names.authority(renamedFrom.authority)}: ${names.topic(renamedFrom.topic)}.`]),
    ...(editions[0] === editions[1]
      ? []
      : [`Edition: ${editions[0] || 'none stated'}, now ${editions[1] || 'none stated'}.`]),
    ...(formerTitle === null ? [] : [`Title: “${formerTitle}” is “${title}” now.`]),
    ...headings.map(({before, after}) => `Heading: “${before}” is “${after}” now.`),
  ]
  return lines.length === 0 ? [] : [list(lines)]
}

function changeCard(change: TextChange, own: ProcedureDrift, names: DriftNames, at: number): Card {
  const severity = severityWords[change.severity]
  const title = `${capital(names.change(change, own))} (${severity})`
  const {suppressed} = change
  const entries = [
    {name: 'Before', quotes: change.before.map((said) => quote(said, change.after))},
    {name: 'Now', quotes: change.after.map((said) => quote(said, change.before))},
  ].filter(({quotes}) => quotes.length > 0)
  return {
    type: 'card',
    id: anchor('change', own.topic, own.authority, `${change.fingerprint}-${at}`),
    depth: 4,
    title,
    children: [
      ...(suppressed === null
        ? []
        : [paragraph(strong('Suppressed'), ` at ${suppressed.at}: ${sentence(suppressed.reason)}`)]),
      ...change.unsure
        .filter((reason) => !isRestatement(reason))
        .map((reason) => paragraph(strong('Please check.'), ` ${capital(sentence(reason))}`)),
      ...(entries.length === 0 ? [] : [{type: 'readings' as const, caption: captionOf(change), entries, silent: []}]),
    ],
  }
}

function captionOf({before, after, row}: TextChange): string {
  const title = (after[0] ?? before[0])?.section ?? ''
  return [title === '' ? 'Own words' : `Own words, under “${title}”`, row ? `row ${row}` : '']
    .filter((part) => part !== '')
    .join('; ')
}

function quote(said: Said, others: readonly Said[]): Quote {
  const other = others.map(({text}) => text).join(' ')
  const own = other === '' ? [] : marks(said.text, other)
  const {text, leadIn, number, source} = said
  return {type: 'quote', text, marks: tidyMarks(text, own), leadIn, number, place: placeOf(source)}
}

/** What changed and leaves the rule as it was, a line each: words, local particulars, places, numbers in one line. */
function quietChanges(own: ProcedureDrift, names: DriftNames): readonly Block[] {
  const quiet = own.changes.filter(({severity, suppressed}) => severity === 'off' && suppressed === null)
  const told = quiet.filter((change) => fateOf(change) !== 'renumbered' && fateOf(change) !== 'moved')
  if (told.length === 0) return []
  const shown = told.slice(0, most).map((change) => {
    const [said] = [...change.after, ...change.before]
    return phrases(
      `${capital(names.change(change, own))}: “${shortened(said?.text ?? '')}” `,
      code(said ? placeOf(said.source) : ''),
    )
  })
  const rest = told.length - shown.length
  return [paragraph('The same rule as before:'), list([...shown, ...(rest > 0 ? [`and ${rest} more like these`] : [])])]
}

/** So many changes that leave the rule alone are quoted of one procedure; the rest are counted. */
const most = 10

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77).replace(/\s+\S*$/, '')} …`
}

function toolChapter(drift: Drift, names: DriftNames): Chapter {
  const {tool, before, after} = drift
  if (!isToolTold(drift)) return chapter('tool', 'The tool', [])
  const rows = tool.changed.map((part) => [capital(toolWords[part]), before.made[part], after.made[part]])
  const meaning =
    'None of the provisions below says anything else than before: they are judged otherwise, or put together otherwise because the words of their topic changed elsewhere.'
  return chapter('tool', 'What changed, though no text did', [
    ...(rows.length === 0 ? [] : [table('What the two states were made by', ['What', 'Before', 'Now'], rows)]),
    ...(tool.found.length + tool.gone.length === 0 ? [] : [paragraph(meaning)]),
    ...findingList('Findings that this alone brought', tool.found, names),
    ...findingList('Findings that this alone took away', tool.gone, names),
  ])
}

function aloneChapter({ignores, alignment}: Drift, names: DriftNames): Chapter {
  const agreed = alignment.flatMap(({found, updated, unchanged}) =>
    [...found, ...updated, ...unchanged].filter(({suppressed}) => suppressed?.by === 'agreed'),
  )
  return chapter('alone', 'Left alone', [
    ...(ignores.length === 0
      ? []
      : [paragraph(strong(`Comments in the documents (${ignores.length})`)), list(ignores.map(ignoreWords))]),
    ...(agreed.length === 0
      ? []
      : [
          paragraph(strong(`Agreed differences (${agreed.length})`)),
          list(
            agreed.map((each) => `${sentence(names.finding(each.finding))} ${sentence(each.suppressed?.reason ?? '')}`),
          ),
        ]),
  ])
}

/** A comment with its place, its reason and whether it still does anything. */
function ignoreWords({path, line, class: name, reason, uses}: IgnoreUse): readonly Phrase[] {
  const why = reason === '' ? 'no reason given, so it does not hold' : reason
  const idle = name === 'below-standard' ? '; a statutory shortfall needs the words “below-statute: accepted”' : ''
  const use = uses === 0 ? `it suppresses nothing: take it out${idle}` : `suppresses ${uses}`
  return phrases(code(`${path}:${line}`), ` ${name}: ${why}; ${use}`)
}
