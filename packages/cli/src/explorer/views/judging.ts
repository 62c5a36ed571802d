import type {AssessedReading, AssessedRow, Finding} from '@hedgerow/assess'
import {dated, listed} from '@hedgerow/report'
import type {DecisionEntry} from '../../judgement/decisions.ts'
import type {Named} from '../../judgement/pins.ts'
import {dayExpected, dayTyped} from '../../day.ts'
import type {Deed} from '../deeds.ts'
import {agreedOn, decisionOn} from '../judgements.ts'
import {choosing, type Field, form} from '../prompts.ts'
import {type Step, topicOf, type World} from '../world.ts'

const free = (): null => null

const needed =
  (what: string) =>
  (value: string): string | null =>
    value === '' ? `${what} is needed` : null

const dayOrNone = (value: string): string | null =>
  value === '' || dayTyped(value) !== null ? null : `expected ${dayExpected(value)}; or nothing`

const after =
  (today: string) =>
  (value: string): string | null => {
    const day = dayTyped(value)
    if (day === null) return `expected ${dayExpected(value)}`
    return day > today ? null : `expected a day after today, ${dated(today)}`
  }

const decisions = ['take-up', 'park', 'keep-local'] as const

/** What is asked of a decision; what was decided before stands there. */
const decisionFields = (known: DecisionEntry | undefined): readonly Field[] => [
  {
    name: 'decision',
    label: 'Decision',
    hint: 'take-up: change the texts; park: not now; keep-local: the difference stays',
    value: known?.decision ?? 'take-up',
    choices: decisions,
    fault: free,
  },
  {name: 'owner', label: 'Owner', hint: 'who sees to it', value: known?.owner ?? '', fault: free},
  {
    name: 'due',
    label: 'Due',
    hint: 'a day as 31/01/2027, or nothing',
    value: known?.due ? dated(known.due) : '',
    fault: dayOrNone,
  },
  {
    name: 'status',
    label: 'Status',
    hint: 'open or done',
    value: known?.status ?? 'open',
    choices: ['open', 'done'],
    fault: free,
  },
  {name: 'note', label: 'Note', hint: 'anything to remember', value: known?.note ?? '', fault: free},
]

/** What a step is about, as its title begins: short enough for the line of what was done. */
const aboutWords = ({title}: Step): string => (title.split(': ')[0] ?? title).replace(/^“|”$/gu, '')

/** Asks what becomes of a step. What was decided before stands in the form. */
export const decide = (step: Step, world: World): Deed => {
  const known = decisionOn(world.judgements, step)
  const fields = decisionFields(known)
  return {
    do: 'ask',
    prompt: form(
      `decide ${step.fingerprint}`,
      'Decide on a step',
      [step.title, topicOf(world, step.topic)?.summary.title ?? step.topic],
      fields,
      (values) => [
        {
          do: 'judge',
          change: {
            judgements: [
              {
                file: 'decisions',
                entry: {
                  opportunity: known?.opportunity ?? step.fingerprint,
                  summary: step.title,
                  decision: values.decision as (typeof decisions)[number],
                  ...filled(values, ['owner']),
                  ...(values.due && {due: dayTyped(values.due)}),
                  status: values.status as 'open' | 'done',
                  ...filled(values, ['note']),
                  on: world.asAt,
                  ...(step.restsOn !== null && {'rests-on': step.restsOn}),
                },
              },
            ],
            words: `Decision on “${aboutWords(step)}”`,
          },
        },
      ],
    ),
  }
}

const filled = (values: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))

/** Asks for the reason and the review date of a difference that is to stay for a time. Of several findings, which is asked first. */
export const agree = (row: AssessedRow, world: World, standards: readonly string[]): Deed => {
  const own = row.findings.filter(({severity}) => severity !== 'off')
  const [first] = own
  if (first === undefined) return {do: 'say', words: 'Nothing differs in this row that would need agreeing.'}
  if (own.length === 1) return agreeOn(first, world, standards)
  return {
    do: 'ask',
    prompt: choosing(
      'Which difference is agreed?',
      own.map((finding) => ({value: finding.fingerprint, label: `${finding.class}: ${world.short(finding.summary)}`})),
      (chosen) => [agreeOn(own.find(({fingerprint}) => fingerprint === chosen) ?? first, world, standards)],
    ),
  }
}

