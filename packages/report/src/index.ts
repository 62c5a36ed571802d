export {analysisSchema} from './analysis-schema.ts'
export {type Format, type FormatName, formats, type TextFormat, type ReportOptions} from './formats/index.ts'
export {actionLogTitles, decisionStatuses, recordedWords} from './sheets/action-log.ts'
export type * from './nodes.ts'
export {jsonAround, type Piece, topicJson, topicPieces} from './formats/json.ts'
export {outline} from './outline.ts'
export {isFormat, isTextFormat, report, reportBytes} from './report.ts'
export {direction} from './row-card.ts'
export {apparatus, foundWords} from './finding-words.ts'
export {markedOnBothSides} from './marks.ts'
export {roleWords} from './role-words.ts'
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
export {messageWords} from './message-words.ts'
export {namesOf, shortened} from './names.ts'
export {tidyMarks} from './quotes.ts'
export {type PlainTable, tableText} from './table-text.ts'
export {isAgreed, isQuoted, isShared, readingsOf, standingInRow, standingInSection} from './rows.ts'
export {
  classWords,
  counted,
  dated,
  gravities,
  listed,
  opportunityWords,
  percent,
  score,
  severityWords,
  standings,
  statusWords,
} from './wording.ts'
export {type Alert, alertSeverities} from './alerts.ts'
export {driftAlerts, isFresh} from './drift/alerts.ts'
export {driftOutline} from './drift/outline.ts'
export {driftSchema} from './drift/schema.ts'
export {markdownWithin, summaryLimit} from './formats/within.ts'
export {type History, historyFormats, type HistoryPoint, type TopicStanding} from './history/index.ts'
export {amendmentFormats} from './drift/amendments.ts'
export {briefingFormats} from './drift/briefing.ts'
export type * from './draft/draft.ts'
export {afterDraft, draftMarkdown} from './draft/draft-markdown.ts'
export {draftWord} from './draft/draft-word.ts'
export {drafted, type DraftRules} from './draft/drafted.ts'
export {
  type AuthorityProposals,
  type Placed,
  type ProposalCounts,
  proposalCounts,
  proposalSummary,
  type ProposedChange,
  proposedChanges,
  withValues,
} from './propose/proposed-changes.ts'
