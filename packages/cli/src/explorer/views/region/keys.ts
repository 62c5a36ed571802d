import type {Binding} from '../../view.ts'

export const regionKeys: readonly Binding[] = [
  {
    keys: ['arrows'],
    word: 'move',
    says: 'Go from cell to cell (also h j k l, page up and down, home and end)',
    inFooter: true,
  },
  {keys: ['enter'], word: 'open', says: 'First steps for this authority on this topic', inFooter: true},
  {keys: ['r'], word: 'rows', says: 'Every row of this topic, agreed or not', inFooter: true},
  {keys: ['s'], word: 'side by side', says: 'Lay this authority’s procedure beside another’s', inFooter: true},
  {keys: ['o'], word: 'outline', says: 'The outline of this authority’s procedure', inFooter: true},
]
