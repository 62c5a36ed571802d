import type {Binding} from '../../view.ts'

export const opportunitiesKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'open', says: 'Read every authority’s own words on the step stood on', inFooter: true},
  {keys: ['d'], word: 'decide', says: 'Record what becomes of the step: take up, park or keep local', inFooter: true},
  {
    keys: ['f'],
    word: 'filter by',
    says: 'Show only one kind of step, class of difference, topic, authority, agency, tier or decision',
    inFooter: true,
  },
  {keys: ['backspace'], word: 'all', says: 'Take the filters away'},
  {keys: ['r'], word: 'rows', says: 'Every row of the topic, at the first of this step', inFooter: true},
  {keys: ['y'], word: 'copy', says: 'Copy the words to adopt, or the step in a sentence', inFooter: true},
]
