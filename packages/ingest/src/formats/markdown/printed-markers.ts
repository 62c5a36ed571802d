/** Sets apart, in an item of a Markdown bullet list, a marker that Markdown has no list for: `- (a) text` with a figure space after `(a)`.
 *  Shown it is a space. Where an editor makes a plain space of it, the marker is still read as a number typed before its step. */
export const printedSpace = '\u2007'

/** Characters of the longest marker set apart so. */
export const longestMarker = 24