const agreeOn = (finding: Finding, world: World, standards: readonly string[]): Deed => {
  const known = agreedOn(world.judgements, finding.fingerprint)
  const below = finding.class === 'below-standard' && finding.standard !== null && standards.includes(finding.standard)
  const accepted: Field = {
    name: 'accepted',
    label: 'Below a statutory standard',
    hint: 'type accepted: everybody knows that this stays below a statutory standard',
    value: '',
    fault: (value) => (value === 'accepted' ? null : 'a statutory shortfall is agreed only by typing: accepted'),
  }
  const fields: readonly Field[] = [
    {
      name: 'reason',
      label: 'Reason',
      hint: 'why the difference stays; needed',
      value: known?.reason ?? '',
      fault: needed('A reason'),
    },
    {
      name: 'review-by',
      label: 'Review by',
      hint: 'the day it counts again, as 31/03/2027; needed',
      value: known?.['review-by'] ? dated(known['review-by']) : '',
      fault: after(world.asAt),
    },
    {name: 'owner', label: 'Owner', hint: 'who looks at it again', value: known?.owner ?? '', fault: free},
    ...(below ? [accepted] : []),
  ]
  return {
    do: 'ask',
    prompt: form(
      `agree ${finding.fingerprint}`,
      'Agree to a difference',
      [world.short(finding.summary)],
      fields,
      (values) => [
        {
          do: 'judge',
          change: {
            judgements: [
              {
                file: 'agreed',
                entry: {
                  finding: finding.fingerprint,
                  summary: world.short(finding.summary),
                  reason: values.reason as string,
                  ...filled(values, ['owner']),
                  agreed: world.asAt,
                  'review-by': dayTyped(values['review-by'] as string) as string,
                  ...(below && {'below-statute': 'accepted' as const}),
                },
              },
            ],
            words: `Agreed difference (${finding.class})`,
          },
        },
      ],
    ),
  }
}

/** So many of a provision's opening words name it in a pin. */
const quotedWords = 14

/** A reading as a pin names it. */
export const namedReading = (topic: string, authority: string, {text, fingerprint}: AssessedReading): Named => ({
  authority,
  topic,
  quote: text.split(/\s+/u).slice(0, quotedWords).join(' '),
  fingerprint,
})

/** Records that provisions are the same, with what was said of their rule where that was asked. */
export const pinTogether = (named: readonly Named[], world: World, rule?: 'same' | 'differs'): Deed => ({
  do: 'judge',
  change: {
    judgements: [{file: 'pins', entry: {same: named, ...(rule && {rule}), on: world.asAt}}],
    words: `${rule ? `Read: the rule ${rule === 'same' ? 'is the same' : 'differs'}` : 'Pinned as the same'}: ${whose(named, world)}`,
  },
})

/** Asks somebody who has read a row that no tool can judge whether its rule is the same. */
export const pinRead = (named: readonly Named[], world: World): Deed => ({
  do: 'ask',
  prompt: choosing(
    'You have read them all. They are the same provision, and…',
    [
      {value: 'same', label: 'the rule is the same: nobody would act otherwise'},
      {value: 'differs', label: 'the rule differs'},
      {value: 'match', label: 'I only say that they belong together'},
    ],
    (value) => [pinTogether(named, world, value === 'same' || value === 'differs' ? value : undefined)],
  ),
})

/** Records that a provision is the same as none of some others. */
export const pinApart = (one: Named, others: readonly Named[], world: World): Deed => ({
  do: 'judge',
  change: {
    judgements: others.map((other) => ({file: 'pins', entry: {'not-same': [one, other], on: world.asAt}})),
    words: `Pinned as not the same: ${whose([one], world)} and ${whose(others, world)}`,
  },
})

const whose = (named: readonly Named[], world: World): string =>
  listed([...new Set(named.map(({authority}) => world.name(authority)))])
