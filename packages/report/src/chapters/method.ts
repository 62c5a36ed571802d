import type {Context} from '../context.ts'
import type {Chapter} from '../nodes.ts'
import {code, heading, list, paragraph, phrases, strong} from '../nodes.ts'
import {counted, dated} from '../wording.ts'

/** What the two scores mean: printed wherever a score is. */
export const scoreMeaning = [
  phrases(
    strong('Wording'),
    ': how alike the words are. The mean, over pairs of authorities, of the likeness of provisions that ' +
      'correspond; the words of a provision that has no counterpart count as nothing alike.',
  ),
  phrases(
    strong('Rule'),
    ': how far the same thing is required. The share of substantive provisions, each weighted by its section, ' +
      'whose stated facts agree; a missing provision counts as disagreement, an unsure one is left out and its share is printed beside.',
  ),
]

const howAligned = [
  'Each document is read into sections and provisions: a duty, a step, a definition, a form field or a contact.',
  'Sections are aligned first, then provisions inside the sections that correspond, then the words of provisions that correspond. Words ' +
    'are never matched across provisions, so that a number is not borrowed from another duty.',
  'Names of teams, telephone numbers, addresses and the like are masked before texts are compared.',
  'Confidence is the estimated probability that every reading of a row is the same provision. Where it is too low the row is ' +
    'called unsure, shown for checking, and counted in no score.',
  'A difference is called wording only when every changed word is a known equivalence. What is not known to be equivalent is a ' +
    'difference, or unsure.',
  'Hours and days compare at 24 hours to a day; working days and months convert to nothing else.',
]

const limits = [
  'The tool reads what is printed. It does not know what is done in practice, nor what was agreed but not written down.',
  'It gives no legal advice. What most authorities say is not right because they say it, and nothing here proposes to lower protection.',
  'An alignment is an estimate: a row can be wrong although its confidence is high. Every reading is quoted with its place so ' +
    'that it can be checked.',
  'Text in pictures, scanned pages and attachments that were not given is not read.',
  'Impact and effort of a step are estimates from tables that can be edited; they order the list and measure nothing.',
]

/** How it was done, what the scores and the confidence mean, which standards nobody has verified, and what the tool
 *  cannot know. */
export function methodChapter({assessment, facts}: Context): Chapter {
  const {used, unverified} = facts.standards
  const standards =
    used === 0
      ? 'No standard applied to what was compared.'
      : `${counted(used, 'standard')} applied${unverified === 0 ? '; all of them verified.' : `; ${unverified === used ? 'none' : `${used - unverified}`} of them verified. Where one is not, the wording and dates used here were not checked against the published source, and a finding that rests on it must be.`}`
  return {
    type: 'chapter',
    id: 'method',
    title: 'Method and limits',
    children: [
      heading(3, 'How the texts were compared'),
      list(howAligned),
      heading(3, 'What the scores mean'),
      list(scoreMeaning),
      heading(3, 'Standards'),
      paragraph(standards),
      heading(3, 'What the tool cannot know'),
      list(limits),
      heading(3, 'Made with'),
      paragraph(
        `hedgerow ${assessment.tool.version}, lexicon `,
        code(assessment.tool.lexicon),
        `, as at ${dated(assessment.asAt)}. The same documents give the same report.`,
      ),
    ],
  }
}
