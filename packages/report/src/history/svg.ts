import {percent} from '../wording.ts'
import {type History, standingAt, topicsOf} from './history.ts'

/** Width and height of the picture and of the room around its lines, in pixels. */
const size = {width: 760, height: 360, left: 56, right: 220, top: 40, bottom: 64} as const

/** Lines are told apart by their dashes and their marks as well as by colour, so that a print in grey can be read. */
const looks = [
  {colour: '#1b5e8c', dash: '', mark: 'circle'},
  {colour: '#8a3b12', dash: '6 3', mark: 'square'},
  {colour: '#2f6b2f', dash: '2 3', mark: 'diamond'},
  {colour: '#5b3a8c', dash: '10 3 2 3', mark: 'circle'},
  {colour: '#7a6a00', dash: '4 2', mark: 'square'},
] as const

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The rule score of each topic over the points, as a picture of lines with a title and a description for those who do not see it. */
export function* historySvg(history: History): Iterable<string> {
  const {points, region, asAt} = history
  const topics = topicsOf(history)
  const title = `${region ?? 'The region'}: how far the rules agree`
  yield `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12">\n`
  yield `<title id="t">${escaped(title)}</title>\n<desc id="d">${escaped(described(history))}</desc>\n`
  yield `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>\n`
  yield `<text x="${size.left}" y="22" font-size="15">${escaped(title)}</text>\n`
  for (const share of [0, 0.25, 0.5, 0.75, 1]) yield grid(share)
  for (const [at, {name}] of points.entries())
    yield `<text x="${across(at, points.length)}" y="${size.height - size.bottom + 18}" text-anchor="middle">${escaped(name)}</text>\n`
  for (const [at, topic] of topics.entries()) yield line(history, topic, at)
  yield `<text x="${size.left}" y="${size.height - 12}" fill="#555555">All points judged as at ${asAt} by hedgerow ${escaped(history.version)}.</text>\n</svg>\n`
}

function across(at: number, count: number): number {
  const room = size.width - size.left - size.right
  return rounded(size.left + (count < 2 ? room / 2 : (room * at) / (count - 1)))
}

function up(share: number): number {
  return rounded(size.height - size.bottom - share * (size.height - size.top - size.bottom))
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function grid(share: number): string {
  const y = up(share)
  const end = size.width - size.right
  return `<line x1="${size.left}" y1="${y}" x2="${end}" y2="${y}" stroke="#dddddd"/><text x="${size.left - 8}" y="${y + 4}" text-anchor="end">${percent(share)}</text>\n`
}

/** The line of one topic; broken where it was not scored. */
function line({points, titles}: History, topic: string, nth: number): string {
  const {colour, dash, mark} = looks[nth % looks.length] as (typeof looks)[number]
  const placed = points.map((point, at) => {
    const rule = standingAt(point, topic)?.rule ?? null
    return rule === null ? null : {x: across(at, points.length), y: up(rule), rule, name: point.name}
  })
  const path = placed
    .map((each, at) => (each === null ? '' : `${placed[at - 1] ? 'L' : 'M'}${each.x} ${each.y}`))
    .filter((part) => part !== '')
    .join(' ')
  const marks = placed.map((each) =>
    each === null
      ? ''
      : `<g fill="${colour}"><title>${escaped(`${titles[topic] ?? topic}, ${each.name}: ${percent(each.rule)}`)}</title>${sign(mark, each.x, each.y)}</g>`,
  )
  const y = size.top + 16 + nth * 20
  const x = size.width - size.right + 24
  const key = `<line x1="${x}" y1="${y - 4}" x2="${x + 28}" y2="${y - 4}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><g fill="${colour}">${sign(mark, x + 14, y - 4)}</g><text x="${x + 34}" y="${y}">${escaped(clippedTitle(titles[topic] ?? topic))}</text>`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${marks.join('')}${key}\n`
}

function clippedTitle(title: string): string {
  return title.length > 26 ? `${title.slice(0, 25)}…` : title
}

function sign(mark: (typeof looks)[number]['mark'], x: number, y: number): string {
  if (mark === 'circle') return `<circle cx="${x}" cy="${y}" r="4"/>`
  if (mark === 'square') return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`
  return `<path d="M${x} ${rounded(y - 5)} L${rounded(x + 5)} ${y} L${x} ${rounded(y + 5)} L${rounded(x - 5)} ${y} Z"/>`
}

function described(history: History): string {
  return topicsOf(history)
    .map((topic) => {
      const scores = history.points.map((point) => {
        const rule = standingAt(point, topic)?.rule ?? null
        return `${point.name} ${rule === null ? 'not scored' : percent(rule)}`
      })
      return `${history.titles[topic] ?? topic}: ${scores.join(', ')}.`
    })
    .join(' ')
}
