// What a tarball holds, and what is wrong with that.
import {spawnSync} from 'node:child_process'

const tar = (...words) => spawnSync('tar', words, {encoding: 'utf8', maxBuffer: 2 ** 28}).stdout

/** Paths of what is in a tarball, seen from the package. */
const paths = (tarball) =>
  tar('-tzf', tarball)
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''))

const always = ['package.json', 'readme.md', 'LICENSE']

/** Beside those, what may be in the package of a room, by the whole path. */
const allowed = {
  cli: [
    /^bin\/hedgerow\.js$/u,
    /^dist\/[\w-]+\.mjs$/u,
    /^dist\/linked\.cjs$/u,
    /^dist\/parts\/[\w-]+\.js$/u,
    /^dist\/(?:index|main|streams)\.d\.ts$/u,
    /^dist\/third-party\.txt$/u,
  ],
  lexicon: [/^dist\/compiled\.json$/u, /^data\/[\w/-]+\.yaml$/u],
  ast: [/^schema\/[\w.-]+\.schema\.json$/u],
  report: [/^schema\/[\w.-]+\.schema\.json$/u],
}
const library = [/^dist\/[\w/-]+\.(?:js|d\.ts)$/u]

const strays = (room, found) => {
  const patterns = [...(allowed[room] ?? []), ...(room === 'cli' ? [] : library)]
  return found.filter((path) => !always.includes(path) && !patterns.some((pattern) => pattern.test(path)))
}

const places = ({exports, bin = {}}) =>
  [...Object.values(exports['.']), ...Object.values(bin)].map((path) => path.replace('./', ''))

/** Faults of a tarball in words; none for a good one. */
export const contentFaults = ({room, path}) => {
  const found = paths(path)
  const manifest = JSON.parse(tar('-xzOf', path, 'package/package.json'))
  const needed = [...always, ...places(manifest)]
  return [
    ...needed.filter((each) => !found.includes(each)).map((each) => `${each} is missing`),
    ...strays(room, found).map((each) => `${each} does not belong there`),
    ...(tar('-xzOf', path).includes('sourceMappingURL=') ? ['something points at a source map'] : []),
    ...('hedgerow-source' in manifest.exports['.'] ? ['its exports point at sources'] : []),
    ...(JSON.stringify(manifest).includes('workspace:') ? ['it needs something of the workspace'] : []),
  ]
}
