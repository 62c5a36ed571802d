export type * from './blocks.ts'
