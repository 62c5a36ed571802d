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
