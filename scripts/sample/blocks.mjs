// The few marks of Markdown that the sample's texts use, as blocks. A reader of our own: what is written from these texts shall not depend on the
// reader that is tried on it.

const item = /^(\s*)(?:- (?:\[ \] )?)?(?:(\d+\.|\([a-z]\)) )?(.*)$/u
const starts = /^\s*(?:- |\d+\. |\([a-z]\) )/u

/** The blocks of a text: headings, paragraphs, notes, tables and lists. A list's items carry what is printed before them: `•`, `☐`, `1.`, `(a)`. */
export const blocks = (text) => {
  const lines = text.replaceAll('\r', '').split('\n')
  const found = []
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at)
    if (block) found.push(block)
    at = next
  }
  return found
}

const blockAt = (lines, at) => {
  const line = lines[at]
  if (line.trim() === '') return [null, at + 1]
  const [, marks, title] = /^(#+) (.*)$/u.exec(line) ?? []
  if (marks) return [{type: 'heading', level: marks.length, text: title}, at + 1]
  if (line.startsWith('> ')) return [{type: 'note', text: line.slice(2)}, at + 1]
  if (line.startsWith('|')) return table(lines, at)
  if (starts.test(line) && !/^\d+\.\d/u.test(line)) return list(lines, at)
  return [{type: 'paragraph', text: line.trim()}, at + 1]
}

const table = (lines, at) => {
  let end = at
  while (lines[end]?.startsWith('|')) end++
  const [head, , ...rows] = lines.slice(at, end).map((line) =>
    line
      .replace(/^\|\s*|\s*\|\s*$/gu, '')
      .split('|')
      .map((cell) => cell.trim()),
  )
  return [{type: 'table', head, rows: rows.map((row) => head.map((_, n) => row[n] ?? ''))}, end]
}

/** A list goes on over empty lines as long as its kind of mark does. */
const list = (lines, at) => {
  const items = []
  let end = at
  for (let next = at; next < lines.length; next++) {
    const line = lines[next]
    if (line.trim() === '') continue
    if (!starts.test(line) || (next > end && !goesOn(items[0], itemOf(line)))) break
    items.push(itemOf(line))
    end = next + 1
  }
  return [{type: 'list', items}, end]
}

const itemOf = (line) => {
  const [, indent, number, text] = item.exec(line)
  const mark = number ?? (line.includes('- [ ] ') ? '☐' : '•')
  return {depth: indent.length >= 2 || (mark.startsWith('(') && indent.length > 0) ? 1 : 0, mark, text}
}

const goesOn = (first, next) => next.depth > 0 || (first.mark !== '•' && next.mark !== '•' && next.mark !== '1.')

/** A text with its marks of emphasis as runs: `{text, bold, italic}`. */
export const runs = (text) =>
  text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const bold = piece.startsWith('**')
      const italic = !bold && piece.startsWith('*')
      return {text: piece.replace(/^\*+|\*+$/gu, bold || italic ? '' : '$&'), bold, italic}
    })

const prompt = /^(.+?[:?]) ((?:_{3,}|\.{5,}|☐).*)$/u

/** A question of a form with the room for its answer (`{label, kind, options, after}`), or null for other text. */
export const question = (text) => {
  const [, label, room] = prompt.exec(text) ?? []
  return label === undefined ? null : {label, ...answer(room)}
}

/** What room for an answer asks for: `text` and `date` where there are dots or lines, `tick` with the options printed behind boxes. `after` is what is
 *  printed behind the room (`(mandatory)`). */
export const answer = (room) => {
  if (room.startsWith('☐'))
    return {
      kind: 'tick',
      options: room
        .split('☐')
        .slice(1)
        .map((each) => each.trim()),
      after: '',
    }
  const [, after = ''] = /(\([a-z]+\))$/u.exec(room) ?? []
  return {kind: /_ \/ _/u.test(room) ? 'date' : 'text', options: [], after}
}
