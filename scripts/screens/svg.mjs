// A terminal's screen as SVG: what `tmux capture-pane -p -e` prints, in the terminal's sixteen colours on a dark ground.
const cell = {width: 8.4, height: 18}
const ground = '#1c1f24'
const ink = '#d6d9de'
const shades = {91: '#ff7b72', 92: '#7ee787', 93: '#f2cc60', 94: '#79c0ff', 95: '#d2a8ff', 96: '#76e3ea'}

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const plain = {bold: false, dim: false, underline: false, inverse: false, color: null}

const after = (style, code) => {
  if (code === 0) return plain
  if (code === 1) return {...style, bold: true}
  if (code === 2) return {...style, dim: true}
  if (code === 4) return {...style, underline: true}
  if (code === 7) return {...style, inverse: true}
  if (code === 22) return {...style, bold: false, dim: false}
  if (code === 24) return {...style, underline: false}
  if (code === 27) return {...style, inverse: false}
  if (code === 39) return {...style, color: null}
  return shades[code] ? {...style, color: shades[code]} : style
}

// The pieces of a line, each with its style and its column.
const pieces = (line, start) => {
  const found = []
  let [style, column] = [start, 0]
  for (const part of line.split(/(\p{Cc}\[[\d;]*m)/u)) {
    const codes = /^\p{Cc}\[([\d;]*)m$/u.exec(part)
    if (codes) style = (codes[1] || '0').split(';').map(Number).reduce(after, style)
    else if (part !== '') {
      found.push({text: part, style, column})
      column += [...part].length
    }
  }
  return {found, style}
}

const drawn = ({text, style, column}, row) => {
  const {bold, dim, underline, inverse, color} = style
  const [x, y] = [10 + column * cell.width, 10 + row * cell.height]
  const width = [...text].length * cell.width
  const back = inverse
    ? `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${cell.height}" fill="${ink}"/>`
    : ''
  if (text.trim() === '') return back
  const look = [
    `fill="${inverse ? ground : (color ?? ink)}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(dim ? ['opacity="0.65"'] : []),
    ...(underline ? ['text-decoration="underline"'] : []),
  ].join(' ')
  return `${back}<text x="${x.toFixed(1)}" y="${y + 13}" textLength="${width.toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" ${look}>${escaped(text)}</text>`
}

export const svgOf = (screen, {columns, rows}) => {
  const [width, height] = [Math.round(columns * cell.width) + 20, rows * cell.height + 20]
  const marks = []
  let style = plain
  for (const [row, line] of screen.split('\n').slice(0, rows).entries()) {
    const {found, style: last} = pieces(line, style)
    style = last
    marks.push(...found.map((piece) => drawn(piece, row)))
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="100%" height="100%" rx="6" fill="${ground}"/>
${marks.filter((mark) => mark !== '').join('\n')}
</svg>
`
}
