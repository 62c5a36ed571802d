import type {Lexicon} from '@hedgerow/lexicon'
import {nearSense} from './senses.ts'
import {contentTerms} from './terms.ts'

/** What aligning works out once for each lexicon, step by step: who waits for something else can ask for it ahead. */
export const alignmentSteps: readonly ((lexicon: Lexicon) => unknown)[] = [contentTerms, nearSense]
