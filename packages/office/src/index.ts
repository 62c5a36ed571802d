export {element, escapedText, type Markup, markup, xmlPart} from './markup.ts'
export {
  contentTypes,
  type CoreProperties,
  coreProperties,
  corePropertiesKind,
  corePropertiesType,
  type Relationship,
  relationships,
} from './open-packaging.ts'
export {type OpeningLimits, type Parts, partsOf} from './parts.ts'
export {Unreadable} from './unreadable.ts'
export {childOf, elementsIn, textIn, type XmlElement, xmlOf} from './xml.ts'
export {type WrittenPart, zipped} from './zipped.ts'
export {type PlacedElement, placedIn, placedText, placedXml} from './placed.ts'
export type {TextEdit} from './word/changed-paragraph.ts'
export {placeOfText, type WordParagraph, wordParagraphs} from './word/paragraphs.ts'
export {type Placing, type Reviser, trackedDocument, type TrackedChange, type TrackedDocument} from './word/tracked.ts'
export {footnoteMark, type NewDocument, newWordDocument} from './word/new-document.ts'
