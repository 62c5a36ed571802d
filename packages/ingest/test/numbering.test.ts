import {describe, expect, test} from 'vitest'
import {headingNumber, paragraphNumber} from '../src/structure/numbering.ts'

describe('the number a paragraph starts with', () => {
  test('stands before a sentence that begins with a word of measure', () => {
    expect(paragraphNumber('3.2 To keep the child safe the carer must ring.')?.number).toBe('3.2')
    expect(paragraphNumber('2. Minutes of the meeting must be sent.')?.number).toBe('2.')
  })
  test('is none where it is measured', () => {
    expect(paragraphNumber('2.5 hours after the return')).toBeNull()
    expect(paragraphNumber('1.5 to 2 hours')).toBeNull()
    expect(headingNumber('12 Months On')).toBeNull()
  })
})
