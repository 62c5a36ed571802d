import {placeOf} from '@hedgerow/ast'
import {counted, dated, listed} from '../wording.ts'
import {type Draft, type DraftProvision, type DraftReading, regionOf, type Trace} from './draft.ts'
import {choiceMark, labelled, slotOf} from './slots.ts'
import {standing, withoutTerm} from './standing-words.ts'

/** A paragraph of a draft as every format prints it, with the notes that stand below it. */
export interface DraftPiece {
  readonly type: 'provision' | 'lead' | 'option' | 'field'
  /** Printed before it; null in a list of a form's items. */
  readonly number: string | null
  /** Printed in bold before the text. */
  readonly term: string | null
  readonly text: string
  /** Where the words are from, and what people should know. */
  readonly note: string | null
}

/** The paragraphs of a section's provisions, in order. Provisions that share a lead-in in one authority's words stand under it as its steps. */
export function piecesOf(provisions: readonly DraftProvision[]): readonly DraftPiece[] {
  return provisions.flatMap((provision, at) => {
    const before = sharedLead(provisions[at - 1])
    const own = sharedLead(provision)
    if (own === null || provision.kind === 'field') return piecesOfOne(provision)
    const isFirst = own !== before
    const isLast = own !== sharedLead(provisions[at + 1])
    if (isFirst && isLast) return piecesOfOne(provision)
    const [reading] = provision.readings as readonly [DraftReading]
    const lead: DraftPiece = {type: 'lead', number: null, term: null, text: reading.leadIn ?? '', note: null}
    const step: DraftPiece = {
      type: 'option',
      number: provision.number,
      term: null,
      text: reading.text.replaceAll(' | ', '; '),
      note: noted(provision, reading),
    }
    return isFirst ? [lead, step] : [step]
  })
}

/** The lead-in of a settled provision with whose words it is, by which it is told from another. */
function sharedLead(provision: DraftProvision | undefined): string | null {
  const [reading] = provision?.readings ?? []
  if (!reading || provision?.readings.length !== 1 || reading.leadIn === null || provision.kind === 'field') return null
  return `${reading.traces[0]?.authority} ${reading.leadIn}`
}

function piecesOfOne(provision: DraftProvision): readonly DraftPiece[] {
  const {kind, number, note, readings} = provision
  const [first] = readings
  if (!first) return []
  if (kind === 'field') return [fieldPiece(provision, first)]
  if (readings.length === 1 && provision.doubt === null)
    return [{type: 'provision', number, ...worded(first), note: noted(provision, first)}]
  if (readings.length === 1 && provision.doubt === 'confirm') {
    const {term, text} = worded(first)
    return [{type: 'provision', number, term, text: confirming(text), note: noted(provision, first)}]
  }
  const slot = provision.doubt === 'choice' ? slotOf(readings) : null
  if (slot) {
    const text = `${slot.before}${choiceMark(slot.values, readings)}${slot.after}`
    return [
      {
        type: 'provision',
        number,
        ...worded({...first, text}),
        note: [note, ...readings.map(traced)].filter(Boolean).join(' '),
      },
    ]
  }
  const shared = sharedTerm(readings)
  return [
    {type: 'lead', number, term: shared, text: headOf(provision), note},
    ...readings.map((reading, at): DraftPiece => {
      const {term, text} = worded(reading)
      const words = shared === null ? text : withoutTerm(text, shared)
      const own = shared === null ? term : null
      const named = own === null ? words : `${own}: ${words}`
      return {
        type: 'option',
        number: letter(at),
        term: null,
        text: `[${labelled(reading)}] ${named}`,
        note: traced(reading),
      }
    }),
  ]
}

/** What is defined, where all define the same. */
function sharedTerm(readings: readonly DraftReading[]): string | null {
  const [first] = readings
  const term = first?.term ?? null
  return readings.every((each) => each.term?.toLowerCase() === term?.toLowerCase()) ? term : null
}

