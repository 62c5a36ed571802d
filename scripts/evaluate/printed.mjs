// Scorecards as lines.

export const percent = (value) => `${(100 * value).toFixed(1)}`.padStart(6)

/** The lines of {class: {precision, recall, f1, hits, said, gold}}. */
export const facetLines = (facets) =>
  Object.entries(facets).map(
    ([name, {precision, recall, f1, hits, said, gold}]) =>
      `    ${name.padEnd(14)} ${percent(precision)}   ${percent(recall)}  ${percent(f1)}   ${hits} right of ${said} said, ${gold} true`,
  )

/** The card of labelled pairs of provisions. */
export const printedPairs = (card, says) => {
  console.log(`  ${card.pairs} pairs, ${says}; ${card.parted.length} of them in two rows`)
  console.log(`    false agreements ${card.falseAgreements.length}`)
  console.log(`    equal pairs of which no difference is claimed ${percent(card.quiet)}`)
  for (const line of facetLines(card.facets)) console.log(line)
}

/** The card of a topic. */
export const printedCard = (card) => {
  console.log(`\n${card.topic}: ${card.readings} readings of gold, ${card.unread.length} not found in the trees`)
  console.log('             precision  recall      F1')
  for (const name of ['pairs', 'bcubed', 'absence', 'sections']) {
    const {precision, recall, f1} = card[name]
    console.log(`  ${name.padEnd(10)} ${percent(precision)}   ${percent(recall)}  ${percent(f1)}`)
  }
  console.log(`  granularity ${card.granularity.toFixed(2)} rows to a provision`)
  console.log(
    `  told as sure that an authority has nothing: ${card.sureAbsences.right} right of ${card.sureAbsences.said}`,
  )
  console.log(`  false agreements ${card.falseAgreements.length}`)
  console.log(`  facets, macro F1 ${percent(card.macroF1)}`)
  for (const line of facetLines(card.facets)) console.log(line)
}

/** What a card's figures lack. */
export const printedMisses = ({matched, wrong, falseAgreements}) => {
  for (const each of falseAgreements) console.log(`  FALSE AGREEMENT ${each.row} (${each.status}): ${each.why}`)
  for (const {is, x, y} of wrong) console.log(`  ${is ? 'missed' : 'wrong '} ${x.key} ~ ${y.key}`)
  for (const {gold, row} of matched) {
    const missing = gold.facets.filter((name) => !row.facets.includes(name))
    const extra = row.facets.filter((name) => !gold.facets.includes(name))
    if (missing.length + extra.length > 0)
      console.log(`  facets ${gold.id} (${row.id}): missing ${missing} extra ${extra}`)
  }
}

/** How often what was said with a probability is so. */
export const printedReliability = (name, judged, reliability) => {
  if (judged.length === 0) return
  const {error, rows} = reliability(judged)
  console.log(`\n  reliability, ${name}: expected calibration error ${error.toFixed(3)}`)
  for (const {from, count, mean, right} of rows)
    console.log(
      `    ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  said ${percent(mean)}  true ${percent(right)}  of ${count}`,
    )
}
