import type {Choice, Proposal, Wording} from '@hedgerow/assess'
import {counted, listed, mostNamed, namedOrCounted, sentence} from './wording.ts'

type Name = (id: string) => string

/** What each basis of a proposal is called. */
export const basisTitles: Readonly<Record<Proposal['basis'], string>> = {
  shared: 'Words to adopt: one rule in different words',
  standard: 'Words to adopt: a standard settles it',
  choice: 'A choice for people',
  none: 'No words proposed',
}

/** A proposed wording as it would stand, its local particulars as «merge fields»: what is defined and the lead-in before it. */
export function wordingWords({leadIn, term, text}: Wording): string {
  return [term === null ? '' : `${term}:`, leadIn ?? '', text].filter((part) => part !== '').join(' ')
}

/** One of the values to choose from with who holds it: `72 hours (Ashby and Carrow): “…”`. */
export function choiceWords({label, authorities, wording}: Choice, name: Name): string {
  const who = namedOrCounted(authorities.map(name))
  return `${label === '' ? who : `${label} (${who})`}: “${wordingWords(wording)}”`
}

/** Whose words are proposed and who would change how much; empty for a choice and for none. */
export function adoptionWords({wording, verbatim, changes}: Proposal, name: Name): string {
  if (wording === null) return ''
  const has =
    verbatim.length === 0
      ? ''
      : ` ${namedOrCounted(verbatim.map(name))} already ${verbatim.length === 1 ? 'has' : 'have'} it word for word.`
  return `From ${name(wording.authority)}.${has}${changes.length === 0 ? '' : ` To take all of these words over: ${changeWords(changes, name)}.`}`
}

/** Who would change how many words; of many how many authorities, and the fewest and the most words. */
function changeWords(changes: Proposal['changes'], name: Name): string {
  if (changes.length <= mostNamed)
    return listed(changes.map(({authority, words}) => `${name(authority)} ${counted(words, 'word')}`))
  const words = changes.map((each) => each.words)
  const [fewest, most] = [Math.min(...words), Math.max(...words)]
  const range = fewest === most ? counted(most, 'word') : `${fewest} to ${counted(most, 'word')}`
  return `${counted(changes.length, 'authority', 'authorities')}, ${range} each`
}

/** What a proposal comes to, short enough for a row of an action log: the words, or the values there are to choose from. */
export function proposalBrief({basis, wording, choices, reason}: Proposal): string {
  if (wording !== null) return `“${wordingWords(wording)}”`
  if (basis === 'none' || choices.length === 0) return sentence(reason)
  const labels = [...new Set(choices.map(({label}) => label).filter((label) => label !== ''))]
  return labels.length === choices.length
    ? `Choose: ${labels.join(labels.some((label) => label.includes(',')) ? '; or ' : ' or ')}.`
    : `Choose one of ${counted(choices.length, 'wording')}: see the sheet Words to adopt.`
}
