import {createRequire} from 'node:module'

// Only rooms depend on these; the workspace's root borrows them from the one that reads what is written here.
const borrowed = createRequire(new URL('../../packages/ingest/package.json', import.meta.url))

const {strFromU8, strToU8, unzipSync, zipSync} = borrowed('fflate')

export {strFromU8, unzipSync}

/** The file of a package that a room depends on, to be imported. */
export const fileOf = (name) => borrowed.resolve(name)

const order = (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1)

/** An Office file from its parts by name, the same bytes whenever and wherever it is packed. */
export const packed = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.keys(parts)
        .sort(order)
        .map((name) => [name, typeof parts[name] === 'string' ? strToU8(parts[name]) : parts[name]]),
    ),
    // The first day a zip can name; the time of day is local on every machine.
    {mtime: new Date(1980, 0, 1), level: 9},
  )

export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
