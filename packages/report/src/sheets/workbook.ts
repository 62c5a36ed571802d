import type {Assessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {type Context, contextOf} from '../context.ts'
import {formComparisons} from '../form-items.ts'
import {headline} from '../summary-text.ts'
import {dated, gravities, listed} from '../wording.ts'
import {actionLog} from './action-log.ts'
import {type Book, type Cell, columns, type Sheet, shareCell, sheet} from './book.ts'
import {findingsSheet} from './findings.ts'
import {formSheets} from './forms.ts'
import {matrixSheet} from './matrix.ts'
import {mergeFieldsSheet, particularsSheet} from './merge-fields.ts'
import {notesSheet} from './notes.ts'
import {proposalsSheet} from './proposals.ts'

function cover({facts, name}: Context, title: string): Sheet {
  const {used, unverified} = facts.standards
  const rows: readonly (readonly Cell[])[] = [
    ['In short', headline(facts).join(' ')],
    ['As at', {type: 'date', day: facts.asAt}],
    ['Authorities', listed(facts.authorities.map(({id}) => name(id))) || '–'],
    ['Topics', listed(facts.topics.map((topic) => topic.title)) || '–'],
    ['Findings', gravities(facts.severities)],
    ['Standards', `${used} used, ${unverified} of them not verified`],
    ['Made by', `hedgerow ${facts.tool.version}, lexicon ${facts.tool.lexicon}`],
    [
      'How to use it',
      'Every sheet holds one table that can be filtered and sorted. The sheet Contents leads to each. The action log may be edited and read back with: hedgerow decisions import FILE',
    ],
  ]
  return sheet({
    name: 'Cover',
    title,
    about: [`Procedures compared, as at ${dated(facts.asAt)}.`],
    columns: columns(['About', 18], ['What', 100]),
    rows,
    frozen: 0,
  })
}

function scores({facts}: Context): Sheet {
  return sheet({
    name: 'Topics',
    title: 'The two scores of each topic',
    about: [
      'Wording: how alike the texts are. Rule: how far the stated rules agree. What is unsure is left out of the rule score.',
    ],
    columns: columns(
      ['Topic', 36],
      ['Authorities', 12],
      ['Without it', 12],
      ['Documents', 12],
      ['Rows', 10],
      ['Wording', 12],
      ['Rule', 12],
      ['Left out as unsure', 18],
      ['Shared provisions', 18],
      ['Of these agreed', 16],
    ),
    rows: facts.topics.map((topic) => [
      topic.title,
      topic.authorities.length,
      topic.without.length,
      topic.documents,
      topic.rows,
      shareCell(topic.wording),
      shareCell(topic.rule),
      shareCell(topic.unsure),
      topic.shared,
      topic.agreed,
    ]),
    frozen: 1,
  })
}

function contents(sheets: readonly Sheet[]): Sheet {
  return sheet({
    name: 'Contents',
    title: 'Contents',
    about: ['The sheets of this workbook.'],
    columns: columns(['Sheet', 18], ['What it holds', 70], ['Rows', 10]),
    rows: sheets.map(({name, title, rows}) => [{type: 'sheet', name}, title, rows.length]),
    frozen: 0,
  })
}

/** A region as a workbook: a cover and contents, then one table a sheet. */
export function workbook(assessment: Assessment, lexicon: Lexicon): Book {
  const context = contextOf(assessment, lexicon)
  const title = assessment.region === null ? 'Procedures compared' : `${assessment.region}: procedures compared`
  const tables = [
    actionLog(context),
    proposalsSheet(context),
    matrixSheet(context),
    scores(context),
    findingsSheet(context),
    ...formSheets(formComparisons(assessment.topics, lexicon), context),
    mergeFieldsSheet(context),
    particularsSheet(context),
    notesSheet(context),
  ]
  return {
    title,
    subject: 'Procedures of neighbouring authorities compared',
    day: assessment.asAt,
    sheets: [cover(context, title), contents(tables), ...tables],
  }
}
