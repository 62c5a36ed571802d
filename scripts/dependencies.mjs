// What the program and its packages bring along: every production dependency, direct and brought in by others, with version, licence and size, and for the
// direct ones the reason that CONTRIBUTING gives. What is bundled into the program counts, though the package of the program names it only to build.
//   node scripts/dependencies.mjs            prints the list
//   node scripts/dependencies.mjs --write    writes it to packages/cli/dependencies.md; test/dependencies.test.ts holds that to the lockfile
// No audit: npm audit and pnpm audit ask the registry, and the one here does not answer that question. Run them where yours does.
import {existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const rooms = readdirSync(join(root, 'packages')).filter((room) =>
  existsSync(join(root, 'packages', room, 'package.json')),
)
const manifestIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** What a room needs to run: of the program, which is bundled, also what it is built from. */
const neededBy = (room) => {
  const {dependencies = {}, devDependencies = {}} = manifestIn(join(root, 'packages', room))
  const bundled = room === 'cli' ? Object.keys(devDependencies).filter((name) => !name.startsWith('@types/')) : []
  return [...Object.keys(dependencies), ...bundled].filter((name) => !name.startsWith('@hedgerow/'))
}

const sizeOf = (folder) =>
  readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? sizeOf(path) : statSync(path).size
    })
    .reduce((sum, size) => sum + size, 0)

/** Where a package is kept that another, kept at `from`, asks for: beside it. */
const besides = (from, own, name) => realpathSync(join(from.slice(0, -own.length), name))

const found = new Map()
/** The licence a package states, in the way of today or of old. */
const licenceOf = ({license, licenses}) => license ?? licenses?.[0]?.type ?? 'none stated'

const visit = (folder, by) => {
  const manifest = manifestIn(folder)
  const {name, version, dependencies = {}} = manifest
  const key = `${name}@${version}`
  const known = found.get(key)
  if (known) return void known.by.add(by)
  found.set(key, {name, version, licence: licenceOf(manifest), size: sizeOf(folder), by: new Set([by])})
  for (const each of Object.keys(dependencies)) visit(besides(folder, name, each), name)
}
for (const room of rooms)
  for (const name of neededBy(room)) visit(realpathSync(join(root, 'packages', room, 'node_modules', name)), `/${room}`)

/** Reasons by name, from the table of tools in CONTRIBUTING: `fflate 0.8.3, saxes 6.0.0 | open a zip …`. */
const reasons = Object.fromEntries(
  readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, names, reason] = /^\| ([^|]+) \| ([^|]+) \|/u.exec(line) ?? []
      if (names === undefined) return []
      const scope = /^(@[^/]+\/)/u.exec(names)?.[1] ?? ''
      return names.split(', ').flatMap((each) => {
        const name = each.replace(/ [\d.]+$/u, '')
        return [name, `${scope}${name}`].map((key) => [key, reason.split(/(?<=[.;])\s/u)[0].replace(/[.;]$/u, '')])
      })
    }),
)

const byName = (x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : x.version < y.version ? -1 : 1)
const isDirect = ({by}) => [...by].some((each) => each.startsWith('/'))
const all = [...found.values()].sort(byName)
const [direct, brought] = [all.filter(isDirect), all.filter((each) => !isDirect(each))]
const kilobytes = (bytes) => Math.ceil(bytes / 1000).toLocaleString('en')
const total = (list) => kilobytes(list.reduce((sum, {size}) => sum + size, 0))

const text = `# What Hedgerow brings along

Written by \`node scripts/dependencies.mjs --write\`; a test holds it to the lockfile. ${direct.length} packages that we chose (${total(direct)} kB unpacked) and ${brought.length} that they bring
along (${total(brought)} kB), all at fixed versions. The program carries what it needs of them in its bundle, their licences in
\`dist/third-party.txt\`. No audit was run: the registry this was built with does not answer one.

| chosen | version | licence | kB | of | why |
|---|---|---|---|---|---|
${direct
  .map(
    (each) =>
      `| ${each.name} | ${each.version} | ${each.licence} | ${kilobytes(each.size)} | ${[...each.by]
        .filter((by) => by.startsWith('/'))
        .map((by) => by.slice(1))
        .sort()
        .join(', ')} | ${reasons[each.name] ?? '**no reason given**'} |`,
  )
  .join('\n')}

| brought along | version | licence | kB | by |
|---|---|---|---|---|
${brought.map((each) => `| ${each.name} | ${each.version} | ${each.licence} | ${kilobytes(each.size)} | ${[...each.by].sort().join(', ')} |`).join('\n')}
`

if (process.argv.includes('--write')) writeFileSync(join(root, 'packages/cli/dependencies.md'), text)
else process.stdout.write(text)
