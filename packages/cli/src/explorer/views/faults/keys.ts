import type {Binding} from '../../view.ts'

export const faultsKeys: readonly Binding[] = [
  {keys: ['e', 'enter'], word: 'edit', says: 'Open the document at this line in your editor', inFooter: true},
]
