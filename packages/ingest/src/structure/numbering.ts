/** A printed number and where the words after it begin. */
export interface Numbered {
  readonly number: string
  readonly at: number
}

const named =
  /^((?:section|part|chapter|appendix|appendices|annexe?|schedule|app\.?)\s+(?:[A-Z]{0,2}\d+(?:\.\d+)*[a-z]?|[A-Z]|[IVX]+))(?![\w’'])\s*[:.–—-]?\s*/iu
const dotted = /^(\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])(?:\s+|(?=\p{L}{2}))/u
const bare = /^(\d{1,2})\s+(?=\p{Lu})/u
const bracketed = /^(\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\))\s*/iu
const lettered = /^([a-z][.)]|[ivxl]{1,6}[.)])\s+/u
const capital = /^([A-Z][.)]|[IVX]{1,5}[.)])\s+/u
/** What follows an amount, not a number: `2.5 hours`. With a capital it begins a sentence (`2. Minutes must be sent`), but after a bare number. */
const measured =
  /^(?:hours?|days?|weeks?|months?|years?|minutes?|million|billion|per|miles?|metres?|kg|km|am|pm|AM|PM|and|or|to|of|%|x)(?!\p{L})/u
const measuredAnyhow = new RegExp(measured.source, 'iu')

const first = (text: string, patterns: readonly RegExp[]): Numbered | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (!match || (pattern === bare ? measuredAnyhow : measured).test(text.slice(match[0].length))) continue
    return {number: match[1] as string, at: match[0].length}
  }
  return null
}

/** The number a heading starts with (`4.1`, `Section 7`, `Appendix B`), or null. */
export const headingNumber = (text: string): Numbered | null =>
  first(text, [named, dotted, bracketed, lettered, capital, bare])

/** The number a paragraph starts with (`4.1`, `(b)`, `iv.`), or null. */
export const paragraphNumber = (text: string): Numbered | null => {
  const found = first(text, [dotted, bracketed, lettered])
  return found && found.at < text.length ? found : null
}

/** Bullets and tick boxes typed as characters. */
const bullet = /^([•●▪◦·‣○■➢➤►▶→✓✔*–-](?=\s)|[•●▪\uF000-\uF0FF]|o(?=\s))\s*/u
const box = /^(?:([☐□❏❑◻])|([☑☒✅])|\[([ xX])?\])\s*/u

/** The typed bullet a paragraph starts with and where its words begin, or null. */
export const typedBullet = (text: string): number | null => bullet.exec(text)?.[0].length ?? null

/** The typed tick box a text starts with: whether it is ticked and where the words begin; null when there is none. */
export const tickBox = (text: string): {readonly checked: boolean; readonly at: number} | null => {
  const match = box.exec(text)
  if (!match || (match[0].startsWith('[') && !/^\[[ xX]?\]\s/u.test(match[0]))) return null
  return {checked: match[2] !== undefined || /[xX]/u.test(match[3] ?? ''), at: match[0].length}
}
