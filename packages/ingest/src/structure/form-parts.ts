import type {Block, BoxBlock, ListItem} from '../blocks.ts'
import type {Context} from './context.ts'
import {looksAsked} from './forms.ts'
import type {Part} from './outline.ts'
import {useOf} from './tables.ts'
import {lines} from '../words.ts'

/** How many lines a part has, how many look like entries of a form, and how many of those can be nothing else (a question can be prose). */
interface Tally {
  readonly all: number
  readonly asked: number
  readonly plain: number
}

const none: Tally = {all: 0, asked: 0, plain: 0}
const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({all: a.all + b.all, asked: a.asked + b.asked, plain: a.plain + b.plain}), none)

/** Whether most lines of a part and of the parts below it are entries of a form. */
export const isFormPart = (part: Part, context: Context): boolean => {
  const {all, asked, plain} = partTally(part, context)
  return asked >= 2 && plain >= 1 && asked * 2 > all
}

const partTally = ({blocks, parts}: Part, context: Context): Tally =>
  sum([
    ...blocks.map((block, at) => blockTally(block, blocks[at + 1], context)),
    ...parts.map((each) => partTally(each, context)),
  ])

const blockTally = (block: Block, next: Block | undefined, context: Context): Tally => {
  switch (block.type) {
    case 'paragraph':
      // A label over a list or an input leads into it.
      return next?.type === 'list' || next?.type === 'control'
        ? none
        : sum(lines(block.words).map(({text}) => lineTally(text)))
    case 'list':
      return sum(block.items.map(itemTally))
    case 'control':
      return {all: 1, asked: 1, plain: 1}
    case 'table': {
      const rows = block.rows.length
      return useOf(block, {...context, setting: 'body'}) === 'form'
        ? {all: rows, asked: rows, plain: rows}
        : {all: rows, asked: 0, plain: 0}
    }
    case 'box':
      return sum(withoutTitle(block).map((each, at, all) => blockTally(each, all[at + 1], context)))
    case 'note':
      return none
    case 'heading':
    case 'definition':
      return {all: 1, asked: 0, plain: 0}
  }
}

/** A heading at the start of a box is its title, and no line of it. */
const withoutTitle = ({title, blocks}: BoxBlock): readonly Block[] =>
  title === null && blocks[0]?.type === 'heading' ? blocks.slice(1) : blocks

const itemTally = ({blocks, checked}: ListItem): Tally => {
  const [first] = blocks
  if (checked !== null && first?.type === 'paragraph') return {all: 1, asked: 1, plain: 1}
  if (blocks.length > 1 || first?.type !== 'paragraph') return {all: 1, asked: 0, plain: 0}
  return lineTally(first.words.text)
}

const lineTally = (text: string): Tally => {
  const asked = looksAsked(text) ? 1 : 0
  return {all: 1, asked, plain: asked === 1 && !text.endsWith('?') ? 1 : 0}
}
