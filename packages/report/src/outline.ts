import type {Assessment} from '@hedgerow/assess'
import {lexicon as shipped, type Lexicon} from '@hedgerow/lexicon'
import {agenciesChapter} from './chapters/agencies.ts'
import {agreedChapter} from './chapters/agreed.ts'
import {alignmentChapter} from './chapters/alignment.ts'
import {comparedChapter} from './chapters/compared.ts'
import {differencesChapter} from './chapters/differences.ts'
import {formsChapter} from './chapters/forms.ts'
import {methodChapter} from './chapters/method.ts'
import {missingChapter} from './chapters/missing.ts'
import {opportunitiesChapter} from './chapters/opportunities.ts'
import {standardsChapter} from './chapters/standards.ts'
import {summaryChapter} from './chapters/summary.ts'
import {unsureChapter} from './chapters/unsure.ts'
import {wordingChapter} from './chapters/wording.ts'
import {contextOf} from './context.ts'
import type {Outline} from './nodes.ts'
import {dated} from './wording.ts'

const chapters = [
  summaryChapter,
  comparedChapter,
  alignmentChapter,
  opportunitiesChapter,
  standardsChapter,
  differencesChapter,
  agreedChapter,
  formsChapter,
  agenciesChapter,
  missingChapter,
  wordingChapter,
  unsureChapter,
  methodChapter,
]

/** The report once, as a tree that every readable format prints. Names of classes come from the lexicon, the shipped
 *  one by default. */
export function outline(assessment: Assessment, lexicon: Lexicon = shipped): Outline {
  const context = contextOf(assessment, lexicon)
  return {
    type: 'outline',
    title: assessment.region === null ? 'Procedures compared' : `${assessment.region}: procedures compared`,
    subtitle: `As at ${dated(assessment.asAt)}. hedgerow ${assessment.tool.version}.`,
    children: chapters.map((chapter) => chapter(context)),
  }
}
