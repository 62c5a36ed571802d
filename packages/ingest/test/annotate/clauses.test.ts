import {describe, expect, test} from 'vitest'
import {labelled, read} from './read-clauses.ts'
import {scores} from './scores.ts'

// The first three were written beside the code. The others were written without looking at it and run once before anything was mended for
// them; those first-run figures, not today's, say what to expect of a sentence nobody has seen:
//   clauses-unseen         87 sentences: modality 0.95, actors 0.89, recipients 0.86, conditions 0.92, forms 0.80
//   clauses-unseen-again   68 sentences: modality 0.92, actors 0.95, recipients 0.96, conditions 0.71, forms 1
//   clauses-unseen-third   51 sentences: modality 0.92, actors 0.92, recipients 1, conditions 0.94, forms 1
//   unseen-fifth          122 sentences: modality 0.96, actors 0.93, recipients 0.88, conditions 1, forms 1
//   unseen-sixth           40 sentences: modality 0.97, actors 0.97, recipients 0.89, conditions 1, forms 1
//   unseen-seventh         28 sentences: modality 0.93, actors 0.80, recipients 0.91, conditions not measured
//   unseen-eighth          42 sentences: modality 1, actors 0.91, recipients 0.96, conditions not measured
//   unseen-ninth           19 sentences: modality 0.95, actors 0.91, recipients 0.67, conditions not measured
//   clauses-unseen-fourth  54 sentences: modality 0.94, actors 0.94, recipients 0.93, conditions 0.78, forms 1
const sets = [
  'clauses-duties',
  'clauses-other',
  'clauses-inherited',
  'clauses-unseen',
  'clauses-unseen-again',
  'clauses-unseen-third',
  'clauses-unseen-fourth',
  'unseen-fifth',
  'unseen-sixth',
  'unseen-seventh',
  'unseen-eighth',
  'unseen-ninth',
  'mended',
]

describe.each(sets)('%s', (name) => {
  const cases = labelled(`${name}.yaml`)

  test('facts are read as labelled', () => {
    const {wrong, ...found} = scores(cases)
    expect(Math.min(...Object.values(found)), wrong.join('\n')).toBe(1)
  })

  test('every fact has its evidence, in its own words', () => {
    for (const labelled of cases) {
      const {clause, facts} = read(labelled)
      const shown = (of: string): readonly string[] =>
        facts.evidence.filter((found) => found.of === of).map(({value}) => value)
      expect(new Set(shown('actors')), clause.text).toEqual(new Set(facts.actors))
      expect(new Set(shown('recipients')), clause.text).toEqual(new Set(facts.recipients))
      expect(shown('modality'), clause.text).toEqual(facts.modality === null ? [] : [facts.modality])
      for (const {in: place, start, end, of, value} of facts.evidence) {
        const part = {text: clause.text, 'lead-in': clause.leadIn ?? '', heading: labelled.section ?? ''}[place]
        expect(end, `${of} ${value}: ${clause.text}`).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(part.length)
        if (of === 'condition' || of === 'forms') expect(part.slice(start, end)).toBe(value)
      }
    }
  })
})
