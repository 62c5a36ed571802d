// The whole way once, for a first look: builds, compares the sample region and writes its reports.
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const run = (...words) => {
  const {status} = spawnSync(process.execPath, words, {cwd: root, stdio: 'inherit'})
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(join(root, 'node_modules/typescript'))) {
  process.stderr.write(
    'What Hedgerow is built with is not installed yet. Run this in the folder of README.md; it installs, builds and goes on:\n\n  npx --yes pnpm@10.34.9 start\n\n',
  )
  process.exit(2)
}

const reports = {html: 'reports/hedgerow.html', markdown: 'reports/hedgerow.md', json: 'reports/hedgerow.json'}
const outputs = Object.entries(reports).flatMap(([format, path]) => ['--output', `${format}=${path}`])

run(join(root, 'scripts/build.mjs'))
run(join(root, 'packages/cli/bin/hedgerow.js'), 'report', 'procedures', ...outputs)
process.stdout.write(
  `\nOpen ${join(root, reports.html)} in a browser.\nNext: node packages/cli/bin/hedgerow.js propose harrowmead writes Word files with tracked changes.\nMore: node packages/cli/bin/hedgerow.js --help\n`,
)
