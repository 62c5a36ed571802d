import {escaped} from './archive.mjs'

const placeholders = {
  text: 'Click or tap here to enter text.',
  date: 'Click or tap to enter a date.',
  choice: 'Choose an item.',
}

const kinds = {
  text: () => '<w:text/>',
  date: () =>
    '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
  choice: (options) =>
    `<w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/>${options
      .map((each) => `<w:listItem w:displayText="${escaped(each)}" w:value="${escaped(each)}"/>`)
      .join('')}</w:dropDownList>`,
}

/** Numbers that names of controls are told apart by, per document. */
export const counter = () => {
  let last = 0
  return () => ++last
}

/** A content control, as the Developer tab inserts it: `kind` is text, date or choice. */
export const control = (kind, options, next) =>
  `<w:sdt><w:sdtPr><w:id w:val="${41_000 + next()}"/><w:showingPlcHdr/>${kinds[kind](options)}</w:sdtPr><w:sdtContent>` +
  `<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>${placeholders[kind]}</w:t></w:r></w:sdtContent></w:sdt>`

/** A tick box as a content control. */
export const box = (next) =>
  `<w:sdt><w:sdtPr><w:id w:val="${41_000 + next()}"/><w14:checkbox><w14:checked w14:val="0"/>` +
  '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>' +
  '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>' +
  '<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'

const field = (inside, instruction, result) =>
  `<w:r><w:fldChar w:fldCharType="begin">${inside}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** A form field of the kind that Word had before content controls, and councils' forms still have. */
export const formText = (kind, next) =>
  field(
    `<w:ffData><w:name w:val="Text${next()}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput>${kind === 'date' ? '<w:type w:val="date"/>' : ''}</w:textInput></w:ffData>`,
    'FORMTEXT',
    // Word prints five wide spaces where nothing is filled in yet.
    `<w:r><w:t xml:space="preserve">${'\u2002'.repeat(5)}</w:t></w:r>`,
  )

/** A tick box of that older kind. */
export const formBox = (next) =>
  field(
    `<w:ffData><w:name w:val="Check${next()}"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData>`,
    'FORMCHECKBOX',
    '',
  )
