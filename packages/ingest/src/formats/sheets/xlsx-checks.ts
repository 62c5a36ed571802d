import type {Limits} from '../../limits.ts'
import {type Parts, type XmlElement, xmlOf} from '@hedgerow/office'
import {areaOf} from './workbook.ts'
import type {Check} from './checks.ts'

const local = ({name}: XmlElement): string => name.replace(/^.*:/u, '')

const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(local(child) === name ? [child] : []), ...all(child, name)],
  )

/** Input checks that Excel keeps in an extension of the sheet, by the sheet's name: lists that stand on another sheet, as Excel 2010 and later save
 *  them. The spreadsheet library passes over them. */
export const extendedChecks = (parts: Parts, limits: Limits): ReadonlyMap<string, readonly Check[]> => {
  const [book, rels] = [parts.get('xl/workbook.xml'), parts.get('xl/_rels/workbook.xml.rels')]
  if (!book || !rels) return new Map()
  const targets = new Map(
    all(xmlOf(rels, 'xl/_rels/workbook.xml.rels', limits), 'Relationship').map(({attributes}) => [
      attributes['Id'],
      attributes['Target'] ?? '',
    ]),
  )
  return new Map(
    all(xmlOf(book, 'xl/workbook.xml', limits), 'sheet').map(({attributes}) => {
      const target = targets.get(attributes['r:id']) ?? ''
      const part = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      return [attributes['name'] ?? '', part ? checksIn(new TextDecoder().decode(part.subarray(-longestEnd))) : []]
    }),
  )
}

/** Bytes at the end of a sheet that can hold its extensions. */
const longestEnd = 4_000_000

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities[name] ?? whole)

const checksIn = (xml: string): readonly Check[] => {
  const found: Check[] = []
  // Cut by hand: only the end of a sheet holds extensions, and a tree of a long sheet would be made for a few lines.
  for (const piece of xml
    .slice(Math.max(0, xml.lastIndexOf('</sheetData>')))
    .split(/<(?:\w+:)?dataValidation\s/u)
    .slice(1)) {
    const areas =
      /<(?:\w+:)?sqref>([^<]*)</u
        .exec(piece)?.[1]
        ?.split(/\s+/u)
        .flatMap((range) => areaOf(range) ?? []) ?? []
    const attribute = (name: string): string =>
      unescaped(new RegExp(`^[^>]*\\b${name}="([^"]*)"`, 'u').exec(piece)?.[1] ?? '')
    const reference = unescaped(/<(?:\w+:)?formula1>\s*<(?:\w+:)?f>([^<]*)</u.exec(piece)?.[1] ?? '')
    const printed = /^"(.*)"$/u.exec(reference)?.[1]?.split(',') ?? null
    const prompt = [attribute('promptTitle'), attribute('prompt')].filter((each) => each !== '').join(': ')
    if (areas.length > 0) found.push({areas, type: attribute('type'), list: printed, reference, prompt})
  }
  return found
}
