import {escaped} from './archive.mjs'
import {head, spaces} from './word-xml.mjs'

const plain = (text, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const tab = '<w:r><w:tab/></w:r>'
const field = (code) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`

/** What is printed at the top of each page. */
export const headerXml = ({marking}, title) => {
  const mark = marking
    ? `<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>${plain(marking, '<w:b/><w:color w:val="B00020"/>')}</w:p>`
    : ''
  return `${head}<w:hdr ${spaces}>${mark}<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${plain(title)}</w:p></w:hdr>`
}

/** What is printed at the foot of each page: a line of the authority's, and the page's number. */
export const footerXml = ({footer}) =>
  `${head}<w:ftr ${spaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${plain(footer)}${tab}${plain('Page ')}${field('PAGE')}${plain(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`
