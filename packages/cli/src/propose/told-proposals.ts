import type {ProposalFile} from './proposal-files.ts'

/** What was proposed, as lines: each file with its counts, and what they come to. `whole` tells everything that stands at the head of each file too. */
export const toldProposals = (files: readonly ProposalFile[], whole: boolean): readonly string[] => {
  const sum = (of: (file: ProposalFile) => number): number => files.reduce((all, file) => all + of(file), 0)
  const changes = sum(({counts}) => counts.changes)
  const choices = sum(({counts}) => counts.choices)
  const remarks = sum(({counts}) => counts.remarks) - choices
  const told = sum(({counts}) => counts.told)
  return [
    ...files.flatMap(({path, of, counts, told: lines}) => [
      `Wrote ${path}`,
      `  from ${of}: ${line(counts.changes, counts.remarks - counts.choices, counts.choices)}`,
      ...(whole ? lines.map((each) => `  ${each}`) : []),
    ]),
    '',
    `In all ${line(changes, remarks, choices)}.`,
    ...(changes === 0
      ? []
      : [
          'Open a file in Word or LibreOffice, read each tracked change with the comment beside it, and accept or reject it.',
        ]),
    ...(changes > 0 || remarks + choices === 0
      ? []
      : [
          'Nothing is changed where no standard settles it. Open a file in Word or LibreOffice: each choice is a comment beside the words it is about.',
        ]),
    ...(told === 0 || whole
      ? []
      : [
          `${told} more ${told === 1 ? 'point is' : 'points are'} told in the first comment of each file: what is missing, what is not certain. --verbose prints them here.`,
        ]),
  ]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const line = (changes: number, remarks: number, choices: number): string =>
  [
    counted(changes, 'tracked change', 'tracked changes'),
    counted(remarks, 'remark', 'remarks'),
    `${counted(choices, 'choice', 'choices')} left for people to make`,
  ].join(', ')
