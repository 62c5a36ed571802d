import {expect, test} from 'vitest'
import {tokens} from '../src/index.ts'

const printed = (text: string): readonly string[] => tokens(text).map((token) => token.text)

test.each([
  ['plain words and marks', 'Ring (at once), then write; yes!', 'Ring ( at once ) , then write ; yes !'],
  ['a stop that ends a sentence', 'Tell them. Wait', 'Tell them . Wait'],
  ['letters with stops, apostrophes and digits between', "don’t o'clock U.K form2b", "don’t o'clock U.K form2b"],
  ['letters outside ASCII', 'naïve café élan', 'naïve café élan'],
  ['hyphens', 'multi-agency e-mail co-operate', 'multi - agency e-mail co-operate'],
  [
    'addresses',
    'ask: a.b-c@d-e.org or www.f.org, https://g.org/h',
    'ask : a.b-c@d-e.org or www.f.org, https://g.org/h',
  ],
  ['amounts', '72 hours, 1,500.5 or 3rd', '72 hours , 1,500.5 or 3rd'],
  ['other signs', 'and/or 50% ‘quoted’', 'and / or 50 % ‘ quoted ’'],
])('cuts %s', (_name, text, expected) => {
  expect(printed(text).join(' ')).toBe(expected)
})

test('says where each token stands, whatever stands around it', () => {
  const text = '\tA\u00a0b-c,  d.e\n(f) '
  for (const {start, end, text: own} of tokens(text)) expect(text.slice(start, end)).toBe(own)
  expect(printed(text).join('')).toBe(text.replace(/\s/gu, ''))
})
