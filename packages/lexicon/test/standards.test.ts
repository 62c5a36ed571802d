import {describe, expect, it} from 'vitest'
import {lexicon, phraseMatcher, words} from '../src/index.ts'

/** Whether a text in a section of this kind speaks to the standard, as the standards' own comment defines it. */
const speaks = (id: string, text: string, section = 'return-interview'): boolean => {
  const about = lexicon.standards.find((each) => each.id === id)?.about
  if (!about) throw new Error(`Expected a standard ${id}`)
  const tokens = words(text)
  const holds = (phrase: string): boolean => phraseMatcher([[phrase, true]])(tokens).length > 0
  return (
    (about.sections.length === 0 || about.sections.includes(section)) &&
    about.all.every(holds) &&
    about.any.every((group) => group.some(holds)) &&
    !about.none.some(holds)
  )
}

const cases: readonly (readonly [string, boolean, string, string?])[] = [
  [
    'return-interview-within-72-hours',
    true,
    'An independent return home interview must be offered within 5 working days of the child being found.',
  ],
  ['return-interview-within-72-hours', true, 'The interview should take place within three days of return.'],
  [
    'return-interview-within-72-hours',
    false,
    'A record of the interview must be shared with the police within 5 working days.',
  ],
  ['return-interview-within-72-hours', false, 'The completed RHI form must be sent to the police within 24 hours.'],
  ['return-interview-within-72-hours', false, 'The social worker must notify the Missing Coordinator within 24 hours.'],
  [
    'return-interview-within-72-hours',
    false,
    'An independent return home interview must be offered on every occasion.',
  ],
  ['return-interview-offered', true, 'A return interview is offered where a child has been missing more than once.'],
  ['return-interview-offered', false, 'The number of return interviews offered is reported each quarter.'],
  ['return-interview-offered', false, 'If the young person refuses the return interview, it is offered again.'],
  ['return-interview-independent', true, 'The interview should be carried out by the allocated social worker.'],
  ['return-interview-independent', false, 'The interview should be carried out by an officer.', 'safe-and-well-check'],
  ['prevention-interview-on-return', true, 'The police will carry out a prevention interview when the child is found.'],
  [
    'prevention-interview-on-return',
    false,
    'The return interview is distinct from the prevention interview carried out by the police.',
  ],
  [
    'missing-definition-2017',
    true,
    'Missing: anyone whose whereabouts cannot be established will be considered as missing.',
    'definitions',
  ],
  [
    'referral-decision-one-working-day',
    true,
    'A decision on the referral will be made within 24 hours.',
    'front-door-decision',
  ],
  [
    'referral-decision-one-working-day',
    false,
    'The referral must be confirmed in writing within 24 hours of the decision.',
    'form-submission-deadline',
  ],
  [
    'referral-consent-significant-harm',
    true,
    'Consent is not required to make a referral where a child is at risk of significant harm.',
    'consent',
  ],
  ['nrm-duty-to-notify', true, 'First responders must make a referral to the National Referral Mechanism.', 'nrm'],
  ['nrm-no-consent-of-child', true, 'Children do not need to give consent to an NRM referral.', 'nrm'],
  ['cse-definition-2017', true, 'Child sexual exploitation is a form of child sexual abuse.', 'definitions'],
]

describe('standards speak to', () => {
  for (const [id, expected, text, section] of cases)
    it(`${expected ? 'yes' : 'no'}: ${id}: ${text}`, () => expect(speaks(id, text, section)).toBe(expected))
})
