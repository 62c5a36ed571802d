// What publint and "are the types wrong" say of a tarball.
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {fetched} from '../fetched.mjs'

const linters = {
  publint: (tarball) => [join(fetched('publint', '0.3.25'), 'src/cli.js'), tarball, '--strict'],
  attw: (tarball) => [
    join(fetched('@arethetypeswrong/cli', '0.18.5'), 'dist/index.js'),
    tarball,
    '--profile',
    'esm-only',
    '--no-color',
  ],
}

const said = {publint: /^All good!$/mu, attw: /🟢/u}

/** Faults of a tarball in the linters' words; none where both are silent. */
export const lintFaults = ({path}) =>
  Object.entries(linters).flatMap(([name, words]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, words(path), {encoding: 'utf8'})
    return status === 0 && said[name].test(stdout) ? [] : [`${name}: ${stdout}${stderr}`]
  })
