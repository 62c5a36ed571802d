import type {Binding} from '../../view.ts'

export const pairsKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'side by side', says: 'Lay the two procedures side by side', inFooter: true},
  {keys: ['r'], word: 'turn round', says: 'The nearest first instead of the furthest apart, and back', inFooter: true},
  {keys: ['t'], word: 'topic', says: 'The pairs on another topic', inFooter: true},
]
