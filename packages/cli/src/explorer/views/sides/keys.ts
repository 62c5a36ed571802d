import type {Binding} from '../../view.ts'

export const sidesKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'open', says: 'Everything about the row stood on', inFooter: true},
  {keys: ['n', 'p'], word: 'difference', says: 'Go to the next row that differs, or the one before', inFooter: true},
  {keys: ['tab'], word: 'swap', says: 'Left becomes right', inFooter: true},
  {keys: ['s'], word: 'another', says: 'Another authority on the right', inFooter: true},
  {keys: ['o'], word: 'outline', says: 'The outline of the procedure on the left'},
]
