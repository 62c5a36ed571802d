import type {Lexicon} from '@hedgerow/lexicon'
import {roleTerms} from './classify/remainder.ts'
import {senses} from './leftover.ts'
import {residues} from './residue.ts'
import {opposed} from './reworded.ts'

/** What assessing works out once for each lexicon, step by step: who waits for something else can ask for it ahead. */
export const assessmentSteps: readonly ((lexicon: Lexicon) => unknown)[] = [residues, senses, opposed, roleTerms]
