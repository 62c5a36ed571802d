import {byAuthority} from '../by-authority.ts'
import type {Context} from '../context.ts'
import {
  askingWords,
  type FormComparison,
  formComparisons,
  type FormItem,
  formStep,
  inMinimumWords,
  minimumForce,
} from '../form-items.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {heading, paragraph, phrases, table} from '../nodes.ts'
import {counted, listed} from '../wording.ts'

function itemsTable({topic, items, forms}: FormComparison, {name}: Context): readonly Block[] {
  const lines = items.map((item) => ({
    title: item.title,
    whole: [inMinimumWords[item.inMinimum], minimumForce(item)],
    cells: forms.map((id) => askingWords(item, id)),
  }))
  const caption = `${topic.title}: what each form asks for`
  return byAuthority({caption, heads: ['Item', 'In the minimum', 'Minimum asks'], lines}, forms.map(name))
}

function titles(items: readonly FormItem[]): readonly Phrase[] {
  return phrases(items.length === 0 ? '–' : items.map(({title}) => title).join('; '))
}

function changesTable({topic, items, forms}: FormComparison, {name}: Context): Block {
  const rows = forms.map((id) => {
    const own = (step: ReturnType<typeof formStep>) => items.filter((item) => formStep(item, id) === step)
    return [name(id), titles(own('add')), titles(own('require')), titles(own('check')), titles(own('beyond'))]
  })
  return table(
    `${topic.title}: what each form would add to meet the minimum, and what goes beyond it`,
    ['Authority', 'Add', 'Make required', 'Check first', 'Beyond the minimum: keep or drop'],
    rows,
  )
}

function optionsTable({topic, items}: FormComparison, {name}: Context): readonly Block[] {
  const rows = items
    .filter(({inMinimum, askings}) => inMinimum !== 'no' && new Set(askings.map(optionsKey)).size > 1)
    .filter(({askings}) => askings.some(({options}) => options.length > 0))
    .map((item) => [
      item.title,
      item.options.join('; ') || 'none leads: choose',
      item.askings.map((each) => `${name(each.authority)}: ${each.options.join('; ') || 'free answer'}`).join(' | '),
    ])
  const head = ['Item', 'Options most offer', 'Who offers what']
  return rows.length === 0 ? [] : [table(`${topic.title}: items of the minimum with other options`, head, rows)]
}

const optionsKey = ({options}: {readonly options: readonly string[]}): string =>
  [...options]
    .map((each) => each.toLowerCase())
    .sort()
    .join('\n')

function section(comparison: FormComparison, context: Context): readonly Block[] {
  const {topic, items, forms} = comparison
  const [sure, doubtful] = (['yes', 'check'] as const).map((is) => items.filter(({inMinimum}) => inMinimum === is))
  const without = topic.authorities.filter((id) => !forms.includes(id))
  return [
    heading(3, topic.title),
    paragraph(
      `${counted(items.length, 'item')} on ${counted(forms.length, 'form')}; ${sure?.length ?? 0} in the proposed minimum, ${doubtful?.length ?? 0} more to be checked first.`,
      without.length === 0 ? '' : ` No form was read from ${listed(without.map(context.name))}.`,
    ),
    ...itemsTable(comparison, context),
    changesTable(comparison, context),
    ...optionsTable(comparison, context),
  ]
}

/** The forms compared as data: what each asks for, a proposed common minimum with its rule, and what each form would add. */
export function formsChapter(context: Context): Chapter {
  const forms = formComparisons(context.assessment.topics, context.lexicon)
  const opening = forms[0]?.rule ?? 'No two authorities have a form on the same topic, so there is nothing to compare.'
  return {
    type: 'chapter',
    id: 'forms',
    title: 'Forms compared as data',
    children: [paragraph(opening), ...forms.flatMap((each) => section(each, context))],
  }
}
