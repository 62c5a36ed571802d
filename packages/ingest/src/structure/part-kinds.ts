import type {Context, Setting} from './context.ts'
import {isFormPart} from './form-parts.ts'
import {type Part, partWords} from './outline.ts'
import {ownerOf} from './owners.ts'

/** What a part is, and how its lines are read: what its heading says, else what it holds. Parts of a form are only what forms have. */
export const kindOf = (part: Part, context: Context): {readonly kind: string | null; readonly setting: Setting} => {
  const named = context.kinds.byHeading(part.heading.title)?.kind ?? null
  const own = named === null ? null : (settings[named] ?? null)
  if (context.setting === 'form' && own !== 'contacts' && own !== 'definitions') {
    const fits = named !== null && (own === 'form' || formKinds.has(named))
    return {kind: fits ? named : ownerKind(part, context), setting: 'form'}
  }
  if (own !== 'form' && isFormPart(part, context))
    return {kind: named !== null && formKinds.has(named) ? named : 'appendix-form', setting: 'form'}
  const held =
    context.kinds.bySection(
      part.heading.title,
      partWords(part).map(({text}) => text),
    )?.kind ?? null
  return {kind: held, setting: own ?? (named === null ? context.setting : 'body')}
}

/** The kind for the details of whoever a part of a form is about, where the topic has one. */
const ownerKind = (part: Part, {lexicon, topic}: Context): string | null => {
  const kind = `${ownerOf([part.heading.title]) ?? ''}-details`
  return lexicon.sections.some(
    (each) => each.kind === kind && (each.topics.length === 0 || each.topics.includes(topic)),
  )
    ? kind
    : null
}

/** Kinds a part of a form can have though its lines are read as they stand. */
const formKinds: ReadonlySet<string> = new Set([
  'consent',
  'indicators',
  'risk-grades',
  'form-submission-deadline',
  'form-completion',
])

/** How the lines and tables of a kind of section are read. Kinds not named here are body text. */
export const settings: Readonly<Record<string, Setting>> = {
  definitions: 'definitions',
  definition: 'definitions',
  glossary: 'definitions',
  contacts: 'contacts',
  'appendix-form': 'form',
  'child-details': 'form',
  'household-details': 'form',
  'referrer-details': 'form',
  'concern-details': 'form',
  'agencies-involved': 'form',
  'office-use': 'form',
}
