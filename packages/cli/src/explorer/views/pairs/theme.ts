/** Columns of two names, and of a figure with its bar. */
export const namesWidth = 40
export const figureWidth = 16
export const barBlocks = 8
