import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'

/** How a cell of an OpenDocument spreadsheet is printed. */
export interface CellLook {
  readonly strong: boolean
  /** In points, or null for the usual size. */
  readonly size: number | null
  readonly shaded: boolean
  /** With a line on one side at least, or free to be changed in a protected sheet. */
  readonly drawn: boolean
}

export interface Looks {
  /** The look of a cell style, with what it takes from the styles it is based on. */
  readonly cells: (style: string) => CellLook
  /** Whether a span's style says that it is bold, by the style's name. */
  readonly strongSpans: ReadonlyMap<string, boolean>
  readonly hiddenTables: ReadonlySet<string>
}

const noLook: CellLook = {strong: false, size: null, shaded: false, drawn: false}
/** Styles based on each other in a circle end here. */
const deepest = 20

/** The looks that the styles of some parts (`styles.xml`, `content.xml`) give. */
export const looksIn = (roots: readonly XmlElement[]): Looks => {
  const all = roots.flatMap((root) =>
    ['office:styles', 'office:automatic-styles'].flatMap((part) => elementsIn(childOf(root, part), 'style:style')),
  )
  const of = (family: string): readonly XmlElement[] =>
    all.filter(({attributes}) => attributes['style:family'] === family)
  const cells = new Map(of('table-cell').map((style) => [nameOf(style), style]))
  const known = new Map<string, CellLook>()
  const look = (name: string, depth: number): CellLook => {
    const style = cells.get(name)
    if (!style || depth > deepest) return noLook
    const found = known.get(name) ?? laidOver(style, look(style.attributes['style:parent-style-name'] ?? '', depth + 1))
    known.set(name, found)
    return found
  }
  return {
    cells: (name) => look(name, 0),
    strongSpans: new Map(of('text').flatMap((style) => boldOf(style).map((bold) => [nameOf(style), bold] as const))),
    hiddenTables: new Set(
      of('table')
        .filter((style) => childOf(style, 'style:table-properties')?.attributes['table:display'] === 'false')
        .map(nameOf),
    ),
  }
}

const nameOf = ({attributes}: XmlElement): string => attributes['style:name'] ?? ''

const boldOf = (style: XmlElement): readonly boolean[] => {
  const weight = childOf(style, 'style:text-properties')?.attributes['fo:font-weight']
  return weight === undefined ? [] : [weight === 'bold' || Number(weight) >= 600]
}

const laidOver = (style: XmlElement, base: CellLook): CellLook => {
  const printed = childOf(style, 'style:text-properties')?.attributes ?? {}
  const cell = childOf(style, 'style:table-cell-properties')?.attributes ?? {}
  const borders = Object.entries(cell).filter(([name]) => /^fo:border/u.test(name))
  const ground = cell['fo:background-color']
  const size = /^([\d.]+)pt$/u.exec(printed['fo:font-size'] ?? '')?.[1]
  return {
    strong: boldOf(style)[0] ?? base.strong,
    size: size === undefined ? base.size : Number(size),
    shaded: ground === undefined ? base.shaded : ground !== 'transparent' && ground.toLowerCase() !== '#ffffff',
    drawn:
      borders.length > 0
        ? borders.some(([, line]) => line !== 'none')
        : base.drawn || cell['style:cell-protect'] === 'none',
  }
}
