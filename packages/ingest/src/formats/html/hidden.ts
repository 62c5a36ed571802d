import type {Element, Nodes} from 'hast'

/** Class words of parts that open on a click. What they hold is the procedure's though the page shows it only then. */
const openers: ReadonlySet<string> = new Set(
  (
    'collapse collapsed collapsible accordion accordions panel tab tabs tabpanel toggle toggler expandable expander expand disclosure details reveal ' +
    'readmore amendment amendments'
  ).split(' '),
)

/** What is known of the hidden parts of a page. */
export interface Hidden {
  /** Whether an element is hidden for good: never shown by a click that opens a part of the text. */
  readonly isHidden: (element: Element) => boolean
}

/** The words of an element's classes and id: `skip-link` is `skip`, `link`. */
export const classWords = ({properties}: Element): readonly string[] => {
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  return [...classes, properties['id'] ?? ''].flatMap((name) =>
    String(name)
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/u),
  )
}

/** The hidden parts of a page, by attribute, style and the plain class rules of its own style sheets. `all` are its elements. */
export const hiddenParts = (all: readonly Element[]): Hidden => {
  const styled = styledHidden(all)
  const opened = new Set(all.flatMap(targets))
  const isHidden = (element: Element): boolean => isMarked(element, styled) && !opensOnClick(element, opened)
  return {isHidden}
}

const targets = ({properties}: Element): readonly string[] => {
  const toggles = properties['dataToggle'] ?? properties['dataBsToggle']
  const named = [
    properties['ariaControls'],
    properties['dataTarget'],
    properties['dataBsTarget'],
    toggles === undefined ? '' : properties['href'],
  ]
  return named
    .flatMap((each) => (Array.isArray(each) ? each : [each ?? '']).map((id) => String(id).replace(/^#/u, '')))
    .filter((id) => id !== '')
}

const opensOnClick = (element: Element, opened: ReadonlySet<string>): boolean => {
  const {properties} = element
  const role = String(properties['role'] ?? '')
  if (/^(?:dialog|alertdialog|menu|tooltip|status|alert)$/u.test(role)) return false
  if (properties['hidden'] === 'until-found' || role === 'tabpanel') return true
  const words = classWords(element)
  if (words.some((word) => /^(?:modal|dropdown|menu|nav|navbar|popup|tooltip|cookies?|search)$/u.test(word)))
    return false
  return opened.has(String(properties['id'] ?? '')) || words.some((word) => openers.has(word))
}

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/iu

const isMarked = ({tagName, properties}: Element, {classes, ids}: Styled): boolean =>
  (properties['hidden'] !== undefined && properties['hidden'] !== null && properties['hidden'] !== false) ||
  String(properties['ariaHidden'] ?? '') === 'true' ||
  hiding.test(String(properties['style'] ?? '')) ||
  ids.has(String(properties['id'] ?? '\0')) ||
  (Array.isArray(properties['className']) &&
    properties['className'].some((name) => classes.has(`.${name}`) || classes.has(`${tagName}.${name}`)))

interface Styled {
  readonly classes: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
}

/** Classes and ids that the page's style sheets hide by a rule of one class or id, for every medium; a later rule that shows them again wins. */
const styledHidden = (all: readonly Element[]): Styled => {
  const classes = new Set<string>()
  const ids = new Set<string>()
  const css = all
    .filter(({tagName}) => tagName === 'style')
    .map(textIn)
    .join('\n')
    .slice(0, 2_000_000)
  for (const rule of withoutMedia(css).split('}')) {
    const [selectors = '', rules = ''] = rule.split('{').slice(-2)
    const hides = hiding.test(rules)
    if (!hides && !/display\s*:/iu.test(rules)) continue
    for (const selector of selectors.split(',').map((each) => each.trim())) {
      const [, name] = /^((?:[a-z]\w*)?\.[\w-]+)$/iu.exec(selector) ?? []
      const [, id] = /^#([\w-]+)$/u.exec(selector) ?? []
      setTo(hides, classes, name)
      setTo(hides, ids, id)
    }
  }
  return {classes, ids}
}

const setTo = (held: boolean, set: Set<string>, name: string | undefined): void => {
  if (name === undefined) return
  if (held) set.add(name)
  else set.delete(name)
}

/** Style sheets without comments and without the rules for one medium: what only print hides is on the page. */
const withoutMedia = (css: string): string => {
  const plain = css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//gu, ' ')
  let kept = ''
  let at = 0
  for (let start = plain.indexOf('@', at); start >= 0; start = plain.indexOf('@', at)) {
    kept += plain.slice(at, start)
    at = endOfRule(plain, start)
  }
  return kept + plain.slice(at)
}

const endOfRule = (css: string, from: number): number => {
  let depth = 0
  for (let at = from; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}' && --depth <= 0) return at + 1
    if (css[at] === ';' && depth === 0) return at + 1
  }
  return css.length
}

const textIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? (node.children as Nodes[]).map(textIn).join('') : ''
