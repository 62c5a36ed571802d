import {readFileSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {partsOf, zipped} from '../../packages/office/dist/index.js'
import {settledTexts} from '../../test/support/libreoffice.mjs'

const limits = {unpacked: 1e9, nesting: 500}
const main = 'word/document.xml'
const ours = (tag) => new RegExp(`<w:${tag} [^>]*w:author="Hedgerow \\(proposed\\)"[^>]*>(.*?)</w:${tag}>`, 'gsu')

const accepted = (xml) => xml.replace(ours('del'), '').replace(ours('ins'), '$1')
const rejected = (xml) =>
  xml.replace(ours('ins'), '').replace(ours('del'), (_, inside) => inside.replaceAll('w:delText', 'w:t'))

/** A file with our changes made, or undone, by taking their marks away; the path written to. */
const without = (path, how, made) => {
  const parts = new Map(partsOf(readFileSync(path), () => true, limits))
  const xml = new TextDecoder().decode(parts.get(main))
  const target = path.replace(/\.docx$/u, `.${how}.plain`)
  writeFileSync(
    target,
    zipped([...parts].map(([name, bytes]) => [name, name === main ? new TextEncoder().encode(made(xml)) : bytes])),
  )
  return {target, count: [...xml.matchAll(/<w:(?:ins|del) [^>]*w:author="Hedgerow \(proposed\)"/gu)].length}
}

/** Proposals whose changes LibreOffice, accepting all, does not turn into the proposed text, or rejecting all not into the original. Other people's changes are
 *  accepted and rejected on both sides. Of a document that was Word to begin with the original is that file. */
export const unsettled = (profile, files, corpus, say) => {
  const proposals = files.filter((path) => path.includes('/proposals/'))
  const checks = proposals.flatMap((path) => {
    const [authority = '', topic = ''] = basename(path, '.docx').split(/-(.*)/su)
    const own = join(corpus, authority, `${topic}.docx`)
    const [made, undone] = [without(path, 'accepted', accepted), without(path, 'rejected', rejected)]
    return [
      {path, how: 'Accept', against: made.target, count: made.count},
      {path, how: 'Reject', against: isThere(own) ? copied(own, path) : undone.target, count: 0},
    ]
  })
  const texts = settledTexts(
    profile,
    checks.flatMap(({path, how, against}) => [
      {path, how},
      {path: against, how},
    ]),
  )
  const faults = checks.flatMap(({path, how, count}, at) => {
    const [own, wanted, other] = [texts[2 * at], texts[2 * at + 1], texts[2 * at + 2]]
    const isChanged = count === 0 || own !== other
    return own === wanted && own.trim() !== '' && isChanged ? [] : [`${basename(path)}: ${how} all gives another text`]
  })
  const changes = checks.reduce((sum, {count}) => sum + count, 0)
  say(
    `  ${proposals.length} proposals with ${changes} insertions and deletions: ${checks.length - faults.length} of ${checks.length} texts as wanted after accepting and rejecting all`,
  )
  return faults
}

const isThere = (path) => {
  try {
    return readFileSync(path).length > 0
  } catch {
    return false
  }
}

const copied = (own, path) => {
  const target = path.replace(/\.docx$/u, '.original.plain')
  writeFileSync(target, readFileSync(own))
  return target
}
