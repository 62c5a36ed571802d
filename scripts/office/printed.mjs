import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync} from 'node:fs'
import {basename, extname, join} from 'node:path'
import {printedBy} from '../../test/support/libreoffice.mjs'

/** Prints each file with LibreOffice and pictures its first pages; which did not come out. */
export const printed = (profile, files, folder, say) => {
  mkdirSync(folder, {recursive: true})
  const faults = []
  for (const kind of new Set(files.map(extname))) {
    const own = files.filter((path) => extname(path) === kind)
    const target = join(folder, kind.slice(1))
    printedBy(profile, own, target)
    for (const path of own) {
      const pdf = join(target, `${basename(path, kind)}.pdf`)
      if (!existsSync(pdf)) faults.push(`${basename(path)} does not open in LibreOffice`)
      else say(`  ${basename(path)}: ${pictured(pdf)} pages printed`)
    }
  }
  return faults
}

const most = '40'

const pictured = (pdf) => {
  execFileSync('pdftoppm', ['-r', '60', '-l', most, '-png', pdf, pdf.replace(/\.pdf$/u, '')])
  return /^Pages:\s+(\d+)/mu.exec(execFileSync('pdfinfo', [pdf], {encoding: 'utf8'}))?.[1]
}
