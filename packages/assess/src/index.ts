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
export {statuses, substantive} from './judge.ts'
export {spoken, spokenGap, worstGap} from './times.ts'
