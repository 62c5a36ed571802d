import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import {statedTitle} from '../word/properties.ts'

/** What a person states of an OpenDocument text beside it: its title, and properties of their own such as `Version`. */
export const odfProperties = (
  root: XmlElement | undefined,
): {readonly title: string | null; readonly frontMatter: Readonly<Record<string, string>>} => {
  const meta = childOf(root, 'office:meta')
  const title = childOf(meta, 'dc:title')
  const own = elementsIn(meta, 'meta:user-defined')
    .map((each) => [each.attributes['meta:name'] ?? '', textIn(each).trim()] as const)
    .filter(
      ([name, text]) =>
        text !== '' &&
        !/^(?:_|Info \d|AppVersion|DocSecurity|HyperlinksChanged|LinksUpToDate|ScaleCrop|ShareDoc)/u.test(name),
    )
  return {title: statedTitle(title && textIn(title)), frontMatter: Object.fromEntries(own)}
}
