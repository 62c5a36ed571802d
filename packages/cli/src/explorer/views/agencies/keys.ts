import type {Binding} from '../../view.ts'

export const agenciesKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'open', says: 'Every authority’s own words on this', inFooter: true},
  {keys: ['f'], word: 'whose', says: 'Only one body’s work', inFooter: true},
]
