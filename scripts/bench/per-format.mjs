// Time and memory of reading a document of a hundred pages, format by format, each time in a process of its own, so that the memory is its own.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {hundredPages} from './hundred-pages.mjs'

const reading = fileURLToPath(new URL('read-one.mjs', import.meta.url))

const columns = ['', 'file', 'load', 'read', 'peak', 'words', 'clauses']
const widths = [8, 10, 10, 10, 10, 10, 10]
const row = (cells) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(widths[at]))).join(''))

/** Prints the table. Each figure is the median of `runs` processes. */
export const perFormat = async (runs, median) => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'))
  try {
    const {count, words, documents} = await hundredPages(folder)
    console.log(`Time and memory per format, one document of ${words} words (${count} pages as a PDF), a process each:`)
    row(columns)
    for (const {ext, file} of documents)
      if (file === null) console.log(`${ext.padEnd(8)}  not measured: needs LibreOffice`)
      else
        row([
          ext,
          ...cells(
            Array.from({length: runs}, () => readOnce(file)),
            median,
          ),
        ])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const readOnce = (file) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [reading, file], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`${file} was not read: ${stderr.trim().split('\n').slice(0, 6).join('\n')}`)
  return JSON.parse(stdout)
}

const cells = (found, median) => {
  const of = (key) => Math.round(median(found.map((each) => each[key])))
  return [
    `${of('kilobytes')} kB`,
    `${of('load')} ms`,
    `${of('read')} ms`,
    `${of('megabytes')} MB`,
    `${of('words')}`,
    `${of('clauses')}`,
  ]
}
