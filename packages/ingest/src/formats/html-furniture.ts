import type {Element} from 'hast'

/** Elements whose content is never the procedure's. */
const dropped: ReadonlySet<string> = new Set(
  'script style template noscript svg iframe video audio canvas object nav head link meta map dialog'.split(' '),
)

/** Page parts known by a word of their class or id, on every publishing family's pages. */
const furnitureWords: ReadonlySet<string> = new Set(
  'cookie cookies breadcrumb breadcrumbs skip skiplink skiplinks search searchbox feedback share sharing pagination pager newsletter toolbar topnav sidenav navbar megamenu menu noprint'.split(
    ' ',
  ),
)
const containers: ReadonlySet<string> = new Set('div section form ul ol p span a aside footer header'.split(' '))
const besideWords = /\b(?:related|see also|in this section|also of interest|share|links|elsewhere)\b/iu

/** The words of an element's classes and, where `ids`, of its id: `skip-link` is `skip`, `link`. */
const classWords = ({properties}: Element): readonly string[] => {
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  return [...classes, properties['id'] ?? ''].flatMap((name) =>
    String(name)
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/u),
  )
}

/** Whether an element is hidden from a reader of the page. */
const isHidden = ({properties}: Element): boolean =>
  properties['hidden'] === true ||
  properties['hidden'] === '' ||
  properties['ariaHidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(String(properties['style'] ?? ''))

/** Whether an element is page furniture rather than text of the procedure. `inMain` says that it stands in the part of the
 *  page marked as its main content, whose own header and footer are text; `words` gives its text when it is asked for. */
export const isFurniture = (element: Element, inMain: boolean, words: () => string): boolean => {
  const {tagName, properties} = element
  if (dropped.has(tagName) || isHidden(element)) return true
  const role = String(properties['role'] ?? '')
  if (/^(?:navigation|banner|contentinfo|search)$/u.test(role)) return true
  if ((tagName === 'header' || tagName === 'footer') && !inMain) return true
  if (tagName === 'aside' && besideWords.test(words().slice(0, 60))) return true
  if (!containers.has(tagName)) return false
  // A long part is never furniture by its name alone: "feedback" is also what a referrer is owed.
  return classWords(element).some((word) => furnitureWords.has(word)) && words().split(/\s+/u).length < 80
}
