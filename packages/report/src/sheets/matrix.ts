import type {TopicAssessment} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {standingInSection} from '../rows.ts'
import {standings} from '../wording.ts'
import {type Cell, columns, type Sheet, sheet} from './book.ts'

/** How an authority stands in a section, as sign and words: `≠ differs 2 of 5`. */
function standingWords(topic: TopicAssessment, section: string, authority: string): string {
  if (!topic.authorities.includes(authority)) return '– no such procedure'
  const {standing, count, of} = standingInSection(topic, section, authority)
  const {sign, word} = standings[standing]
  const whole = standing === 'same' || count === of
  return [sign, word, whole ? '' : `${count} of ${of}`].filter((part) => part !== '').join(' ')
}

function rows(topic: TopicAssessment, ids: readonly string[]): readonly (readonly Cell[])[] {
  const held = topic.sections.filter(({id}) => topic.rows.some(({section}) => section === id))
  return held.map(({id, title}) => [topic.title, title, ...ids.map((each) => standingWords(topic, id, each))])
}

/** Sections by authority: how each stands in each, as words. */
export function matrixSheet({assessment, name}: Context): Sheet {
  const ids = assessment.authorities.map(({id}) => id)
  return sheet({
    name: 'Matrix',
    title: 'How each authority stands in each section',
    about: [
      'The heaviest thing that holds in the section, and of how many of its provisions. The sheet Notes says what the words mean.',
    ],
    columns: columns(['Topic', 26], ['Section', 32], ...ids.map((id) => [name(id), 20] as const)),
    rows: assessment.topics.filter(({authorities}) => authorities.length > 1).flatMap((topic) => rows(topic, ids)),
    frozen: 2,
  })
}
