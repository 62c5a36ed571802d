import type {Binding} from '../../view.ts'

export const outlineKeys: readonly Binding[] = [
  {keys: ['enter'], word: 'open', says: 'The row this clause stands in', inFooter: true},
  {keys: ['s'], word: 'side by side', says: 'Lay this procedure beside another’s', inFooter: true},
  {keys: ['t'], word: 'authority', says: 'The outline of another authority’s procedure', inFooter: true},
  {keys: ['e'], word: 'edit', says: 'Open the document at this line in your editor', inFooter: true},
]
