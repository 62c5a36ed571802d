import {element, type Markup, xmlPart} from '../markup.ts'
import {contentTypes, coreProperties, corePropertiesKind, corePropertiesType, relationships} from '../open-packaging.ts'
import {zipped} from '../zipped.ts'

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordType = (part: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`

/** What a new Word document holds. Its styles are Heading1 to Heading4, ListParagraph, FootnoteText and FootnoteReference. */
export interface NewDocument {
  readonly title: string
  /** The ISO day it says it was made on. */
  readonly day: string
  readonly body: readonly Markup[]
  /** Texts of footnotes: the first is the one that `w:footnoteReference` 1 refers to. */
  readonly footnotes?: readonly string[]
}

/** The bytes of a new Word document, A4. The same contents give the same bytes. */
export const newWordDocument = ({title, day, body, footnotes = []}: NewDocument): Uint8Array => {
  const hasNotes = footnotes.length > 0
  return zipped([
    [
      '[Content_Types].xml',
      contentTypes(
        {},
        {
          'word/document.xml': wordType('document.main'),
          'word/styles.xml': wordType('styles'),
          ...(hasNotes && {'word/footnotes.xml': wordType('footnotes')}),
          'docProps/core.xml': corePropertiesType,
        },
      ),
    ],
    [
      '_rels/.rels',
      relationships([
        {id: 'rId1', kind: 'officeDocument', target: 'word/document.xml'},
        {id: 'rId2', kind: corePropertiesKind, target: 'docProps/core.xml'},
      ]),
    ],
    ['docProps/core.xml', coreProperties({title, creator: 'Hedgerow', day})],
    [
      'word/_rels/document.xml.rels',
      relationships([
        {id: 'rId1', kind: 'styles', target: 'styles.xml'},
        ...(hasNotes ? [{id: 'rId2', kind: 'footnotes', target: 'footnotes.xml'}] : []),
      ]),
    ],
    ['word/document.xml', xmlPart(element('w:document', {'xmlns:w': space}, element('w:body', {}, body, page())))],
    ['word/styles.xml', styles()],
    ...(hasNotes ? [['word/footnotes.xml', notesPart(footnotes)] as const] : []),
  ])
}

const page = (): Markup => {
  const sides = {'w:top': 1440, 'w:right': 1440, 'w:bottom': 1440, 'w:left': 1440}
  return element(
    'w:sectPr',
    {},
    element('w:pgSz', {'w:w': 11906, 'w:h': 16838}),
    element('w:pgMar', {...sides, 'w:header': 708, 'w:footer': 708, 'w:gutter': 0}),
  )
}

const notesPart = (texts: readonly string[]): string => {
  const line = (id: number, kind: string): Markup =>
    element('w:footnote', {'w:type': kind, 'w:id': id}, element('w:p', {}, element('w:r', {}, element(`w:${kind}`))))
  const note = (text: string, at: number): Markup =>
    element(
      'w:footnote',
      {'w:id': at + 1},
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', {'w:val': 'FootnoteText'})),
        element('w:r', {}, referenceLook(), element('w:footnoteRef')),
        element('w:r', {}, element('w:t', {'xml:space': 'preserve'}, ` ${text}`)),
      ),
    )
  const all = [line(-1, 'separator'), line(0, 'continuationSeparator'), ...texts.map(note)]
  return xmlPart(element('w:footnotes', {'xmlns:w': space}, all))
}

const referenceLook = (): Markup => element('w:rPr', {}, element('w:rStyle', {'w:val': 'FootnoteReference'}))

/** The mark of a footnote, counted from 1. */
export const footnoteMark = (id: number): Markup =>
  element('w:r', {}, referenceLook(), element('w:footnoteReference', {'w:id': id}))

/** Half points and twips of each style; headings keep with what follows. */
const headings = [
  ['Heading1', 'heading 1', 36, 0],
  ['Heading2', 'heading 2', 28, 1],
  ['Heading3', 'heading 3', 24, 2],
  ['Heading4', 'heading 4', 22, 3],
] as const

const styles = (): string => {
  const font = element('w:rFonts', {'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:cs': 'Arial'})
  return xmlPart(
    element(
      'w:styles',
      {'xmlns:w': space},
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element('w:rPr', {}, font, element('w:sz', {'w:val': 22}), element('w:lang', {'w:val': 'en-GB'})),
        ),
        element(
          'w:pPrDefault',
          {},
          element('w:pPr', {}, element('w:spacing', {'w:after': 120, 'w:line': 264, 'w:lineRule': 'auto'})),
        ),
      ),
      style('Normal', 'Normal', null, null, true),
      headings.map(([id, name, size, level]) =>
        style(
          id,
          name,
          element(
            'w:pPr',
            {},
            element('w:keepNext'),
            element('w:spacing', {'w:before': 240}),
            element('w:outlineLvl', {'w:val': level}),
          ),
          element('w:rPr', {}, element('w:b'), element('w:sz', {'w:val': size})),
        ),
      ),
      style('ListParagraph', 'List Paragraph', element('w:pPr', {}, element('w:contextualSpacing')), null),
      style(
        'FootnoteText',
        'footnote text',
        element('w:pPr', {}, element('w:spacing', {'w:after': 0})),
        element('w:rPr', {}, element('w:sz', {'w:val': 16})),
      ),
      element(
        'w:style',
        {'w:type': 'character', 'w:styleId': 'FootnoteReference'},
        element('w:name', {'w:val': 'footnote reference'}),
        element('w:rPr', {}, element('w:vertAlign', {'w:val': 'superscript'})),
      ),
    ),
  )
}

const style = (
  id: string,
  name: string,
  paragraphLook: Markup | null,
  runLook: Markup | null,
  isDefault = false,
): Markup =>
  element(
    'w:style',
    {'w:type': 'paragraph', 'w:default': isDefault ? 1 : null, 'w:styleId': id},
    element('w:name', {'w:val': name}),
    isDefault ? null : element('w:basedOn', {'w:val': 'Normal'}),
    element('w:qFormat'),
    paragraphLook,
    runLook,
  )
