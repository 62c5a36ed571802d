// Loaded before the program (node --import): counts what it asks of the disk that changes something, and ends the process by force at the moment named by
// DIES_AT, counted from 1. Each writing has two moments: before it, and with half of it done. Where DIES_AT is 0 the count goes to the file DIES_TELL.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {fileURLToPath} from 'node:url'

const at = Number(process.env.DIES_AT)
const {writeFileSync, writeSync, openSync} = fs
let moment = 0

const here = () => {
  moment += 1
  if (moment === at) process.kill(process.pid, 'SIGKILL')
}

const halfOf = (data) => {
  const bytes = Buffer.from(data)
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** Wraps functions of an object; `half` writes half of what a call would. */
const watched = (object, names, half) => {
  for (const name of names) {
    const original = object[name]
    object[name] = function (...given) {
      here()
      if (half && moment + 1 === at) half.call(this, ...given)
      if (half) here()
      return original.apply(this, given)
    }
  }
}

const handle = await fs.promises.open(fileURLToPath(import.meta.url))
watched(Object.getPrototypeOf(handle), ['writeFile', 'write'], function (data) {
  writeSync(this.fd, halfOf(data))
})
watched(Object.getPrototypeOf(handle), ['sync', 'chmod'])
await handle.close()
const intoPath = (path, data) => void writeSync(openSync(path, 'w'), halfOf(data))
watched(fs.promises, ['writeFile'], intoPath)
watched(fs, ['writeFileSync'], intoPath)
watched(fs.promises, ['rename', 'mkdir', 'rm', 'link', 'copyFile'])
watched(fs, ['renameSync', 'mkdirSync', 'rmSync'])
syncBuiltinESMExports()

if (at === 0) process.on('exit', () => writeFileSync(process.env.DIES_TELL, String(moment)))
