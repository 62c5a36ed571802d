/** A text without what only spelling and print decide: letter case, kinds of quotation marks and dashes, stops and commas outside numbers, `&` for `and`,
 *  `n't` for `not`, spaces. Two editions equal in this differ in no word. Signs that carry a value (`<`, `%`, `£`) stay. */
export const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/n't(?!\p{L})/gu, ' not')
    .replace(/(^|\s)&(?=\s|$)/gu, '$1and')
    .replace(/(?<=\d)[.,:/](?=\d)/gu, (sign) => `\ue000${sign.charCodeAt(0)}\ue000`)
    .replace(/[^\p{L}\p{N}<>≤≥=+%£$€\ue000]+/gu, ' ')
    .trim()
