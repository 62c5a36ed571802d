import type {Authority} from '@hedgerow/assess'
import type {Member} from './corpus.ts'

/** What an authority is called: as its authority.yaml says, as the title of a document of its own prints it, or its id with capitals. */
export const nameOf = ({id, stated}: Member, titles: readonly string[] = []): string =>
  stated?.name ?? titles.map((title) => councilIn(title, id)).find((name) => name !== null) ?? capitals(id)

/** `Ashby Council` in `Missing Children: Ashby Council Procedure` where the id is ashby, else null. */
export const councilIn = (title: string, id: string): string | null => {
  if (!title.includes(' Council')) return null
  const own = capitals(id).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const [name] =
    new RegExp(
      `(?<![\\p{L}\\p{N}])${own}(?: (?:\\p{Lu}[\\p{L}’'-]*|and|of|&)){0,4}? Council(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(title) ?? []
  return name ?? null
}

const small = new Set(['and', 'of', 'in', 'on', 'upon', 'the', 'with', 'under', 'by'])

/** `north-vale` → `North Vale`, `vale-and-moor` → `Vale and Moor`. */
const capitals = (id: string): string =>
  // A folder named after a day, an edition, stays what it is.
  /^\d[\d-]*$/u.test(id)
    ? id
    : id
        .split('-')
        .map((word, at) => (at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
        .join(' ')

/** Names that are local to an authority wherever they stand in its documents, longest first. */
export const localNames = (member: Member, name: string): readonly string[] => {
  const {id, stated} = member
  const local = Object.values(stated?.local ?? {}).flat()
  const all = [
    name,
    capitals(id),
    stated?.partnership,
    stated?.police,
    stated?.icb,
    ...local,
    ...local.flatMap(withoutBrackets),
    ...local.flatMap((each) => withoutPlace(each, id)),
  ]
  const names = [...new Set(all.filter((each) => each !== undefined && each !== ''))] as string[]
  return names.sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
}

/** What the authority calls its roles: the names under `local`, each under its key as a list. */
export const localRoles = ({stated}: Member): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(stated?.local ?? {}).map(([key, names]) => [key, [names].flat()]))

/** `Northvale Front Desk` is called `Front Desk` at home. A single word would be no name. */
const withoutPlace = (name: string, id: string): readonly string[] => {
  const [place = '', ...rest] = name.split(' ')
  return rest.length > 1 && place.toLowerCase() === id.split('-')[0] && rest.every((word) => /^\p{Lu}/u.test(word))
    ? [rest.join(' ')]
    : []
}

/** `First Contact Team (FCT)` is written `First Contact Team` and `FCT` as well. */
const withoutBrackets = (name: string): readonly string[] => {
  const [, long, short] = /^(.*?)\s*\(([^()]+)\)$/u.exec(name) ?? []
  return long && short ? [long, short] : []
}

/** The authority as the analysis names it. */
export const authorityRecord = ({id, stated}: Member, name: string): Authority => ({
  id,
  name,
  partnership: stated?.partnership ?? null,
  police: stated?.police ?? null,
  icb: stated?.icb ?? null,
  neighbours: stated?.neighbours ?? [],
  ...(stated?.local && {local: localRoles({id, stated})}),
})
