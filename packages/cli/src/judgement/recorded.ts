import type {Recorded} from '@hedgerow/assess'
import {agreedDifference, agreedEntries} from './agreed.ts'
import {decided, decisionEntries} from './decisions.ts'

/** What people recorded in a corpus about findings and opportunities. Throws a UsageError for a fault in agreed.yaml or decisions.yaml. */
export const recordedIn = async (folder: string): Promise<Recorded> => ({
  agreed: (await agreedEntries(folder)).map(agreedDifference),
  decisions: (await decisionEntries(folder)).map(decided),
})

/** Nothing recorded. */
export const nothingRecorded: Recorded = {agreed: [], decisions: []}
