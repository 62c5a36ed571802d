import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Word documents (`{path, word, tagged, saved}`) printed by LibreOffice, by path; null where there is no LibreOffice. The same bytes each time, with
 *  the same LibreOffice and fonts. */
export const printed = (documents) => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-sample-'))
  try {
    return Object.fromEntries(documents.map((each) => [each.path, settled(pdfOf(each, folder), each.saved)]))
  } catch (fault) {
    if (fault.code === 'ENOENT') return null
    throw fault
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const pdfOf = ({path, word, tagged}, folder) => {
  const file = join(folder, path.replaceAll('/', '-').replace(/pdf$/u, ''))
  writeFileSync(`${file}docx`, word)
  const filter = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, `${file}docx`], {
    env: {...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8'},
    stdio: 'ignore',
  })
  if (!existsSync(`${file}pdf`)) throw new Error(`LibreOffice wrote nothing for ${path}`)
  return readFileSync(`${file}pdf`)
}

/** A PDF without what LibreOffice writes anew each time, each for something of the same length: the moment, and the name and checksum made from it. */
const settled = (bytes, saved) => {
  const moment = saved.replace(/\D/gu, '')
  const dated = bytes.toString('latin1').replace(/\/CreationDate\(D:\d{14}/gu, `/CreationDate(D:${moment}`)
  const blank = dated.replace(named, (_, before) => before + '0'.repeat(32))
  const name = createHash('md5').update(blank, 'latin1').digest('hex').toUpperCase()
  const whole = blank.replace(named, (_, before) => before + name)
  return Buffer.from(whole, 'latin1')
}

const named = /(\/ID \[ <|\/DocChecksum \/|(?<=>\s)<)[0-9A-F]{32}(?=>|\s)/gu
