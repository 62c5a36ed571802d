import type {DifferenceClass, Lexicon, Severity} from '@hedgerow/lexicon'
import {html} from './formats/html.ts'
import {markdown} from './formats/markdown.ts'
import {text, type TextOptions} from './formats/text.ts'
import type {Card, Outline} from './nodes.ts'
import {paragraph, strong, table} from './nodes.ts'
import {anchor} from './rows.ts'
import {capital, severityWords} from './wording.ts'

function card(entry: DifferenceClass): Card {
  return {
    type: 'card',
    id: anchor('rule', entry.class),
    depth: 3,
    title: `${entry.title} (${entry.class})`,
    children: [
      paragraph(
        `${capital(severityWords[entry.severity] || 'not told')} (severity ${entry.severity}); ${entry.substantive ? 'changes what is to be done' : 'changes nothing that is to be done'}.`,
      ),
      paragraph(strong('Meaning:'), ` ${entry.meaning}`),
      paragraph(strong('Example:'), ` ${entry.example}`),
      paragraph(strong('Remedy:'), ` ${entry.remedy}`),
    ],
  }
}

const weight = (severity: Severity): string =>
  severityWords[severity] === '' ? severity : `${severity} (${severityWords[severity]})`

/** The difference classes as a document: a table, then each with its meaning, an example and the remedy. */
export function rulesOutline({differences}: Lexicon): Outline {
  const rows = differences.map((entry) => [
    entry.class,
    weight(entry.severity),
    entry.substantive ? 'yes' : 'no',
    entry.title,
  ])
  const children = [
    table('Classes of difference', ['Class', 'Severity', 'Substantive', 'Title'], rows),
    ...differences.map(card),
  ]
  const chapter = {type: 'chapter' as const, id: 'rules', title: 'Rules', children}
  return {
    type: 'outline',
    title: 'Classes of difference',
    subtitle: 'Severities can be changed in hedgerow.yaml.',
    children: [chapter],
  }
}

function* json({differences}: Lexicon): Iterable<string> {
  yield `${JSON.stringify(differences, null, 2)}\n`
}

const printers = {
  text: (lexicon: Lexicon, options: TextOptions) => text(rulesOutline(lexicon), options),
  markdown: (lexicon: Lexicon) => markdown(rulesOutline(lexicon)),
  html: (lexicon: Lexicon) => html(rulesOutline(lexicon)),
  json: (lexicon: Lexicon) => json(lexicon),
} as const

export type RulesFormat = keyof typeof printers

/** The difference classes printed in pieces. Throws TypeError for a format rules are not printed in. */
export function rulesTable(lexicon: Lexicon, format: string, options: TextOptions = {}): Iterable<string> {
  if (!Object.hasOwn(printers, format))
    throw new TypeError(`Expected a format of ${Object.keys(printers).join(', ')}, got ${format}`)
  return printers[format as RulesFormat](lexicon, options)
}
