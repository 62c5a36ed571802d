// A report as a reader's browser shows it: what scripts/browser.mjs and the tests look at. Chromium is the machine's own; nothing is fetched.
import {spawnSync} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import axe from 'axe-core'
import {chromium} from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const isThere = (name) => spawnSync(name, ['--version'], {encoding: 'utf8'}).status === 0
const where = (name) => spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout.trim()

/** Whether there is a Chromium to look with; tests that need it are skipped by name where it is not, and fail in CI. */
export const chromiumPath = () => {
  const found = names.find(isThere)
  return found === undefined ? null : where(found)
}

/** Chromium, started. Whoever starts it closes it. Its sandbox is off: it opens only pages that were just made, and CI runs as root. */
export const startedChromium = (path) => chromium.launch({executablePath: path, args: ['--no-sandbox']})

/** A page on a file, with how many requests it made and how long until something was painted, in milliseconds; null in print, which nothing is painted for. */
export const openedPage = async (browser, file, {scheme = 'light', media = 'screen', width = 1280, scripts = true} = {}) => {
  const context = await browser.newContext({
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    viewport: {width, height: 900},
  })
  const page = await context.newPage()
  let requests = 0
  page.on('request', () => requests++)
  await page.emulateMedia({media, colorScheme: scheme})
  await page.goto(pathToFileURL(file).href)
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null)
  return {page, context, paint, requests: () => requests}
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds against WCAG 2.2 A and AA and best practice: each rule broken, on how many elements, with the first three; and how many rules passed. */
export const audited = async (page) => {
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const {violations, passes} = await globalThis.axe.run(document, {runOnly, resultTypes: ['violations', 'passes']})
    const told = ({id, nodes}) => ({rule: id, elements: nodes.length, first: nodes.slice(0, 3).map(({html}) => html.slice(0, 200))})
    return {violations: violations.map(told), passed: passes.length}
  }, tags)
}

/** What a reader without scripts does not see, as the first words of each element: nothing, but the filters and tables that wait to be opened. */
export const unseen = (page) =>
  page.evaluate(() => {
    const isClosed = (each) => each.closest('details:not([open])') !== null && each.closest('summary') === null
    const all = [...document.querySelectorAll('header *, nav *, main *')]
    const hidden = all.filter((each) => !isClosed(each) && !each.closest('#filters') && !each.closest('svg') && !each.checkVisibility({visibilityProperty: true}))
    return hidden.map((each) => each.textContent.trim().slice(0, 80))
  })

/** Whether any part of the page is wider than the window: then a phone's reader has to push the whole page about. */
export const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
