/** Columns of the sign between the two sides. */
export const middle = 5
