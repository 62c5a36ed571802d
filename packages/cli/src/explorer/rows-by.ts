import type {Catalogue, RowEntry} from '../shelf/catalogue.ts'

/** Works something out of a catalogue once, for as long as the catalogue is held. */
const once = <Found>(find: (catalogue: Catalogue) => Found): ((catalogue: Catalogue) => Found) => {
  const found = new WeakMap<Catalogue, {readonly of: Found}>()
  return (catalogue) => {
    const known = found.get(catalogue) ?? {of: find(catalogue)}
    found.set(catalogue, known)
    return known.of
  }
}

/** A topic's rows by their ids. */
export const rowsById = once(({rows}): ReadonlyMap<string, RowEntry> => new Map(rows.map((row) => [row.id, row])))

/** A topic's rows by the fingerprints of the provisions in them; the first where several hold one. */
export const rowsByFingerprint = once(
  ({rows}): ReadonlyMap<string, RowEntry> =>
    new Map(rows.toReversed().flatMap((row) => row.fingerprints.map((each) => [each, row] as const))),
)
