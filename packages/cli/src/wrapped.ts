import {harmless, wrapped as wrappedWords} from '@hedgerow/report'

/** What a document holds, in lines of at most `columns`, each after `indent`; the first after `first` where that is given. Broken between
 *  words only, and harmless to the terminal. */
export const wrapped = (text: string, columns: number, indent = '', first = indent): readonly string[] =>
  wrappedWords(harmless(text), columns, indent, first)
