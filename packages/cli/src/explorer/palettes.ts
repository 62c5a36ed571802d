import {slug} from '../corpus/topics.ts'
import {type FormatName, formats} from '@hedgerow/report'
import {globalKeys, keyName} from './keys.ts'
import type {WriteDeed} from './deeds.ts'
import {choosing, form, type Form, type Prompt} from './prompts.ts'
import {type OpenView, viewOf} from './views/index.ts'
import type {World} from './world.ts'

/** Everything that can be done from a view, and every place to go to. */
export const palette = (open: OpenView, world: World): Prompt => {
  const own = viewOf(open).keys.filter(({keys}) => keys[0] !== 'arrows')
  const actions = [...own, ...globalKeys].map(({keys, word, says, also = ''}) => ({
    value: `press ${keys[0]}`,
    label: says,
    note: keyName(keys[0] as string),
    also: `${word} ${also}`,
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

const viewDeed = (format: keyof typeof viewFormats, file: string): WriteDeed => ({
  do: 'write-view',
  format,
  path: `${file}.${viewFormats[format]}`,
})

const reportDeed = (format: FormatName, exports: string): WriteDeed => ({
  do: 'write-report',
  format,
  path: `${exports}hedgerow-report.${formats[format].extension}`,
})

/** What people open stands before what programs read. */
const forPeople: readonly string[] = ['docx', 'html', 'xlsx', 'ods', 'text', 'markdown']

const peopleFirst = <Value>(all: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] => [
  ...forPeople.flatMap((name) => all.filter(([each]) => each === name)),
  ...all.filter(([each]) => !forPeople.includes(each)),
]

/** Asks what is to be written, then where. */
export const writing = (title: string, exports: string): Prompt =>
  choosing(
    'Write what?',
    [
      {value: 'view markdown', label: 'This view as Markdown', note: title},
      {value: 'view csv', label: 'This view as CSV, for a spreadsheet', note: title},
      ...peopleFirst(Object.entries(formats)).map(([name, {title: format}]) => ({
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
          prompt: placing(
            what === 'view'
              ? viewDeed(format as keyof typeof viewFormats, `${exports}${fileName(title)}`)
              : reportDeed(format as FormatName, exports),
          ),
        },
      ]
    },
  )

/** What a view's file is called: its title, so that two views do not meet in one file. */
const fileName = (title: string): string => slug(title).slice(0, 40).replace(/-$/u, '') || 'view'

/** Asks where something is to be written; the place it would go to stands there. */
const placing = (deed: WriteDeed, of = `${deed.do} ${deed.path}`): Form =>
  form(
    of,
    deed.do === 'write-view' ? 'Write this view' : 'Write the whole report',
    [],
    [
      {
        name: 'path',
        label: 'File',
        hint: 'where to write it, from the folder hedgerow was started in',
        value: deed.path,
        fault: (typed) => (typed === '' ? 'a file name is needed' : null),
      },
    ],
    (values) => [{...deed, path: values.path as string}],
  )

/** The same again where it could not be written, with what was typed and what was wrong with it. */
export const placingAgain = (deed: WriteDeed, fault: string | null): Form => {
  const {replace: _, ...asked} = deed
  return {...placing(asked, deed.typedIn), begun: {}, faults: fault === null ? {} : {path: fault}}
}
