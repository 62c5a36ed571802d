import {readFile, stat} from 'node:fs/promises'

/** The bytes of a file that is looked for by its name alone. Throws for a pipe, a socket or a device in its place: reading one may never end. */
export const ordinaryBytes = async (path: string): Promise<Uint8Array> => {
  const found = await stat(path)
  if (!found.isFile() && !found.isDirectory()) throw new Error('it is a pipe, a socket or a device, not a file')
  return readFile(path)
}

/** The same as text. */
export const ordinaryText = async (path: string): Promise<string> => new TextDecoder().decode(await ordinaryBytes(path))
