import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {chromiumPath, openedPage, startedChromium} from '../../test/support/chromium.mjs'

/** Writes a picture of the head of the sample region's HTML report as a browser shows it. Throws where there is no Chromium. */
export const reportPicture = async (root, target) => {
  const path = chromiumPath()
  if (path === null) throw new Error('Expected chromium on this machine, found none: apt-get install chromium')
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-picture-'))
  const file = join(folder, 'report.html')
  const words = ['report', 'procedures', '--as-at', '2026-11-23', '--quiet', '--output', `html=${file}`]
  execFileSync(process.execPath, [join(root, 'packages/cli/bin/hedgerow.js'), ...words], {cwd: root, stdio: 'ignore'})
  const browser = await startedChromium(path)
  try {
    const {page} = await openedPage(browser, file, {width: 1100})
    mkdirSync(dirname(target), {recursive: true})
    await page.screenshot({path: target})
  } finally {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  }
}
