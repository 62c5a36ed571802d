export type * from './collation.ts'
