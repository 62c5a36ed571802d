import type {XmlElement} from '@hedgerow/office'
import type {Flow} from '../flow/flow.ts'
import type {Tally} from '../flow/tally.ts'
import type {Lists} from './lists.ts'
import type {OdfStyles} from './styles.ts'

/** What is known of an OpenDocument text while it is read. */
export interface OdfSheet {
  readonly styles: OdfStyles
  readonly lists: Lists
  readonly tally: Tally
  /** Controls of forms by their id. */
  readonly controls: ReadonlyMap<string, XmlElement>
  /** Fields of forms that have begun and not ended. */
  readonly open: XmlElement[]
  /** Of the paragraph being read, from 1. */
  paragraph: number
  /** Whether a frame or note is being read, whose paragraphs are not counted. */
  anchored: boolean
  readonly flowOf: (parent: XmlElement, sheet: OdfSheet) => readonly Flow[]
}
