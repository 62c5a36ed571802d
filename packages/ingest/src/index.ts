export {annotated} from './annotate/index.ts'
export type * from './blocks.ts'
export {readers} from './formats/index.ts'
export type {Place, Reader, Reading, Selectors} from './formats/reading.ts'
export {
  type Document,
  ingest,
  type Ingested,
  type IngestOptions,
  packedExtensions,
  readableExtensions,
  readingOf,
} from './ingest.ts'
export {imported, type Imported, type Importing} from './imported.ts'
export {defaultLimits, type Limits} from './limits.ts'
export {mergedParts} from './merged.ts'
export type {Message} from './message.ts'
export {outline} from './outline.ts'
export {type SheetCell, type SheetRow, type SheetRows, sheetExtensions, sheetRows} from './sheet-rows.ts'
export {sentences} from './structure/sentences.ts'
export {Unreadable} from '@hedgerow/office'
