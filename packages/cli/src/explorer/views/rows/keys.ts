import type {Binding} from '../../view.ts'

export const rowsKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'open', says: 'Read every authority’s own words in the row stood on', inFooter: true},
  {keys: ['n', 'p'], word: 'difference', says: 'Go to the next row that differs, or the one before', inFooter: true},
  {keys: ['d'], word: 'decide', says: 'Record what becomes of the step that rests on the row stood on', inFooter: true},
  {keys: ['f'], word: 'filter by', says: 'Show only rows of one status', inFooter: true},
  {keys: ['t'], word: 'topic', says: 'The rows of another topic', inFooter: true},
]
