import {statuses} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {judgementFaultWords} from '../judgement-words.ts'
import {leftOutLine} from '../summary-text.ts'
import {capital, opportunityMeaning, opportunityWords, sentence, standings, statusWords} from '../wording.ts'
import {type Cell, columns, type Sheet, sheet} from './book.ts'

const standingMeaning: Readonly<Record<keyof typeof standings, string>> = {
  same: 'reads what most read',
  only: 'nobody else has it',
  nothing: 'has nothing there',
  differs: 'differs from what most say; at a tie everybody differs',
  below: 'falls below a national or regional standard',
  unsure: 'could not be decided: a person should look; counts in no score',
}

const statusMeaning: Readonly<Record<(typeof statuses)[number], string>> = {
  unsure: 'could not be decided; counts in no score',
  'below-standard': 'at least one authority falls below a standard',
  differs: 'something that changes what is to be done differs',
  absent: 'at least one authority has nothing there',
  extra: 'one authority alone has it, where three or more have the topic',
  currency: 'a superseded term or citation',
  local: 'only names, numbers and addresses differ',
  wording: 'only words that are known to mean the same differ',
  same: 'says the same',
}

function words(context: Context): readonly (readonly Cell[])[] {
  const {facts} = context
  const classes = context.classOrder(
    context.assessment.topics.flatMap(({rows}) => rows.flatMap(({findings}) => findings.map((each) => each.class))),
  )
  return [
    ...Object.entries(standings).map(([key, {sign, word}]) => [
      'Matrix',
      `${sign} ${word}`,
      sentence(capital(standingMeaning[key as keyof typeof standings])),
    ]),
    ...statuses.map((status) => ['Row status', statusWords[status], sentence(capital(statusMeaning[status]))]),
    ...(Object.keys(opportunityWords) as (keyof typeof opportunityWords)[]).map((kind) => [
      'Kind of step',
      opportunityWords[kind],
      sentence(capital(opportunityMeaning[kind])),
    ]),
    ...classes.map((name) => ['Class', context.classTitle(name), context.classEntry(name)?.meaning ?? '–']),
    ...facts.notCompared.map((each) => ['Not compared', each.path, leftOutLine(each)]),
    ...facts.topics.flatMap(({title, notes}) => notes.map((note) => ['Topic', title, note])),
    ...facts.judgementFaults.map((fault) => ['Recorded judgement', fault.file, judgementFaultWords(fault)]),
  ]
}

/** What the words of the other sheets mean, and what a reader must know of what was compared. */
export function notesSheet(context: Context): Sheet {
  return sheet({
    name: 'Notes',
    title: 'Notes',
    about: ['What the words on the other sheets mean, and what could not be compared.'],
    columns: columns(['About', 22], ['Word', 40], ['Meaning', 90]),
    rows: words(context),
    frozen: 0,
  })
}
