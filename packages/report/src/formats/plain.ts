/** Words without the control characters and halves of letters that readers of JSON and XML stumble over; line feeds and tabs stay. */
export function plainText(words: string): string {
  return words.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}

/** At most so many characters, ending in an ellipsis where some were cut. */
export function clipped(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 2).replace(/[\ud800-\udbff]$/, '')} …`
}
