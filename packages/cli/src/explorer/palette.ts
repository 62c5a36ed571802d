import {harmless, type Line, type Role} from './lines.ts'
import {inAscii} from './signs.ts'

/** How a terminal is painted. Meaning never hangs on colour: every coloured word says the same by itself or has a sign before it. */
export interface Palette {
  readonly color: boolean
  /** Whether the background is light, where that is known. */
  readonly light: boolean
  readonly ascii: boolean
}

/** Select Graphic Rendition codes, on and off. Colours are of the terminal's own sixteen. */
type Codes = readonly [on: string, off: string]

const bold: Codes = ['1', '22']
const dim: Codes = ['2', '22']
const underline: Codes = ['4', '24']
const inverse: Codes = ['7', '27']
const colour = (code: number): Codes => [String(code), '39']

interface Look {
  readonly always: readonly Codes[]
  /** Colour on a dark ground and on a light one. */
  readonly dark?: Codes
  readonly light?: Codes
}

/** Blue against magenta and red: told apart with any common colour blindness, and by bold and underline. */
const looks: Readonly<Record<Role, Look>> = {
  plain: {always: []},
  title: {always: [bold]},
  faint: {always: [dim]},
  selected: {always: [inverse]},
  marked: {always: [bold, underline], dark: colour(93), light: colour(35)},
  key: {always: [bold]},
  good: {always: [], dark: colour(96), light: colour(34)},
  differs: {always: [bold], dark: colour(93), light: colour(35)},
  bad: {always: [bold], dark: colour(91), light: colour(31)},
  unsure: {always: [], dark: colour(95), light: colour(35)},
  accent: {always: [], dark: colour(96), light: colour(36)},
}

/** The palette of an environment: COLORFGBG tells a light ground where the terminal sets it. */
export const paletteFor = (
  env: Readonly<Record<string, string | undefined>>,
  {color, ascii}: {readonly color: boolean; readonly ascii: boolean},
): Palette => {
  const ground = Number(env.COLORFGBG?.split(';').at(-1))
  const asked = env.HEDGEROW_THEME
  return {color, ascii, light: asked ? asked === 'light' : ground === 7 || ground === 15}
}

/** A line without the blanks at its end, where they would not be seen. */
const withoutEnd = (spans: Line): Line => {
  const last = spans.at(-1)
  if (last === undefined || last.role === 'selected' || last.role === 'marked') return spans
  const text = last.text.trimEnd()
  if (text === last.text) return spans
  return text === '' ? withoutEnd(spans.slice(0, -1)) : [...spans.slice(0, -1), {...last, text}]
}

/** One code a sequence, as Ink writes them: the console of Wine loses the sign after two in one. */
const sgr = (code: string): string => `\u001b[${code}m`

/** A line with its codes. */
export const painted = (spans: Line, {color, light, ascii}: Palette): string =>
  withoutEnd(spans)
    .map(({text, role}) => {
      const words = ascii ? inAscii(harmless(text)) : harmless(text)
      const {always, dark: onDark, light: onLight} = looks[role]
      const shade = light ? onLight : onDark
      const codes = color && shade ? [...always, shade] : always
      if (codes.length === 0 || words === '') return words
      const [on, off] = [codes.map(([code]) => code), codes.map(([, code]) => code).reverse()]
      return `${on.map(sgr).join('')}${words}${off.map(sgr).join('')}`
    })
    .join('')
