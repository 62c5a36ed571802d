import type {Authority} from '@hedgerow/assess'

/** What an English council's name carries besides the place. Other names stay as they are. */
const before = /^(?:The )?(?:(?:Royal |London |Metropolitan )*(?:Borough|City|County|District) (?:Council )?of )/
const after = /(?: (?:City|County|Royal|Metropolitan|Borough|District|Unitary|Town|and|&))* Council$/

/** The short name of an authority by its id: `Ashby` for Ashby Council. The whole name where two would share the
 *  short one; the id where the authority is not known. */
export function namesOf(authorities: readonly Authority[]): (id: string) => string {
  const short = authorities.map(({name}) => name.replace(before, '').replace(after, '') || name)
  const names = new Map(
    authorities.map(({id, name}, index) => {
      const own = short[index] ?? name
      return [id, short.filter((other) => other === own).length > 1 ? name : own]
    }),
  )
  return (id) => names.get(id) ?? id
}

/** Sentences with the authorities' short names in place of their full ones. What stands in “quotation marks” is somebody's own words and stays
 *  as it is. */
export function shortened(authorities: readonly Authority[]): (words: string) => string {
  const name = namesOf(authorities)
  const short = new Map(authorities.map((authority) => [authority.name, name(authority.id)]))
  const longestFirst = [...short.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const known = longestFirst.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (known.length === 0) return (words) => words
  const found = new RegExp(`“[^”]*”|(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return (words) => words.replace(found, (each) => short.get(each) ?? each)
}
