/** What the Windows code page of western Europe prints where Latin-1 has control characters, from 0x80 on. */
const printed = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Bytes as Windows-1252 text. Node 20 decodes this label as Latin-1, so that quotation marks and dashes would vanish. */
export const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/gu, (mark) => printed[mark.charCodeAt(0) - 0x80] ?? mark)
