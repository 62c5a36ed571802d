// The example of every readme, run where the packages are installed.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root} from '../build/bundling.mjs'
import {readmeExample} from '../../test/support/readme-example.mjs'

/** Faults in words: examples that print something else than their readme says. */
export const exampleFaults = (folder, run, rooms) =>
  rooms.flatMap((room) => {
    const example = readmeExample(readFileSync(join(root, 'packages', room, 'readme.md'), 'utf8'))
    if (example === null) return [`the readme of ${room} has no example`]
    writeFileSync(join(folder, `${room}.js`), example.code)
    const {stdout, stderr} = run('node', `${room}.js`)
    return stdout === example.printed ? [] : [`the example of ${room} printed ${stdout}${stderr}`]
  })
