import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'

/** Titles that programs give by themselves, or that a template left behind. */
const unreliable =
  /^(?:(?:microsoft )?word(?: - .*)?|microsoft word - .*|document ?\d*|untitled.*|template|title|\[.*\]|powerpoint .*|.*\.(?:docx?|odt|dotx?|rtf|pdf|html?))$/iu

/** A title from a document's properties, where a person has given it; else null. */
export const statedTitle = (title: string | undefined): string | null => {
  const text = (title ?? '').replace(/\s+/gu, ' ').trim()
  return text === '' || unreliable.test(text) ? null : text
}

/** What a person states of a Word document beside its text: its title, and properties such as `Version` or `Review date`. Who saved it last, and
 *  when, says nothing of the edition and is left out. */
export const wordProperties = (
  core: XmlElement | undefined,
  custom: XmlElement | undefined,
): {readonly title: string | null; readonly frontMatter: Readonly<Record<string, string>>} => {
  const title = childOf(core, 'dc:title')
  const version = childOf(core, 'cp:version')
  const own = elementsIn(custom, 'op:property').map(
    (property) => [property.attributes['name'] ?? '', textIn(property).trim()] as const,
  )
  const stated = own.filter(([name, text]) => text !== '' && !/^_|^MSIP_|^ContentType|^display_urn|^xd_/u.test(name))
  const entries = version ? [['version', textIn(version).trim()] as const, ...stated] : stated
  return {title: statedTitle(title && textIn(title)), frontMatter: Object.fromEntries(entries)}
}
