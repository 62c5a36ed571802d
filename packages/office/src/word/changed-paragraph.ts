import {element, escapedText, type Markup, markup} from '../markup.ts'
import {type PlacedElement, placedIn} from '../placed.ts'
import {type Atom, atomsOf} from './atoms.ts'

/** A stretch of a paragraph's text that gives way to other words; offsets into the text as printed. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Whose change it is, and when. `next` gives each its own id. */
export interface Revising {
  readonly author: string
  /** As in the file: `2026-11-23T00:00:00Z`. */
  readonly moment: string
  readonly next: () => number
}

/** A paragraph's text as printed, all tracked changes accepted. */
export const paragraphText = (paragraph: PlacedElement): string =>
  atomsOf(paragraph)
    .map(({text}) => text)
    .join('')

/** What stands in a paragraph after its properties, with these edits as tracked changes; null where one of them would touch what is not plain text of the
 *  paragraph's own. `edits` are in order and apart. Everything else is kept to the letter. */
export const changedInside = (
  source: string,
  paragraph: PlacedElement,
  edits: readonly TextEdit[],
  revising: Revising,
): string | null => {
  const atoms = atomsOf(paragraph)
  const own = new Map(atoms.map((atom) => [atom.element, atom]))
  const starts = offsets(atoms)
  if (edits.some((edit) => !isOpen(edit, atoms, starts))) return null
  const pending = [...edits]
  const said = placedIn(paragraph).filter(({name}) => name !== 'w:pPr')
  const pieces = said.map((child) => {
    const parts = child.name === 'w:r' ? placedIn(child).filter(({name}) => name !== 'w:rPr') : []
    const held = parts.flatMap((part) => own.get(part) ?? [])
    const touched = held.some((atom) => atom.run !== null && touches(pending, atom, starts.get(atom) as number))
    if (!touched) return source.slice(child.start, child.end)
    return held.map((atom) => splitAtom(source, child, atom, starts.get(atom) as number, pending, revising)).join('')
  })
  return pieces.join('')
}

const offsets = (atoms: readonly Atom[]): ReadonlyMap<Atom, number> => {
  const starts = new Map<Atom, number>()
  let at = 0
  for (const atom of atoms) {
    starts.set(atom, at)
    at += atom.text.length
  }
  return starts
}

/** Whether an edit strikes out only text that may be changed, and writes beside some. */
const isOpen = ({start, end}: TextEdit, atoms: readonly Atom[], starts: ReadonlyMap<Atom, number>): boolean => {
  const over = atoms.filter((atom) => {
    const at = starts.get(atom) as number
    return atom.text !== '' && at < end && at + atom.text.length > start
  })
  if (over.some(({run}) => run === null)) return false
  if (end > start) return true
  return atoms.some((atom) => {
    const at = starts.get(atom) as number
    return atom.run !== null && at <= start && start <= at + atom.text.length
  })
}

/** Whether an edit falls within an atom, or writes at its edge. */
const touches = (edits: readonly TextEdit[], {text}: Atom, at: number): boolean =>
  edits.some(
    ({start, end}) =>
      (start < at + text.length && end > at) || (start === end && start >= at && start <= at + text.length),
  )

/** An atom's run cut where edits begin and end: kept, struck out and written runs, each with the run's own look. An edit that reaches beyond the atom strikes out
 *  its part here and writes where its last part is. */
const splitAtom = (
  source: string,
  run: PlacedElement,
  atom: Atom,
  at: number,
  pending: TextEdit[],
  revising: Revising,
): string => {
  if (atom.run === null) return wrapped(source, run, source.slice(atom.element.start, atom.element.end))
  const end = at + atom.text.length
  let done = ''
  let from = at
  const keep = (until: number): void => {
    if (until > from) done += wrapped(source, run, textMarkup('w:t', atom.text.slice(from - at, until - at)))
    from = Math.max(from, until)
  }
  while (pending[0] && pending[0].start <= end && (pending[0].start < end || pending[0].start === pending[0].end)) {
    const edit = pending[0]
    keep(Math.max(at, edit.start))
    const until = Math.min(edit.end, end)
    if (until > from) {
      done += tracked(
        'w:del',
        wrapped(source, run, textMarkup('w:delText', atom.text.slice(from - at, until - at))),
        revising,
      )
      from = until
    }
    if (edit.end > end) break
    if (edit.text !== '') done += tracked('w:ins', wrapped(source, run, textMarkup('w:t', edit.text)), revising)
    pending.shift()
  }
  keep(end)
  return done
}

const textMarkup = (name: string, text: string): string =>
  `<${name} xml:space="preserve">${escapedText(text)}</${name}>`

/** A run of the same look around other contents. */
const wrapped = (source: string, run: PlacedElement, contents: string): string => {
  const [properties] = placedIn(run, 'w:rPr')
  const look = properties ? source.slice(properties.start, properties.end) : ''
  return `${source.slice(run.start, run.inside[0])}${look}${contents}</${run.tag}>`
}

const tracked = (name: string, contents: string, {author, moment, next}: Revising): string => {
  const open: Markup = element(name, {'w:id': next(), 'w:author': author, 'w:date': moment})
  return `${markup(open).replace(/\/>$/u, '>')}${contents}</${name}>`
}
