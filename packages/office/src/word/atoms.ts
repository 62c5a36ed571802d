import {type PlacedElement, placedIn, placedText} from '../placed.ts'

/** The smallest part of a paragraph that is kept, struck out or moved past as a whole, or whose text may be cut. */
export interface Atom {
  /** As printed with all tracked changes accepted; empty for what prints no text. */
  readonly text: string
  /** The run it stands in, where its text may be changed; null for what stays as it is: a field's result, a link, somebody's own tracked change. */
  readonly run: PlacedElement | null
  readonly element: PlacedElement
}

/** What a paragraph is made of. `fixed` are its children that are no runs of its own. */
export const atomsOf = (paragraph: PlacedElement): readonly Atom[] => {
  let depth = 0
  return placedIn(paragraph).flatMap((child): readonly Atom[] => {
    if (child.name !== 'w:r') return depth > 0 || child.name === 'w:pPr' ? [] : fixedAtoms(child)
    const parts = placedIn(child).filter(({name}) => name !== 'w:rPr')
    return parts.flatMap((part): readonly Atom[] => {
      if (part.name === 'w:fldChar') {
        const kind = part.attributes['w:fldCharType']
        depth += kind === 'begin' ? 1 : kind === 'end' ? -1 : 0
      }
      const text = isHidden(child) ? '' : printed(part)
      const isOwn = part.name === 'w:t' && depth === 0 && !isHidden(child)
      return [{text, run: isOwn ? child : null, element: part}]
    })
  })
}

/** What a child that is no run of the paragraph's own prints. */
const fixedAtoms = (element: PlacedElement): readonly Atom[] => {
  const text = spoken(element)
  return [{text, run: null, element}]
}

const spoken = (element: PlacedElement): string => {
  if (/^w:(?:del|moveFrom|pPr|rPr|sdtPr)$/u.test(element.name)) return ''
  if (element.name === 'mc:AlternateContent') return ''
  const own = printed(element)
  return own === '' && element.name !== 'w:t' ? placedIn(element).map(spoken).join('') : own
}

const printed = (part: PlacedElement): string => {
  switch (part.name) {
    case 'w:t':
      return placedText(part)
    case 'w:tab':
    case 'w:ptab':
    case 'w:br':
    case 'w:cr':
      return ' '
    case 'w:noBreakHyphen':
      return '-'
    default:
      return ''
  }
}

const isHidden = (run: PlacedElement): boolean => {
  const [properties] = placedIn(run, 'w:rPr')
  const [vanish] = properties ? placedIn(properties, 'w:vanish') : []
  return vanish !== undefined && !/^(?:0|false|off)$/u.test(vanish.attributes['w:val'] ?? '')
}
