import {statSync} from 'node:fs'
import {audited, isTooWide, openedPage, unseen} from '../../test/support/chromium.mjs'
import {keyboardWalk} from '../../test/support/keyboard-walk.mjs'

const views = [
  {scheme: 'light', media: 'screen'},
  {scheme: 'dark', media: 'screen'},
  {scheme: 'light', media: 'print'},
]

const say = (line) => process.stdout.write(`${line}\n`)
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Looks at one report, tells the figures, and gives what is not as it should be. */
export const lookedAt = async (browser, {name, file, word, paintWithin}, {isAudited}) => {
  say(`${name}: ${(statSync(file).size / 1e6).toFixed(1)} MB`)
  const faults = []
  for (const view of views) {
    const seen = `${name}, ${view.media === 'print' ? 'print' : view.scheme}`
    const {page, context, paint, requests} = await openedPage(browser, file, view)
    say(`  ${seen}: first paint ${paint === null ? '–' : `${Math.round(paint)} ms`}, requests ${requests()}`)
    if (requests() !== 1) faults.push(`${seen}: ${requests()} requests, expected 1`)
    if (paint !== null && paint > paintWithin)
      faults.push(`${seen}: first paint after ${Math.round(paint)} ms, expected ${paintWithin}`)
    if (isAudited) faults.push(...(await auditOf(page, seen)))
    await context.close()
  }
  return [
    ...faults,
    ...(await walked(browser, file, name, word)),
    ...(await withoutScripts(browser, file, name)),
    ...(await onPhone(browser, file, name)),
  ]
}

const auditOf = async (page, seen) => {
  const begun = performance.now()
  const {violations, passed} = await audited(page)
  say(`  ${seen}: axe-core ${violations.length} violations, ${passed} rules passed, ${seconds(begun)}`)
  return violations.map(
    ({rule, elements, first}) => `${seen}: axe-core ${rule} on ${elements} elements: ${first.join(' ')}`,
  )
}

const walked = async (browser, file, name, word) => {
  const {page, context} = await openedPage(browser, file)
  const {faults, steps} = await keyboardWalk(page, word)
  await context.close()
  say(`  ${name}, by keyboard: ${steps.join(' ')}`)
  return faults.map((fault) => `${name}: ${fault}`)
}

const withoutScripts = async (browser, file, name) => {
  const {page, context} = await openedPage(browser, file, {scripts: false})
  const hidden = await unseen(page)
  const filters = await page.isVisible('#filters')
  await context.close()
  say(`  ${name}, scripts off: ${hidden.length} elements not to be seen`)
  return [
    ...hidden.map((text) => `${name}: not seen with scripts off: ${text}`),
    ...(filters ? [`${name}: filters are shown with scripts off`] : []),
  ]
}

const onPhone = async (browser, file, name) => {
  const {page, context} = await openedPage(browser, file, {width: 375})
  const isWide = await isTooWide(page)
  await context.close()
  return isWide ? [`${name}: wider than a phone`] : []
}
