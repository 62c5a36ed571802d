import {isApproval} from '../../structure/cover.ts'
import {editionLine} from '../../structure/edition.ts'
import {usualSize} from './lines.ts'
import {markerOf} from './marker.ts'
import {firstLine, paraText, type Para, type Piece} from './pieces.ts'

/** The size most letters of the document have, to half a point. */
export const bodySize = (pieces: readonly Piece[]): number =>
  usualSize(
    parasIn(pieces)
      .flatMap(({lines}) => lines)
      .map(({size, text}) => ({size: halfPoints(size), text})),
  )

/** Every paragraph, those in tables and frames too. */
export const parasIn = (pieces: readonly Piece[]): readonly Para[] =>
  pieces.flatMap((piece) =>
    piece.type === 'para'
      ? [piece]
      : piece.type === 'frame'
        ? parasIn(piece.pieces)
        : piece.type === 'input'
          ? []
          : piece.rows.flat().flatMap((cell) => parasIn(cell)),
  )

const halfPoints = (size: number): number => Math.round(size * 2) / 2

/** How a heading is set. */
interface Style {
  readonly size: number
  /** Capitals and weight. */
  readonly look: string
  /** The level the document itself gives it, or null. */
  readonly tag: number | null
}

const mostWords = 20
const mostBoldWords = 14
const binding = /\b(?:must|shall|should|will|may not|cannot)\b/iu

/** Whether every letter of a text is a capital, of which it has three at least. */
export const isCaps = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

