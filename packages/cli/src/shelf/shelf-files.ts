import {createHash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import {mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {StringDecoder} from 'node:string_decoder'

/** Writes files into a folder, which is made when it is first needed: each under another name first, then renamed. Resolves to what was written's digest. */
export const writerInto = (folder: string): ((path: string, pieces: Iterable<string>) => Promise<string>) => {
  let made: Promise<unknown> | null = null
  return async (path, pieces) => {
    made ??= mkdir(folder, {recursive: true})
    await made
    const draft = `${path}.${process.pid}.part`
    const hash = createHash('sha256')
    const file = await open(draft, 'w')
    try {
      for (const block of gathered(pieces)) {
        hash.update(block)
        await file.writeFile(block)
      }
      await file.close()
      await rename(draft, path)
    } catch (fault) {
      await file.close().catch(() => undefined)
      await rm(draft, {force: true})
      throw fault
    }
    return hash.digest('hex')
  }
}

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

/** A value as JSON with its digest before it, and back: null for what is not there or was damaged. */
export const withDigest = (value: unknown): readonly string[] => {
  const json = JSON.stringify(value)
  return [`${sha256(json)}\n${json}`]
}

export const checked = async (path: string): Promise<unknown> => {
  const entry = await readFile(path, 'utf8').catch(() => '')
  const json = entry.slice(65)
  return json !== '' && sha256(json) === entry.slice(0, 64) ? JSON.parse(json) : null
}

const blockSize = 1 << 20

/** Pieces gathered into blocks, so that a topic is neither one string nor a million writes. */
function* gathered(pieces: Iterable<string>): Iterable<string> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < blockSize) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

function* blocksOf(path: string): Iterable<Buffer> {
  const file = openSync(path, 'r')
  try {
    const block = Buffer.alloc(blockSize)
    for (let size = readSync(file, block); size > 0; size = readSync(file, block)) yield block.subarray(0, size)
  } finally {
    closeSync(file)
  }
}

export const sliceOf = (path: string, [start, length]: readonly [number, number]): string => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    readSync(file, bytes, 0, length, start)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}

export function* piecesOf(path: string): Iterable<string> {
  const decoder = new StringDecoder('utf8')
  for (const block of blocksOf(path)) yield decoder.write(block)
  yield decoder.end()
}

export const digestOfFile = (path: string): string | null => {
  const hash = createHash('sha256')
  try {
    for (const block of blocksOf(path)) hash.update(block)
  } catch {
    return null
  }
  return hash.digest('hex')
}
