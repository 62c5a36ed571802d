import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {audited, chromiumPath, isTooWide, openedPage, startedChromium, unseen} from './support/chromium.mjs'
import {keyboardWalk} from './support/keyboard-walk.mjs'
import {writtenReport} from './support/region.ts'

const path = chromiumPath()
const root = fileURLToPath(new URL('..', import.meta.url))

// In CI a missing Chromium is a fault: `.ci/run` installs it. Dark, print, the whole region and a large one: node scripts/browser.mjs.
// Two authorities, so that it is soon done.
describe.skipIf(path === null && !process.env['CI'])('the report in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-browser-'))
  const file = join(folder, 'report.html')
  let browser: Awaited<ReturnType<typeof startedChromium>>
  beforeAll(async () => {
    const some = ['thornmere', 'saltmarrow'].flatMap((id) => ['--authority', id])
    const argv = ['report', 'procedures', '--topic', 'missing-children', ...some, '--quiet', '--output', `html=${file}`]
    const [started] = await Promise.all([startedChromium(path ?? 'chromium'), writtenReport(argv, root)])
    browser = started
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('asks for nothing, breaks no rule of WCAG, and its filters work by keyboard', async () => {
    const {page, context, requests} = await openedPage(browser, file)
    expect((await audited(page)).violations).toEqual([])
    const {faults, steps} = await keyboardWalk(page, 'interview')
    expect(faults).toEqual([])
    expect(steps).toHaveLength(3)
    expect(requests()).toBe(1)
    await context.close()
  }, 60_000)

  test('shows everything on a phone with scripts off', async () => {
    const {page, context} = await openedPage(browser, file, {scripts: false, width: 375})
    expect(await unseen(page)).toEqual([])
    expect(await page.isVisible('#filters')).toBe(false)
    expect(await isTooWide(page)).toBe(false)
    await context.close()
  }, 60_000)
})
