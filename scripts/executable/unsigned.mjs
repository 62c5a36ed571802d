// A Windows program without its signature. Node's own would no longer fit once the program is put in, and a broken signature alarms where a missing one
// only warns; who signs the result anew has to take it away first.

const certificates = 4

/** Where the header says that the certificates lie: their place in the file and their size. Source: Microsoft's "PE Format", optional header. */
const entryIn = (bytes) => {
  const header = bytes.readUInt32LE(0x3c) + 24
  if (bytes.readUInt16LE(header) !== 0x20b) throw new Error('Expected a 64-bit Windows program.')
  return header + 112 + certificates * 8
}

/** The bytes of the program, without the certificates at their end. */
export const unsigned = (bytes) => {
  const entry = entryIn(bytes)
  const [place, size] = [bytes.readUInt32LE(entry), bytes.readUInt32LE(entry + 4)]
  if (size === 0) return bytes
  if (place + size !== bytes.length) throw new Error('Expected the certificates at the end of the program.')
  const bare = Buffer.from(bytes.subarray(0, place))
  bare.fill(0, entry, entry + 8)
  return bare
}
