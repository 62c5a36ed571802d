import {execFileSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {openedPage} from '../../test/support/chromium.mjs'

const widths = {desktop: 1280, phone: 375}

/** How many pages of the print are pictured. */
const printed = 24

/** Writes pictures of a report: the head of each chapter at desktop and phone width, and the first pages of its print in greyscale. What was written, as lines. */
export const pictures = async (browser, {name, file}, folder) => {
  const lines = []
  for (const [kind, width] of Object.entries(widths)) {
    const {page, context} = await openedPage(browser, file, {width})
    await page.setViewportSize({width, height: 1400})
    const chapters = await page.evaluate(() => [...document.querySelectorAll('h2')].map(({id}) => id))
    for (const [at, id] of ['top', ...chapters].entries()) {
      await scrolledTo(page, id)
      await page.screenshot({path: join(folder, `${name}-${kind}-${String(at).padStart(2, '0')}-${id}.png`)})
    }
    await context.close()
    lines.push(`  ${name}: ${chapters.length + 1} pictures at ${kind} width`)
  }
  return [...lines, await printedPages(browser, {name, file}, folder)]
}

/** Twice: what comes into view is laid out then, and moves what is below it. */
const scrolledTo = async (page, id) => {
  for (let round = 0; round < 2; round++) {
    await page.evaluate(
      (to) => (to === 'top' ? window.scrollTo(0, 0) : document.getElementById(to).scrollIntoView()),
      id,
    )
    await page.waitForTimeout(200)
  }
}

const printedPages = async (browser, {name, file}, folder) => {
  const {page, context} = await openedPage(browser, file, {media: 'print'})
  const path = join(folder, `${name}.pdf`)
  const begun = performance.now()
  await page.pdf({path, preferCSSPageSize: true})
  await context.close()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  execFileSync('pdftoppm', ['-gray', '-r', '70', '-l', String(printed), '-png', path, join(folder, `${name}-print`)])
  const count = /^Pages:\s+(\d+)/mu.exec(execFileSync('pdfinfo', [path], {encoding: 'utf8'}))?.[1]
  rmSync(path)
  return `  ${name}: printed in ${seconds} s on ${count} pages, the first ${Math.min(printed, Number(count))} pictured`
}
