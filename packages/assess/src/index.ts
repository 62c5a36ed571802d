export {
  type AgreedDifference,
  type Decided,
  fingerprintsIn,
  goneFrom,
  type Recorded,
  recordedOn,
  refusals,
  withRecorded,
} from './with-recorded.ts'
export {
  assess,
  type AssessmentInput,
  type AssessmentRules,
  assessedTopic,
  type FrameParts,
  framed,
  topicWork,
} from './assess.ts'
export type * from './assessment.ts'
export {differenceNames, statuses} from './assessment.ts'
export {type Mark, marks} from './marks.ts'
export type * from './proposal/proposal.ts'
export {type Asked, type AskedKind, askedOf} from './proposal/asked.ts'
export {type WordEdit, wordEdits} from './proposal/edits.ts'
export {edited, statesOnly, statesTheSame, valueEdits} from './proposal/value-edits.ts'
export type {ProposedValue} from './proposal/values.ts'
export {filled} from './proposal/fields.ts'
export {joinedText} from './proposal/nearest.ts'
export {type ProposalRules, proposing} from './proposal/proposed.ts'
export type * from './recorded.ts'
export {substantive} from './judge.ts'
export {isRestatement} from './restated.ts'
export {standardTitle} from './standard-title.ts'
export {spoken, spokenGap, worstGap} from './times.ts'
export * from './drift/index.ts'
export {assessmentSteps} from './assessment-steps.ts'
