import type {Element} from 'hast'
import {classWords} from './hidden.ts'

/** Elements whose content is never the procedure's. */
const dropped: ReadonlySet<string> = new Set(
  'script style template noscript svg iframe video audio canvas object nav head link meta map dialog del s strike'.split(
    ' ',
  ),
)

/** Page parts known by a word of their class or id, on every publishing family's pages. */
const furnitureWords: ReadonlySet<string> = new Set(
  'cookie cookies breadcrumb breadcrumbs skip skiplink skiplinks search searchbox feedback share sharing pagination pager newsletter toolbar topnav sidenav navbar megamenu menu noprint'.split(
    ' ',
  ),
)
const containers: ReadonlySet<string> = new Set('div section form ul ol p span a aside footer header'.split(' '))
const besideWords = /\b(?:related|see also|in this section|also of interest|share|links|elsewhere)\b/iu
const roles = /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|tooltip|tablist)$/u
/** For screen readers alone. */
const spokenClass =
  /^(?:(?:govuk-)?visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|offscreen|element-invisible)$/iu
const printClass = /^(?:print-?only|visible-print(?:-\w+)?|no-?print)$/iu
/** Contents with page numbers, headers and footers, as Word saves them for the web. */
const wordFurniture = /^MsoToc\d|^MsoTocHeading|^MsoHeader|^MsoFooter/u
const longestAside = 12

const classesOf = ({properties}: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : []

/** Whether an element is page furniture rather than text of the procedure. `inMain` says that it stands in the part of the page marked as its main
 *  content, whose own header and footer are text; `isHidden` whether it is never shown; `words` gives its text when it is asked for. */
export const isFurniture = (
  element: Element,
  inMain: boolean,
  isHidden: (element: Element) => boolean,
  words: () => string,
): boolean => {
  const {tagName, properties} = element
  if (dropped.has(tagName) || isHidden(element)) return true
  if (roles.test(String(properties['role'] ?? '')) || isForDevice(element, words)) return true
  if ((tagName === 'header' || tagName === 'footer') && !inMain) return true
  if (tagName === 'aside' && besideWords.test(words().slice(0, 60))) return true
  if (!containers.has(tagName)) return false
  // A long part is never furniture by its name alone: "feedback" is also what a referrer is owed.
  return classWords(element).some((word) => furnitureWords.has(word)) && words().split(/\s+/u).length < 80
}

/** Whether an element is there for print, for Word's pages, or to be read aloud beside what is seen. */
const isForDevice = (element: Element, words: () => string): boolean => {
  const {tagName, properties} = element
  if (/mso-element:\s*(?:header|footer|comment-list)/iu.test(String(properties['style'] ?? ''))) return true
  const classes = classesOf(element)
  if (classes.some((name) => wordFurniture.test(name))) return true
  if (tagName === 'span' && classWords(element).includes('toggle') && /^(?:show|hide|\+|–|-)$/iu.test(words().trim()))
    return true
  if (/^(?:h[1-6]|caption|label|legend|th)$/u.test(tagName)) return false
  const short = (): boolean => words().trim().split(/\s+/u).length <= longestAside
  return classes.some((name) => (spokenClass.test(name) && short()) || (printClass.test(name) && short()))
}
