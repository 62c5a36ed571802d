import {deflateSync, inflateSync} from 'node:zlib'
import fc from 'fast-check'
import {unzipSync, zipSync} from 'fflate'

/** One change of some bytes: where, as a share of their length, and what. */
export interface Mutation {
  readonly kind: 'flip' | 'cut' | 'end' | 'repeat' | 'splice' | 'number'
  readonly at: number
  readonly length: number
  readonly bytes: Uint8Array
  readonly times: number
}

/** Bytes that mean something to the formats, and some that mean nothing. */
const telling = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&#x10FFFF;',
  '|',
  '\n',
  '\0',
  '[',
  ']',
  '(',
  ')',
  '-1',
  '0',
  '99999999',
  'NaN',
  '1e999',
  '/',
  'R',
  'obj',
  '\u{1F600}',
  '\uFFFD',
  ' ',
  '\t',
  '>> <<',
  '0 0 R',
  '1 0 R',
  'q',
  'ET',
  '\\',
  '____',
  '☐',
  '£',
  '%',
  '\u202E',
]

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'cut', 'end', 'repeat', 'splice', 'number'),
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.oneof(fc.integer({min: 1, max: 8}), fc.integer({min: 1, max: 3_000})),
  bytes: fc.oneof(
    fc.constantFrom(...telling).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({minLength: 1, maxLength: 8}),
  ),
  times: fc.integer({min: 2, max: 40}),
})

/** The bytes with one change. Splices come from `other`, another document of the format. */
const mutated = (bytes: Uint8Array, {kind, at, length, bytes: put, times}: Mutation, other: Uint8Array): Uint8Array => {
  const from = Math.floor(at * bytes.length)
  const to = Math.min(from + length, bytes.length)
  const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  const start = Math.floor(at * other.length)
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, put, bytes.subarray(Math.min(from + put.length, bytes.length))])
    case 'cut':
      return Buffer.concat([before, after])
    case 'end':
      return before
    case 'repeat':
      return Buffer.concat([before, ...Array.from({length: times}, () => piece), after])
    case 'splice':
      return Buffer.concat([before, other.subarray(start, start + length), after])
    case 'number':
      return renumbered(bytes, from, put)
  }
}

/** The next number after `from` made another one: counts, widths and references are what a reader trusts. */
const renumbered = (bytes: Uint8Array, from: number, put: Uint8Array): Uint8Array => {
  const isDigit = (at: number): boolean => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39
  let start = from
  while (start < bytes.length && !isDigit(start)) start++
  let end = start
  while (isDigit(end)) end++
  const number = String([0, -1, 1, 2, 65_535, 2_147_483_648, 1e15][(put[0] ?? 0) % 7])
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(number), bytes.subarray(end)])
}

export const mutatedAll = (bytes: Uint8Array, all: readonly Mutation[], other: Uint8Array): Uint8Array =>
  all.reduce((changed, each) => mutated(changed, each, other), bytes)

/** A zip with changes within its parts of XML, packed again. */
export const mutatedParts = (
  zip: Uint8Array,
  all: readonly Mutation[],
  other: Uint8Array,
  pick: number,
): Uint8Array => {
  const parts = Object.entries(unzipSync(zip))
  const inner = parts.filter(([path]) => /\.(?:xml|rels)$/iu.test(path))
  // Mostly the larger parts: they hold the text.
  const sized = inner.sort(([, a], [, b]) => b.length - a.length)
  const chosen = sized[Math.floor(pick * pick * sized.length)]?.[0]
  const donor = Object.values(unzipSync(other)).sort((a, b) => b.length - a.length)[0] ?? new Uint8Array()
  return zipSync(
    Object.fromEntries(
      parts.map(([path, bytes]) => [path, path === chosen ? mutatedAll(bytes, all, donor) : bytes] as const),
    ),
    {level: 1},
  )
}

const streams = /stream\r?\n/gu

/** A PDF with changes within one of its packed streams: what is drawn, fonts, and objects packed together. */
export const mutatedStreams = (
  pdf: Uint8Array,
  all: readonly Mutation[],
  other: Uint8Array,
  pick: number,
): Uint8Array => {
  const buffer = Buffer.from(pdf)
  const found = [...buffer.toString('latin1').matchAll(streams)]
    .filter(({index}) => buffer.toString('latin1', index - 3, index) !== 'end')
    .map(({0: head, index}) => index + head.length)
  const from = found[Math.floor(pick * found.length)]
  if (from === undefined) return mutatedAll(pdf, all, other)
  const end = buffer.indexOf('endstream', from)
  try {
    const plain = inflateSync(buffer.subarray(from, end), {finishFlush: 2})
    const packed = deflateSync(mutatedAll(plain, all, other))
    // As long as it was where that goes, so that places further on stay true.
    const room = Buffer.alloc(Math.max(0, end - from - packed.length), 0x20)
    return Buffer.concat([buffer.subarray(0, from), packed, room, buffer.subarray(end)])
  } catch {
    return mutatedAll(pdf, all, other)
  }
}
