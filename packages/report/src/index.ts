export {analysisSchema} from './analysis-schema.ts'
export {type Format, type FormatName, formats, type ReportOptions} from './formats/index.ts'
export type * from './nodes.ts'
export {jsonAround, type Piece, topicJson, topicPieces} from './formats/json.ts'
export {outline} from './outline.ts'
export {isFormat, report} from './report.ts'
export {direction} from './row-card.ts'
export {apparatus, foundWords} from './finding-words.ts'
export {markedOnBothSides} from './marks.ts'
export {type RulesFormat, rulesOutline, rulesTable} from './rules.ts'
export {
  digestOf,
  leadingSteps,
  type Step,
  stepsOf,
  type Summary,
  summary,
  summaryOf,
  type TopicDigest,
  type TopicSummary,
} from './summary.ts'
export type {Likeness} from './likeness.ts'
export {harmless, wrapped} from './formats/wrap.ts'
export {agreedLine, headline, holdersLine, leftOutLine, scoreLine, summaryText, topicCounts} from './summary-text.ts'
export {agreementWords, decisionTitles, decisionWords} from './judgement-words.ts'
export {namesOf, shortened} from './names.ts'
export {tidyMarks} from './quotes.ts'
export {type PlainTable, tableText} from './table-text.ts'
export {isAgreed, isQuoted, isShared, readingsOf, standingInRow, standingInSection} from './rows.ts'
export {counted, dated, listed, opportunityWords, percent, score, standings, statusWords} from './wording.ts'
