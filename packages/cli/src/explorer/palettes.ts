import {slug} from '../corpus/topics.ts'
import {type FormatName, formats} from '@hedgerow/report'
import {globalKeys, keyName} from './keys.ts'
import {choosing, form, type Prompt} from './prompts.ts'
import {type OpenView, viewOf} from './views/index.ts'
import type {World} from './world.ts'

/** Everything that can be done from a view, and every place to go to. */
export const palette = (open: OpenView, world: World): Prompt => {
  const own = viewOf(open).keys.filter(({keys}) => keys[0] !== 'arrows')
  const actions = [...own, ...globalKeys].map(({keys, says, also = ''}) => ({
    value: `press ${keys[0]}`,
    label: says,
    note: keyName(keys[0] as string),
    also,
  }))
  const topics = world.topics.map(({summary}) => ({
    value: `rows ${summary.id}`,
    label: `Rows of ${summary.title}`,
    note: 'go',
  }))
  const outlines = world.topics.flatMap(({summary}) =>
    summary.authorities.map((id) => ({
      value: `outline ${summary.id} ${id}`,
      label: `Outline of ${world.name(id)}, ${summary.title}`,
      note: 'go',
    })),
  )
  return choosing('What would you like to do? Type to search', [...actions, ...topics, ...outlines], (value) => {
    const [kind, first = '', second = ''] = value.split(' ')
    if (kind === 'rows') return [{do: 'open', view: {name: 'rows', topic: first}}]
    if (kind === 'outline') return [{do: 'open', view: {name: 'outline', topic: first, authority: second}}]
    return [{do: 'press', key: first}]
  })
}

const viewFormats = {markdown: 'md', csv: 'csv'} as const

/** Asks what is to be written, then where. */
export const writing = (title: string, exports: string): Prompt =>
  choosing(
    'Write what?',
    [
      {value: 'view markdown', label: 'This view as Markdown', note: title},
      {value: 'view csv', label: 'This view as CSV, for a spreadsheet', note: title},
      ...Object.entries(formats).map(([name, {title: format}]) => ({
        value: `report ${name}`,
        label: `The whole report: ${format}`,
        note: name,
      })),
    ],
    (value) => {
      const [what, format = ''] = value.split(' ')
      return [
        {
          do: 'ask',
          prompt:
            what === 'view'
              ? viewPath(format as keyof typeof viewFormats, `${exports}${fileName(title)}`)
              : reportPath(format as FormatName, exports),
        },
      ]
    },
  )

const path = (value: string) => ({
  name: 'path',
  label: 'File',
  hint: 'where to write it, from the folder hedgerow was started in',
  value,
  fault: (typed: string) => (typed === '' ? 'a file name is needed' : null),
})

/** What a view's file is called: its title, so that two views do not meet in one file. */
const fileName = (title: string): string => slug(title).slice(0, 40).replace(/-$/u, '') || 'view'

const viewPath = (format: keyof typeof viewFormats, file: string): Prompt =>
  form('Write this view', [], [path(`${file}.${viewFormats[format]}`)], (values) => [
    {do: 'write-view', format, path: values.path as string},
  ])

const reportPath = (format: FormatName, exports: string): Prompt =>
  form('Write the whole report', [], [path(`${exports}hedgerow-report.${formats[format].extension}`)], (values) => [
    {do: 'write-report', format, path: values.path as string},
  ])
