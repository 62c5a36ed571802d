/** What the characters of picture fonts show, by their code below F000. Only what procedures print: boxes, ticks, arrows, bullets, comparisons. */
const wingdings: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x70: '☐',
  0x71: '☐',
  0x72: '☐',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '→',
  0xf0: '→',
  0xfb: '☒',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}
const wingdings2: Readonly<Record<number, string>> = {
  0x2a: '☐',
  0x2b: '☐',
  0x30: '☐',
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x97: '•',
  0xa3: '☐',
}
const webdings: Readonly<Record<number, string>> = {0x61: '✓', 0x63: '☐', 0x67: '■', 0x72: '✗'}
const symbol: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xde: '⇒',
}

const tableOf = (font: string | undefined): Readonly<Record<number, string>> | undefined => {
  const name = (font ?? '').toLowerCase()
  if (name === 'wingdings 2') return wingdings2
  if (name === 'webdings') return webdings
  if (name.startsWith('wingdings')) return wingdings
  return name === 'symbol' ? symbol : undefined
}

/** Text in a picture font as the characters it shows; in any other font, and where a character is not known, the text itself. */
export const symbolsOf = (text: string, font: string | undefined): string => {
  const table = tableOf(font)
  if (!table) return text
  return text.replace(/\S/gu, (mark) => {
    const code = mark.codePointAt(0) as number
    return table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? mark
  })
}
