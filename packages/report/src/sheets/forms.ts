import {placeOf} from '@hedgerow/ast'
import type {Context} from '../context.ts'
import {
  askingWords,
  type FormComparison,
  type FormItem,
  formStep,
  formStepWords,
  inMinimumWords,
  minimumForce,
} from '../form-items.ts'
import {type Cell, columns, type Sheet, sheet} from './book.ts'

type Name = Context['name']

function itemsSheet(forms: readonly FormComparison[], ids: readonly string[], name: Name): Sheet {
  const row = (item: FormItem, {topic, forms: read}: FormComparison): readonly Cell[] => [
    topic.title,
    item.title,
    item.section,
    inMinimumWords[item.inMinimum],
    minimumForce(item),
    item.options.join('; ') || '–',
    item.why,
    ...ids.map((id) => (read.includes(id) ? askingWords(item, id) : '– no form read')),
    item.id,
  ]
  return sheet({
    name: 'Form items',
    title: 'What the forms ask for, with a proposed common minimum',
    about: [forms[0]?.rule ?? 'No two authorities have a form on the same topic, so there is nothing to compare.'],
    columns: columns(
      ['Topic', 22],
      ['Item', 36],
      ['Section', 26],
      ['In the minimum', 12],
      ['Minimum asks', 12],
      ['Options most offer', 30],
      ['Why', 44],
      ...ids.map((id) => [name(id), 16] as const),
      ['Item or row', 26],
    ),
    rows: forms.flatMap((form) => form.items.map((item) => row(item, form))),
    frozen: 2,
  })
}

function wordingSheet(forms: readonly FormComparison[], name: Name): Sheet {
  const rows = forms.flatMap(({topic, items}) =>
    items.flatMap((item) =>
      item.askings.map((each): readonly Cell[] => [
        topic.title,
        item.title,
        name(each.authority),
        each.wordings.join(' / '),
        each.required ? 'required' : 'not required',
        each.controls.join(', ') || '–',
        each.options.join('; ') || '–',
        each.readings.map(({source}) => placeOf(source)).join(', '),
      ]),
    ),
  )
  return sheet({
    name: 'Form wording',
    title: 'How each form asks',
    about: ['One row for each item and each form that asks for it, in the form’s own words.'],
    columns: columns(
      ['Topic', 22],
      ['Item', 36],
      ['Authority', 22],
      ['Own words', 50],
      ['Required', 14],
      ['Kind of answer', 16],
      ['Options', 40],
      ['Place', 36],
    ),
    rows,
    frozen: 3,
  })
}

function changesSheet(forms: readonly FormComparison[], name: Name): Sheet {
  const rows = forms.flatMap(({topic, items, forms: read}) =>
    read.flatMap((id) =>
      items.flatMap((item): readonly (readonly Cell[])[] => {
        const step = formStep(item, id)
        return step === 'none' ? [] : [[topic.title, name(id), item.title, formStepWords[step], item.why]]
      }),
    ),
  )
  return sheet({
    name: 'Form changes',
    title: 'What each form would add or drop',
    about: ['Against the proposed common minimum. What goes beyond the minimum may stay: nothing has to be dropped.'],
    columns: columns(['Topic', 22], ['Authority', 22], ['Item', 36], ['Change', 30], ['Why', 60]),
    rows,
    frozen: 3,
  })
}

/** The forms compared as data: items by authority with the proposed minimum, each form's own words, and what each would change. */
export function formSheets(forms: readonly FormComparison[], {assessment, name}: Context): readonly Sheet[] {
  const ids = assessment.authorities.map(({id}) => id).filter((id) => forms.some((form) => form.forms.includes(id)))
  return [itemsSheet(forms, ids, name), wordingSheet(forms, name), changesSheet(forms, name)]
}
