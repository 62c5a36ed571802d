// The filters of a report by keyboard alone: what is typed, what is then shown, and where the focus stands.

/** Every row of a report as a reader might pick it out, and whether it is shown. */
const rowsShown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article[data-topic]')].map((card) => ({
      id: card.id,
      topic: card.dataset.topic,
      status: card.dataset.status,
      text: card.textContent.toLowerCase(),
      isShown: card.checkVisibility(),
    })),
  )

/** What has the focus, and whether that can be seen. */
const focused = (page) =>
  page.evaluate(() => {
    const own = document.activeElement
    const {outlineStyle, outlineWidth} = getComputedStyle(own)
    return {id: own.id, tag: own.tagName.toLowerCase(), isMarked: outlineStyle !== 'none' && outlineWidth !== '0px'}
  })

/** Presses Tab until an element has the focus; how often, and on what the focus stood without being seen. Throws where it is not reached. */
const tabbedTo = async (page, id, most = 60) => {
  const unmarked = []
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab')
    const own = await focused(page)
    if (!own.isMarked) unmarked.push(`${own.tag}#${own.id}`)
    if (own.id === id) return {presses, unmarked}
  }
  throw new Error(`Expected to reach #${id} with ${most} presses of Tab`)
}

const faultsOf = (step, rows, isWanted) =>
  rows.filter((row) => row.isShown !== isWanted(row)).map(({id, isShown}) => `${step}: ${id} is ${isShown ? 'shown' : 'hidden'}`)

/** Walks search and filters of an open report by keyboard and says what is not as it should be: rows shown that were not asked for, or not shown that were, a
 *  focus that cannot be seen, a count that is not told. */
export const keyboardWalk = async (page, word) => {
  const faults = []
  const steps = []
  const told = async (step, isWanted) => {
    const rows = await rowsShown(page)
    const wanted = rows.filter(isWanted).length
    const said = await page.textContent('#shown')
    steps.push(`${step}: ${said}`)
    faults.push(...faultsOf(step, rows, isWanted))
    const right = wanted === rows.length ? `${rows.length} rows.` : `Showing ${wanted} of ${rows.length} rows.`
    if (said !== right) faults.push(`${step}: expected “${right}”, found “${said}”`)
  }
  const reached = async (id) => faults.push(...(await tabbedTo(page, id)).unmarked.map((each) => `${each}: focus not seen`))

  await reached('by-words')
  await page.keyboard.type(word)
  const hasWord = ({text}) => text.includes(word)
  await told(`typed “${word}”`, hasWord)
  await reached('by-status')
  await page.keyboard.press('ArrowDown')
  const status = await page.inputValue('#by-status')
  await told(`and chose “${status}”`, (row) => hasWord(row) && row.status === status)
  await reached('go')
  await page.keyboard.press('Enter')
  const first = (await rowsShown(page)).find(({isShown}) => isShown)
  const own = await focused(page)
  if (own.id !== first?.id) faults.push(`Expected the focus on ${first?.id}, found ${own.tag}#${own.id}`)
  await page.keyboard.press('Escape')
  if ((await focused(page)).id !== 'by-words') faults.push('Expected Escape to lead back to the search')
  await reached('clear')
  await page.keyboard.press('Enter')
  await told('and cleared', () => true)
  if ((await focused(page)).id !== 'by-words') faults.push('Expected the focus back in the search')
  return {faults, steps}
}
