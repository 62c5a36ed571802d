export {analysisSchema} from './analysis-schema.ts'
export {type Format, type FormatName, formats, type ReportOptions} from './formats/index.ts'
export type * from './nodes.ts'
export {outline} from './outline.ts'
export {isFormat, report} from './report.ts'
export {apparatus, direction} from './row-card.ts'
export {type RulesFormat, rulesOutline, rulesTable} from './rules.ts'
export {
  leading,
  leadingSteps,
  statuses,
  type Step,
  stepsOf,
  type Summary,
  summary,
  type TopicSummary,
} from './summary.ts'
export {headline, scoreLine, summaryText} from './summary-text.ts'
export {namesOf} from './names.ts'
export {placeOf, tidyMarks} from './quotes.ts'
export {isAgreed, isQuoted, isShared, standingInRow, standingInSection} from './rows.ts'
export {counted, dated, listed, opportunityWords, percent, score, standings, statusWords} from './wording.ts'
