// Edits of one word or two that change what is to be done: no row that holds both sides may be said to agree.
import {describe, expect, test} from 'vitest'
import {assessedTexts} from './support/region.ts'

const sentences = [
  'The teacher must ring the nurse before the parents are told, if the child has been hurt.',
  'Staff should not ask the child to sign the form within 2 hours of the accident.',
  'The nurse will visit every child who has missed more than three lessons, unless the parents object.',
  'Any worker who sees a weapon must tell the head teacher and the police at once.',
  'The head teacher may let the child go home only after the first aider has agreed.',
  'Within 5 working days of the meeting the clerk must send all parents a written record or read it out to them.',
  'The report should be kept for at least 6 years and must never be shown to the driver.',
  'The panel must meet at intervals of no more than six weeks.',
  'Where the child is under 10, the interview must be held at home with both parents present.',
  'Each school must ask for consent before the first visit, and again every 3 months.',
  'The manager must not close the case until the child has been seen alone.',
]

const edits: readonly (readonly [name: string, from: RegExp, to: string])[] = [
  ['not left out', /\b(?:not|never) /u, ''],
  ['not put in', /\b(must|should|will|may) (?!not|never)/u, '$1 not '],
  ['must made should', /\bmust (?!not|never)/u, 'should '],
  ['must made may', /\bmust (?!not|never)/u, 'may '],
  ['one more', /\b[23569]\b/u, '7'],
  ['hours made days', /\bhours\b/u, 'days'],
  ['working days made days', /\bworking days\b/u, 'days'],
  ['months made weeks', /\bmonths\b/u, 'weeks'],
  ['before made after', /\bbefore\b/u, 'after'],
  ['after made before', /\bafter\b/u, 'before'],
  ['within made after', /\b([Ww])ithin\b/u, 'After'],
  ['if made unless', /\bif\b/u, 'unless'],
  ['unless made if', /\bunless\b/u, 'if'],
  ['where made except where', /\bWhere\b/u, 'Except where'],
  ['and made or', /\band the police\b/u, 'or the police'],
  ['all made some', /\b(?:all|every)\b/u, 'some'],
  ['any made no', /\bAny\b/u, 'No'],
  ['at least made at most', /\bat least\b/u, 'at most'],
  ['more made fewer', /\bmore than\b/u, 'fewer than'],
  ['under made over', /\bunder\b/u, 'over'],
  ['both made one of', /\bboth parents\b/u, 'one parent'],
  ['only left out', /\bonly /u, ''],
  ['alone left out', / alone\b/u, ''],
  ['who acts', /\b(?:teacher|nurse|clerk|manager)\b/u, 'caretaker'],
  ['who is told', /\bthe (?:parents|police|driver)\b/u, 'the dentist'],
  ['what is done', /\b(?:ring|sign|visit|tell|send|close|kept)\b/u, 'burn'],
  ['a condition put in', /\.$/u, ' if there is time.'],
  ['an exception put in', /\.$/u, ' unless the governor decides otherwise.'],
  ['a count put in', /\.$/u, ' twice.'],
]

const agreeing = new Set(['same', 'wording', 'local', 'currency'])
const documentOf = (texts: readonly string[]): string => `# Accidents\n\n## What to do\n\n${texts.join('\n\n')}\n`

describe('an edit that turns a rule round is no other wording of it', () => {
  test.each(edits)('%s', async (_name, from, to) => {
    const edited = sentences.filter((each) => from.test(each))
    expect(edited).not.toEqual([])
    const {rows} = await assessedTexts('accidents', {
      ashby: documentOf(edited),
      brindle: documentOf(edited.map((each) => each.replace(from, to))),
    })
    const shared = rows.filter(({readings}) => readings['ashby'] && readings['brindle'])
    const wrong = shared.filter(
      ({status, readings}) => agreeing.has(status) && readings['ashby']?.[0]?.text !== readings['brindle']?.[0]?.text,
    )
    expect(wrong.map(({status, readings}) => [status, readings['ashby']?.[0]?.text])).toEqual([])
    expect(shared.length).toBeGreaterThan(0)
  })
})

test('what forbids a standard’s act does not meet it', async () => {
  const offered = (force: string): string =>
    `# Missing children\n\n## Return interviews\n\nAn independent return interview ${force} be offered within 72 hours of the child being found.\n`
  const {standards} = await assessedTexts('missing-children', {
    ashby: offered('must'),
    brindle: offered('must not'),
    carrow: offered('should not'),
  })
  const spoken = standards.filter(({rows}) => rows.length > 0)
  expect(spoken.map(({met}) => met['ashby'])).toEqual(spoken.map(() => 'met'))
  expect(spoken.flatMap(({met}) => [met['brindle'], met['carrow']])).not.toContain('met')
  expect(spoken.length).toBeGreaterThan(1)
})
