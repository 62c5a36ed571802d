/** Columns of a body's name and of a class of difference. */
export const bodyWidth = 24
export const classWidth = 12
