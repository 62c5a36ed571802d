import type {Assessment, TopicAssessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {agenciesChapter} from './chapters/agencies.ts'
import {agreedChapter} from './chapters/agreed.ts'
import {comparedChapter} from './chapters/compared.ts'
import {methodChapter, scoreMeaning} from './chapters/method.ts'
import {opportunitiesChapter} from './chapters/opportunities.ts'
import {standardsChapter} from './chapters/standards.ts'
import {legend, matrix, scoreTable} from './chapters/summary.ts'
import {type Context, contextOf} from './context.ts'
import {type FormItem, formComparisons} from './form-items.ts'
import {standingFigure} from './likeness-figures.ts'
import type {Chapter, Outline, Phrase} from './nodes.ts'
import {heading, link, list, paragraph, phrases, strong} from './nodes.ts'
import {anchor} from './rows.ts'
import {agreedLine, headline} from './summary-text.ts'
import {counted, dated, opportunityWords} from './wording.ts'

/** How many steps the first page has room for. */
const stepsOnPage = 5

function firstSteps({facts}: Context): readonly (readonly Phrase[])[] {
  return facts.steps
    .slice(0, stepsOnPage)
    .map((step) =>
      phrases(
        link(anchor('opportunity', step.topic, step.id), step.title),
        ` (${opportunityWords[step.class].toLowerCase()}; ${step.topicTitle})`,
      ),
    )
}

/** What a board must know, on one page. */
function summaryChapter(context: Context): Chapter {
  const {facts} = context
  const {error, warning, note} = facts.severities
  const agreed = agreedLine(facts)
  const steps = firstSteps(context)
  return {
    type: 'chapter',
    id: 'summary',
    title: 'Summary',
    children: [
      paragraph(headline(facts).join(' ')),
      paragraph(
        `Findings: ${counted(error, 'error')}, ${counted(warning, 'warning')} and ${counted(note, 'note')}, judged as at ${dated(facts.asAt)}.`,
        agreed === null ? '' : ` ${agreed}`,
      ),
      ...(facts.topics.length === 0 ? [] : [scoreTable(context)]),
      ...(steps.length === 0 ? [] : [heading(3, 'What to decide first'), list(steps)]),
      paragraph(
        'Every difference, with each authority’s own words, is in the web page; the action log is in the workbook.',
      ),
    ],
  }
}

function comparable({assessment}: Context): readonly TopicAssessment[] {
  return assessment.topics.filter(({authorities}) => authorities.length > 1)
}

function matrixChapter(context: Context): Chapter {
  const topics = comparable(context)
  const none = 'Fewer than two authorities share a topic, so there is nothing to set side by side.'
  return {
    type: 'chapter',
    id: 'matrix',
    title: 'Section by section',
    isWide: true,
    children: [
      paragraph(topics.length === 0 ? none : legend),
      ...topics.flatMap((topic) => [heading(3, topic.title), ...matrix(topic, context)]),
    ],
  }
}

function likenessChapter(context: Context): Chapter {
  const topics = comparable(context)
  return {
    type: 'chapter',
    id: 'likeness',
    title: 'How alike the authorities are',
    children: [
      list(scoreMeaning),
      ...topics.flatMap((topic) => [heading(3, topic.title), ...standingFigure(topic, context)]),
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
  (context) => opportunitiesChapter(context, false),
  standardsChapter,
  likenessChapter,
  agreedChapter,
  minimumChapter,
  agenciesChapter,
  comparedChapter,
  methodChapter,
]

/** The report for a board: a page of summary, the matrix, what to decide, and what it rests on; without the quotation of every row. */
export function boardOutline(assessment: Assessment, lexicon: Lexicon): Outline {
  const context = contextOf(assessment, lexicon)
  return {
    type: 'outline',
    title: assessment.region === null ? 'Procedures compared' : `${assessment.region}: procedures compared`,
    subtitle: `Report to the board, as at ${dated(assessment.asAt)}.`,
    children: chapters.map((chapter) => chapter(context)),
  }
}
