import {placeOf} from '@hedgerow/ast'
import type {TopicAssessment} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {joined, rowReference} from '../context.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {code, list, paragraph, phrases, strong} from '../nodes.ts'
import {adoptionWords, basisTitles, choiceWords, wordingWords} from '../proposal-words.ts'
import {
  agencyNames,
  changedWordsOf,
  decidedWords,
  firstOf,
  hasValues,
  isYetToChoose,
  nationalWords,
  stepCard,
} from '../step-card.ts'
import type {Step} from '../summary.ts'
import {counted, namedOrCounted, opportunityMeaning, opportunityWords, percent, sentence} from '../wording.ts'

/** The three values in a line. Empty where there is none, or where the reason says them already. */
function valuesLine(step: Step, topic: TopicAssessment): readonly Block[] {
  if (!hasValues(step)) return []
  const {majority, strictest} = step
  return [
    paragraph(
      strong('What most say: '),
      `${majority ?? 'no value has a majority'}. `,
      strong('Strictest: '),
      `${strictest ?? 'the values cannot be ranked'}. `,
      strong('National standard: '),
      sentence(nationalWords(step, topic)),
    ),
  ]
}

type Proposal = NonNullable<Step['proposal']>

/** The choices by what they are called, in a sentence: everybody's own words stand in the annex. Quoted where a choice has no name but its words. */
function choicesIn({choices, safest}: Proposal, {name}: Context): readonly Block[] {
  if (choices.length === 0) return []
  const isSafest = (at: number): boolean => at === safest
  if (choices.some(({label}) => label === ''))
    return [
      list(
        choices.map(
          (choice, at) =>
            `${choiceWords(choice, name)}${isSafest(at) ? ' This choice lowers nobody’s protection.' : ''}`,
        ),
      ),
    ]
  const words = choices.map(
    ({label, authorities}, at) =>
      `${label} (${namedOrCounted(authorities.map(name))}${isSafest(at) ? '; lowers nobody’s protection' : ''})`,
  )
  return [paragraph(strong('The choices: '), `${words.join('; ')}.`)]
}

function proposed({proposal}: Step, context: Context): readonly Block[] {
  if (proposal === undefined) return []
  const adopted = adoptionWords(proposal, context.name)
  const {wording, basis, reason} = proposal
  return [
    paragraph(
      strong(`${basisTitles[basis]}. `),
      `${wording === null ? '' : `“${wordingWords(wording)}” `}${sentence(reason)}${adopted === '' ? '' : ` ${adopted}`}`,
    ),
    ...(wording === null ? choicesIn(proposal, context) : []),
  ]
}

function changes(step: Step, {name}: Context): readonly Block[] {
  const {change} = step
  if (change.length === 0) return []
  const lines = change.map(({authority, words, from, to, source}): readonly Phrase[] =>
    phrases(
      strong(name(authority)),
      `: ${from === '' ? '–' : from} becomes ${to === '' ? '–' : to} (${counted(words, 'word')}${source === null ? '' : '; '}`,
      source === null ? '' : code(placeOf(source)),
      ')',
    ),
  )
  return [...(isYetToChoose(step) ? [paragraph('If people choose what most say:')] : []), list(lines)]
}

/** What it is estimated at, who else is concerned, and where the words are. */
function figures(step: Step, topic: TopicAssessment, context: Context): Block {
  const where = context.assessment.topics.length === 1 ? '' : `${topic.title}. `
  const rows = joined(step.rows.map((id) => rowReference(topic, id)))
  return paragraph(
    `${where}Impact ${percent(step.impact)}, effort ${percent(step.effort)}${changedWordsOf(step)}.${agencyNames(step, context)}`,
    ...(rows.length === 0 ? [] : phrases(' Everybody’s words: ', ...rows, '.')),
  )
}

function blocks(step: Step, topic: TopicAssessment, context: Context): readonly Block[] {
  return [
    paragraph(strong(`${opportunityWords[step.class]}. `), `${sentence(step.why)}${decidedWords(step, context)}`),
    ...valuesLine(step, topic),
    ...proposed(step, context),
    ...changes(step, context),
    figures(step, topic, context),
  ]
}

/** What the classes that occur ask of people, once for all steps. */
function meanings(steps: readonly Step[]): readonly Phrase[] {
  const classes = [...new Set(steps.map((step) => step.class))]
  return classes.flatMap((each) => phrases(strong(opportunityWords[each]), `: ${opportunityMeaning[each]}. `))
}

/** The first steps, each as briefly as it can be told without losing a fact; the words they rest on stand in the annex. */
export function stepBriefsChapter(context: Context): Chapter {
  const {steps, opportunities} = context.facts
  const topics = new Map(context.assessment.topics.map((topic) => [topic.id, topic]))
  const cards = steps.flatMap((step, at) => {
    const topic = topics.get(step.topic)
    return topic === undefined ? [] : [stepCard(step, at, blocks(step, topic, context))]
  })
  const lead = `${firstOf(steps.length, opportunities)}, those with most to gain for least work first. What most say is not right because most say it. `
  return {
    type: 'chapter',
    id: 'opportunities',
    title: 'First steps',
    children: steps.length === 0 ? [paragraph('No step was found.')] : [paragraph(lead, ...meanings(steps)), ...cards],
  }
}
