import type {Context} from '../../view.ts'

/** Columns of a row's id, and the most signs of standings shown in a line. */
export const idWidth = 36
export const mostSigns = 12

/** Lines of the list: what is left beside the head, the names and the row told below. */
export const listHeightIn = ({rows}: Pick<Context, 'rows'>): number => Math.max(1, rows - 8)
