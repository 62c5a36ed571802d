import type {Context} from '../context.ts'
import {adoptionWords, basisTitles, wordingWords} from '../proposal-words.ts'
import {type Step, stepsOf} from '../summary.ts'
import {listed, sentence} from '../wording.ts'
import {type Cell, columns, type Sheet, sheet} from './book.ts'

function rows(step: Step, name: Context['name']): readonly (readonly Cell[])[] {
  const {proposal} = step
  if (proposal === undefined || proposal.basis === 'none') return []
  const {wording, choices, safest} = proposal
  const about = [step.fingerprint, step.topicTitle, step.title, basisTitles[proposal.basis]]
  if (wording !== null)
    return [
      [
        ...about,
        wordingWords(wording),
        name(wording.authority),
        '–',
        sentence(`${proposal.reason.replace(/\.$/, '')}. ${adoptionWords(proposal, name)}`),
      ],
    ]
  return choices.map((choice, at) => [
    ...about,
    wordingWords(choice.wording),
    listed(choice.authorities.map(name)),
    choice.label || '–',
    `${sentence(proposal.reason)}${at === safest ? ' This choice lowers nobody’s protection.' : ''}`,
  ])
}

/** The words to adopt for each opportunity, or the choices that people must make first, one a row. */
export function proposalsSheet({assessment, name}: Context): Sheet {
  return sheet({
    name: 'Words to adopt',
    title: 'Words to adopt, or the choice to make',
    about: [
      'One row for each proposed wording; where values conflict and nothing settles it, one for each choice. «…» is a merge field: each authority’s own particular stands on the sheet Merge fields.',
    ],
    columns: columns(
      ['Fingerprint', 20],
      ['Topic', 38],
      ['Step', 40],
      ['Basis', 24],
      ['Words', 70],
      ['Whose', 26],
      ['Value', 20],
      ['Why', 60],
    ),
    rows: stepsOf(assessment).flatMap((step) => rows(step, name)),
    frozen: 3,
  })
}