const label =
  /^(?!(?:NOTE|NOTES|NB|OR|AND|WARNING|CAUTION|TEL|FAX|EMAIL|APPROVED|SIGNED|DATED?|EFFECTIVE|REVISED|REVIEWED|ISSUED|SUPERSEDES|VERSION)\b)(\p{Lu}[\p{Lu}\s/&,’'()-]{2,50}):\s+(?=\S)/u
const boldLabel = /^([^:]{3,60}):\s+(?=\S)/u

/** How many characters of a paragraph, its mark included, are a title run into it: in capitals, or in bold after a mark (`I. Purpose: To …`);
 *  the colon is the last of them. 0 where there is none. */
export const labelLength = (own: Para): number => {
  const text = paraText(own)
  const at = markerOf(text)?.at ?? 0
  const said = text.slice(at)
  const caps = label.exec(said)
  if (caps) return at + (caps[1] as string).length + 1
  const bold = at > 0 ? boldLabel.exec(said) : null
  if (!bold || binding.test(bold[1] as string) || !isBoldTo(own, at + (bold[1] as string).length)) return 0
  return at + (bold[1] as string).length + 1
}

const isBoldTo = ({lines}: Para, to: number): boolean => {
  let at = 0
  for (const run of lines[0]?.runs ?? []) {
    if (at >= to) return true
    if (!run.bold && /\p{L}/u.test(run.text)) return false
    at += run.text.length
  }
  return true
}

/** How a paragraph is set if it is a heading, or starts with one, or null. `margin` is where the text's left edge is. */
const headingStyle = (own: Para, body: number, margin: number): Style | null => {
  const first = firstLine(own)
  const run = labelLength(own)
  const text = run > 0 ? paraText(own).slice(0, run) : paraText(own)
  const marker = markerOf(paraText(own))
  const said = text.slice(marker?.at ?? 0)
  const size = halfPoints(first.size)
  const bold = run > 0 ? first.runs[0]?.bold === true : own.lines.every((line) => line.bold)
  const style = {
    size,
    look: `${/\p{Lu}{5}/u.test(said) && isCaps(said) ? 'C' : ''}${bold ? 'B' : ''}`,
    tag: own.role === 'heading' ? own.level : null,
  }
  if (
    isApproval(paraText(own)) ||
    editionLine(paraText(own)) !== null ||
    own.role === 'note' ||
    marker?.printed === null ||
    !/(?:\p{L}[^\p{L}]*){3}/u.test(said) ||
    /^(?:and|or|and\/or|then)$/iu.test(said)
  )
    return null
  if (run > 0) return marker && first.x > margin + 12 ? null : style
  return isHeading(own, said, style, body, margin) ? style : null
}

const isHeading = (own: Para, said: string, {size, look, tag}: Style, body: number, margin: number): boolean => {
  const words = said.split(/\s+/u).length
  const distinct = size >= body * 1.08 || look !== ''
  if (words > mostWords || /^\p{Ll}/u.test(said)) return false
  // What is called a heading and looks like the text around it was given that name by mistake.
  if (tag !== null) return distinct && !/[.;,]$/u.test(said.replace(/\betc\.$/u, ''))
  if (size >= body * 1.15) return !(/[.;,]$/u.test(said) && words > 8)
  if ((look === '' && !isCaps(said)) || size < body * 0.95 || own.lines.length > 3 || words > mostBoldWords)
    return false
  if (/[.;,!?]$/u.test(said) || (binding.test(said) && said.endsWith(':'))) return false
  return markerOf(paraText(own)) === null || firstLine(own).x <= margin + 12
}

/** The level of each paragraph that is a heading, or starts with one: 1 for a title above all others, then by the document's own structure, by
 *  size, and by which kind comes first; deeper for deeper printed numbers. A title is no smaller than `least`. Paragraphs in tables and frames have none. */
export const headingLevels = (pieces: readonly Piece[], body: number, least = 0): ReadonlyMap<Para, number> => {
  const paras = pieces.filter((piece): piece is Para => piece.type === 'para')
  const margin = leftMargin(paras, body)
  const found = paras.flatMap((own): readonly Heading[] => {
    const style = headingStyle(own, body, margin)
    return style ? [{own, style}] : []
  })
  const title = titleIn(found, paras, body, least)
  const rest = found.filter(({own}) => own !== title)
  const classes = classesOf(rest.map(({style}) => style))
  const level = ({own, style}: Heading): number =>
    Math.min(
      6,
      2 +
        classes.indexOf(classOf(style)) +
        depthOf(
          own,
          rest.filter((each) => classOf(each.style) === classOf(style)),
        ),
    )
  return new Map(found.map((each) => [each.own, each.own === title ? 1 : level(each)]))
}

interface Heading {
  readonly own: Para
  readonly style: Style
}

/** Where most of the text's lines could start: a twentieth of its lines stands no further right. */
const leftMargin = (paras: readonly Para[], body: number): number => {
  const xs = paras
    .flatMap(({lines}) => lines)
    .filter(({size}) => Math.abs(size - body) < 2)
    .map(({x}) => x)
    .sort((a, b) => a - b)
  return xs[Math.floor(xs.length / 20)] ?? 0
}

const classOf = ({size, look}: Style): string => `${size}/${look}`

/** Ways of setting a heading, outermost first. */
const classesOf = (styles: readonly Style[]): readonly string[] => {
  const keys = [...new Set(styles.map(classOf))]
  const tagged = new Map(keys.map((key) => [key, commonTag(styles.filter((style) => classOf(style) === key))]))
  const sizeOf = (key: string): number => Number(key.split('/')[0])
  const rank = (key: string): number => {
    const own = tagged.get(key) ?? null
    if (own !== null) return own
    const above = keys.filter((other) => sizeOf(other) >= sizeOf(key)).flatMap((other) => tagged.get(other) ?? [])
    return Math.max(0, ...above) + 0.5
  }
  return [...keys].sort((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a) || keys.indexOf(a) - keys.indexOf(b))
}

/** The level that most headings of one look are given, or null where most are given none. */
const commonTag = (styles: readonly Style[]): number | null => {
  const tags = styles.flatMap(({tag}) => (tag === null ? [] : [tag]))
  if (tags.length * 2 <= styles.length) return null
  const count = (tag: number): number => tags.filter((each) => each === tag).length
  return [...tags].sort((a, b) => count(b) - count(a) || a - b)[0] ?? null
}

/** How much deeper than others that look like it a heading stands by its number: 4.1 below 4, A. below I. */
const depthOf = (own: Para, alike: readonly Heading[]): number => {
  const dots = dotsOf(own)
  if (dots !== null) return dots - Math.min(...alike.map((each) => dotsOf(each.own) ?? Number.POSITIVE_INFINITY))
  const kinds = [...new Set(alike.map((each) => kindOf(each.own)))].filter((kind) => kind !== '')
  return Math.max(0, kinds.indexOf(kindOf(own)))
}

const kindOf = (own: Para): string => markerOf(paraText(own))?.kinds[0]?.style ?? ''

const dotsOf = (own: Para): number | null => {
  const number = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s/u.exec(paraText(own))?.[1]
  return number === undefined ? null : number.split('.').length
}

const publishers =
  /(?<!-)\b(?:council|county|borough|city of|agency|department|division|services|partnership|board|trust|authority|nhs|police)\b/iu
const documents =
  /:|\b(?:procedures?|polic(?:y|ies)|protocol|guidance|guidelines?|form|report|plan|strategy|framework|handbook|manual|referral|missing|child(?:ren)?|abuse|neglect)\b/iu

/** Whether a text only names who publishes. */
export const namesPublisher = (text: string): boolean => publishers.test(text) && !documents.test(text)

/** The heading that names the document: among those before any text, the largest that does not just name who publishes it, and larger or otherwise
 *  set than every heading after it. */
const titleIn = (found: readonly Heading[], paras: readonly Para[], body: number, least: number): Para | null => {
  const headings = new Set(found.map(({own}) => own))
  const start = paras.findIndex((own) => !headings.has(own) && paraText(own).split(/\s+/u).length > 12)
  const early = found.filter(({own}) => (start < 0 || paras.indexOf(own) < start) && firstLine(own).page <= 2)
  const opening = early.filter(({own}, n) => n < early.length - 1 || labelLength(own) === 0)
  const named = opening.filter(({own}) => !namesPublisher(paraText(own)))
  const all = named.length > 0 ? named : opening
  const size = Math.max(...all.map(({style}) => style.size))
  const first = all.find(({style}) => style.size === size)
  if (!first || size < least || /^\(/u.test(paraText(first.own))) return null
  const after = found.filter(({own}) => paras.indexOf(own) > paras.indexOf(first.own))
  const alone = after.every(({style}) => style.size <= size && classOf(style) !== classOf(first.style))
  return alone && after.length > 0 && (size >= body * 1.08 || first.style.tag === 1 || first.style.look !== '')
    ? first.own
    : null
}
