import type {Binding} from '../../view.ts'

export const rowKeys: readonly Binding[] = [
  {
    keys: ['n', 'p'],
    also: 'step difference',
    word: 'next',
    says: 'Go on in the list it was opened from: next step, or next row that differs; p back',
    inFooter: true,
  },
  {
    keys: ['d'],
    also: 'owner due decision',
    word: 'decide',
    says: 'Record what becomes of the step that rests on this row',
    inFooter: true,
  },
  {keys: ['right', 'left'], word: 'row', says: 'Go to the next row of the text whatever it is, or the one before'},
  {
    keys: ['='],
    also: 'match yes',
    word: 'same',
    says: 'Pin: the readings of this row are the same provision; with one marked elsewhere, that one and this',
    inFooter: true,
  },
  {
    keys: ['x'],
    also: 'wrong match part',
    word: 'not same',
    says: 'Pin: the reading stood on is not the same provision as the others here',
    inFooter: true,
  },
  {keys: ['m'], word: 'mark', says: 'Mark the reading stood on, to be matched with = in another row'},
  {
    keys: ['a'],
    also: 'agreed review reason keep',
    word: 'agree',
    says: 'Agree that a difference stays for a time: a reason and a review date',
    inFooter: true,
  },
  {
    keys: ['tab', 'shift-tab'],
    word: 'authority',
    says: 'Go to the next authority’s words, or the one before (also up and down)',
    inFooter: true,
  },
  {keys: ['y'], word: 'copy', says: 'Copy the words of the reading stood on'},
  {keys: ['Y'], word: 'copy suggested', says: 'Copy the words to adopt'},
  {keys: ['e'], word: 'edit', says: 'Open the document at this line in your editor'},
  {keys: ['s'], also: 'compare', word: 'side by side', says: 'Lay this authority’s whole procedure beside another’s'},
  {keys: ['o'], word: 'outline', says: 'The outline of this authority’s procedure, at this provision'},
  {keys: ['r'], word: 'rows', says: 'Every row of the topic, at this one'},
]
