// Writes the documents of the sample region that are in the formats councils use, from the texts in scripts/sample/<authority>/:
//   node scripts/make-sample.mjs             writes them into procedures/; the PDFs only where LibreOffice (soffice) is to be had
//   node scripts/make-sample.mjs --check     writes nothing; ends with 1 when a document is not what its text makes. PDFs, which depend on the
//                                            machine's fonts, are left to test/sample-formats.test.ts
// The same bytes each time. Change a text there, never a document here.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {printed} from './sample/pdf.mjs'
import {savedPage} from './sample/saved-page.mjs'
import {wordDocument} from './sample/word.mjs'
import {workbook} from './sample/workbook.mjs'

const texts = fileURLToPath(new URL('sample/', import.meta.url))
const procedures = fileURLToPath(new URL('../procedures/', import.meta.url))
const text = (path) => readFileSync(join(texts, path), 'utf8')

const pellmoor = {
  marking: 'OFFICIAL',
  footer: 'Pellmoor County Council',
  numbered: true,
  cover: true,
  textBoxes: true,
  justified: false,
  font: 'Arial',
  points: 11,
  colour: '1F5C4D',
  rule: '7F9F97',
  tint: 'E8F1EE',
  author: 'Policy Officer',
}

const harrowmead = {
  marking: null,
  footer: 'Harrowmead Safeguarding Partners. Uncontrolled when printed.',
  numbered: false,
  cover: false,
  textBoxes: false,
  fields: 'drawn',
  justified: true,
  font: 'Arial',
  points: 11,
  colour: '3B2F6B',
  rule: '8A84A8',
  tint: 'ECEAF4',
  author: 'Quality Assurance Officer',
  saved: '2024-02-01T09:00:00Z',
}

const word = {
  'missing-children': {...pellmoor, fields: 'controls', saved: '2024-01-22T09:00:00Z'},
  'child-exploitation': {...pellmoor, fields: 'controls', saved: '2024-10-03T09:00:00Z'},
  'referral-form': {...pellmoor, fields: 'legacy', saved: '2024-02-20T09:00:00Z'},
}

/** Tagged as Word's own PDFs are, or without structure as printed from elsewhere. */
const print = {
  'missing-children': {...harrowmead, numbered: true, tagged: false},
  'child-exploitation': {...harrowmead, tagged: true},
  'referral-form': {...harrowmead, tagged: true},
}

const form = {
  sheet: 'MAC form',
  footer: 'Wexbourne Safeguarding Children Partnership',
  author: 'Business Manager',
  saved: '2023-10-02T09:00:00Z',
  prompts: {'Date of birth *': ['Date of birth', 'Give the date as dd/mm/yyyy.']},
  notes: {'NHS number': 'Ten digits, if it is known.'},
}

const pages = {
  'missing-children': 'https://www.eldermoss.example/partnership/procedures/missing-children',
  'child-exploitation': 'https://www.eldermoss.example/practitioners/child-exploitation',
  'referral-form': 'https://www.eldermoss.example/children/ask-for-help',
}

const entries = (table, entry) => Object.entries(table).flatMap(([topic, look]) => entry(topic, look))

/** The documents that need nothing but this program: bytes or text by path within procedures/. */
const written = async () =>
  Object.fromEntries([
    ...entries(word, (topic, look) => [[`pellmoor/${topic}.docx`, wordDocument(text(`pellmoor/${topic}.md`), look)]]),
    ...entries(pages, (name, address) => [
      [`eldermoss/${name}.html`, savedPage(text(`eldermoss/${name}.html`), {address, name})],
      [`eldermoss/${name}_files/site.css`, text('eldermoss/site.css')],
      [`eldermoss/${name}_files/crest.svg`, text('eldermoss/crest.svg')],
    ]),
    ['wexbourne/referral-form.form.xlsx', await workbook(text('wexbourne/referral-form.form.md'), form)],
  ])

/** The documents that LibreOffice prints; none where it is missing. */
const fromPrinter = () => {
  const documents = entries(print, (topic, look) => [
    {path: `harrowmead/${topic}.pdf`, word: wordDocument(text(`harrowmead/${topic}.md`), look), ...look},
  ])
  const found = printed(documents)
  if (found === null) console.error('Found no soffice: the PDFs of harrowmead are left as they are.')
  return found ?? {}
}

const stands = ([path, bytes]) => {
  const file = join(procedures, path)
  return existsSync(file) && readFileSync(file).equals(Buffer.from(bytes))
}

const documents = await written()
if (process.argv.includes('--check')) {
  const stale = Object.entries(documents).filter((each) => !stands(each))
  for (const [path] of stale)
    console.error(`procedures/${path} is not what its text makes: node scripts/make-sample.mjs`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else
  for (const [path, bytes] of Object.entries({...documents, ...fromPrinter()})) {
    mkdirSync(dirname(join(procedures, path)), {recursive: true})
    writeFileSync(join(procedures, path), bytes)
    console.log(`procedures/${path} ${Buffer.byteLength(bytes)} bytes`)
  }
