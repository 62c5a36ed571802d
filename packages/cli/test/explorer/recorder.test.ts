// What the explorer records: written at once, taken back and made again, beside what others write.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {JudgementChange} from '../../src/explorer/judgements.ts'
import {recorderIn} from '../../src/explorer/recorder.ts'
import {folderOf} from '../support/run.ts'

const decide = (opportunity: string, decision: 'take-up' | 'park' = 'take-up'): JudgementChange => ({
  judgements: [{file: 'decisions', entry: {opportunity, decision, status: 'open', on: '2026-11-23'}}],
  words: `Decision on ${opportunity}`,
})

const named = (authority: string, quote: string) => ({authority, topic: 'missing-children', quote})

const part: JudgementChange = {
  judgements: ['brindle', 'carrow'].map((other) => ({
    file: 'pins',
    entry: {
      'not-same': [named('ashby', 'The carer must report'), named(other, 'The home must tell')],
      on: '2026-11-23',
    },
  })),
  words: 'Pinned as not the same',
}

const textOf = (folder: string, file: string): string => {
  const path = join(folder, `${file}.yaml`)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const commented = `# The panel's decisions
- opportunity: aaaa # of May
  decision: park
`

describe('recording', () => {
  test('is on the disk at once, and says how it is undone', async () => {
    const folder = folderOf({})
    const recorder = await recorderIn(folder, null)
    const told = await recorder.record(decide('abcd'))
    expect(told).toEqual({
      words: 'Written to decisions.yaml, u undoes: Decision on abcd',
      isFault: false,
      pinned: false,
    })
    expect(textOf(folder, 'decisions')).toContain('opportunity: abcd')
    expect(recorder.judgements()).toMatchObject({undoable: 1, redoable: 0, decisions: [{opportunity: 'abcd'}]})
  })

  test('of a pin asks for rows to be made anew', async () => {
    const recorder = await recorderIn(folderOf({}), null)
    expect((await recorder.record(part)).pinned).toBe(true)
    expect((await recorder.undo()).pinned).toBe(true)
  })

  test('keeps what others wrote, comments and all', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const recorder = await recorderIn(folder, null)
    await recorder.record(decide('bbbb'))
    expect(textOf(folder, 'decisions').startsWith(commented)).toBe(true)
    await recorder.record(decide('aaaa', 'take-up'))
    expect(textOf(folder, 'decisions')).toMatch(
      /# The panel's decisions\n- opportunity: aaaa # of May\n {2}decision: take-up/u,
    )
  })
})

describe('undo and redo', () => {
  test('give the very bytes back, step by step', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const recorder = await recorderIn(folder, null)
    const texts = [commented]
    for (const change of [decide('bbbb'), decide('aaaa', 'take-up'), decide('bbbb', 'park')]) {
      await recorder.record(change)
      texts.push(textOf(folder, 'decisions'))
    }
    for (const text of [texts[2], texts[1], texts[0]]) {
      expect((await recorder.undo()).isFault).toBe(false)
      expect(textOf(folder, 'decisions')).toBe(text)
    }
    expect(await recorder.undo()).toMatchObject({words: 'Nothing to take back.'})
    expect(recorder.judgements()).toMatchObject({undoable: 0, redoable: 3})
    for (const text of [texts[1], texts[2], texts[3]]) {
      await recorder.redo()
      expect(textOf(folder, 'decisions')).toBe(text)
    }
    expect(await recorder.redo()).toMatchObject({words: 'Nothing to make again.'})
  })

  test('take several judgements made as one back as one', async () => {
    const folder = folderOf({})
    const recorder = await recorderIn(folder, null)
    await recorder.record(part)
    expect(recorder.judgements().pins).toHaveLength(2)
    await recorder.undo()
    expect(textOf(folder, 'pins')).toBe('')
    await recorder.redo()
    expect(recorder.judgements().pins).toHaveLength(2)
  })

  test('something new ends what could be made again', async () => {
    const recorder = await recorderIn(folderOf({}), null)
    await recorder.record(decide('aaaa'))
    await recorder.undo()
    await recorder.record(decide('bbbb'))
    expect(recorder.judgements()).toMatchObject({undoable: 1, redoable: 0})
    expect((await recorder.redo()).words).toBe('Nothing to make again.')
  })
})

describe('somebody else', () => {
  test('is heard of once, and read', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const [one, other] = [await recorderIn(folder, null), await recorderIn(folder)]
    expect(await one.others()).toEqual([])
    await other.record(decide('bbbb'))
    expect(await one.others()).toEqual(['decisions'])
    expect(one.judgements().decisions.map(({opportunity}) => opportunity)).toEqual(['aaaa', 'bbbb'])
    expect(await one.others()).toEqual([])
  })

  test('one’s own writing is no news', async () => {
    const recorder = await recorderIn(folderOf({}), null)
    await recorder.record(decide('aaaa'))
    expect(await recorder.others()).toEqual([])
  })

  test('who changed the entry is not overwritten, and what they wrote is shown', async () => {
    const folder = folderOf({'decisions.yaml': commented})
    const recorder = await recorderIn(folder, null)
    const theirs = commented.replace('decision: park', 'decision: keep-local')
    writeFileSync(join(folder, 'decisions.yaml'), theirs)
    const told = await recorder.record(decide('aaaa'))
    expect(told.isFault).toBe(true)
    expect(told.words).toMatch(/^Somebody else changed this entry meanwhile: nothing was overwritten/u)
    expect(textOf(folder, 'decisions')).toBe(theirs)
    expect(recorder.judgements()).toMatchObject({undoable: 0, decisions: [{decision: 'keep-local'}]})
    expect((await recorder.record(decide('aaaa'))).isFault).toBe(false)
  })

  test('who changed it after us stops our undo: theirs stays', async () => {
    const folder = folderOf({})
    const recorder = await recorderIn(folder, null)
    await recorder.record(decide('aaaa'))
    writeFileSync(join(folder, 'decisions.yaml'), textOf(folder, 'decisions').replace('take-up', 'park'))
    const told = await recorder.undo()
    expect(told.isFault).toBe(true)
    expect(textOf(folder, 'decisions')).toContain('park')
  })

  test('who changed another entry is kept by our undo', async () => {
    const folder = folderOf({})
    const [one, other] = [await recorderIn(folder, null), await recorderIn(folder)]
    await one.record(decide('aaaa'))
    await other.others()
    await other.record(decide('bbbb'))
    expect((await one.undo()).isFault).toBe(false)
    expect(one.judgements().decisions.map(({opportunity}) => opportunity)).toEqual(['bbbb'])
  })

  test('of two that are made as one, what was made before one that could not be is taken back', async () => {
    const folder = folderOf({})
    const recorder = await recorderIn(folder, null)
    const second = part.judgements[1] as JudgementChange['judgements'][number]
    await (await recorderIn(folder, null)).record({
      judgements: [{...second, entry: {...second.entry, by: 'R Other'}} as never],
      words: '',
    })
    const before = textOf(folder, 'pins')
    expect((await recorder.record(part)).isFault).toBe(true)
    expect(textOf(folder, 'pins')).toBe(before)
  })
})

test('a fault in a file is told before anything is shown', async () => {
  await expect(recorderIn(folderOf({'decisions.yaml': '- decision: maybe\n'}))).rejects.toThrow(/decisions\.yaml/u)
})
