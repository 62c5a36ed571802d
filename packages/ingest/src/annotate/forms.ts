import type {Token} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'
import {readingOf} from './binding.ts'
import type {Grammar} from './grammar.ts'

/** The forms a clause names, as printed: "Form 4", "Appendix B", a form's acronym, a run of capitalised words ending in Form, Tool,
 *  Checklist, Template or Record, and a named kind of tool in lower case ("risk assessment tool"). Empty when it names none. */
export const forms: Annotator = (clause, context) => {
  const {grammar} = readingOf(clause, context)
  const spans = formSpans(context.tokens, grammar)
  const printed = spans.map(([first, last]) => ({
    start: (context.tokens[first] as Token).start,
    end: (context.tokens[last] as Token).end,
  }))
  const names = printed.map(({start, end}) => clause.text.slice(start, end))
  return {
    forms: [...new Set(names)],
    evidence: printed.map(({start, end}, at) => ({
      of: 'forms' as const,
      in: 'text' as const,
      start,
      end,
      value: names[at] as string,
    })),
  }
}

const formSpans = (tokens: readonly Token[], grammar: Grammar): readonly (readonly [number, number])[] => {
  const found: [number, number][] = []
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    const numbered =
      grammar.is('form-name', token.text) &&
      next !== undefined &&
      next.start - token.end === 1 &&
      /^(?:\d+[a-zA-Z]?|[A-Z]\d*|[ivx]+)$/u.test(next.text) &&
      next.text !== 'I'
    if (numbered) found.push([at, at + 1])
    else if (isAcronym(token) && grammar.is('form-name', token.text)) found.push([at, at])
    else if (isHead(grammar, token)) {
      const first = nameStart(tokens, at)
      if (first < at) found.push([first, at])
    }
  })
  return found
}

const isAcronym = ({text}: Token): boolean => /^[A-Z][A-Z0-9]+$/u.test(text)

const isHead = (grammar: Grammar, {text, word}: Token): boolean =>
  grammar.is('form-head', text) || (['form', 'tool', 'checklist', 'template'].includes(word) && text === word)

/** Where the name that ends at `head` begins: back over capitalised words (for a capitalised head) or over the words that say what tool it is. */
const nameStart = (tokens: readonly Token[], head: number): number => {
  const capital = /^\p{Lu}/u.test(tokens[head]?.text ?? '')
  let first = head
  while (first > 0) {
    const {text, kind} = tokens[first - 1] as Token
    const joins =
      text === '-' ||
      (capital && ['and', 'of', 'for', '&'].includes(text) && /^\p{Lu}/u.test(tokens[first - 2]?.text ?? ''))
    const belongs =
      joins ||
      (kind === 'word' &&
        (capital
          ? /^\p{Lu}/u.test(text) && !starts(tokens, first - 1)
          : /^(?:risk|assessment|referral|screening|interview|return|exploitation|notification|indicator|consent|cse|CSE|safety|missing|report|reporting|contact|MARF|request|home|record|monitoring|planning|multi|agency|inter|child|incident)$/u.test(
              text,
            )))
    if (!belongs) break
    first--
  }
  return first
}

// "The Form", "Complete Form": a capital at a sentence's start is no name.
const starts = (tokens: readonly Token[], at: number): boolean => {
  const {text} = tokens[at] as Token
  return (
    [
      'The',
      'This',
      'A',
      'An',
      'Your',
      'Each',
      'Every',
      'Use',
      'Complete',
      'See',
      'Send',
      'All',
      'Any',
      'Submit',
      'Attach',
      'Fill',
      'Sign',
      'Record',
      'Return',
    ].includes(text) &&
    (at === 0 || ['.', ':', ';', '|'].includes(tokens[at - 1]?.text ?? '') || text === 'The' || text === 'This')
  )
}
