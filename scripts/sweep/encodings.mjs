// The same rows whatever the line ends, the encoding and the way accents are written; what cannot be known is refused in words.
import {rmSync} from 'node:fs'
import {day, hedgerow, newFolder, procedure, put, rowsOf, trial} from './trial.mjs'

const more = `
## 3. Café rules

3.1 The carer must phone the café in Zoë Street within 2 hours of the child’s naïve return.
`
const texts = {
  ashby: procedure('Ashby Council', '1 hour', more),
  brindle: procedure('Brindle Borough Council', '6 hours', more),
}
const utf16 = (text) => Buffer.from(text, 'utf16le')
const mark = Buffer.from('\uFEFF')

const same = {
  CRLF: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  'CR alone': (text) => Buffer.from(text.replaceAll('\n', '\r')),
  'UTF-8 with a mark': (text) => Buffer.concat([mark, Buffer.from(text)]),
  'UTF-8 with a mark and CRLF': (text) => Buffer.concat([mark, Buffer.from(text.replaceAll('\n', '\r\n'))]),
  'UTF-16, little end first, with a mark': (text) => utf16(`\uFEFF${text}`),
  'UTF-16, big end first, with a mark': (text) => utf16(`\uFEFF${text}`).swap16(),
  'accents apart, as a Mac may write them': (text) => Buffer.from(text.normalize('NFD')),
}

const refused = {
  'UTF-16 without a mark': (text) => utf16(text),
  'UTF-16 without a mark, big end first': (text) => utf16(text).swap16(),
  'UTF-32': (text) =>
    Buffer.concat([...text].map((sign) => Buffer.from([sign.codePointAt(0) & 255, sign.codePointAt(0) >> 8, 0, 0]))),
}

const analysed = async (made, name = (id) => id, extension = 'md') => {
  const folder = newFolder()
  put(
    folder,
    Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [`${name(id)}/missing-children.${extension}`, made(text, id)]),
    ),
  )
  const found = await hedgerow(['report', folder, ...day, '--format', 'json', '--quiet'])
  rmSync(folder, {recursive: true})
  return found
}

export const title = 'Line ends, encodings and accents'

export const trials = async () => {
  const lines = []
  for (const extension of ['md', 'txt']) {
    const plain = rowsOf((await analysed((text) => text, undefined, extension)).stdout)
    for (const [tried, made] of Object.entries(same)) {
      const {stdout} = await analysed(made, undefined, extension)
      const is = rowsOf(stdout) === plain
      lines.push(trial(`.${extension}: ${tried}`, is ? 'the same rows and quotations' : 'OTHER rows', is))
    }
    const mixed = await analysed((text, id) => (id === 'ashby' ? text.normalize('NFD') : text), undefined, extension)
    const is = rowsOf(mixed.stdout) === plain
    lines.push(
      trial(
        `.${extension}: accents apart in one document, together in the other`,
        is ? 'the same rows and quotations' : 'OTHER rows',
        is,
      ),
    )
  }
  const nfd = [
    await analysed(
      (text) => text,
      (id) => `${id}-é`.normalize('NFD'),
    ),
    await analysed(
      (text) => text,
      (id) => `${id}-é`.normalize('NFC'),
    ),
  ]
  const sameNames = nfd[0].stdout === nfd[1].stdout
  lines.push(trial('names of folders with accents apart', sameNames ? 'the same bytes' : 'OTHER bytes', sameNames))
  for (const [tried, made] of Object.entries(refused)) {
    const {code, stderr} = await analysed(made)
    lines.push(
      trial(tried, `code ${code}: ${stderr.trim().split('\n')[0]}`, code === 3 && /UTF-16|UTF-8|NUL/u.test(stderr)),
    )
  }
  return lines
}
