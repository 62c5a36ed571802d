// The licences of everybody whose code is in a bundle: to be shipped wherever the bundle goes.
import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {root} from './bundling.mjs'

const folderOf = (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]

const licenceIn = (folder) => {
  const name = readdirSync(folder).find((each) => /^licen[cs]e(?:[-.].*)?$/i.test(each))
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()
}

const authorOf = ({author}) => (typeof author === 'string' ? author : author?.name)

const nameOf = ({license, licenses = []}) => license ?? licenses.map(({type}) => type).join(' OR ')

/** A package that carries no licence text names its licence and author in its package.json. */
const entryOf = (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const {name, version} = manifest
  const words = licenceIn(folder) ?? [`Licence: ${nameOf(manifest)}`, authorOf(manifest)].filter(Boolean).join('\n')
  return {title: `${name} ${version} (${nameOf(manifest)})`, words}
}

/** What a package has in it that its own licence does not name. unpdf carries pdf.js, whose licence is the one TypeScript comes with. */
const carried = {
  unpdf: () => ({
    title: 'pdfjs-dist 5.6.205, within unpdf (Apache-2.0)',
    words: `Copyright Mozilla and individual contributors\n\n${licenceIn(join(root, 'node_modules/typescript'))}`,
  }),
}

const written = (entries) => {
  const sorted = [...new Map(entries.map((each) => [each.title, each.words]))].sort(([x], [y]) => (x < y ? -1 : 1))
  return sorted.map(([title, words]) => `${title}\n${'-'.repeat(title.length)}\n\n${words}\n`).join('\n\n')
}

/** The text of a file of licences: for each package in the bundles its name, version and licence, sorted by name. */
export const licencesOf = (...metafiles) => {
  const paths = metafiles.flatMap(({inputs}) => Object.keys(inputs))
  const folders = [...new Set(paths.flatMap((path) => folderOf(path) ?? []))]
  const within = folders.flatMap((folder) => carried[basename(folder)]?.() ?? [])
  const entries = [...folders.map((folder) => entryOf(join(root, folder))), ...within]
  return written(entries)
}