/** A provision that is settled for the draft and not for everybody's standing text, marked inside its sentence. */
function confirming(text: string): string {
  return text.replace(/[.;:]?$/u, (end) => ` [Confirm: see the note]${end}`)
}

function headOf({doubt}: DraftProvision): string {
  switch (doubt) {
    case 'unsure':
      return '[Check: these may not be one provision. Keep one, or several:]'
    case 'agreed':
      return '[By agreement each keeps its own for now:]'
    case 'choice':
    case 'confirm':
    case null:
      return '[Choose:]'
  }
}

function fieldPiece(provision: DraftProvision, first: DraftReading): DraftPiece {
  const {readings} = provision
  const values = readings.map(({label, text}) => `“${label || text}”`)
  const text = readings.length === 1 ? first.text : choiceMark(values, readings)
  return {
    type: 'field',
    number: null,
    term: null,
    text,
    note: [provision.note, ...readings.map(traced)].filter(Boolean).join(' '),
  }
}

/** The words with their lead-in and, before a definition that does not name it, the term. */
function worded(reading: DraftReading): Pick<DraftPiece, 'term' | 'text'> {
  const {leadIn, term} = reading
  const text = standing(reading)
  const whole = leadIn === null ? text : `${leadIn} ${text}`
  const isNamed =
    term === null ||
    whole
      .replace(/^["“‘']/u, '')
      .toLowerCase()
      .startsWith(term.toLowerCase())
  return {term: isNamed ? null : term, text: whole}
}

function noted({note}: DraftProvision, reading: DraftReading): string {
  return [traced(reading), note].filter(Boolean).join(' ')
}

/** Whose words these are and where they stand; who else has them. */
function traced({traces, holders, label}: DraftReading): string {
  const [whose = ''] = holders
  const own = traces.filter(({authority}) => authority === whose)
  const others = holders.slice(1)
  const said = others.length === 0 ? '' : `; ${label === '' ? 'word for word' : 'the same value'} in ${listed(others)}`
  return `${whose}: ${own.map(placed).join(' and ')}${said}.`
}

function placed({source, section, number}: Trace): string {
  const heading = [number ?? '', section === '' ? '' : `“${section}”`].filter(Boolean).join(', ')
  return heading === '' ? placeOf(source) : `${placeOf(source)} (${heading})`
}

/** `a`, `b` … `z`, `aa`. */
function letter(at: number): string {
  const [rest, last] = [Math.floor(at / 26), String.fromCodePoint(97 + (at % 26))]
  return rest === 0 ? last : `${letter(rest - 1)}${last}`
}

/** What a draft says of itself before its text. */
export function aboutDraft(draft: Draft): string {
  const provisions = draft.sections.flatMap((each) => each.provisions)
  const open = provisions.filter(({doubt}) => doubt === 'choice').length
  const unsure = provisions.filter(({doubt}) => doubt === 'unsure').length
  const agreed = provisions.filter(({doubt}) => doubt === 'agreed').length
  const confirmed = provisions.filter(({doubt}) => doubt === 'confirm').length
  const parts = [
    `Draft for ${regionOf(draft)}, assembled on ${dated(draft.asAt)} by Hedgerow ${draft.version} from what ${listed(draft.authorities)} say. Nobody has adopted it.`,
    `It has ${counted(provisions.length, 'provision')}; for ${open} people must choose, ${unsure} must be checked${confirmed === 0 ? '' : `, ${confirmed} must be confirmed`}${agreed === 0 ? '' : `, ${agreed} differ by agreement`}.`,
    'Words between « and » are merge fields. Each note tells whose words they are and where they stand.',
  ]
  return parts.join(' ')
}

/** What an authority has that is not in the draft, as a line. */
export function leftLine({readings}: Draft['left'][number]): string {
  return readings
    .map((each) => `${listed(each.holders)}: “${each.text}” (${each.traces[0] ? placeOf(each.traces[0].source) : ''})`)
    .join('; ')
}
