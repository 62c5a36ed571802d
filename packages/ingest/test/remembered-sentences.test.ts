// A sentence is read once for all authorities, but for the places where an authority's own names stand in it.
import {clauses} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {ingest} from '../src/index.ts'

const text = '# Missing children\n\n## Duties\n\n1. The Tarn and Fell Hub must be told within 2 days.\n'

const localIn = async (authority: string, localNames: readonly string[]): Promise<readonly string[]> => {
  const document = {
    path: `${authority}.md`,
    bytes: new TextEncoder().encode(text),
    authority,
    topic: 'missing-children',
  }
  const {procedure} = await ingest(document, {lexicon, localNames})
  return clauses(procedure).flatMap(({local}) => local)
}

test('the same sentence keeps each authority’s own names', async () => {
  const plain = await localIn('ashby', [])
  expect(await localIn('brindle', ['The Tarn and Fell Hub'])).toEqual(['The Tarn and Fell Hub'])
  expect(await localIn('carrow', ['Tarn Council'])).toEqual(plain)
  expect(await localIn('dunmere', ['Fell Hub Partnership'])).toEqual(plain)
  expect(await localIn('ashby', [])).toEqual(plain)
})
