export {
  type AgreedDifference,
  type Decided,
  fingerprintsIn,
  goneFrom,
  type Recorded,
  recordedOn,
  refusals,
  withRecorded,
} from './agreed.ts'
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
export type * from './recorded.ts'
export {statuses, substantive} from './judge.ts'
export {spoken, spokenGap, worstGap} from './times.ts'
