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
