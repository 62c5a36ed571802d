import type {Assessment, TopicAssessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {agenciesChapter} from './chapters/agencies.ts'
import {agreedChapter} from './chapters/agreed.ts'
import {comparedChapter} from './chapters/compared.ts'
import {methodChapter} from './chapters/method.ts'
import {ownWordsChapter} from './chapters/own-words.ts'
import {standardBriefsChapter} from './chapters/standard-briefs.ts'
import {stepBriefsChapter} from './chapters/step-briefs.ts'
import {legend, matrix, scoreTable} from './chapters/summary.ts'
import {type Context, contextOf} from './context.ts'
import {type FormItem, formComparisons} from './form-items.ts'
import {standingFigure} from './likeness-figures.ts'
import type {Block, Chapter, Outline, Phrase} from './nodes.ts'
import {heading, link, list, paragraph, phrases, strong, table} from './nodes.ts'
import {anchor} from './rows.ts'
import {agreedLine, headline} from './summary-text.ts'
import {counted, dated, gravities, opportunityWords, sentence} from './wording.ts'

/** How many steps the first page has room for. */
const stepsOnPage = 5

/** The steps to decide first in a table: what each is, of what kind, and why. */
function stepsTable({facts}: Context): readonly Block[] {
  if (facts.steps.length === 0) return []
  const one = facts.topics.length === 1
  const more = facts.steps.length - stepsOnPage
  const rows = facts.steps
    .slice(0, stepsOnPage)
    .map(({topic, topicTitle, id, title, why, ...step}) => [
      phrases(link(anchor('opportunity', topic, id), title), one ? '' : `, ${topicTitle}`),
      opportunityWords[step.class],
      sentence(why),
    ])
  return [
    table('What to decide first', ['Step', 'Kind', 'Why'], rows),
    ...(more > 0
      ? [paragraph(`These and ${more} more are told under `, link('opportunities', 'First steps'), '.')]
      : []),
  ]
}

/** What a board must know, on one page. */
function summaryChapter(context: Context): Chapter {
  const {facts} = context
  const agreed = agreedLine(facts)
  return {
    type: 'chapter',
    id: 'summary',
    title: 'Summary',
    children: [
      paragraph(headline(facts).join(' ')),
      paragraph(
        `Findings: ${gravities(facts.severities)}, judged as at ${dated(facts.asAt)}.`,
        agreed === null ? '' : ` ${agreed}`,
        ' Every difference, with each authority’s own words, is in the web page of this report; the action log is in its workbook.',
      ),
      ...(facts.topics.length === 0 ? [] : [scoreTable(context)]),
      ...stepsTable(context),
    ],
  }
}

function comparable({assessment}: Context): readonly TopicAssessment[] {
  return assessment.topics.filter(({authorities}) => authorities.length > 1)
}

/** Of more authorities a table of sections wants a page on its side. */
const mostUpright = 4

function matrixChapter(context: Context): Chapter {
  const topics = comparable(context)
  const none = 'Fewer than two authorities share a topic, so there is nothing to set side by side.'
  return {
    type: 'chapter',
    id: 'matrix',
    title: 'Section by section',
    isWide: topics.some(({authorities}) => authorities.length > mostUpright),
    children: [paragraph(topics.length === 0 ? none : legend), ...topics.flatMap((topic) => matrix(topic, context))],
  }
}

function likenessChapter(context: Context): Chapter {
  const topics = comparable(context)
  return {
    type: 'chapter',
    id: 'likeness',
    title: 'How alike the authorities are',
    children: [
      paragraph(
        topics.length === 0 ? 'Fewer than two authorities share a topic.' : 'What the two scores mean stands under ',
        ...(topics.length === 0 ? [] : phrases(link('method', 'Method and limits'), '.')),
      ),
      ...topics.flatMap((topic) => standingFigure(topic, context)),
    ],
  }
}

function items(what: string, all: readonly FormItem[]): readonly (readonly Phrase[])[] {
  return all.length === 0 ? [] : [phrases(strong(`${what}:`), ` ${all.map(({title}) => title).join('; ')}.`)]
}

/** The proposed minimum of each form by its items; who asks what is in the workbook. */
function minimumChapter({assessment, lexicon}: Context): Chapter {
  const forms = formComparisons(assessment.topics, lexicon)
  const blocks = forms.flatMap(({topic, forms: read, items: all}) => {
    const sure = all.filter(({inMinimum}) => inMinimum === 'yes')
    return [
      heading(3, topic.title),
      paragraph(`${counted(read.length, 'form')} read, ${counted(all.length, 'item')} asked for by at least one.`),
      list([
        ...items(
          'Required',
          sure.filter(({required}) => required),
        ),
        ...items(
          'Asked',
          sure.filter(({required}) => !required),
        ),
        ...items(
          'To be checked first',
          all.filter(({inMinimum}) => inMinimum === 'check'),
        ),
      ]),
    ]
  })
  return {
    type: 'chapter',
    id: 'forms',
    title: 'Forms: a proposed common minimum',
    children: [
      paragraph(forms[0]?.rule ?? 'No two authorities have a form on the same topic, so there is nothing to compare.'),
      ...blocks,
    ],
  }
}

const chapters: readonly ((context: Context) => Chapter)[] = [
  summaryChapter,
  matrixChapter,
  stepBriefsChapter,
  standardBriefsChapter,
  (context) => agenciesChapter(context, true),
  minimumChapter,
  likenessChapter,
  agreedChapter,
]

const closing: readonly ((context: Context) => Chapter)[] = [
  comparedChapter,
  (context) => ({...methodChapter(context), startsPage: true}),
  (context) => ({...ownWordsChapter(context), startsPage: true}),
]

/** Chapters of which there is something to tell, and those of which there is nothing as one. */
function told(all: readonly Chapter[]): readonly Chapter[] {
  const isBare = ({id, children}: Chapter): boolean =>
    id !== 'summary' && children.every(({type}) => type === 'paragraph') && children.length === 1
  const nothing = all
    .filter(isBare)
    .map(({title, children: [only]}) =>
      phrases(strong(`${title}: `), ...(only?.type === 'paragraph' ? only.children : [])),
    )
  const rest: Chapter = {type: 'chapter', id: 'nothing', title: 'Nothing to report', children: [list(nothing)]}
  return [...all.filter((chapter) => !isBare(chapter)), ...(nothing.length === 0 ? [] : [rest])]
}

/** The report for a board: a page of summary, the sections side by side, what to decide, what it rests on, and an annex with the words behind it; without
 *  the quotation of every row. */
export function boardOutline(assessment: Assessment, lexicon: Lexicon): Outline {
  const context = contextOf(assessment, lexicon)
  return {
    type: 'outline',
    title: assessment.region === null ? 'Procedures compared' : `${assessment.region}: procedures compared`,
    subtitle: `Report to the board, as at ${dated(assessment.asAt)}.`,
    children: [...told(chapters.map((chapter) => chapter(context))), ...closing.map((chapter) => chapter(context))],
  }
}
