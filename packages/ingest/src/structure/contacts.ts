import {type Contact, contact} from '@hedgerow/ast'
import type {Words} from '../blocks.ts'
import {type Context, standing} from './context.ts'

/** Telephone numbers, e-mail and web addresses as printed. */
const reach =
  /(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{7,12}\d|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+/giu
// The name before the @ is bounded, or a very long word would be searched again from each of its letters.
const labels =
  /\b(?:tel(?:ephone)?|phone|mobile|mob|fax|e-?mail|web(?:site)?|secure|address|number|no|contact|call|ring|on|at|or|and|out of hours|office hours|hours|24|duty|text|option \d)\b/giu
const duty =
  /\b(?:must|shall|should|may|will|can|could|would|is|are|was|has|have|do|please|if|when|contact|ring|call|report|refer|send|use|visit|see)\b/iu

/** Whether a text holds a telephone number or an e-mail or web address. */
export const holdsReach = (text: string): boolean => text.search(reach) >= 0

/** Who a line reaches, when it is little more than a name with numbers and addresses; `loose` in a list of contacts. */
const whoOf = (text: string, loose: boolean): string | null => {
  const first = text.search(reach)
  if (first < 0) return null
  const colon = /[:–—]|\s-\s/u.exec(text.slice(0, first))
  const who = (colon ? text.slice(0, colon.index) : text.slice(0, first))
    .replace(/[\s,:(–—-]+$/u, '')
    .replace(trailingLabel, '')
    .trim()
  // A sentence before an address tells what stands there.
  if (/\s\S+\s.*[.?!]$/u.test(who)) return null
  if (who === '' || (!loose && duty.test(who)) || who.split(/\s+/u).length > (loose ? 14 : 10)) return null
  const rest = text.slice(who.length).replace(reach, ' ').replace(labels, ' ')
  const words = rest.match(/[\p{L}]{2,}/gu) ?? []
  return words.length <= (loose ? 14 : 4) && !/\b(?:must|shall|should)\b/iu.test(text) ? who : null
}

const trailingLabel = /[\s,(–-]+(?:tel(?:ephone)?|phone|mobile|e-?mail|on|at)\.?$/iu

/** A line that is a contact entry, or null. */
export const contactLine = (words: Words, context: Context, given: {number?: string | null} = {}): Contact | null => {
  const who = whoOf(words.text, context.setting === 'contacts')
  return who === null ? null : contact(who, words.text, {...standing(words, context), number: given.number ?? null})
}
